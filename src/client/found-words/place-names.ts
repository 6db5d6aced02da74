import sentences from 'virtual:sentences/document.find';
import { fillSlots } from '../../i18n/slots.ts';
import { unitName } from '../document/unit-name.ts';
import { enclosingUnits, unitById } from '../document/units.ts';

/** The provision or the part of the page that a block belongs to. */
export interface PlaceName {
  /** As its permalink says it. @example 'khoản 2 Điều 10' */
  label: string;
  /** Heading of the unit, or of the nearest one around it that has one; '' when there is none. */
  title: string;
  /** Whether the heading is the library's, as the official one was not seen. */
  isOurs: boolean;
  /** @example '#d10-2' */
  href: string;
}

/** What a block belongs to. */
export const HOLDERS = '[data-label], .footnote, #chua-ro-vi-tri';
const HEADING = ':scope > :is(h2, h3, h4)';

/** Names of places, each made once. */
export class PlaceNames {
  readonly #known = new Map<Element | null, PlaceName>();

  of(block: Element): PlaceName {
    const holder = block.closest(HOLDERS);
    const name = this.#known.get(holder) ?? nameOf(holder);
    this.#known.set(holder, name);
    return name;
  }
}

function nameOf(holder: Element | null): PlaceName {
  const untitled = { title: '', isOurs: false };
  if (holder === null) return { label: sentences.preamble, ...untitled, href: '#van-ban' };
  const href = `#${holder.id}`;
  const unit = unitById(holder.id);
  if (unit) {
    const titled = enclosingUnits(unit).find(({ element }) => element.querySelector(HEADING));
    return {
      label: unitName(unit.element),
      ...(titled ? titleOf(titled.element) : untitled),
      href,
    };
  }
  if (!holder.matches('.footnote'))
    return { label: holder.querySelector('h2')?.textContent ?? '', ...untitled, href };
  const mark = holder.querySelector('.footnote-mark')?.textContent ?? '';
  return { label: fillSlots(sentences.footnote, { label: mark }), ...untitled, href };
}

/** The heading without its label. */
function titleOf(unit: Element): Pick<PlaceName, 'title' | 'isOurs'> {
  const heading = unit.querySelector(HEADING)?.cloneNode(true) as Element;
  for (const part of heading.querySelectorAll('b, sup, small')) part.remove();
  const title = heading.textContent.replace(/\s+/g, ' ').trim();
  return { title, isOurs: heading.querySelector('.described') !== null };
}

import { fillSlots } from '../../i18n/slots.ts';
import type { CitableProvision, CitableScope } from '../../lib/document/cite.ts';
import { unitName, SCOPES } from './unit-name.ts';

/** A provision of the page, with its element. */
export interface UnitElement extends CitableProvision {
  /** What the page calls its scope. @example 'Quy chế kèm theo' */
  scopeLabel: string | null;
  element: HTMLElement;
}

/** Every provision of the page, in the order of the text. */
export function pageUnits(): UnitElement[] {
  return [...document.querySelectorAll<HTMLElement>('article [data-label]')].map(toUnit);
}

/** The provision that an id names; null when it names something else. */
export function unitById(id: string): UnitElement | null {
  const element = document.getElementById(id);
  return element?.dataset.label === undefined ? null : toUnit(element);
}

/**
 * Give each unit a link to itself, in its margin. The page has none: in a long text they would be a
 * tenth of its weight.
 *
 * @param sentence Says in words where one leads; `{label}` is a slot.
 */
export function addPermalinks(units: readonly UnitElement[], sentence: string): void {
  for (const unit of units) {
    const link = document.createElement('a');
    link.className = 'permalink';
    link.href = `#${unit.id}`;
    link.dataset.chrome = '';
    link.setAttribute('aria-label', fillSlots(sentence, { label: unitName(unit.element) }));
    unit.element.prepend(link);
  }
}

/** A provision and those around it, innermost first. */
export function enclosingUnits({ element }: UnitElement): UnitElement[] {
  const outer = element.parentElement?.closest<HTMLElement>('[data-label]');
  const unit = toUnit(element);
  return outer ? [unit, ...enclosingUnits(toUnit(outer))] : [unit];
}

function toUnit(element: HTMLElement): UnitElement {
  const scope = element.closest<HTMLElement>(SCOPES);
  return {
    id: element.id,
    label: element.dataset.label ?? '',
    scope: scope && toScope(scope),
    ...(element.dataset.shared === undefined ? {} : { isShared: true }),
    scopeLabel: scope?.dataset.label ?? null,
    element,
  };
}

function toScope(scope: HTMLElement): CitableScope {
  const label = scope.dataset.label ?? '';
  if (scope.dataset.kind === 'annex') {
    const outer = scope.parentElement?.closest<HTMLElement>(SCOPES);
    return {
      id: scope.id,
      kind: 'annex',
      name: label,
      ...(outer ? { outer: toScope(outer) } : {}),
    };
  }
  const all = [...document.querySelectorAll('article [data-kind="attached"]')];
  const order = all.length < 2 ? {} : { order: all.indexOf(scope) + 1 };
  return { id: scope.id, kind: 'attached', name: titleOf(scope) ?? label, ...order };
}

/** The printed title of an instrument, without the library's words. */
function titleOf(scope: HTMLElement): string | null {
  const heading = scope.querySelector(':scope > :is(h2, h3, h4)')?.cloneNode(true);
  if (!(heading instanceof HTMLElement)) return null;
  for (const part of heading.querySelectorAll('[data-chrome]')) part.remove();
  return heading.textContent.replace(/\s+/g, ' ').trim() || null;
}

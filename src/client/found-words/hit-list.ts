import sentences from 'virtual:sentences/document.find';
import { fillSlots } from '../../i18n/slots.ts';
import { excerptOf } from '../../lib/search/find-in-text.ts';
import { unitName } from '../document/unit-name.ts';
import type { UnitElement } from '../document/units.ts';
import type { PlaceName, PlaceNames } from './place-names.ts';

/** A place, with the text that its offsets count. */
export interface Row {
  /** Its number among all places. */
  index: number;
  block: Element;
  text: string;
  start: number;
  end: number;
}

/** Rows that are made at a time: who has hundreds does not read them all. */
const MOST = 60;

/** The list of places in the table of contents, by provision. */
export class HitList {
  readonly element = document.createElement('div');
  readonly #names: PlaceNames;
  readonly #go: (index: number) => void;
  #rows: readonly Row[] = [];
  #shown = 0;
  readonly #list = document.createElement('ol');
  /** Provision of the last row, and its list. */
  #last: { name: PlaceName; list: HTMLElement } | null = null;
  readonly #links = new Map<number, HTMLAnchorElement>();

  constructor(names: PlaceNames, go: (index: number) => void) {
    this.#names = names;
    this.#go = go;
    this.#list.className = 'toc-sections';
    this.#list.setAttribute('role', 'list');
  }

  /**
   * @param unit Provision that the reader may mean.
   * @param nowhere Words that are to be looked for in the whole library, as they are not here.
   */
  show(rows: readonly Row[], unit: UnitElement | null, nowhere: string | null): void {
    this.#rows = rows;
    this.#shown = 0;
    this.#last = null;
    this.#links.clear();
    this.#list.replaceChildren();
    if (unit) {
      const text = fillSlots(sentences.go, { label: unitName(unit.element) });
      this.#list.append(item(link(`#${unit.id}`, text)));
    }
    if (nowhere !== null) this.#list.append(item(libraryLink(nowhere)));
    this.#append();
  }

  /** What the arrow keys walk through. */
  get links(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('a, button')];
  }

  /** Show which place the reader was led to. */
  mark(index: number): void {
    while (index >= this.#shown && this.#shown < this.#rows.length) this.#append();
    this.element.querySelector('[aria-current]')?.removeAttribute('aria-current');
    const current = this.#links.get(index);
    current?.setAttribute('aria-current', 'true');
    if (current) reveal(current);
  }

  #append(): void {
    const next = this.#rows.slice(this.#shown, this.#shown + MOST);
    for (const row of next) this.#add(row);
    this.#shown += next.length;
    const left = this.#rows.length - this.#shown;
    const parts: HTMLElement[] = this.#list.childElementCount > 0 ? [this.#list] : [];
    if (left > 0) parts.push(this.#moreButton(left));
    this.element.replaceChildren(...parts);
  }

  #moreButton(left: number): HTMLElement {
    const more = document.createElement('button');
    more.type = 'button';
    more.className = 'text-button';
    more.textContent = fillSlots(sentences.more, { count: left });
    more.addEventListener('click', () => {
      const first = this.#shown;
      this.#append();
      this.#links.get(first)?.focus({ preventScroll: true });
    });
    return more;
  }

  #add(row: Row): void {
    const name = this.#names.of(row.block);
    if (this.#last?.name !== name) this.#last = { name, list: this.#addGroup(name) };
    const place = link(name.href);
    if (row.block.closest('.gist, .described')) {
      place.append(italic(sentences.gist), ' ');
    }
    const { before, match, after } = excerptOf(row.text, row);
    const mark = document.createElement('mark');
    mark.textContent = match;
    place.append(before, mark, after);
    place.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.#go(row.index);
    });
    this.#links.set(row.index, place);
    this.#last.list.append(item(place));
  }

  #addGroup({ label, title, isOurs, href }: PlaceName): HTMLElement {
    const head = link(href, title === '' ? label : `${label} · `);
    head.append(isOurs ? italic(title) : title);
    const list = document.createElement('ol');
    list.setAttribute('role', 'list');
    const group = item(head);
    group.append(list);
    this.#list.append(group);
    return list;
  }
}

function item(content: HTMLElement): HTMLElement {
  const element = document.createElement('li');
  element.append(content);
  return element;
}

function link(href: string, text = ''): HTMLAnchorElement {
  const element = document.createElement('a');
  element.href = href;
  element.textContent = text;
  return element;
}

function italic(text: string): HTMLElement {
  const element = document.createElement('i');
  element.textContent = text;
  return element;
}

/** To the page of results, whose address the header of every page has. */
function libraryLink(query: string): HTMLElement {
  const page = document.querySelector<HTMLAnchorElement>('a[data-opens-search]');
  const address = new URL(page?.href ?? '', location.href);
  address.searchParams.set('q', query);
  return link(address.href, fillSlots(sentences.library, { text: query }));
}

/** Scrolls the list alone: `scrollIntoView` would move the page as well. */
function reveal(place: HTMLElement): void {
  const scroller = place.closest('.toc');
  if (!scroller || scroller.getClientRects().length === 0) return;
  const list = scroller.getBoundingClientRect();
  const entry = place.getBoundingClientRect();
  const isInside = entry.top >= list.top + 120 && entry.bottom <= list.bottom - 48;
  if (!isInside) scroller.scrollTop += entry.top - list.top - list.height / 2;
}

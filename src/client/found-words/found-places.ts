import sentences from 'virtual:sentences/search.found-words';
import { fillSlots } from '../../i18n/slots.ts';
import { find } from '../site/find.ts';
import { readBlocks, unwrap, wrap, type Reads } from './text-nodes.ts';

/** A place in the text, offsets into the text of its block. */
export interface Place {
  block: Element;
  start: number;
  end: number;
}

/** Places on each side of the current one that are marked with it: more would hold up a long page. */
const AROUND = 100;

/** Leads from one place to the next, and ends that. */
const NOTICE = `<p hidden><span></span>
<button class="text-button" type="button" data-previous>${sentences.previous}</button>
<button class="text-button" type="button" data-next>${sentences.next}</button>
<button class="text-button" type="button" data-end>${sentences.end}</button></p>`;

/** What a set of places goes with. */
export interface Search {
  /** What was looked for. */
  query: string;
  /** Which text the offsets of the places count. */
  reads: Reads;
  /** The provision of a place. */
  name?: (place: Place) => string;
  /** Told the number of the place that the reader was led to, and how far down they were before. */
  onGo?: (index: number, before: number) => void;
  /** Told that the marks were taken away. */
  onEnd?: (how: 'key' | 'button') => void;
}

/**
 * The places that were found on this page: marks them, leads from one to the next, and ends that.
 * One set at a time; its notice is at the lower edge of the window.
 */
export class FoundPlaces {
  readonly #notice = addNotice();
  #places: readonly Place[] = [];
  #search: Search = { query: '', reads: () => true };
  /** Marks by the number of the place; several where it lies in a link or a bold word. */
  readonly #marks = new Map<number, HTMLElement[]>();
  /** Place that the reader was last led to; -1 before the first. */
  #current = -1;

  constructor() {
    const notice = this.#notice;
    const press = (selector: string, act: () => void): void => {
      find(notice, selector, HTMLButtonElement).addEventListener('click', act);
    };
    press('[data-previous]', () => {
      this.go(this.nextPlace(-1), false);
    });
    press('[data-next]', () => {
      this.go(this.nextPlace(1), false);
    });
    press('[data-end]', () => {
      this.end('button');
    });
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented && this.#mayEnd()) this.end('key');
    });
    document.addEventListener('step-found', (event) => {
      if (this.#places.length === 0) return;
      event.preventDefault();
      this.go(this.nextPlace((event as CustomEvent<number>).detail), true);
    });
  }

  /** Take the place of what was found before. Nothing is marked yet. */
  start(places: readonly Place[], search: Search): void {
    this.#clear();
    this.#places = places;
    this.#search = search;
  }

  /** Mark all places, for who comes with words that were found. */
  markAll(): void {
    this.#mark(0, this.#places.length);
    this.#say(sentences.marked, {});
  }

  /** The one before or after the current place; at first that after the upper edge of the window. */
  nextPlace(by: number): number {
    const { length } = this.#places;
    if (this.#current >= 0) return (this.#current + by + length) % length;
    const below = this.#places.findIndex((_, index) => this.#topOf(index) > 0);
    return by > 0 ? Math.max(below, 0) : (below + length - 1) % length;
  }

  /** Lead the reader to a place. @param takeFocus Whether reading goes on from there. */
  go(index: number, takeFocus: boolean): void {
    const place = this.#places[index];
    if (!place) return;
    const before = scrollY;
    for (const mark of this.#marks.get(this.#current) ?? []) mark.classList.remove('is-current');
    this.#mark(Math.max(index - AROUND, 0), Math.min(index + AROUND, this.#places.length));
    this.#current = index;
    const marks = this.#marks.get(index) ?? [];
    for (const mark of marks) mark.classList.add('is-current');
    marks[0]?.scrollIntoView({ block: 'center', inline: 'nearest' });
    if (takeFocus) focusOn(marks[0]);
    const count = this.#say(sentences.place, { place: index + 1 });
    const name = this.#search.name?.(place);
    if (name !== undefined) count.append(` ${name}.`);
    this.#search.onGo?.(index, before);
  }

  /** Take the marks away. */
  end(how: 'key' | 'button'): void {
    const { onEnd } = this.#search;
    const block = this.#places[this.#current]?.block;
    // Pressed by key, the button would take the focus with it.
    if (how === 'button' && this.#notice.contains(document.activeElement))
      block
        ?.closest('[data-label]')
        ?.querySelector<HTMLElement>('.permalink')
        ?.focus({ preventScroll: true });
    this.#clear();
    onEnd?.(how);
  }

  #clear(): void {
    find(this.#notice, 'p', HTMLElement).hidden = true;
    unwrap([...this.#marks.values()].flat());
    this.#marks.clear();
    this.#places = [];
    this.#current = -1;
  }

  /** Not by the Esc that closes something else. */
  #mayEnd(): boolean {
    return this.#marks.size > 0 && document.querySelector('dialog[open], .toc.is-open') === null;
  }

  #topOf(index: number): number {
    const element = this.#marks.get(index)?.[0] ?? this.#places[index]?.block;
    return element?.getBoundingClientRect().top ?? -1;
  }

  /** From the end, since a node keeps what is before its mark. */
  #mark(from: number, to: number): void {
    for (let index = to - 1; index >= from; index--) {
      const place = this.#places[index];
      if (!place || this.#marks.has(index)) continue;
      const nodes = readBlocks(place.block, this.#search.reads).get(place.block) ?? [];
      this.#marks.set(index, wrap(nodes, place.start, place.end, 'mark'));
    }
  }

  #say(sentence: string, values: Record<string, number>): HTMLElement {
    const said = find(this.#notice, 'span', HTMLElement);
    const count = this.#places.length;
    said.textContent = fillSlots(sentence, { query: this.#search.query, count, ...values });
    find(this.#notice, 'p', HTMLElement).hidden = false;
    return said;
  }
}

function focusOn(mark: HTMLElement | undefined): void {
  if (!mark) return;
  mark.tabIndex = -1;
  mark.focus({ preventScroll: true });
}

/** In `<main>`, where a reader who goes on with the keyboard finds it after the text. */
function addNotice(): HTMLElement {
  const notice = document.createElement('div');
  notice.className = 'floating-notice';
  notice.setAttribute('role', 'status');
  notice.dataset.foundWords = '';
  notice.innerHTML = NOTICE;
  find(document, 'main', HTMLElement).append(notice);
  return notice;
}

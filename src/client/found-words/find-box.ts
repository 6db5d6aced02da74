import sentences from 'virtual:sentences/document.find';
import { fillSlots } from '../../i18n/slots.ts';
import {
  findInText,
  readBlock,
  type TextBlock,
  type TextFinding,
} from '../../lib/search/find-in-text.ts';
import type { TocSheet } from '../document-tools/toc-sheet.ts';
import { unitName } from '../document/unit-name.ts';
import { pageUnits, type UnitElement } from '../document/units.ts';
import { walkWithArrows } from '../search-ui/arrow-keys.ts';
import { find } from '../site/find.ts';
import { findUnit, hasUnitNumber, isAddress } from './find-unit.ts';
import type { FoundPlaces, Place } from './found-places.ts';
import { HitList } from './hit-list.ts';
import { HOLDERS, PlaceNames } from './place-names.ts';
import { readBlocks, readsText, textOf } from './text-nodes.ts';

/** Milliseconds after a key before the list follows: less would say too much to who listens. */
const PAUSE = 120;
/** Milliseconds for which the text is read in one go while somebody may be typing. */
const SLICE = 12;
/** Where there is text of the document, or what is known of it. */
const TEXTS = '.doc-text, #chua-ro-vi-tri';

/**
 * The field in the table of contents: lists where the text has what is typed, in place of the
 * contents, or leads to the provision whose number is typed.
 */
export class FindBox {
  readonly #sheet: TocSheet;
  readonly #field: HTMLInputElement;
  readonly #answer: HTMLElement;
  readonly #contents: HTMLElement[];
  readonly #found: FoundPlaces;
  readonly #list: HitList;
  readonly #names = new PlaceNames();
  #units: readonly UnitElement[] = [];
  /** Blocks of the page, and what is looked through of each. */
  readonly #elements: Element[] = [];
  readonly #blocks: TextBlock[] = [];
  #reading: Promise<void> | undefined;
  #timer = 0;
  /** What the list shows; null when it has to be looked up. */
  #shown: string | null = null;
  #unit: UnitElement | null = null;
  #places: readonly Place[] = [];
  /** Where the reader was before the first place, and where the last one was; null before that. */
  #position: { before: number; after: number } | null = null;

  constructor(sheet: TocSheet, found: FoundPlaces) {
    this.#sheet = sheet;
    this.#found = found;
    this.#field = find(sheet, '.toc-go input', HTMLInputElement);
    this.#answer = find(sheet, '.toc-go output', HTMLElement);
    this.#contents = [...sheet.querySelectorAll<HTMLElement>('.toc-sections, .toc-fold')];
    this.#list = new HitList(this.#names, (index) => {
      this.#go(index, true);
    });
    find(sheet, '.toc-head', HTMLElement).after(this.#list.element);
    if (document.activeElement === this.#field) this.#reading = this.#read();
    this.#listen();
    this.#showHint();
    // Typed before this script was there.
    if (this.#field.value !== '') void this.#search();
  }

  #listen(): void {
    this.#field.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#shown = null;
      this.#timer = window.setTimeout(() => {
        void this.#search();
      }, PAUSE);
    });
    this.#field.addEventListener('focus', () => {
      this.#reading ??= this.#read();
    });
    this.#field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      void this.enter(event.shiftKey ? -1 : 1);
    });
    this.#field.form?.addEventListener('submit', () => {
      void this.enter(1);
    });
    this.#sheet.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.#field.value === '') return;
      // What else Esc would end comes with the next one.
      event.preventDefault();
      event.stopPropagation();
      this.#leave('key');
    });
    walkWithArrows(this.#sheet, this.#field, () => this.#list.links);
  }

  /** The blocks of the text, a slice at a time, so that keys are heard in between. */
  async #read(): Promise<void> {
    this.#units = pageUnits();
    const roots = document.querySelectorAll(TEXTS);
    const all = [...roots].flatMap((root) => [...readBlocks(root, readsText)]);
    const order = new Map<Element | null, number>();
    let until = performance.now() + SLICE;
    for (const [element, nodes] of all) {
      const unit = element.closest(HOLDERS);
      if (!order.has(unit)) order.set(unit, order.size);
      this.#elements.push(element);
      this.#blocks.push(readBlock(textOf(nodes), order.get(unit) ?? 0));
      if (performance.now() < until) continue;
      await new Promise((resolve) => setTimeout(resolve));
      until = performance.now() + SLICE;
    }
  }

  async #search(): Promise<void> {
    clearTimeout(this.#timer);
    await (this.#reading ??= this.#read());
    const query = this.#field.value;
    if (this.#shown === query) return;
    this.#shown = query;
    const finding = findInText(this.#blocks, query);
    // Words of an address that stand apart are no answer to it.
    const isStray = finding.how === 'apart' && isAddress(query);
    this.#show(query.trim(), isStray ? { ...finding, hits: [] } : finding);
  }

  #show(query: string, { how, hits }: TextFinding): void {
    const isEmpty = query === '';
    for (const part of this.#contents) part.hidden = !isEmpty;
    this.#unit = hasUnitNumber(query) ? findUnit(query, this.#units) : null;
    this.#places = hits.flatMap(({ block, ...span }) => {
      const element = this.#elements[block];
      return element ? [{ block: element, ...span }] : [];
    });
    this.#found.start(this.#places, {
      query,
      reads: readsText,
      name: ({ block }) => this.#names.of(block).label,
      onGo: (index, before) => {
        this.#position = { before: this.#position?.before ?? before, after: scrollY };
        this.#list.mark(index);
      },
      onEnd: (by) => {
        this.#leave(by);
      },
    });
    const rows = hits.map(({ block, ...span }, index) => {
      const text = this.#blocks[block]?.text ?? '';
      return { ...span, text, block: this.#elements[block] ?? this.#sheet, index };
    });
    const isKnown = this.#unit !== null || hits.length > 0;
    this.#list.show(rows, this.#unit, isEmpty || isKnown ? null : query);
    if (isEmpty) this.#showHint();
    else this.#answer.textContent = this.#sayFound(query, { how, hits });
  }

  #sayFound(text: string, { how, hits }: TextFinding): string {
    const provisions = new Set(hits.map(({ block }) => this.#blocks[block]?.unit)).size;
    const values = { text, count: hits.length, provisions };
    const isMissing = this.#unit === null && isAddress(text);
    if (hits.length > 0) return fillSlots(sentences[isMissing ? 'cited' : how], values);
    if (this.#unit) return fillSlots(sentences.unit, { label: unitName(this.#unit.element) });
    return fillSlots(sentences[isMissing ? 'no-unit' : 'none'], values);
  }

  #showHint(): void {
    this.#answer.textContent = sentences.hint;
  }

  /** Go to the provision that was typed, else to the next place. */
  async enter(by: 1 | -1): Promise<void> {
    await this.#search();
    if (this.#unit) this.#goToUnit(this.#unit.id);
    else if (this.#places.length > 0) this.#go(this.#found.nextPlace(by), this.#isSheet());
  }

  #goToUnit(id: string): void {
    this.#sheet.classList.remove('is-open');
    location.hash = id;
    this.#leave('button');
  }

  /** @param takeFocus Whether reading goes on there; else the next Enter leads on. */
  #go(index: number, takeFocus: boolean): void {
    this.#sheet.classList.remove('is-open');
    this.#found.go(index, takeFocus);
  }

  /** On a narrow screen it covers the text. */
  #isSheet(): boolean {
    return getComputedStyle(this.#sheet).position === 'fixed';
  }

  /** Contents again. By key the reader comes back to where the search began, unless they read on. */
  #leave(by: 'key' | 'button'): void {
    clearTimeout(this.#timer);
    const position = this.#position;
    const hadFocus = this.#sheet.contains(document.activeElement) || by === 'key';
    this.#field.value = '';
    this.#shown = '';
    this.#position = null;
    this.#show('', { how: 'phrase', hits: [] });
    if (by === 'button') return;
    if (position && Math.abs(scrollY - position.after) < 2) scrollTo({ top: position.before });
    if (hadFocus) this.#giveFocusBack();
  }

  #giveFocusBack(): void {
    const ways = [
      this.#sheet.cameFrom,
      this.#field,
      document.querySelector<HTMLElement>('.toc-open'),
    ];
    for (const way of ways) {
      if (!way?.isConnected || way.getClientRects().length === 0) continue;
      way.focus({ preventScroll: true });
      return;
    }
  }
}

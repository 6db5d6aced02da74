import { handWords } from '../shared/found-words.ts';
import type { Hit } from './found.ts';
import { renderHit, type HitWords } from './render-hit.ts';

/**
 * A list of results that is filled again and again while its reader may be on one of them. A link
 * that is followed hands the words on to its page, where they are marked.
 */
export class HitList {
  readonly #list: HTMLOListElement;
  readonly #field: HTMLInputElement;

  /** @param field Where a reader goes whose chosen row is gone. */
  constructor(list: HTMLOListElement, field: HTMLInputElement) {
    this.#list = list;
    this.#field = field;
    for (const kind of ['click', 'auxclick']) {
      list.addEventListener(kind, ({ target }) => {
        const link = target instanceof Element ? target.closest('a') : null;
        if (link) handWords(link, field.value.trim());
      });
    }
  }

  get isEmpty(): boolean {
    return this.#list.childElementCount === 0;
  }

  /** Links of the rows, in order. */
  links(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('a.hit-link')];
  }

  /**
   * Fill the list. A reader who has walked to a row stays on it, at the same height of the window;
   * where it is gone, the field is next.
   */
  put(hits: readonly Hit[], words: HitWords): void {
    const active = document.activeElement;
    const chosen = this.#list.contains(active) ? active?.closest('li') : null;
    const before = chosen?.getBoundingClientRect().top ?? 0;
    this.#list.replaceChildren(...hits.map((hit) => renderHit(hit, words)));
    if (!chosen) return;
    const row = this.#rowOf(chosen.dataset);
    const target = row?.querySelector<HTMLElement>('a.hit-link') ?? this.#field;
    target.focus({ preventScroll: row !== undefined });
    if (row) scrollerOf(row).scrollBy(0, row.getBoundingClientRect().top - before);
  }

  /** The row of the same place, or else of the same document: places come with the full answer. */
  #rowOf({ doc, anchor, library }: DOMStringMap): HTMLElement | undefined {
    const rows = [...this.#list.querySelectorAll<HTMLElement>('li[data-doc]')];
    const same = rows.filter(({ dataset }) => dataset.doc === doc && dataset.library === library);
    return same.find(({ dataset }) => dataset.anchor === anchor) ?? same[0];
  }
}

/** What scrolls when an element is out of sight: a part of the page, or the page. */
function scrollerOf(element: Element): Element {
  for (let outer = element.parentElement; outer; outer = outer.parentElement) {
    const { overflowY } = getComputedStyle(outer);
    if (/auto|scroll/.test(overflowY) && outer.scrollHeight > outer.clientHeight) return outer;
  }
  return document.scrollingElement ?? document.documentElement;
}

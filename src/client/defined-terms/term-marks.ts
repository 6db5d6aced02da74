import { termFinder, type TermUse } from '../../lib/definitions/find-terms.ts';
import { readBlocks, textOf, unwrap, wrap } from '../found-words/text-nodes.ts';
import { definitionAt, type DefiningPlace } from './defining-places.ts';

const ARTICLE = '[data-label^="Điều "]';
const UNIT = '[data-label]';
/** Where a term is not offered: links, headings, the words of other documents. */
const NOT_IN = 'a, h2, h3, h4, blockquote';
/** How far outside the window a provision is made ready. */
const MARGIN = '400px';

/**
 * Underlines the first use of each defined term in each provision: in an article as a whole, or, where
 * there is none, in each unit. Only what comes near the window is looked through.
 */
export class TermMarks {
  readonly #places: readonly DefiningPlace[];
  readonly #find: (text: string) => TermUse[];
  readonly #marks: HTMLElement[] = [];
  #watch: IntersectionObserver | null = null;

  constructor(places: readonly DefiningPlace[]) {
    this.#places = places;
    this.#find = termFinder(places);
  }

  start(): void {
    if (this.#watch) return;
    const watch = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (!isIntersecting) continue;
          watch.unobserve(target);
          this.#look(target);
        }
      },
      { rootMargin: MARGIN },
    );
    for (const unit of provisions()) watch.observe(unit);
    this.#watch = watch;
  }

  end(): void {
    this.#watch?.disconnect();
    this.#watch = null;
    unwrap(this.#marks.splice(0));
  }

  #look(provision: Element): void {
    const seen = new Set<string>();
    for (const [block, nodes] of readBlocks(provision, (parent) => !isChrome(parent))) {
      if (block.matches(NOT_IN) || provisionOf(block) !== provision) continue;
      const uses = this.#find(textOf(nodes)).filter((use) => {
        if (seen.has(use.term) || !isPlain(nodes, use)) return false;
        if (definitionAt(this.#places, use.term, block) === null) return false;
        seen.add(use.term);
        return true;
      });
      // From the end, since a node keeps what is before its mark.
      for (const use of uses.reverse()) this.#mark(nodes, use);
    }
  }

  #mark(nodes: readonly Text[], { start, end, term }: TermUse): void {
    const marks = wrap(nodes, start, end, 'span');
    for (const mark of marks) {
      mark.className = 'term';
      mark.dataset.term = term;
    }
    const [first] = marks;
    if (first) {
      first.tabIndex = 0;
      first.setAttribute('role', 'button');
      first.setAttribute('aria-expanded', 'false');
    }
    this.#marks.push(...marks);
  }
}

/** Articles, and units that are neither in one nor hold one. */
function provisions(): Element[] {
  return [...document.querySelectorAll(`.doc-text ${UNIT}`)].filter(
    (unit) => provisionOf(unit) === unit && (unit.matches(ARTICLE) || !unit.querySelector(ARTICLE)),
  );
}

function provisionOf(element: Element): Element | null {
  return element.closest(ARTICLE) ?? element.closest(UNIT);
}

function isChrome(parent: Element): boolean {
  return parent.closest('[data-chrome]') !== null;
}

/** Whether a use lies in plain text. */
function isPlain(nodes: readonly Text[], { start, end }: TermUse): boolean {
  let before = 0;
  return nodes.every((node) => {
    const isApart = before >= end || before + node.length <= start;
    before += node.length;
    return isApart || !node.parentElement?.closest(NOT_IN);
  });
}

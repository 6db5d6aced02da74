import type { Page } from 'puppeteer-core';

/** Points by which two lines of text may touch: boxes of letters are higher than the letters. */
const TOLERANCE = { across: 3, down: 6 };

/**
 * Words that stand on other words, as a long number in a narrow column does.
 *
 * @param width Width of the window in CSS pixels.
 * @returns One line per pair; empty when every word can be read. What floats above the page, is cut
 *   off by its box or folded away is not looked at.
 */
export async function overlappingWords(page: Page, width: number): Promise<string[]> {
  await page.setViewport({ width, height: 640 });
  const pairs = await page.evaluate(({ across, down }) => {
    interface Word {
      box: DOMRect;
      node: Text;
    }
    const seen = new Map<Element, boolean>();
    const isApart = (element: Element): boolean => {
      const known = seen.get(element);
      if (known !== undefined) return known;
      const style = getComputedStyle(element);
      const apart =
        /fixed|sticky|absolute/.test(style.position) ||
        style.overflow !== 'visible' ||
        (element.parentElement !== null && isApart(element.parentElement));
      seen.set(element, apart);
      return apart;
    };
    const words: Word[] = [];
    const range = document.createRange();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const node = texts.currentNode as Text;
      const element = node.parentElement;
      if (element === null || node.data.trim() === '') continue;
      if (!element.checkVisibility() || isApart(element)) continue;
      if (element.closest('details:not([open]) > :not(summary)')) continue;
      range.selectNodeContents(node);
      for (const box of range.getClientRects())
        if (box.width > 1 && box.height > 1) words.push({ box, node });
    }
    words.sort((a, b) => a.box.top - b.box.top);
    const found: string[] = [];
    for (const [place, { box, node }] of words.entries()) {
      for (let next = place + 1; next < words.length; next++) {
        const other = words[next];
        if (!other || other.box.top > box.bottom - down) break;
        if (other.node === node) continue;
        const right = Math.min(box.right, other.box.right);
        const bottom = Math.min(box.bottom, other.box.bottom);
        if (right - Math.max(box.left, other.box.left) <= across) continue;
        if (bottom - other.box.top <= down) continue;
        found.push(`“${node.data.trim()}” on “${other.node.data.trim()}”`);
      }
    }
    return found;
  }, TOLERANCE);
  return pairs.map((pair) => `at ${width} px: ${pair}`);
}

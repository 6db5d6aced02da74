import type { Answer } from './found.ts';

/** Name the pages that a query means, before its documents. @param place Holds the words and a `span`. */
export function showPages(place: HTMLElement, pages: Answer['pages']): void {
  place.hidden = pages.length === 0;
  const links = pages.flatMap(({ name, url }, index) => {
    const link = document.createElement('a');
    link.href = url;
    link.textContent = name;
    return index === 0 ? [link] : ['; ', link];
  });
  place.querySelector('span')?.replaceChildren(...links);
}

import type { Answer } from './found.ts';

/** Name the pages that a query means, before its documents, one a line. @param place Holds the words and a `span`. */
export function showPages(place: HTMLElement, pages: Answer['pages']): void {
  place.hidden = pages.length === 0;
  const links = pages.map(({ name, url }) => {
    const link = document.createElement('a');
    link.href = url;
    link.textContent = name;
    return link;
  });
  place.querySelector('span')?.replaceChildren(...links);
}

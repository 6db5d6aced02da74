import type { Answer } from './found.ts';

/** Name the notions that a query means, before its documents. @param place Holds the words and a `span`. */
export function showNotions(place: HTMLElement, notions: Answer['notions']): void {
  place.hidden = notions.length === 0;
  const links = notions.flatMap(({ name, url }, index) => {
    const link = document.createElement('a');
    link.href = url;
    link.textContent = name;
    return index === 0 ? [link] : ['; ', link];
  });
  place.querySelector('span')?.replaceChildren(...links);
}

/** Bring an entry of the contents into view. Scrolls the list alone: `scrollIntoView` would move the page. */
export function reveal(list: HTMLElement, link: HTMLElement): void {
  const outer = list.getBoundingClientRect();
  const entry = link.getBoundingClientRect();
  const isInside = entry.top >= outer.top + 48 && entry.bottom <= outer.bottom - 48;
  if (!isInside) list.scrollTop += entry.top - outer.top - outer.height / 3;
}

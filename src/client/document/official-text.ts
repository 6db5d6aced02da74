/**
 * Official text of a provision with all below it, as the page shows it: without the library's words,
 * each block on a line of its own.
 *
 * @returns null when there is none.
 */
export function officialText(element: HTMLElement): string | null {
  const copy = element.cloneNode(true) as HTMLElement;
  for (const part of copy.querySelectorAll('[data-chrome]')) part.remove();
  const lines = copy.textContent.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
  return lines.filter((line) => line !== '').join('\n') || null;
}

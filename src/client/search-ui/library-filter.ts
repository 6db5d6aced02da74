import type { FoundLibrary } from './found.ts';

/**
 * Offer the choice of libraries, which only the index knows of, before the other filters. Where it is
 * there already, it stays.
 *
 * @param side Holds the filters.
 * @param own What the library that is open is called among them.
 * @param chosen Values that are chosen: numbers of libraries, 0 for the own one.
 */
export function offerLibraries(
  side: HTMLElement,
  libraries: readonly FoundLibrary[],
  words: { label: string; own: string },
  chosen: readonly string[],
): void {
  if (libraries.length === 0 || side.querySelector('[name="thu-vien"]')) return;
  const group = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.textContent = words.label;
  const names = [words.own, ...libraries.map(({ name }) => name)];
  group.append(legend, ...names.map((name, at) => choice(name, String(at), chosen)));
  side.prepend(group);
}

function choice(name: string, value: string, chosen: readonly string[]): HTMLElement {
  const label = document.createElement('label');
  label.className = 'choice';
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.name = 'thu-vien';
  box.value = value;
  box.checked = chosen.includes(value);
  const text = document.createElement('span');
  text.textContent = name;
  const count = document.createElement('span');
  count.className = 'count';
  label.append(box, text, count);
  return label;
}

import type { Answer, Filter } from './found.ts';

/**
 * Offer values of filters that only other libraries have: the page knows those of its own. What is
 * there already stays as it is.
 *
 * @param side Holds the filters.
 * @param labels What values are called, by filter.
 * @param chosen Values that are chosen.
 */
export function offerValues(
  side: HTMLElement,
  labels: Partial<Record<Filter, ReadonlyMap<string, string>>>,
  chosen: Record<Filter, readonly string[]>,
): void {
  for (const [filter, values] of Object.entries(labels) as [
    Filter,
    ReadonlyMap<string, string>,
  ][]) {
    const box = side.querySelector(`[name="${filter}"]`);
    const group = box instanceof HTMLSelectElement ? box : box?.closest('fieldset');
    if (!group) continue;
    const known = group.querySelectorAll<HTMLInputElement | HTMLOptionElement>('input, option');
    const there = new Set([...known].map(({ value }) => value));
    for (const [value, label] of values) {
      if (there.has(value)) continue;
      if (group instanceof HTMLSelectElement) addYear(group, value, chosen[filter]);
      else group.append(choice(filter, value, label, chosen[filter]));
    }
  }
}

/**
 * Offer the choice of libraries, before the other filters: only the index knows of them.
 *
 * @param words What the group is called, and the library that is open.
 */
export function offerLibraries(
  side: HTMLElement,
  { libraries }: Pick<Answer, 'libraries'>,
  words: { label: string; own: string },
  chosen: readonly string[],
): void {
  if (libraries.length === 0 || side.querySelector('[name="thu-vien"]')) return;
  const group = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.textContent = words.label;
  const names = [words.own, ...libraries.map(({ name }) => name)];
  group.append(legend, ...names.map((name, at) => choice('thu-vien', String(at), name, chosen)));
  side.prepend(group);
}

/** Years stand newest first, after the choice of none. */
function addYear(select: HTMLSelectElement, year: string, chosen: readonly string[]): void {
  const option = new Option(year, year, false, chosen.includes(year));
  const later = [...select.options].find(({ value }) => value !== '' && value < year);
  select.add(option, later ?? null);
}

function choice(
  filter: Filter,
  value: string,
  text: string,
  chosen: readonly string[],
): HTMLElement {
  const label = document.createElement('label');
  label.className = 'choice';
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.name = filter;
  box.value = value;
  box.checked = chosen.includes(value);
  const name = document.createElement('span');
  name.textContent = text;
  const count = document.createElement('span');
  count.className = 'count';
  label.append(box, name, count);
  return label;
}

import { apply, current, PREFERENCES, storage, type Preference } from './preference.ts';

/** Show the page so, and remember it where the browser has a storage for the whole site. */
export function choose<T extends string>(preference: Preference<T>, value: T): void {
  apply(preference, value);
  const { key, values } = preference;
  try {
    if (value === values[0]) storage()?.removeItem(key);
    else storage()?.setItem(key, value);
  } catch {
    // A full storage: the choice lasts for this page.
  }
}

/** Value by its distance from the current one in the list; stops at either end. */
export function step<T extends string>(preference: Preference<T>, by: number): T {
  const { values } = preference;
  const place = values.indexOf(current(preference)) + by;
  return values[Math.min(Math.max(place, 0), values.length - 1)] ?? values[0];
}

/**
 * Without a storage for the whole site, hand the preferences on to the next page: in the address of
 * the link or form that leads there.
 */
export function carryPreferences(): void {
  if (storage()) return;
  const handOn = (event: Event): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    // A link within the page keeps its short address, by which the page's scripts know it.
    if (!link || link.getAttribute('href')?.startsWith('#') || !isOwnPage(link)) return;
    link.search = withPreferences(link.search);
  };
  document.addEventListener('click', handOn, true);
  document.addEventListener('auxclick', handOn, true);
  document.addEventListener('formdata', ({ formData }) => {
    hand(formData);
  });
}

/** Put the preferences that are not the usual ones into the parameters of an address. */
function hand(params: URLSearchParams | FormData): void {
  for (const preference of PREFERENCES) {
    const value = current(preference);
    if (value === preference.values[0]) params.delete(preference.key);
    else params.set(preference.key, value);
  }
}

function withPreferences(search: string): string {
  const params = new URLSearchParams(search);
  hand(params);
  return params.toString();
}

function isOwnPage({ protocol, host, pathname }: HTMLAnchorElement): boolean {
  return protocol === location.protocol && host === location.host && pathname.endsWith('.html');
}

/**
 * A choice of the reader about how pages look: shown by an attribute of `<html>`, remembered in
 * storage or, where pages share none, handed on in the address of each link that is followed.
 */
export interface Preference<T extends string> {
  /** In storage and in addresses. */
  key: string;
  /** Name in `document.documentElement.dataset`. */
  attribute: string;
  /** What can be chosen; the first is the usual one, which leaves no trace. */
  values: readonly [T, ...T[]];
}

/** `auto` follows the machine. */
export const THEME: Preference<'auto' | 'light' | 'dark'> = {
  key: 'giao-dien',
  attribute: 'theme',
  values: ['auto', 'light', 'dark'],
};

export const TEXT_SIZE: Preference<'normal' | 'large' | 'larger' | 'largest'> = {
  key: 'co-chu',
  attribute: 'size',
  values: ['normal', 'large', 'larger', 'largest'],
};

/** Whether `/` opens the search: who speaks to the computer may not want a single key to do so. */
export const SEARCH_KEY: Preference<'slash' | 'none'> = {
  key: 'phim-tim',
  attribute: 'searchKey',
  values: ['slash', 'none'],
};

/** Whether uses of the terms that a document defines are underlined. */
export const TERMS: Preference<'on' | 'off'> = {
  key: 'tu-ngu',
  attribute: 'terms',
  values: ['on', 'off'],
};

export const PREFERENCES: readonly Preference<string>[] = [THEME, TEXT_SIZE, SEARCH_KEY, TERMS];

/**
 * Show the page as the reader chose. That is taken from the address when the page before has put it
 * there (see `carryPreferences`), which is then cleaned; else from storage.
 */
export function restore(preferences: readonly Preference<string>[]): void {
  const url = new URL(location.href);
  const kept = storage();
  for (const preference of preferences) {
    const { key } = preference;
    apply(preference, url.searchParams.get(key) ?? kept?.getItem(key));
    url.searchParams.delete(key);
  }
  if (url.href === location.href) return;
  try {
    history.replaceState(history.state, '', url.href);
  } catch {
    // The address keeps the values, which does no harm.
  }
}

/** Show the page so. @param value Another than those that can be chosen means the usual one. */
export function apply<T extends string>(
  { attribute, values }: Preference<T>,
  value: string | null | undefined,
): void {
  const known = values.find((one) => one === value) ?? values[0];
  const { dataset } = document.documentElement;
  if (known === values[0]) Reflect.deleteProperty(dataset, attribute);
  else dataset[attribute] = known;
}

/** How the page is shown. */
export function current<T extends string>({ attribute, values }: Preference<T>): T {
  const shown = document.documentElement.dataset[attribute];
  return values.find((value) => value === shown) ?? values[0];
}

/**
 * Storage that all pages of the site share; null where it is refused. Firefox gives each page on
 * file:// an origin of its own, called `null`, and with it a storage that no other page sees.
 */
export function storage(): Storage | null {
  if (location.origin === 'null') return null;
  try {
    return localStorage;
  } catch {
    return null;
  }
}

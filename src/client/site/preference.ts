/**
 * A choice of the reader about how pages look: shown by an attribute of `<html>`, remembered in
 * storage or, where pages share none, handed on in the address of each link that is followed.
 */
export class Preference<T extends string> {
  private readonly key: string;
  /** Name in `document.documentElement.dataset`. */
  private readonly attribute: string;
  private readonly values: readonly T[];
  private readonly usual: T;

  /** @param values What can be chosen; the first is the usual one, which leaves no trace. */
  constructor(key: string, attribute: string, values: readonly [T, ...T[]]) {
    this.key = key;
    this.attribute = attribute;
    this.values = values;
    this.usual = values[0];
  }

  /**
   * What the reader chose. Taken from the address when the page before has put it there (see
   * {@link carryPreferences}), which is then cleaned; else from storage.
   */
  chosen(): T {
    return this.take() ?? this.read(storage()?.getItem(this.key));
  }

  /** Remember, where the browser has a storage for the whole site. */
  store(value: T): void {
    try {
      if (value === this.usual) storage()?.removeItem(this.key);
      else storage()?.setItem(this.key, value);
    } catch {
      // A full storage: the choice lasts for this page.
    }
  }

  /** Show the page so. */
  apply(value: T): void {
    const { dataset } = document.documentElement;
    if (value === this.usual) Reflect.deleteProperty(dataset, this.attribute);
    else dataset[this.attribute] = value;
  }

  /** How the page is shown. */
  get current(): T {
    return this.read(document.documentElement.dataset[this.attribute]);
  }

  /** Value by its distance from the current one in the list; stops at either end. */
  step(by: number): T {
    const place = this.values.indexOf(this.current) + by;
    return this.values[Math.min(Math.max(place, 0), this.values.length - 1)] ?? this.usual;
  }

  /** Put the current value into the parameters of an address, when it is not the usual one. */
  hand(params: URLSearchParams | FormData): void {
    if (this.current === this.usual) params.delete(this.key);
    else params.set(this.key, this.current);
  }

  private take(): T | null {
    const url = new URL(location.href);
    const value = url.searchParams.get(this.key);
    if (value === null) return null;
    url.searchParams.delete(this.key);
    try {
      history.replaceState(history.state, '', url.href);
    } catch {
      // The address keeps the value, which does no harm.
    }
    return this.read(value);
  }

  private read(text: string | null | undefined): T {
    return this.values.find((value) => value === text) ?? this.usual;
  }
}

/** `auto` follows the machine. */
export const THEME = new Preference('giao-dien', 'theme', ['auto', 'light', 'dark']);

export const TEXT_SIZE = new Preference('co-chu', 'size', ['normal', 'large', 'larger', 'largest']);

/** Whether `/` opens the search: who speaks to the computer may not want a single key to do so. */
export const SEARCH_KEY = new Preference('phim-tim', 'searchKey', ['slash', 'none']);

/** Whether uses of the terms that a document defines are underlined. */
export const TERMS = new Preference('tu-ngu', 'terms', ['on', 'off']);

const ALL = [THEME, TEXT_SIZE, SEARCH_KEY, TERMS];

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
    for (const preference of ALL) preference.hand(formData);
  });
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

function withPreferences(search: string): string {
  const params = new URLSearchParams(search);
  for (const preference of ALL) preference.hand(params);
  return params.toString();
}

function isOwnPage({ protocol, host, pathname }: HTMLAnchorElement): boolean {
  return protocol === location.protocol && host === location.host && pathname.endsWith('.html');
}

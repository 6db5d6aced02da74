/** `auto` follows the machine. */
export type Theme = 'auto' | 'light' | 'dark';

const KEY = 'giao-dien';

/**
 * The theme that the reader chose; `auto` when there is none.
 *
 * Taken from the address when the page before has put it there (see {@link carryTheme}), which is
 * then cleaned; else from storage.
 */
export function chosenTheme(): Theme {
  return takeFromAddress() ?? asTheme(storage()?.getItem(KEY));
}

/** Remember a theme, where the browser has a storage for the whole site. */
export function storeTheme(theme: Theme): void {
  try {
    if (theme === 'auto') storage()?.removeItem(KEY);
    else storage()?.setItem(KEY, theme);
  } catch {
    // A full storage: the choice lasts for this page.
  }
}

/** Show the page in a theme. */
export function applyTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'auto') delete dataset.theme;
  else dataset.theme = theme;
}

/** The theme that the page is shown in. */
export function currentTheme(): Theme {
  return asTheme(document.documentElement.dataset.theme);
}

/**
 * Without a storage for the whole site, hand the theme on to the next page: in the address of the
 * link or form that leads there.
 */
export function carryTheme(): void {
  if (storage()) return;
  const handOn = (event: Event): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link && isOwnPage(link)) link.search = withTheme(link.search);
  };
  document.addEventListener('click', handOn, true);
  document.addEventListener('auxclick', handOn, true);
  document.addEventListener('formdata', ({ formData }) => {
    if (currentTheme() !== 'auto') formData.set(KEY, currentTheme());
  });
}

/**
 * Storage that all pages of the site share; null where it is refused. Firefox gives each page on
 * file:// an origin of its own, called `null`, and with it a storage that no other page sees.
 */
function storage(): Storage | null {
  if (location.origin === 'null') return null;
  try {
    return localStorage;
  } catch {
    return null;
  }
}

function takeFromAddress(): Theme | null {
  const url = new URL(location.href);
  const value = url.searchParams.get(KEY);
  if (value === null) return null;
  url.searchParams.delete(KEY);
  try {
    history.replaceState(history.state, '', url.href);
  } catch {
    // The address keeps the theme, which does no harm.
  }
  return asTheme(value);
}

function withTheme(search: string): string {
  const params = new URLSearchParams(search);
  if (currentTheme() === 'auto') params.delete(KEY);
  else params.set(KEY, currentTheme());
  return params.toString();
}

function isOwnPage({ protocol, host, pathname }: HTMLAnchorElement): boolean {
  return protocol === location.protocol && host === location.host && pathname.endsWith('.html');
}

function asTheme(value: string | null | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'auto';
}

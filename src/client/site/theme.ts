/** `auto` follows the machine. */
export type Theme = 'auto' | 'light' | 'dark';

const KEY = 'giao-dien';

/** The remembered theme; `auto` when there is none or storage is refused. */
export function storedTheme(): Theme {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : 'auto';
  } catch {
    return 'auto';
  }
}

/** Remember the theme; where storage is refused it lasts for this page. */
export function storeTheme(theme: Theme): void {
  try {
    if (theme === 'auto') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Nothing to do: the page already shows the choice.
  }
}

/** Show the page in a theme. */
export function applyTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'auto') delete dataset.theme;
  else dataset.theme = theme;
}

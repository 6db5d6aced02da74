/** Parameter by which the notice tells the page of changes which edition the reader has seen. */
export const SINCE = 'tu';

const KEY = 'an-ban-da-xem';

/**
 * Day of the edition that was seen last, `YYYY-MM-DD`; null at a first visit, or where the browser
 * keeps nothing. In Firefox on file:// each page remembers for itself.
 */
export function lastSeen(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Remember an edition as seen, where the browser can. */
export function rememberSeen(day: string): void {
  try {
    localStorage.setItem(KEY, day);
  } catch {
    // Without a storage nothing is ever called new.
  }
}

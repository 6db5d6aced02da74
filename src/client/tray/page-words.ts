import type table from '../../i18n/vi.json';
import type { TrayStyle } from '../../lib/tray/tray.ts';

/** What the page of the tray tells its script. */
export interface TrayPageData {
  words: (typeof table)['tray'];
  styles: Record<TrayStyle, string>;
}

export function trayPageData(): TrayPageData {
  return JSON.parse(document.getElementById('du-lieu-gio')?.textContent ?? '') as TrayPageData;
}

import { TRAY_KEY, TRAY_VERSION } from '../../lib/tray/kept.ts';
import { storage } from '../site/preference.ts';

/** Show how many items the tray holds, where that can be told without its script. */
export function showTrayCount(): void {
  const count = document.querySelector('.tray-count');
  const kept = storage()?.getItem(TRAY_KEY);
  if (count && kept) count.textContent = countItems(kept);
}

function countItems(kept: string): string {
  try {
    const { version, items } = JSON.parse(kept) as { version: number; items: unknown[] };
    return version === TRAY_VERSION && items.length > 0 ? String(items.length) : '';
  } catch {
    return '';
  }
}

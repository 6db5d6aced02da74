import { TrayStore } from './tray-store.ts';

declare global {
  interface Window {
    /** The tray, opened by the script of every page for those of single pages. */
    trayStore?: Promise<TrayStore>;
  }
}

/** The page that keeps the tray where pages share no storage, beside that of the tray. */
const FRAME = 'gio-kho.html';

/** The way to the tray, in the header of every page, with the number of items. */
export function watchTray(): void {
  const link = document.querySelector<HTMLAnchorElement>('.tray-open');
  const count = link?.querySelector('.tray-count');
  if (!link || !count) return;
  const opening = TrayStore.open(new URL(FRAME, link.href).href);
  window.trayStore = opening;
  const show = ({ items }: { items: readonly unknown[] }): void => {
    count.textContent = items.length === 0 ? '' : String(items.length);
  };
  void opening.then((store) => {
    store.onChange(show);
    show(store.tray);
  });
}

import { SEARCH_KEY } from './preference.ts';
import { loadScript } from '../shared/load-script.ts';

/**
 * The ways into search on every page: a click on `[data-opens-search]`, `/`, or Ctrl/⌘ + K.
 *
 * The dialog's script is fetched when the reader first reaches for it. Until it has arrived, and
 * if it fails, the link in the header leads to the page of results, whose own field is used there.
 */
export function watchForSearch(): void {
  document.addEventListener('keydown', (event) => {
    if (isSearchKey(event)) open(event);
  });
  for (const opener of document.querySelectorAll<HTMLElement>('[data-opens-search]')) {
    opener.addEventListener('click', (event) => {
      if (isPlainClick(event)) open(event);
    });
    for (const intent of ['pointerenter', 'focus']) {
      opener.addEventListener(intent, prepare, { once: true });
    }
  }
}

let loading: Promise<HTMLElement> | undefined;

function open(event: Event): void {
  const field = document.querySelector<HTMLInputElement>('search-results input[type="search"]');
  event.preventDefault();
  if (field) field.select();
  else load().then(show, goToResults);
}

function prepare(): void {
  // A failure is met when the reader asks for search in earnest.
  load().catch(() => undefined);
}

function load(): Promise<HTMLElement> {
  loading ??= loadDialog();
  return loading;
}

async function loadDialog(): Promise<HTMLElement> {
  const dialog = document.querySelector<HTMLElement>('search-dialog');
  if (!dialog?.dataset.src) throw new Error('the page has no search dialog');
  await loadScript(dialog.dataset.src);
  return dialog;
}

function show(dialog: HTMLElement): void {
  dialog.dispatchEvent(new Event('open-search'));
}

function goToResults(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-opens-search]');
  if (link) location.assign(link.href);
}

/** `/` outside a field, unless the reader has switched it off, or Ctrl/⌘ + K anywhere. */
function isSearchKey(event: KeyboardEvent): boolean {
  if (event.altKey) return false;
  if (event.key.toLowerCase() === 'k') {
    return (event.ctrlKey || event.metaKey) && !event.shiftKey;
  }
  if (event.key !== '/' || SEARCH_KEY.current === 'none') return false;
  return !event.ctrlKey && !event.metaKey && !isTyping(event.target);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, select, textarea');
}

function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}

import searchUi from 'virtual:script/search-ui';
import { isLetter, isPlainClick, isSearchKey } from '../shared/acts.ts';
import { loadScript } from '../shared/load-script.ts';

/**
 * The ways into search on every page: a click on `[data-opens-search]`, `/`, or Ctrl/⌘ + K.
 *
 * The dialog's script is fetched when the reader first reaches for it. If that fails, the link in the
 * header leads to the page of results, whose own field is used there. What is typed until the dialog
 * is there goes into its field.
 */
export function watchForSearch(): void {
  document.addEventListener('keydown', (event) => {
    if (isWanted && isWriting(event)) collect(event);
    else if (isSearchKey(event)) open(event);
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
/** Whether a reader waits for the dialog. */
let isWanted = false;
let typed = '';

function open(event: Event): void {
  const field = document.querySelector<HTMLInputElement>('search-results input[type="search"]');
  event.preventDefault();
  if (field) {
    field.select();
    return;
  }
  isWanted = true;
  load().then(show, goToResults);
}

function isWriting(event: KeyboardEvent): boolean {
  return isLetter(event) || event.key === 'Backspace';
}

/** Programs for typing Vietnamese take a letter back to put another in its place. */
function collect(event: KeyboardEvent): void {
  event.preventDefault();
  typed = event.key === 'Backspace' ? typed.slice(0, -1) : typed + event.key;
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
  await loadScript(searchUi);
  const dialog = document.createElement('search-dialog');
  document.body.append(dialog);
  return dialog;
}

function show(dialog: HTMLElement): void {
  dialog.dispatchEvent(new CustomEvent('open-search', { detail: typed }));
  isWanted = false;
  typed = '';
}

function goToResults(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-opens-search]');
  if (!link) return;
  if (typed !== '') link.search = String(new URLSearchParams({ q: typed }));
  location.assign(link.href);
}

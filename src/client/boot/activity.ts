import site from 'virtual:script/site';
import { PREFERENCES, storage } from '../site/preference.ts';

declare global {
  interface Window {
    /** Scripts of the page that nobody needs before doing something. */
    laterScripts: {
      /** Addresses of those that have not run, in their order. */
      list: string[];
      /** Load them now. @returns When they have run, or could not be loaded. */
      load: () => Promise<void>;
    };
  }
}

/** Signs of a reader. Places restored or linked to scroll the page, too: that counts only later. */
const SIGNS = ['pointerdown', 'pointermove', 'wheel', 'focusin'];
/** Milliseconds after the page has come from which scrolling is the reader's. */
const SETTLED = 1000;
/** Acts that a script which is still to come may have to answer. */
const ACTS = ['click', 'keydown', 'submit'];
/** Keys that do something wherever they are pressed: F2, F8, Ctrl/⌘ + K. */
const KEYS = /^(?:F[28]|\^k)$/i;
const FIELDS = 'input,select,textarea';

/**
 * Load the rest of the page's scripts with the first sign of a reader. What is pressed until they
 * have come is held, and done then. Short, since every page carries it and few run all of it.
 */
export function watchActivity(): void {
  const { dataset } = document.documentElement;
  const list = [site];
  const held: Event[] = [];
  const over = new AbortController();
  let isReleasing = false;
  let loading: Promise<void> | undefined;
  const ready = new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', resolve);
  });

  const load = (): Promise<void> =>
    (loading ??= ready
      .then(() =>
        Promise.all(list.map((src) => run(src).then(() => list.splice(list.indexOf(src), 1)))),
      )
      .then(
        () => {
          over.abort();
        },
        () => {
          // Links lead where they lead; the next sign tries again.
          loading = undefined;
        },
      )
      .then(() => {
        isReleasing = true;
        for (const event of held.splice(0)) repeat(event);
        isReleasing = false;
      }));

  const isForKeys = ({ key, altKey, ctrlKey, metaKey, target }: KeyboardEvent): boolean => {
    const name = (ctrlKey || metaKey ? '^' : '') + key;
    if (KEYS.test(name)) return true;
    if (name.length > 1 || altKey || (target as Element).matches(FIELDS)) return false;
    // Who has opened the search goes on typing.
    return name === '/' ? !dataset.searchKey : held.length > 0;
  };

  const onSign = (): void => {
    void load();
  };

  const hold = (event: Event): void => {
    if (isReleasing) return;
    if (event instanceof KeyboardEvent ? isForKeys(event) : isPlain(event as MouseEvent)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      held.push(event);
    }
    onSign();
  };

  const { signal } = over;
  for (const sign of SIGNS)
    addEventListener(sign, onSign, { capture: true, passive: true, signal });
  for (const act of ACTS) addEventListener(act, hold, { capture: true, signal });
  addEventListener('load', () => {
    setTimeout(() => {
      addEventListener('scroll', onSign, { passive: true, signal });
    }, SETTLED);
    // Links must hand on what the reader prefers.
    if (!storage() && PREFERENCES.some(({ attribute }) => attribute in dataset)) onSign();
  });
  window.laterScripts = { list, load };
}

function run(src: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    Object.assign(script, { src, async: false, onload: resolve, onerror: reject });
    document.head.append(script);
  });
}

function isPlain({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return !(ctrlKey || metaKey || shiftKey || altKey);
}

function repeat(event: Event): void {
  const target = event.target as HTMLFormElement;
  if (event.type === 'submit') target.requestSubmit();
  // Parts of a drawing have no `click()`.
  else if (event.type === 'click') target.dispatchEvent(new MouseEvent('click', event));
  else target.dispatchEvent(new KeyboardEvent('keydown', event));
}

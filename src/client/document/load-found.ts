import { loadScript } from '../shared/load-script.ts';

let loading: Promise<void> | undefined;

/**
 * The script that finds words in the page, once.
 *
 * @throws When it cannot be loaded; the next call tries again.
 */
export function loadFound(): Promise<void> {
  const src = document.querySelector<HTMLElement>('[data-found-words]')?.dataset.src ?? '';
  loading ??= loadScript(src).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

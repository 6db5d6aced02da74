import foundWords from 'virtual:script/found-words';
import { loadScript } from '../shared/load-script.ts';

let loading: Promise<void> | undefined;

/**
 * The script that finds words in the page, once.
 *
 * @throws When it cannot be loaded; the next call tries again.
 */
export function loadFound(): Promise<void> {
  loading ??= loadScript(foundWords).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

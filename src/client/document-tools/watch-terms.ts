import definedTerms from 'virtual:script/defined-terms';
import { loadScript } from '../shared/load-script.ts';

/** Milliseconds after the first sign of a reader before the script is sent for. */
const CALM = 300;

/**
 * Send for the script of defined terms, on a page that has such terms; where the reader has switched
 * them off, when they are switched on.
 */
export function watchTerms(): void {
  const box = document.querySelector<HTMLInputElement>('input[data-terms]');
  if (!box) return;
  const send = (): void => {
    setTimeout(() => {
      // Without it the text is read as ever.
      loadScript(definedTerms).catch(() => undefined);
    }, CALM);
  };
  if (box.checked) send();
  else box.addEventListener('change', send, { once: true });
}

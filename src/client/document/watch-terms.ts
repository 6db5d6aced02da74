import { loadScript } from '../shared/load-script.ts';

/** Milliseconds after the first sign of a reader before the script is sent for. */
const CALM = 300;

/**
 * Send for the script of defined terms once somebody reads, on a page that has such terms; where the
 * reader has switched them off, when they are switched on.
 */
export function watchTerms(): void {
  const box = document.querySelector<HTMLInputElement>('input[data-terms]');
  if (!box) return;
  let isSent = false;
  const send = (): void => {
    if (isSent) return;
    isSent = true;
    setTimeout(() => {
      // Without it the text is read as ever.
      loadScript(box.dataset.src ?? '').catch(() => undefined);
    }, CALM);
  };
  box.checked = document.documentElement.dataset.terms === undefined;
  box.addEventListener('change', send);
  if (!box.checked) return;
  for (const sign of ['pointermove', 'pointerdown', 'keydown', 'scroll'])
    addEventListener(sign, send, { once: true, passive: true });
}

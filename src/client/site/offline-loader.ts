import offline from 'virtual:script/offline';
import { isServed } from '../shared/is-served.ts';
import { loadScript } from '../shared/load-script.ts';

/** How long after the first sign of a reader the service worker is sent for: reading goes first. */
const DELAY = 2000;

/** On a web server, keep what is needed to read on without it; see `client/offline`. */
export function watchOffline(): void {
  if (!isServed()) return;
  setTimeout(() => {
    // Without it the site is read from the server alone.
    loadScript(offline).catch(() => undefined);
  }, DELAY);
}

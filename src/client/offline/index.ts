/**
 * On a web server: registers the service worker, and lets the reader keep the whole site. Its own
 * address leads to the worker, which stands at the root of the site.
 */
import { OfflineCopy } from './offline-copy.ts';
import { tellOfUpdates } from './update-notice.ts';

const own = document.currentScript;
if (own instanceof HTMLScriptElement) {
  const worker = new URL('../sw.js', own.src).href;
  const registering = navigator.serviceWorker.register(worker, { updateViaCache: 'none' });
  registering.then(tellOfUpdates, () => {
    // A browser that refuses, as in private windows, reads the site from the server alone.
  });
  customElements.define('offline-copy', OfflineCopy);
}

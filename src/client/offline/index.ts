/**
 * On a web server: registers the service worker, and tells of newer editions. Its own address leads
 * to the worker, which stands at the root of the site.
 */
import type { PageMessage } from '../../service-worker/scope.ts';
import { tellOfUpdates } from './update-notice.ts';

const own = document.currentScript;
if (own instanceof HTMLScriptElement) {
  const worker = new URL('../sw.js', own.src).href;
  navigator.serviceWorker.register(worker, { updateViaCache: 'none' }).then(resume, () => {
    // A browser that refuses, as in private windows, reads the site from the server alone.
  });
  tellOfUpdates();
}

/** Go on with a download that the reader asked for and that was interrupted. */
function resume({ active }: ServiceWorkerRegistration): void {
  active?.postMessage('resume' satisfies PageMessage);
}

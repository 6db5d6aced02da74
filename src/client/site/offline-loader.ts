/** How long after a page has come the service worker is sent for: reading goes first. */
const DELAY = 2000;

/** On a web server, keep what is needed to read on without it; see `client/offline`. */
export function watchOffline(): void {
  const source = document.querySelector<HTMLElement>('.site-footer')?.dataset.src;
  const isServed = location.protocol === 'https:' || location.protocol === 'http:';
  if (source === undefined || !isServed || !('serviceWorker' in navigator)) return;
  const script = document.createElement('script');
  script.src = source;
  // A newer edition may take over before the script can hear of it.
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    script.dataset.missed = '';
  });
  addEventListener('load', () => {
    setTimeout(() => {
      document.head.append(script);
    }, DELAY);
  });
}

import later from 'virtual:sentences/offline.later';
import reload from 'virtual:sentences/offline.reload';
import update from 'virtual:sentences/offline.update';
import { find } from '../site/find.ts';
import type { PageMessage, WorkerMessage } from '../../service-worker/scope.ts';

/**
 * Tell the reader of a newer edition than that of the page in view. When a new worker takes over, in
 * whichever tab that began, each page asks it which edition it has, and holds its own against that;
 * and once at first, as one may have taken over before this script came.
 */
export function tellOfUpdates(): void {
  const own = document.querySelector<HTMLElement>('[data-edition]')?.dataset.edition;
  const { serviceWorker } = navigator;
  const region = addRegion();
  const ask = (): void => {
    serviceWorker.controller?.postMessage('edition' satisfies PageMessage);
  };
  serviceWorker.addEventListener('controllerchange', ask);
  serviceWorker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
    if (data.type !== 'edition') return;
    if (data.id === own) region.replaceChildren();
    else tell(region);
  });
  serviceWorker.startMessages();
  ask();
}

/** What is written into it is said to who does not see it, since it was there before. */
function addRegion(): HTMLElement {
  const region = document.createElement('div');
  region.className = 'floating-notice';
  region.setAttribute('role', 'status');
  document.body.append(region);
  return region;
}

function tell(region: HTMLElement): void {
  region.innerHTML = `<p data-update-notice>${update}
<button class="button" type="button" data-reload>${reload}</button>
<button class="text-button" type="button" data-later>${later}</button></p>`;
  find(region, '[data-reload]', HTMLElement).addEventListener('click', () => {
    location.reload();
  });
  find(region, '[data-later]', HTMLElement).addEventListener('click', () => {
    region.replaceChildren();
  });
}

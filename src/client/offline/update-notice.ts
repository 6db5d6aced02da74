import type { PageMessage, WorkerMessage } from '../../service-worker/scope.ts';

/**
 * Tell the reader of a newer edition than that of the page in view. When a new worker takes over, in
 * whichever tab that began, each page asks it which edition it has, and holds its own against that.
 *
 * @param isLate Whether a worker took over before anyone listened: then it is asked at once.
 */
export function tellOfUpdates(isLate: boolean): void {
  const own = document.querySelector<HTMLElement>('[data-edition]')?.dataset.edition;
  const notice = document.querySelector<HTMLElement>('[data-update-notice]');
  const { serviceWorker } = navigator;
  const ask = (): void => {
    serviceWorker.controller?.postMessage('edition' satisfies PageMessage);
  };
  serviceWorker.addEventListener('controllerchange', ask);
  serviceWorker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
    if (data.type === 'edition' && notice) notice.hidden = data.id === own;
  });
  serviceWorker.startMessages();
  if (isLate) ask();
  notice?.querySelector('[data-reload]')?.addEventListener('click', () => {
    location.reload();
  });
  notice?.querySelector('[data-later]')?.addEventListener('click', () => {
    notice.hidden = true;
  });
}

import type { WorkerMessage } from '../../service-worker/scope.ts';

/**
 * Tell the reader of a newer edition when the page in view was not fetched but kept: one that came
 * from the server is new already.
 */
export function tellOfUpdates(registration: ServiceWorkerRegistration): void {
  let isStored = false;
  let isUpdated = false;
  const notice = document.querySelector<HTMLElement>('[data-update-notice]');
  const tell = (): void => {
    if (!notice || !isStored || !isUpdated) return;
    notice.hidden = false;
    notice.querySelector('button')?.addEventListener('click', () => {
      location.reload();
    });
  };
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
    if (data.type !== 'stored') return;
    isStored = true;
    tell();
  });
  navigator.serviceWorker.startMessages();
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      isUpdated = worker.state === 'activated';
      tell();
    });
  });
}

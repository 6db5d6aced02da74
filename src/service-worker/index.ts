/**
 * Keeps a hosted copy of the site readable without its server. Never used on file://, where
 * browsers have no service workers. The build puts the plan before this script.
 */
import { answer } from './answer.ts';
import { Download } from './download.ts';
import type { OfflinePlan, WorkerClient, WorkerScope } from './scope.ts';
import { Store } from './store.ts';

const scope = self as unknown as WorkerScope & { plan: OfflinePlan };
const { plan } = scope;
const store = new Store(scope, plan.id);
const download = new Download(scope, plan, store);

scope.addEventListener('install', (event) => {
  event.waitUntil(install());
});
scope.addEventListener('activate', (event) => {
  event.waitUntil(store.dropOlder().then(() => scope.clients.claim()));
});
scope.addEventListener('fetch', (event) => {
  if (event.request.method !== 'GET' || event.request.headers.has('range')) return;
  const path = store.fileOf(new URL(event.request.url));
  if (path !== null) event.respondWith(answer(event, path, store, scope, plan));
});
scope.addEventListener('message', (event) => {
  const { data, source } = event;
  if (data === 'download') event.waitUntil(download.run(source));
  else event.waitUntil(tellState(data === 'clear', source));
});

/** A reader who had kept the whole older edition gets the whole new one. */
async function install(): Promise<void> {
  await store.keep(plan.core, () => undefined);
  if ((await store.keptByOlder()) > Object.keys(plan.core).length) await download.run(null);
  await scope.skipWaiting();
}

async function tellState(isToClear: boolean, client: WorkerClient | null): Promise<void> {
  if (isToClear) await store.clear();
  client?.postMessage(await download.state());
}

/**
 * Keeps a hosted copy of the site readable without its server. Never used on file://, where
 * browsers have no service workers. The build puts the plan before this script.
 */
import { makeAnswer } from './answer.ts';
import { Download } from './download.ts';
import type { OfflinePlan, PageMessage, WorkerClient, WorkerScope } from './scope.ts';
import { Store } from './store.ts';

const scope = self as unknown as WorkerScope & { plan: OfflinePlan };
const { plan } = scope;
const store = new Store(scope, plan.id);
const download = new Download(scope, plan, store);
const answer = makeAnswer(store, scope, plan);

scope.addEventListener('install', (event) => {
  event.waitUntil(install());
});
scope.addEventListener('activate', (event) => {
  event.waitUntil(store.dropOlder().then(() => scope.clients.claim()));
});
scope.addEventListener('fetch', (event) => {
  if (event.request.method !== 'GET' || event.request.headers.has('range')) return;
  const path = store.fileOf(new URL(event.request.url));
  if (path !== null) event.respondWith(answer(event, path));
});
scope.addEventListener('message', (event) => {
  event.waitUntil(obey(event.data, event.source));
});

/** The older edition stays in use until this one is ready. */
async function install(): Promise<void> {
  await store.keep(plan.core, () => undefined);
  await download.inherit();
  await scope.skipWaiting();
}

async function obey(message: PageMessage, client: WorkerClient | null): Promise<void> {
  if (message === 'download') await download.run(client);
  else if (message === 'resume') await download.resume();
  else if (message === 'edition') client?.postMessage({ type: 'edition', id: plan.edition });
  else {
    if (message === 'clear') await store.clear();
    const state = await download.state();
    client?.postMessage(state);
  }
}

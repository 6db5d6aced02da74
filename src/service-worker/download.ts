import { CHECKSUMS_FILE, formatChecksums, parseChecksums } from '../lib/edition/checksums.ts';
import { isForReading, SERVICE_WORKER_FILE } from '../lib/offline/plan.ts';
import type { OfflinePlan, WorkerClient, WorkerMessage, WorkerScope } from './scope.ts';
import { sha256 } from './sha256.ts';
import { OtherEditionError, type Store } from './store.ts';

/** Keeps the whole site, and tells pages how far it is. */
export class Download {
  private readonly scope: WorkerScope;
  private readonly plan: OfflinePlan;
  private readonly store: Store;
  private running: Promise<WorkerMessage> | undefined;
  private kept = 0;
  private total: number | null = null;

  constructor(scope: WorkerScope, plan: OfflinePlan, store: Store) {
    this.scope = scope;
    this.plan = plan;
    this.store = store;
  }

  /**
   * Keep everything. A call while it runs joins in: pages call again now and then, since a browser
   * may stop a worker that is long at work.
   *
   * @param client Page to tell.
   * @returns How it ended.
   */
  async run(client: WorkerClient | null): Promise<WorkerMessage> {
    this.running ??= this.keepAll().finally(() => {
      this.running = undefined;
    });
    // Not `client?.postMessage(await …)`: without a client, that would not wait at all.
    if (client) client.postMessage(await this.state());
    const outcome = await this.running;
    if (client) client.postMessage(outcome);
    return outcome;
  }

  /** Go on with what the reader asked for and what was interrupted. */
  async resume(): Promise<void> {
    if (this.running) return;
    const { digests, total } = await this.store.record();
    if (total !== null && digests.size < total) await this.run(null);
  }

  /**
   * While a newer edition is made ready: keep all of it where the reader keeps all of the older one.
   *
   * @throws When the server fails: the older edition then stays whole, and the browser makes the
   *   newer one ready again later, from where it was. Without room for both, the newer one goes
   *   on without all of its files, and {@link resume} fetches them when the older is gone.
   */
  async inherit(): Promise<void> {
    if (!(await this.store.isAllWanted())) return;
    const outcome = await this.run(null);
    if (outcome.type === 'failed' && outcome.reason !== 'storage') throw new Error(outcome.reason);
  }

  /** How much is kept: what is written down, or how far it is on the way there. */
  async state(): Promise<WorkerMessage> {
    if (this.running) return this.message(this.kept, this.total, true);
    const { digests, total } = await this.store.record();
    return this.message(digests.size, total, false);
  }

  private message(kept: number, total: number | null, isRunning: boolean): WorkerMessage {
    return { type: 'kept', kept, total, isRunning };
  }

  private async keepAll(): Promise<WorkerMessage> {
    try {
      const files = await this.listFiles();
      if (files === null) return { type: 'failed', reason: 'updated' };
      this.total = Object.keys(files).length;
      await this.store.wantAll(this.total);
      this.kept = (await this.store.record()).digests.size;
      await this.store.keep(files, () => {
        this.kept += 1;
      });
      const { digests, total } = await this.store.record();
      return this.message(digests.size, total, false);
    } catch (error) {
      return { type: 'failed', reason: reasonOf(error) };
    }
  }

  /** Digests of all files to keep; null when the server has another edition by now. */
  private async listFiles(): Promise<Record<string, string> | null> {
    const response = await this.store.fetchFile(CHECKSUMS_FILE);
    const checksums = parseChecksums(await response.text());
    if (!checksums) throw new TypeError(`${CHECKSUMS_FILE} cannot be read`);
    const files = new Map([...checksums].filter(([path]) => path !== SERVICE_WORKER_FILE));
    const id = await sha256(this.scope, new TextEncoder().encode(formatChecksums(files)));
    if (!id.startsWith(this.plan.id)) return null;
    return Object.fromEntries([...files].filter(([path]) => isForReading(path)));
  }
}

function reasonOf(error: unknown): 'network' | 'storage' | 'updated' {
  if (error instanceof OtherEditionError) return 'updated';
  const isNoRoom = error instanceof DOMException && error.name === 'QuotaExceededError';
  return isNoRoom ? 'storage' : 'network';
}

import { CHECKSUMS_FILE, formatChecksums, parseChecksums } from '../lib/edition/checksums.ts';
import { SERVICE_WORKER_FILE } from '../lib/offline/plan.ts';
import type { OfflinePlan, WorkerClient, WorkerMessage, WorkerScope } from './scope.ts';
import type { Store } from './store.ts';

/** Keeps the whole site, and tells pages how far it is. */
export class Download {
  private readonly scope: WorkerScope;
  private readonly plan: OfflinePlan;
  private readonly store: Store;
  private running: Promise<WorkerMessage> | undefined;
  private total: number | null = null;
  private kept = 0;

  constructor(scope: WorkerScope, plan: OfflinePlan, store: Store) {
    this.scope = scope;
    this.plan = plan;
    this.store = store;
  }

  /**
   * Keep everything. A call while it runs joins in: pages call again now and then, since a browser
   * may stop a worker that is long at work.
   */
  async run(client: WorkerClient | null): Promise<void> {
    this.running ??= this.keepAll().finally(() => {
      this.running = undefined;
    });
    client?.postMessage(await this.state());
    client?.postMessage(await this.running);
  }

  /** How much is kept. */
  async state(): Promise<WorkerMessage> {
    const isRunning = this.running !== undefined;
    const kept = isRunning ? this.kept : (await this.store.kept()).size;
    return { type: 'kept', kept, total: this.total, isRunning };
  }

  private async keepAll(): Promise<WorkerMessage> {
    try {
      const files = await this.listFiles();
      if (files === null) return { type: 'failed', reason: 'updated' };
      const kept = await this.store.kept();
      this.total = Object.keys(files).length;
      this.kept = Object.keys(files).filter((path) => kept.has(path)).length;
      await this.store.keep(files, () => {
        this.kept += 1;
      });
      return { type: 'kept', kept: this.kept, total: this.total, isRunning: false };
    } catch (error) {
      return { type: 'failed', reason: isNoRoom(error) ? 'storage' : 'network' };
    }
  }

  /** Digests of all files; null when the server has another edition by now. */
  private async listFiles(): Promise<Record<string, string> | null> {
    const response = await this.store.fetchFile(CHECKSUMS_FILE);
    const checksums = parseChecksums(await response.text());
    if (!checksums) throw new TypeError(`${CHECKSUMS_FILE} cannot be read`);
    const files = new Map([...checksums].filter(([path]) => path !== SERVICE_WORKER_FILE));
    const id = await digest(this.scope, formatChecksums(files));
    return id.startsWith(this.plan.id) ? Object.fromEntries(files) : null;
  }
}

async function digest({ crypto }: WorkerScope, text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function isNoRoom(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

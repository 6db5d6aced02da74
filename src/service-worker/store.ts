import { fileOf, isImmutable } from '../lib/offline/plan.ts';
import type { WorkerScope } from './scope.ts';
import { sha256 } from './sha256.ts';

/** Entry of a store that says what it keeps. No file of the site has this name. */
const RECORD = '.record';
/** The record is written after so many files, so that a stopped worker goes on where it was. */
const RECORD_EVERY = 50;

/** What a store keeps for certain; it is written after the files that it speaks of. */
export interface StoreRecord {
  /** Digests of the files that were kept with it, by path. What a reader merely opened is not here. */
  digests: ReadonlyMap<string, string>;
  /** Number of files of the whole edition, once the reader has asked for all of them; else null. */
  total: number | null;
}

const EMPTY: StoreRecord = { digests: new Map(), total: null };

/** Files of one edition, kept in the browser. */
export class Store {
  private readonly scope: WorkerScope;
  private readonly id: string;
  private readonly root: string;
  /** Sites of one server share its storage; each has its own stores. */
  private readonly prefix: string;
  /** Own record, as last read or written. */
  private known: StoreRecord | undefined;
  /** Grows with each clearing, which ends what is being kept. */
  private clearings = 0;

  /** @param id Of the edition. */
  constructor(scope: WorkerScope, id: string) {
    this.scope = scope;
    this.id = id;
    this.root = new URL(scope.registration.scope).pathname;
    this.prefix = `thu-vien ${this.root} `;
  }

  /** File that answers an address; null when it is none of this site's. */
  fileOf(url: URL): string | null {
    return url.origin === new URL(this.scope.registration.scope).origin
      ? fileOf(url.pathname, this.root)
      : null;
  }

  /** Whether an answer is of this file, under a name that the server prefers perhaps. */
  isAnswerFor(path: string, { redirected, url }: Response): boolean {
    return !redirected || this.fileOf(new URL(url)) === path;
  }

  match(path: string): Promise<Response | undefined> {
    return this.matchIn(this.name, path);
  }

  /**
   * Keep what a reader has just been given. A file of this edition that is kept already stays: the
   * server may be an edition ahead by now, and a store must not mix the two.
   */
  async putVisited(path: string, response: Response): Promise<void> {
    this.known ??= await this.record();
    if (!this.known.digests.has(path)) await this.put(path, response);
  }

  /** What is kept, as written. */
  async record(): Promise<StoreRecord> {
    return (this.known = await this.readRecord(this.name));
  }

  /** Write down that the reader asked for all files of the edition. */
  async wantAll(total: number): Promise<void> {
    await this.writeRecord({ ...(await this.record()), total });
  }

  /** Whether the reader asked for all files, of this edition or of an older one that is still here. */
  async isAllWanted(): Promise<boolean> {
    const names = [this.name, ...(await this.olderNames())];
    const records = await Promise.all(names.map((name) => this.readRecord(name)));
    return records.some(({ total }) => total !== null);
  }

  /**
   * Keep files: those that an older edition has with the same digest are taken from there. Ends
   * early, without an error, when the store is cleared meanwhile.
   *
   * @param onKept Called after each file.
   * @throws {OtherEditionError} When the server gives a file that is not of this edition. Other
   *   errors when a file cannot be fetched, or the browser has no room. What was kept until then is
   *   written down.
   */
  async keep(files: Readonly<Record<string, string>>, onKept: () => void): Promise<void> {
    const older = await this.olderFiles();
    const { digests: kept, total } = await this.record();
    const digests = new Map(kept);
    const missing = Object.entries(files).filter(([path, digest]) => digests.get(path) !== digest);
    const { clearings } = this;
    const isCleared = (): boolean => this.clearings !== clearings;
    const write = async (): Promise<void> => {
      if (!isCleared()) await this.writeRecord({ digests, total });
    };
    try {
      await inBatches(missing, async ([path, digest]) => {
        if (isCleared()) return;
        const name = older.get(`${digest} ${path}`);
        const copy = name === undefined ? undefined : await this.matchIn(name, path);
        await this.put(path, copy ?? (await this.fetchDigested(path, digest)));
        digests.set(path, digest);
        onKept();
        if (digests.size % RECORD_EVERY === 0) await write();
      });
    } finally {
      await write();
    }
    if (isCleared()) await this.scope.caches.delete(this.name);
  }

  /**
   * Drop the stores of all other editions, but take over their scripts and styles: a page of that
   * edition that is still open may ask for them, and the server has them no more.
   */
  async dropOlder(): Promise<void> {
    for (const [key, name] of await this.olderFiles()) {
      const path = key.slice(key.indexOf(' ') + 1);
      if (!isImmutable(path) || (await this.match(path))) continue;
      const copy = await this.matchIn(name, path);
      // Without room for it, that page says that it cannot go on.
      if (copy) await this.put(path, copy).catch(() => undefined);
    }
    for (const name of await this.olderNames()) await this.scope.caches.delete(name);
  }

  /** Drop what this edition keeps. */
  async clear(): Promise<void> {
    this.clearings += 1;
    this.known = EMPTY;
    await this.scope.caches.delete(this.name);
  }

  /** Fetch a file past the browser's own cache. @throws When there is no good answer. */
  async fetchFile(path: string): Promise<Response> {
    const response = await this.scope.fetch(this.urlOf(path), { cache: 'no-cache' });
    if (!response.ok || !this.isAnswerFor(path, response))
      throw new TypeError(`${path}: ${response.status} ${response.url}`);
    return response;
  }

  private async fetchDigested(path: string, digest: string): Promise<Response> {
    const response = await this.fetchFile(path);
    const found = await sha256(this.scope, await response.clone().arrayBuffer());
    if (found !== digest) throw new OtherEditionError(path);
    return response;
  }

  private get name(): string {
    return this.prefix + this.id;
  }

  private urlOf(path: string): string {
    return new URL(path, this.scope.registration.scope).href;
  }

  private async put(path: string, response: Response): Promise<void> {
    const cache = await this.scope.caches.open(this.name);
    await cache.put(this.urlOf(path), await cleanCopy(response));
  }

  /** Unlike opening a store, this does not make one again that has just been dropped. */
  private matchIn(cacheName: string, path: string): Promise<Response | undefined> {
    return this.scope.caches.match(this.urlOf(path), { cacheName });
  }

  private async olderNames(): Promise<string[]> {
    const names = await this.scope.caches.keys();
    return names.filter((name) => name.startsWith(this.prefix) && name !== this.name);
  }

  /** Store of an older edition that has a file, by digest and path. */
  private async olderFiles(): Promise<Map<string, string>> {
    const stores = new Map<string, string>();
    for (const name of await this.olderNames()) {
      const { digests } = await this.readRecord(name);
      for (const [path, digest] of digests) stores.set(`${digest} ${path}`, name);
    }
    return stores;
  }

  private async readRecord(name: string): Promise<StoreRecord> {
    const entry = await this.matchIn(name, RECORD);
    if (!entry) return EMPTY;
    const { digests, total } = (await entry.json()) as WrittenRecord;
    return { digests: new Map(digests), total };
  }

  private async writeRecord(record: StoreRecord): Promise<void> {
    this.known = record;
    const { digests, total } = record;
    const written: WrittenRecord = { digests: [...digests], total };
    await this.put(RECORD, new Response(JSON.stringify(written)));
  }
}

/** The server has files of another edition by now. */
export class OtherEditionError extends Error {}

interface WrittenRecord {
  digests: [string, string][];
  total: number | null;
}

/** Requests that run at the same time. */
const BATCH = 6;

/** @throws The first error, after the work that was under way has ended. */
async function inBatches<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = [...items].reverse();
  const takeNext = async (): Promise<void> => {
    for (let item = rest.pop(); item !== undefined; item = rest.pop()) {
      try {
        await work(item);
      } catch (error) {
        rest.length = 0;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: BATCH }, takeNext));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}

/** A browser refuses to open a page with an answer that was redirected. */
async function cleanCopy(response: Response): Promise<Response> {
  if (!response.redirected) return response;
  return new Response(await response.blob(), { headers: response.headers });
}

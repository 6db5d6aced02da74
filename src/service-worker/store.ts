import { fileOf } from '../lib/offline/plan.ts';
import type { WorkerScope } from './scope.ts';

/** Entry of a store that lists the digests of its files. No file of the site has this name. */
const DIGESTS = '.digests';

/** Files of one edition, kept in the browser. */
export class Store {
  private readonly scope: WorkerScope;
  private readonly id: string;
  private readonly root: string;
  /** Sites of one server share its storage; each has its own stores. */
  private readonly prefix: string;
  private digests: Map<string, string> | undefined;

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

  async match(path: string): Promise<Response | undefined> {
    return (await this.open()).match(this.urlOf(path));
  }

  /** Keep what a reader has just been given. */
  async put(path: string, response: Response): Promise<void> {
    await (await this.open()).put(this.urlOf(path), await cleanCopy(response));
  }

  /** Digests of what {@link keep} has kept, by path. */
  async kept(): Promise<ReadonlyMap<string, string>> {
    return (this.digests ??= await this.readDigests(this.prefix + this.id));
  }

  /**
   * Keep files: those that an older edition has with the same digest are taken from there.
   *
   * @param onKept Called after each file.
   * @throws When a file cannot be fetched, or the browser has no room.
   */
  async keep(files: Readonly<Record<string, string>>, onKept: () => void): Promise<void> {
    const older = await this.olderCopies();
    const digests = new Map(await this.kept());
    const missing = Object.entries(files).filter(([path, digest]) => digests.get(path) !== digest);
    try {
      await inBatches(missing, async ([path, digest]) => {
        const copy = (await older.get(`${digest} ${path}`)?.()) ?? (await this.fetchFile(path));
        await this.put(path, copy);
        digests.set(path, digest);
        onKept();
      });
    } finally {
      this.digests = digests;
      const list = new Response(JSON.stringify([...digests]));
      await (await this.open()).put(this.urlOf(DIGESTS), list);
    }
  }

  /** Drop the stores of all other editions. */
  async dropOlder(): Promise<void> {
    for (const name of await this.olderNames()) await this.scope.caches.delete(name);
  }

  /** Drop what this edition keeps. */
  async clear(): Promise<void> {
    this.digests = undefined;
    await this.scope.caches.delete(this.prefix + this.id);
  }

  /** Most files that an older edition keeps; how much of this one a reader will want. */
  async keptByOlder(): Promise<number> {
    const names = await this.olderNames();
    const lists = await Promise.all(names.map((name) => this.readDigests(name)));
    return Math.max(0, ...lists.map(({ size }) => size));
  }

  /** Fetch a file past the browser's own cache. @throws When there is no good answer. */
  async fetchFile(path: string): Promise<Response> {
    const response = await this.scope.fetch(this.urlOf(path), { cache: 'no-cache' });
    if (!response.ok || !this.isAnswerFor(path, response))
      throw new TypeError(`${path}: ${response.status} ${response.url}`);
    return response;
  }

  private open(): Promise<Cache> {
    return this.scope.caches.open(this.prefix + this.id);
  }

  private urlOf(path: string): string {
    return new URL(path, this.scope.registration.scope).href;
  }

  private async olderNames(): Promise<string[]> {
    const names = await this.scope.caches.keys();
    return names.filter((name) => name.startsWith(this.prefix) && name !== this.prefix + this.id);
  }

  /** How to get each file of the older editions, by digest and path. */
  private async olderCopies(): Promise<Map<string, () => Promise<Response | undefined>>> {
    const copies = new Map<string, () => Promise<Response | undefined>>();
    for (const name of await this.olderNames()) {
      const cache = await this.scope.caches.open(name);
      for (const [path, digest] of await this.readDigests(name)) {
        copies.set(`${digest} ${path}`, () => cache.match(this.urlOf(path)));
      }
    }
    return copies;
  }

  private async readDigests(name: string): Promise<Map<string, string>> {
    const cache = await this.scope.caches.open(name);
    const list = await cache.match(this.urlOf(DIGESTS));
    return new Map(list ? ((await list.json()) as [string, string][]) : []);
  }
}

/** Requests that run at the same time. */
const BATCH = 6;

async function inBatches<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = [...items].reverse();
  const takeNext = async (): Promise<void> => {
    for (let item = rest.pop(); item !== undefined; item = rest.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: BATCH }, takeNext));
}

/** A browser refuses to open a page with an answer that was redirected. */
async function cleanCopy(response: Response): Promise<Response> {
  if (!response.redirected) return response;
  return new Response(await response.blob(), { headers: response.headers });
}

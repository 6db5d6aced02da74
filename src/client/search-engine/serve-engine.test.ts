import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildSearchIndex } from '../../integrations/search-index/build-search-index.ts';
import { readManifest, unwrapValue } from '../../integrations/search-index/search-files.ts';
import { encodeDense } from '../../lib/search/dense-text.ts';
import { goldenLibrary } from '../../lib/search/fixtures/library.ts';
import { SEARCH_FOLDER, type SearchManifest } from '../../lib/search/index-format.ts';
import type { SearchAnswer } from '../../lib/search/search-engine.ts';
import { unpackFile } from './bytes.ts';
import type { FromEngine, ToEngine } from './messages.ts';
import { serveEngine } from './serve-engine.ts';

let folder: string;
let manifest: SearchManifest;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serve-engine-'));
  buildSearchIndex({ library: goldenLibrary(), output: folder, engine: null });
  manifest = await readManifest(folder);
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

/** The page's side of the conversation. */
class Page {
  readonly heard: FromEngine[] = [];
  /** Files that cannot be read. */
  readonly missing = new Set<string>();
  #send!: (event: { data: ToEngine }) => void;
  readonly #waiting = new Map<number, (message: FromEngine) => void>();

  constructor() {
    serveEngine({
      postMessage: (message) => {
        this.heard.push(message);
        if (message.type === 'read') void this.#give(message.name);
        if (message.type === 'answer' || message.type === 'failure') {
          this.#waiting.get(message.id)?.(message);
        }
      },
      addEventListener: (_, listener) => {
        this.#send = listener;
      },
    });
  }

  send(message: ToEngine): void {
    this.#send({ data: message });
  }

  ask(id: number, query: string): Promise<FromEngine> {
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.send({ type: 'search', id, query, options: {}, early: true });
    });
  }

  filesAsked(): string[] {
    return this.heard.flatMap((message) => (message.type === 'read' ? [message.name] : []));
  }

  async #give(name: string): Promise<void> {
    const content = this.missing.has(name)
      ? null
      : (unwrapValue(await readFile(join(folder, SEARCH_FOLDER, name))) as string);
    this.send({ type: 'file', library: 0, name, content });
  }
}

let page: Page;
beforeEach(() => {
  page = new Page();
});

const firstOf = (message: FromEngine) =>
  message.type === 'answer' ? (message.answer as SearchAnswer).results[0]?.document.slug : message;

describe('serveEngine', () => {
  test('says that it is ready, then answers', async () => {
    expect(page.heard).toEqual([{ type: 'ready' }]);
    page.send({ type: 'open', manifest });
    expect(firstOf(await page.ask(1, 'quy chế khối xóm'))).toBe('901-qd-tv-2033');
  });

  test('asks for each file once', async () => {
    page.send({ type: 'open', manifest });
    await Promise.all([page.ask(1, 'thư viện'), page.ask(2, 'thư viện thôn')]);
    await page.ask(3, 'thư viện thôn');
    const asked = page.filesAsked();
    expect(new Set(asked).size).toBe(asked.length);
  });

  test('sends an early answer while texts come', async () => {
    page.send({ type: 'open', manifest });
    await page.ask(1, 'thời hạn mượn sách');
    const kinds = page.heard.map(({ type }) => type);
    expect(kinds.indexOf('early')).toBeLessThan(kinds.indexOf('answer'));
    expect(kinds).toContain('early');
  });

  test('suggests without asking for more than the table', async () => {
    page.send({ type: 'open', manifest });
    const heard = new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        if (!page.heard.some(({ type }) => type === 'answer')) return;
        clearInterval(timer);
        resolve();
      }, 1);
    });
    page.send({ type: 'suggest', id: 1, query: '901', limit: 3 });
    await heard;
    expect(page.filesAsked()).toEqual([manifest.table]);
  });

  test('a file that cannot be read fails the search; the next one tries again', async () => {
    page.missing.add(manifest.table);
    page.send({ type: 'open', manifest });
    expect((await page.ask(1, 'thư viện')).type).toBe('failure');
    page.missing.clear();
    expect(firstOf(await page.ask(2, 'thư viện'))).toBe('10-2034-qh30');
  });

  test('a question before the index is opened fails', async () => {
    expect((await page.ask(1, 'thư viện')).type).toBe('failure');
  });
});

test('a file is decompressed, unless it is a chunk of the word index', async () => {
  const bytes = Uint8Array.of(0xd2, 0);
  expect(await unpackFile(encodeDense(bytes))).toEqual(bytes);
  expect([...(await unpackFile(encodeDense(gzipSync(bytes))))]).toEqual([...bytes]);
});

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildSearchIndex } from '../../integrations/search-index/build-search-index.ts';
import { readManifest, unwrapValue } from '../../integrations/search-index/search-files.ts';
import { encodeDense } from '../../lib/search/dense-text.ts';
import { goldenLibrary } from '../../lib/search/fixtures/library.ts';
import {
  MANIFEST_FILE,
  SEARCH_FOLDER,
  type SearchManifest,
} from '../../lib/search/index-format.ts';
import type { SearchAnswer } from '../../lib/search/search-engine.ts';
import { unpackFile } from './bytes.ts';
import type { FromEngine, FullAnswer, ToEngine } from './messages.ts';
import { serveEngine } from './serve-engine.ts';

let folder: string;
let manifest: SearchManifest;
/** The same with two other libraries: copies of this one. */
let joined: SearchManifest;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serve-engine-'));
  buildSearchIndex({ library: goldenLibrary(), output: folder, engine: null });
  manifest = await readManifest(folder);
  const libraries = ['Một', 'Hai'].map((name) => ({ name, address: `../${name}/` }));
  joined = { ...manifest, libraries };
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

/** The page's side of the conversation. */
class Page {
  readonly heard: FromEngine[] = [];
  /** Files that cannot be read. */
  readonly missing = new Set<string>();
  /** Files that never come; those of other libraries with their number. @example '1 muc-luc.js' */
  readonly late = new Set<string>();
  #send!: (event: { data: ToEngine }) => void;
  readonly #waiting = new Map<number, (message: FromEngine) => void>();

  constructor() {
    serveEngine({
      postMessage: (message) => {
        this.heard.push(message);
        if (message.type === 'read') void this.#give(message.library, message.name);
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
    return this.heard.flatMap((message) =>
      message.type === 'read' ? [nameOf(message.library, message.name)] : [],
    );
  }

  /** Until other libraries have come or gone so many times. */
  async changes(times: number): Promise<void> {
    while (this.heard.filter(({ type }) => type === 'changed').length < times) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }

  async #give(library: number, name: string): Promise<void> {
    const asked = nameOf(library, name);
    if (this.late.has(asked)) return;
    const content = this.missing.has(asked)
      ? null
      : unwrapValue(await readFile(join(folder, SEARCH_FOLDER, name)));
    this.send({ type: 'file', library, name, content });
  }
}

/** Files of the own library by their name alone. */
function nameOf(library: number, name: string): string {
  return library === 0 ? name : `${library} ${name}`;
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

const librariesOf = (message: FromEngine) =>
  message.type === 'answer' ? (message.answer as FullAnswer).libraries : message;

describe('other libraries', () => {
  test('are asked for after the first answer, which has nothing of them', async () => {
    page.send({ type: 'open', manifest: joined });
    const first = await page.ask(1, 'quy chế khối xóm');
    expect(librariesOf(first)).toEqual(['waiting', 'waiting']);
    expect(page.filesAsked().filter((name) => name.includes(' '))).toEqual([
      `1 ${MANIFEST_FILE}`,
      `2 ${MANIFEST_FILE}`,
    ]);
    await page.changes(2);
    const second = await page.ask(2, 'quy chế khối xóm');
    expect(librariesOf(second)).toEqual(['open', 'open']);
    // They are copies of the own one: every document is there once.
    expect((second as { answer: FullAnswer }).answer.total).toBe(
      (first as { answer: FullAnswer }).answer.total,
    );
  });

  test('one that is missing or damaged is told of, and the others answer', async () => {
    page.missing.add(`1 ${MANIFEST_FILE}`);
    page.missing.add(`2 ${manifest.table}`);
    page.send({ type: 'open', manifest: joined });
    await page.ask(1, 'thư viện');
    await page.changes(2);
    const answer = await page.ask(2, 'thư viện');
    expect(firstOf(answer)).toBe('10-2034-qh30');
    expect(librariesOf(answer)).toEqual(['missing', 'damaged']);
  });

  test('one that breaks in the middle of a search is left out of it', async () => {
    for (const [, file] of manifest.chunks) page.missing.add(`1 ${file}`);
    page.send({ type: 'open', manifest: joined });
    await page.ask(1, 'thư viện');
    await page.changes(2);
    const answer = await page.ask(2, 'đê điều bị sạt lở');
    expect(firstOf(answer)).toBe('901-qd-tv-2033');
    expect(librariesOf(answer)).toEqual(['damaged', 'open']);
  });

  test('one whose files do not come keeps no answer back', async () => {
    for (const [, file] of manifest.chunks) page.late.add(`1 ${file}`);
    page.send({ type: 'open', manifest: joined });
    await page.ask(1, 'thư viện');
    await page.changes(2);
    for (const [id, query] of ['thư viện thôn', 'hòa giải'].entries()) {
      expect(firstOf(await page.ask(id + 2, query))).toBeTypeOf('string');
    }
  });
});

test('a file is decompressed, unless it is a chunk of the word index', async () => {
  const bytes = Uint8Array.of(0xd2, 0);
  expect(await unpackFile(encodeDense(bytes))).toEqual(bytes);
  expect([...(await unpackFile(encodeDense(gzipSync(bytes))))]).toEqual([...bytes]);
});

test('a file that unfolds to more than it may is refused', async () => {
  const bomb = encodeDense(gzipSync(new Uint8Array(100_000)));
  expect(await unpackFile(bomb, 100_000)).toHaveLength(100_000);
  await expect(unpackFile(bomb, 99_999)).rejects.toThrow('more than it may');
});

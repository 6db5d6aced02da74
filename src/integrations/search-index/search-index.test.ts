import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goldenLibrary } from '../../lib/search/fixtures/library.ts';
import { GOLDEN_QUERIES } from '../../lib/search/fixtures/queries.ts';
import { SEARCH_FOLDER } from '../../lib/search/index-format.ts';
import type { SearchEngine } from '../../lib/search/search-engine.ts';
import { buildSearchIndex, type SearchIndexReport } from './build-search-index.ts';
import { scriptText } from '../markup/script-text.ts';
import { hasIndex, openIndex } from './open-index.ts';

let folder: string;
let report: SearchIndexReport;
let engine: SearchEngine;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'search-index-'));
  report = buildSearchIndex({ library: goldenLibrary(), output: folder, engine: null });
  engine = await openIndex(folder);
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

describe('the index', () => {
  test('holds every document', () => {
    expect(report.documents).toBe(goldenLibrary().documents.length);
    expect(hasIndex(folder)).toBe(true);
    expect(hasIndex(join(folder, 'no-site'))).toBe(false);
  });

  test('is made of classic scripts with plain names', async () => {
    const names = await readdir(join(folder, SEARCH_FOLDER));
    expect(names.sort()).toEqual(report.files.map(({ name }) => name).sort());
    for (const name of names) {
      expect(name).toMatch(/^[a-z0-9.-]+\.js$/);
      const script = scriptText(await readFile(join(folder, SEARCH_FOLDER, name)));
      expect(script).toMatch(/^__tk\(.*\)\n$/s);
    }
  });

  test('has the same bytes when built again elsewhere', async () => {
    const other = await mkdtemp(join(tmpdir(), 'search-index-'));
    const again = buildSearchIndex({ library: goldenLibrary(), output: other, engine: null });
    expect(again.files).toEqual(report.files);
    for (const { name } of again.files) {
      const [first, second] = await Promise.all(
        [folder, other].map((root) => readFile(join(root, SEARCH_FOLDER, name), 'utf8')),
      );
      expect(second).toBe(first);
    }
    await rm(other, { recursive: true });
  });
});

describe('the first result', () => {
  test.each(GOLDEN_QUERIES)('$q → $doc ($why)', async ({ q, doc, anchor }) => {
    const { results } = await engine.search(q);
    expect(results[0]?.document.slug).toBe(doc);
    if (anchor !== undefined) expect(results[0]?.anchor).toBe(anchor);
  });
});

describe('an answer', () => {
  const slugs = async (query: string, options = {}) =>
    (await engine.search(query, options)).results.map(({ document }) => document.slug);
  const text = (runs: readonly { text: string }[] = []) => runs.map((run) => run.text).join('');
  const marks = (runs: readonly { text: string; marked: boolean }[] = []) =>
    runs.filter(({ marked }) => marked).map((run) => run.text);

  test('lists every bearer of a number, namesakes last', async () => {
    expect((await slugs('25-NQ/TV')).slice(0, 2)).toEqual(['25-nq-tv-2032', '25-nq-tv-2037']);
  });

  test('has the replaced document directly after its successor, with a link to it', async () => {
    const { results } = await engine.search('quy chế khối xóm tự quản');
    expect(results.slice(0, 2).map(({ document }) => document.slug)).toEqual([
      '901-qd-tv-2033',
      '880-qd-tv-2031',
    ]);
    expect(results[1]?.successors.map(({ slug }) => slug)).toEqual(['901-qd-tv-2033']);
  });

  test('shows the words as they are written, those looked for marked', async () => {
    const [first] = (await engine.search('qua han tra cham')).results;
    expect(text(first?.excerpt)).toBe('Quá hạn thì trả chậm một cuốn vào kho sách chung.');
    expect(marks(first?.excerpt)).toEqual(['Quá hạn', 'trả chậm']);
    expect(first?.excerptRegion).toBe('text');
    expect(first?.label).toBe('khoản 2 Điều 10');
  });

  test('words on two sides of a full stop are no phrase', async () => {
    expect(await slugs('"văn hóa đèn sáng"')).toEqual([]);
    expect(await slugs('"nhà văn hóa"')).toEqual(
      expect.arrayContaining(['901-qd-tv-2033', '59-2035-nd-cp']),
    );
  });

  test('quoted words with diacritics mean those diacritics, without them any', async () => {
    expect(await slugs('"hòa nhã"')).toEqual(['10-2034-qh30']);
    expect(await slugs('"hoa nha"')).toEqual(['10-2034-qh30']);
    expect(await slugs('"hoa nhà"')).toEqual([]);
  });

  test('filters narrow it; each facet counts what choosing it would show', async () => {
    const answer = await engine.search('thư viện', { filters: { types: ['nghi-dinh'] } });
    expect(answer.results.map(({ document }) => document.slug)).toEqual(['59-2035-nd-cp']);
    expect(answer.total).toBe(1);
    expect(answer.facets.types).toMatchObject({ luat: 1, 'nghi-dinh': 1 });
    expect(answer.facets.years).toEqual({ '2035': 1 });
  });

  test('sorts by date on demand', async () => {
    const dates = (await engine.search('thôn', { sort: 'date' })).results.map(
      ({ document }) => document.date ?? '',
    );
    expect(dates.length).toBeGreaterThan(2);
    expect(dates).toEqual([...dates].sort().reverse());
  });

  test('gives rows from an offset', async () => {
    const all = await slugs('thôn');
    expect(await slugs('thôn', { offset: 1, limit: 1 })).toEqual(all.slice(1, 2));
  });

  test('says what a mistyped query was read as', async () => {
    expect((await engine.search('thư vein thôn')).corrected).toBe('thư viện thôn');
    expect((await engine.search('thư viện thôn')).corrected).toBeNull();
  });

  test.each([
    ['901-QĐ/XYZ', { kind: 'number', number: '901-QĐ/XYZ', near: true }, 'near'],
    ['25-NQ/TV 2035', { kind: 'time', number: '25-NQ/TV', time: '2035' }, 'number'],
    ['901-QĐ/TV', null, 'number'],
  ])('%s: tells %j and answers by %s', async (query, notice, tier) => {
    const answer = await engine.search(query);
    expect(answer.notice).toEqual(notice);
    expect(answer.results[0]?.tier).toBe(tier);
  });

  test.each([
    ['điều 5 luật thư viện thôn', 'điều 5', '10-2034-qh30'],
    ['điều 11 luật 10/2034/QH30', 'điều 11', '10-2034-qh30'],
  ])(
    '%s: stays in the document named and tells that the place is missing',
    async (q, place, doc) => {
      const { notice, results } = await engine.search(q);
      expect(notice).toMatchObject({ kind: 'place', place });
      expect(results[0]).toMatchObject({ document: { slug: doc }, anchor: null });
    },
  );

  test('tells that nothing bears a number', async () => {
    const { notice } = await engine.search('902-QĐ/TV');
    expect(notice).toEqual({ kind: 'number', number: '902-QĐ/TV', near: false });
  });

  test('offers other queries when it finds nothing', async () => {
    const answer = await engine.search('902-QĐ/TV');
    expect(answer.results).toEqual([]);
    expect(answer.suggestions).toContain('901-QĐ/TV');
  });

  test.each(['', ' ', '…', '"', '""', '-', '🙂', 'a'.repeat(5000), 'xyz '.repeat(500), '\u0301'])(
    'comes for any text: %j',
    async (query) => {
      expect((await engine.search(query)).results).toEqual([]);
    },
  );

  test('a place without a document lists documents that have it', async () => {
    const { results } = await engine.search('điều 10');
    expect(results[0]).toMatchObject({ anchor: 'd10', tier: 'place' });
  });

  test('comes early, without excerpts, while texts are loaded', async () => {
    const fresh = await openIndex(folder);
    const early: string[] = [];
    const note = (answer: { results: { document: { slug: string } }[] }) => {
      early.push(answer.results[0]?.document.slug ?? '');
    };
    await fresh.search('thời hạn mượn sách', {}, note);
    await fresh.search('thời hạn mượn sách', {}, note);
    expect(early).toEqual(['10-2034-qh30']);
  });
});

describe('a suggestion', () => {
  test.each([
    ['25-nq', '25-nq-tv-2032'],
    ['quy chế x', '901-qd-tv-2033'],
    ['luat thu v', '10-2034-qh30'],
  ])('%s → %s', (query, doc) => {
    expect(engine.suggest(query, 5)[0]?.document.slug).toBe(doc);
  });

  test('is not made of words in texts', () => {
    expect(engine.suggest('mượn ba cuốn', 5)).toEqual([]);
  });
});

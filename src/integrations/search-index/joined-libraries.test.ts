import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildLibrary } from '../../lib/library/build-library.ts';
import { goldenLibrary } from '../../lib/search/fixtures/library.ts';
import { GOLDEN_QUERIES } from '../../lib/search/fixtures/queries.ts';
import {
  MANIFEST_FILE,
  SEARCH_FOLDER,
  type NamedLibrary,
  type SearchManifest,
} from '../../lib/search/index-format.ts';
import { buildSearchIndex } from './build-search-index.ts';
import { compressJson, readManifest, readSearchFile, wrapFile, wrapValue } from './search-files.ts';
import { SiteSearch } from './site-search.ts';

/** A province beside the golden library: one document of its own, two that both have, two namesakes. */
const RECORDS: Record<string, string> = {
  'quyet-dinh/77-qd-tinh-2036': `
symbol: 77-QĐ/TINH
title: Quyết định về thả diều trên đê
issuer: uy-ban-tinh
issuedDate: 2036-03-01
status: { value: in-force, basis: 'inferred: x' }
text: { state: full }
---
### Điều 4. Dây diều

Dây diều dài không quá ba mươi sải, không vướng đường điện.`,
  'quyet-dinh/901-qd-tv-2033': `
symbol: 901-QĐ/TV
title: Quyết định về việc ban hành Quy chế khối xóm tự quản
issuer: hdt
issuedDate: 2033-04-02
status: { value: unknown }
---
`,
  'quyet-dinh/880-qd-tv-2031': `
symbol: 880-QĐ/TV
title: Quyết định về chăn vịt ngoài đồng
issuer: hdt
issuedDate: 2031-02-01
status: { value: unknown }
---
`,
  'chi-thi/16-ct-tv-2036': `
symbol: 16-CT/TV
title: Chỉ thị về hòa giải trong thôn
issuer: hdt
issuedDate: 2036-05-16
status: { value: unknown }
---
`,
};
const ENTRIES = {
  'co-quan/hdt.mdx': 'name: Hội đồng thôn\nsystem: dang',
  'co-quan/uy-ban-tinh.mdx': 'name: Ủy ban tỉnh\nsystem: nha-nuoc',
};

function provinceLibrary() {
  const records = Object.entries(RECORDS).map(([path, text]) => ({
    path: `van-ban/${path}.mdx`,
    text: `---\ntype: ${path.split('/')[0] ?? ''}\nsystem: dang\ntier: 1${text}`,
  }));
  const entries = Object.entries(ENTRIES).map(([path, front]) => ({
    path,
    text: `---\n${front}\n---\n`,
  }));
  const { library, problems } = buildLibrary([...records, ...entries]);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return library;
}

const CENTRE: NamedLibrary = { name: 'Thư viện Thôn', address: '../thu-vien-thon/' };

let work: string;
/** Site of the province, which names that of the hamlet beside it. */
let site: string;
let centre: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'joined-'));
  const options = { engine: null };
  buildSearchIndex({
    ...options,
    library: provinceLibrary(),
    output: join(work, 'thu-vien-tinh'),
    libraries: [CENTRE],
  });
  buildSearchIndex({ ...options, library: goldenLibrary(), output: join(work, 'whole') });
}, 60_000);
afterAll(() => rm(work, { recursive: true }));

beforeEach(async () => {
  site = join(work, 'thu-vien-tinh');
  centre = join(work, 'thu-vien-thon');
  await rm(centre, { recursive: true, force: true });
  await cp(join(work, 'whole'), centre, { recursive: true });
});

async function ask(query: string, options = {}) {
  const search = await SiteSearch.open(site);
  const answer = await search.search(query, options);
  const rows = answer.results.map(({ document }) => `${document.library ?? 0}/${document.slug}`);
  return { ...answer, rows, absent: [...search.absent] };
}

describe('two libraries searched as one', () => {
  test('both are found, by number, by name and by text, each in its library', async () => {
    expect((await ask('77-QĐ/TINH')).rows).toEqual(['0/77-qd-tinh-2036']);
    expect((await ask('10/2034/QH30')).rows[0]).toBe('1/10-2034-qh30');
    expect((await ask('dây diều vướng đường điện')).rows[0]).toBe('0/77-qd-tinh-2036');
    const { results } = await ask('đê điều bị sạt lở');
    expect(results[0]).toMatchObject({
      document: { slug: '901-qd-tv-2033', library: 1 },
      anchor: 'kt-d5-2-dd',
    });
  });

  test('what is in the other one is found as well as there alone', async () => {
    const alone = await SiteSearch.open(centre);
    const joined = await SiteSearch.open(site);
    const own = new Set(Object.keys(RECORDS).map((path) => path.split('/')[1]));
    for (const { q: query } of GOLDEN_QUERIES) {
      const [before] = (await alone.search(query, {})).results;
      if (!before || own.has(before.document.slug)) continue;
      const { results } = await joined.search(query, {});
      const row = results.findIndex(({ document }) => document.slug === before.document.slug);
      expect(row, query).toBeGreaterThanOrEqual(0);
      expect(row, query).toBeLessThan(3);
    }
  });

  test('a document of both is one row: the own copy, with the other and what is said there', async () => {
    const { results, rows, total } = await ask('901-QĐ/TV');
    expect(rows).toEqual(['0/901-qd-tv-2033']);
    expect(total).toBe(1);
    expect(results[0]?.copies).toMatchObject([{ library: 1, status: 'in-force' }]);
  });

  test('a copy that has the words stands where the own one has no text', async () => {
    const { results, rows } = await ask('sổ ghi ý kiến để ở nhà văn hóa');
    expect(rows.filter((row) => row.endsWith('901-qd-tv-2033'))).toEqual(['1/901-qd-tv-2033']);
    expect(results[0]?.copies).toMatchObject([{ library: 0 }]);
  });

  test('a number alone is no identity: another day or subject is another document', async () => {
    const { rows } = await ask('16-CT/TV');
    expect(rows.toSorted()).toEqual(['0/16-ct-tv-2036', '1/16-ct-tv-2035']);
    expect((await ask('880-QĐ/TV')).rows.toSorted()).toEqual([
      '0/880-qd-tv-2031',
      '1/880-qd-tv-2031',
    ]);
  });

  test('filters and counts are of both, and one of the libraries can be chosen', async () => {
    const both = await ask('quyết định');
    expect(both.facets.libraries).toMatchObject({ '0': 3 });
    expect(both.names.issuers).toMatchObject({ 'uy-ban-tinh': 'Ủy ban tỉnh' });
    const own = await ask('quyết định', { filters: { libraries: ['0'] } });
    expect(own.rows).not.toHaveLength(0);
    expect(own.rows.filter((row) => row.startsWith('1/'))).toEqual([]);
    const other = await ask('901-QĐ/TV', { filters: { libraries: ['1'] } });
    expect(other.total).toBe(1);
    const laws = await ask('thư viện', { filters: { types: ['luat'] } });
    expect(laws.rows.every((row) => row === '1/10-2034-qh30')).toBe(true);
  });

  test('the newest first, whatever library it is in', async () => {
    const { results } = await ask('quyết định', { sort: 'date', limit: 50 });
    const days = results.map(({ document }) => document.date ?? '');
    expect(days).toEqual(days.toSorted().reverse());
    expect(new Set(results.map(({ document }) => document.library))).toEqual(new Set([0, 1]));
  });
});

/** Own answers that must come whatever the other library is. */
async function expectOwn(absent: [number, string][], query = 'dây diều vướng đường điện') {
  const answer = await ask(query);
  expect(answer.rows[0]).toBe('0/77-qd-tinh-2036');
  expect(answer.absent).toEqual(absent);
}

/** Change the other library's manifest. */
async function changeManifest(change: (manifest: SearchManifest) => unknown): Promise<void> {
  const manifest = await readManifest(centre);
  await writeFile(join(centre, SEARCH_FOLDER, MANIFEST_FILE), wrapValue(change(manifest)));
}

/** Change the other library's table. */
async function changeTable(change: (table: Record<string, unknown>) => unknown): Promise<void> {
  const { table } = await readManifest(centre);
  const value = JSON.parse(String(Buffer.from(await readSearchFile(centre, table)))) as never;
  const { name, script } = wrapFile('bang', compressJson(change(value)));
  await writeFile(join(centre, SEARCH_FOLDER, name), script);
  await changeManifest((manifest) => ({ ...manifest, table: name }));
}

/** Change every document of the other library's table. */
function changeDocuments(fields: Record<string, unknown>): Promise<void> {
  return changeTable((table) => ({
    ...table,
    documents: (table.documents as object[]).map((document) => ({ ...document, ...fields })),
  }));
}

describe('another library never keeps the own answer back', () => {
  test('absent', async () => {
    await rm(centre, { recursive: true });
    await expectOwn([[1, 'missing']]);
  });

  test('of another format', async () => {
    await changeManifest((manifest) => ({ ...manifest, format: manifest.format + 1 }));
    await expectOwn([[1, 'other-format']]);
  });

  test.each<[string, unknown]>([
    ['nothing', null],
    ['a word', 'x'],
    ['no files', { format: 2 }],
  ])('whose manifest is %s', async (_, value) => {
    await changeManifest(({ format }) =>
      typeof value === 'object' && value !== null ? { ...value, format } : value,
    );
    const { absent, rows } = await ask('dây diều vướng đường điện');
    expect(rows[0]).toBe('0/77-qd-tinh-2036');
    expect(absent).toHaveLength(1);
  });

  test('that leads to files elsewhere', async () => {
    await changeManifest((manifest) => ({ ...manifest, table: '../../thu-vien-tinh/bang.js' }));
    await expectOwn([[1, 'damaged']]);
  });

  test.each<[string, Record<string, unknown>]>([
    ['an address that leads elsewhere', { slug: '../../../x' }],
    ['a scheme', { slug: 'javascript:alert(1)' }],
    ['a title that is no text', { title: { toString: 'x' } }],
    ['a status that is none', { status: '<b>' }],
    ['texts that overlap', { start: 5 }],
    ['a length without end', { regions: [Number.MAX_SAFE_INTEGER] }],
  ])('whose documents have %s', async (_, fields) => {
    await changeDocuments(fields);
    await expectOwn([[1, 'damaged']]);
  });

  test('whose pages lead elsewhere', async () => {
    const page = { name: 'x', aliases: [], places: [], compared: null };
    for (const path of ['xjavascript:alert(1)', '//x.example/', '/../x.html']) {
      await changeTable((table) => ({ ...table, pages: [{ ...page, path }] }));
      await expectOwn([[1, 'damaged']]);
    }
  });

  test('whose words stand where it has no text', async () => {
    await changeTable((table) => ({
      ...table,
      documents: (table.documents as object[]).map((document) => ({
        ...document,
        start: 0,
        regions: [0],
      })),
    }));
    await expectOwn([[1, 'damaged']], 'dây diều vướng đường đất');
  });

  test('whose chunks or texts are cut short', async () => {
    const { chunks, texts } = await readManifest(centre);
    for (const name of [...chunks.map(([, file]) => file), ...texts]) {
      const file = join(centre, SEARCH_FOLDER, name);
      const script = await readFile(file);
      await writeFile(file, script.subarray(0, script.length >> 1));
    }
    await expectOwn([[1, 'damaged']]);
  });

  test('what it says is text, even where it looks like markup', async () => {
    await changeDocuments({ title: '<img src=x onerror=alert(1)> thả diều' });
    const { results, absent } = await ask('thả diều');
    expect(absent).toEqual([]);
    const other = results.find(({ document }) => document.library === 1);
    expect(other?.title.map(({ text }) => text).join('')).toContain('<img src=x');
  });
});

test('a library on another host is told of, and not asked', async () => {
  const output = join(work, 'hosted');
  const libraries = [{ name: 'Xa', address: 'https://thu-vien.example/' }];
  buildSearchIndex({ library: provinceLibrary(), output, engine: null, libraries });
  site = output;
  await expectOwn([[1, 'hosted']]);
});

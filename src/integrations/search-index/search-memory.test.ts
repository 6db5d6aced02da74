import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readContent } from '../../content/read-content.ts';
import { digestSources } from '../../content/source-digests.ts';
import { buildLibrary } from '../../lib/library/build-library.ts';
import type { ContentFile } from '../../lib/library/types.ts';
import { SEARCH_FOLDER } from '../../lib/search/index-format.ts';
import { buildSearchIndex } from './build-search-index.ts';
import { SearchMemory } from './search-memory.ts';

const CONTENT = 'src/e2e/fixtures/full-text/content';
const DOCUMENT = 'van-ban/quyet-dinh/901-qd-tv-2031.mdx';

let folder: string;
let memory: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'search-memory-'));
  memory = join(folder, 'search.bin');
});
afterEach(() => rm(folder, { recursive: true }));

/** The fixtures, and one text many times over, so that texts fill several files. */
async function manyFiles(): Promise<ContentFile[]> {
  const files = await readContent(CONTENT);
  const text = files.find(({ path }) => path === DOCUMENT)?.text ?? '';
  const copies = Array.from({ length: 12 }, (_, at): ContentFile => {
    const slug = `${950 + at}-qd-tv-2031`;
    const lines = Array.from({ length: 1200 }, (_, line) => numberOf(at * 1200 + line));
    const padding = `\n${lines.map((number) => `Thôn ${at} đọc sách số ${number}.\n\n`).join('')}`;
    return {
      path: `van-ban/quyet-dinh/${slug}.mdx`,
      text: text.replaceAll('901-QĐ/TV', `${950 + at}-QĐ/TV`) + padding,
    };
  });
  return [...files, ...copies];
}

/** Numbers that do not compress. */
function numberOf(at: number): number {
  return Math.imul(at, 2_654_435_761) >>> 0;
}

/** Index a library; with the memory, what the site in `previous` was made from is used. */
function index(
  files: readonly ContentFile[],
  site: string,
  previous: string | null,
  code = 'code',
) {
  const { library } = buildLibrary(files);
  const output = join(folder, site);
  const kept =
    previous === null
      ? null
      : new SearchMemory(memory, code, digestSources(library, files), join(folder, previous));
  buildSearchIndex({ library, output, engine: null, ...(kept === null ? {} : { memory: kept }) });
  return { known: library.documents.filter(({ slug }) => kept?.textOf(slug) != null).length };
}

/** Name and bytes of every search file of a site. */
async function show(site: string): Promise<[string, string][]> {
  const names = await readdir(join(folder, site, SEARCH_FOLDER));
  return Promise.all(
    names.sort().map(async (name): Promise<[string, string]> => {
      return [name, await readFile(join(folder, site, SEARCH_FOLDER, name), 'base64')];
    }),
  );
}

/** An edit of one document, or of the list of documents. */
type Edit = (files: readonly ContentFile[], at: number) => ContentFile[];
const EDITS: Edit[] = [
  (files, at) => edit(files, at, (text) => text.replace('sách', 'sách lạ zèng')),
  (files, at) => edit(files, at, (text) => `${text}\n\nLần thứ bảy, khóa XI. Hết.\n`),
  (files, at) => edit(files, at, (text) => text.replace(/^title: .*$/m, 'title: Tên mới')),
  (files, at) =>
    edit(files, at, (text) => text.replace(/issuedDate: .*/, 'issuedDate: 2039-01-01')),
  (files, at) => edit(files, at, (text) => text.slice(0, text.lastIndexOf('\n\n'))),
  (files, at) => files.filter((_, each) => each !== at),
  (files, at) => {
    const file = files[at];
    return file ? [...files, { ...file, path: file.path.replace('.mdx', '-x.mdx') }] : [...files];
  },
];

function edit(
  files: readonly ContentFile[],
  at: number,
  change: (text: string) => string,
): ContentFile[] {
  return files.map((file, each) => (each === at ? { ...file, text: change(file.text) } : file));
}

test('after any edits the index has the bytes of a clean one', async () => {
  const start = await manyFiles();
  index(start, 'site-0', 'none');
  let builds = 0;
  let files = start;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...EDITS), fc.nat()), { minLength: 1, maxLength: 3 }),
      async (edits) => {
        for (const [change, at] of edits) files = change(files, at % files.length);
        const previous = `site-${builds++}`;
        index(files, `site-${builds}`, previous);
        index(files, 'clean', null);
        expect(await show(`site-${builds}`)).toEqual(await show('clean'));
        await rm(join(folder, 'clean'), { recursive: true });
      },
    ),
    { numRuns: 12, endOnFailure: true },
  );
});

test('what is known is used: all of an unchanged library, the rest of a changed one', async () => {
  const files = await manyFiles();
  const { length } = buildLibrary(files).library.documents;
  expect(index(files, 'first', 'none').known).toBe(0);
  expect((await show('first')).filter(([name]) => name.startsWith('van-')).length).toBeGreaterThan(
    2,
  );
  expect(index(files, 'second', 'first').known).toBe(length);
  const changed = edit(files, files.length - 1, (text) => `${text}\n\nHết.\n`);
  expect(index(changed, 'third', 'second').known).toBe(length - 1);
  expect(index(changed, 'fourth', 'third', 'other code').known).toBe(0);
});

test.each<[string, (kept: Buffer) => Buffer]>([
  ['cut short', (kept) => kept.subarray(0, kept.length - 4)],
  ['empty', () => Buffer.alloc(0)],
  ['something else', () => Buffer.from('1\n{}\n')],
  [
    'changed in one byte',
    (kept) => {
      const changed = Buffer.from(kept);
      changed[changed.length - 1] = (changed[changed.length - 1] ?? 0) ^ 1;
      return changed;
    },
  ],
])('nothing is used of a memory that is %s', async (_, damage) => {
  const files = await readContent(CONTENT);
  index(files, 'first', 'none');
  await writeFile(memory, damage(await readFile(memory)));
  expect(index(files, 'second', 'first').known).toBe(0);
  expect(await show('second')).toEqual(await show('first'));
});

test('a damaged file of the site before is not used again', async () => {
  const files = await readContent(CONTENT);
  index(files, 'first', 'none');
  const before = await show('first');
  const texts = before.find(([name]) => name.startsWith('van-'))?.[0] ?? '';
  await writeFile(join(folder, 'first', SEARCH_FOLDER, texts), '__tk("")\n');
  index(files, 'second', 'first');
  expect(await show('second')).toEqual(before);
});

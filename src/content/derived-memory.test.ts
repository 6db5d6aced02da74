import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildPatterns } from '../lib/checker/official-texts.ts';
import { narrowLibrary } from '../lib/checker/portable-library.ts';
import { takeSnapshot } from '../lib/edition/snapshot.ts';
import { unitDigests } from '../lib/edition/unit-digests.ts';
import { buildLibrary } from '../lib/library/build-library.ts';
import type { ContentFile, Library } from '../lib/library/types.ts';
import { documentText } from '../lib/search/document-text.ts';
import { DerivedMemory } from './derived-memory.ts';
import { readContent } from './read-content.ts';
import { digestSources } from './source-digests.ts';

const CONTENT = 'src/e2e/fixtures/full-text/content';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'derived-memory-'));
  file = join(folder, 'sub', 'derived.json');
});
afterEach(() => rm(folder, { recursive: true }));

/** Everything of which parts are kept, and the documents whose text was read for the checker. */
function makeAll(library: Library): { all: string; read: string[] } {
  const read: string[] = [];
  const patterns = buildPatterns(library, (document) => {
    read.push(document.slug);
    return documentText(document, () => 0);
  });
  const all = JSON.stringify([
    narrowLibrary(library),
    patterns,
    takeSnapshot(library, { date: null }),
    library.documents.map(({ tree }) => unitDigests(tree)),
  ]);
  return { all, read };
}

/** Make it with the memory that the last time left, hold it against a clean one. @returns What was read. */
function make(files: readonly ContentFile[], code = 'code'): string[] {
  const { library } = buildLibrary(files);
  const memory = new DerivedMemory(file, code);
  memory.open(library, digestSources(library, files));
  const { all, read } = makeAll(library);
  memory.save();
  expect(all).toBe(makeAll(buildLibrary(files).library).all);
  return read;
}

const DAY = 'Điều 2.';

test('only what has changed is made again, and all is as a clean build has it', async () => {
  const files = await readContent(CONTENT);
  const documents = make(files);
  expect(documents.length).toBeGreaterThan(1);
  expect(make(files)).toEqual([]);
  const path = files.find(
    ({ path, text }) => path.startsWith('van-ban/') && text.includes(DAY),
  )?.path;
  const edited = files.map((each) =>
    each.path === path ? { ...each, text: each.text.replaceAll(DAY, 'Điều 2b.') } : each,
  );
  expect(make(edited)).toHaveLength(1);
  expect(make(edited)).toEqual([]);
  // Only the last library is kept.
  expect(make(files)).toHaveLength(1);
});

test('nothing is taken from other code or from a damaged file', async () => {
  const files = await readContent(CONTENT);
  const documents = make(files);
  expect(make(files, 'other code')).toEqual(documents);
  const kept = await readFile(file, 'utf8');
  await writeFile(file, kept.replace('khoản', 'khoan'));
  expect(make(files, 'other code')).toEqual(documents);
});

test('of a document without a digest nothing is kept', async () => {
  const files = await readContent(CONTENT);
  for (let time = 0; time < 2; time++) {
    const { library } = buildLibrary(files);
    const memory = new DerivedMemory(file, 'code');
    memory.open(library, new Map());
    expect(makeAll(library).read.length).toBeGreaterThan(1);
    memory.save();
  }
});

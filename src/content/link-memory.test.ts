import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildCitationGraph } from '../lib/citation/graph.ts';
import { buildLibrary } from '../lib/library/build-library.ts';
import type { ContentFile, Library } from '../lib/library/types.ts';
import { LinkMemory, sealLinks } from './link-memory.ts';
import { readContent } from './read-content.ts';
import { digestRecords, digestSources } from './source-digests.ts';

const CONTENT = 'src/e2e/fixtures/full-text/content';

interface Corpus {
  library: Library;
  files: ContentFile[];
}

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'link-memory-'));
  file = join(folder, 'citations.bin');
});
afterEach(() => rm(folder, { recursive: true }));

/** Read a library's citations with the memory that the last reading left. */
function read({ library, files }: Corpus, code = 'code'): { graph: string; asked: number } {
  let asked = 0;
  const sources = digestSources(library, files);
  const memory = new LinkMemory(file, `${code} ${digestRecords(library)}`, sources);
  const graph = buildCitationGraph(library, {
    recall: (document, readAnew) =>
      memory.recall(document, () => {
        asked++;
        return readAnew();
      }),
  });
  memory.save();
  const known = asked;
  for (const [slug, links] of graph.links) expect(memory.sealOf(slug)).toBe(sealLinks(links));
  return { graph: show(graph), asked: known };
}

function show({ links, backlinks }: ReturnType<typeof buildCitationGraph>): string {
  return JSON.stringify([
    [...links].map(([slug, { segments, mentions }]) => [slug, [...segments], mentions]),
    [...backlinks].map(([slug, list]) => [
      slug,
      list.map(({ document, from, voice, target }) => [document.slug, from, voice, target]),
    ]),
  ]);
}

/** The library with one file changed. */
async function changed(change: (text: string, path: string) => string): Promise<Corpus> {
  const files = await readContent(CONTENT);
  const edited = files.map(({ path, text }): ContentFile => ({ path, text: change(text, path) }));
  return { library: buildLibrary(edited).library, files: edited };
}

const unchanged = (): Promise<Corpus> => changed((text) => text);
const show0 = ({ library }: Corpus): string => show(buildCitationGraph(library));

test('a second reading asks for nothing and finds the same', async () => {
  const first = read(await unchanged());
  const second = read(await unchanged());
  expect(first.asked).toBeGreaterThan(1);
  expect(second).toEqual({ graph: first.graph, asked: 0 });
  expect(first.graph).toBe(show0(await unchanged()));
});

test('of a changed document only that one is read again, as a reading without memory does', async () => {
  const all = read(await unchanged()).asked;
  const library = await changed((text, path) =>
    path.endsWith('901-qd-tv-2031.mdx')
      ? text.replace('tủ sách gia đình', 'tủ sách nêu tại Điều 1 Luật số 5/2031/QH20')
      : text,
  );
  const again = read(library);
  expect(all).toBeGreaterThan(1);
  expect(again.asked).toBe(1);
  expect(again.graph).toBe(show0(library));
});

describe('nothing is used', () => {
  test.each<[string, (text: string) => string]>([
    ['a number', (text) => text.replaceAll('5/2031/QH20', '6/2031/QH20')],
    ['a day', (text) => text.replace(/issuedDate: 2031-\d\d-\d\d/, 'issuedDate: 2031-12-30')],
    ['a status', (text) => text.replace('value: unknown', 'value: expired')],
    ['a unit', (text) => text.replaceAll('### Điều 1.', '### Điều 77.')],
  ])('when %s of the library has changed', async (_, change) => {
    const before = await unchanged();
    const all = read(before).asked;
    const library = await changed(change);
    const again = read(library);
    expect(again.asked).toBeGreaterThanOrEqual(all);
    expect(again.graph).toBe(show0(library));
  });

  test('when the code has changed', async () => {
    const { asked } = read(await unchanged());
    expect(read(await unchanged(), 'other').asked).toBe(asked);
  });

  test.each<[string, (kept: string) => string]>([
    ['cut short', (kept) => kept.slice(0, kept.length / 2)],
    ['changed', (kept) => kept.replace('mentions', 'mentionz')],
    ['empty', () => ''],
    ['something else', () => '{}'],
  ])('of a memory that is %s', async (_, damage) => {
    const first = read(await unchanged());
    await writeFile(file, damage(await readFile(file, 'latin1')), 'latin1');
    expect(read(await unchanged())).toEqual(first);
  });
});

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readGold } from '../../../bench/citations/read-gold.ts';
import { readContent } from '../../content/read-content.ts';
import { checkText } from '../citation/check.ts';
import { buildCitationIndex } from '../citation/citation-index.ts';
import { buildNotionIndex, findNotions } from '../citation/notions.ts';
import { fictionalLibrary } from '../citation/testing/fictional-library.ts';
import { citableDocument, formatCitation } from '../document/cite.ts';
import { buildLibrary } from '../library/build-library.ts';
import { issuerNames } from '../library/successors.ts';
import type { Library } from '../library/types.ts';
import { countedParagraphs } from '../provision/lookup.ts';
import { narrowLibrary, reviveLibrary, type PortableLibrary } from './portable-library.ts';

const GOLD = 'bench/citations/gold';

const throughJson = (library: Library): Library =>
  reviveLibrary(JSON.parse(JSON.stringify(narrowLibrary(library))) as PortableLibrary);

async function goldTexts(): Promise<string[]> {
  const files = (await readdir(GOLD)).filter((name) => name.endsWith('.gold'));
  const read = await Promise.all(files.map((name) => readFile(join(GOLD, name), 'utf8')));
  return read.flatMap((file) => readGold(file).map(({ text }) => text));
}

describe.each([
  ['the library', async () => buildLibrary(await readContent('content')).library],
  ['the fictional library', () => Promise.resolve(fictionalLibrary())],
])('%s, carried to a browser', (_, load) => {
  test.each(['2017-05-01', '2026-11-24', '2041-01-01'])(
    'judges the whole gold set as the original does, on %s',
    async (asOf) => {
      const library = await load();
      const [original, revived] = [library, throughJson(library)].map(buildCitationIndex);
      if (!original || !revived) throw new Error('no index');
      const texts = await goldTexts();
      expect(texts.length).toBeGreaterThan(250);
      const judge = (index: typeof original) =>
        texts.map((text) => checkText(text, index, { asOf }));
      expect(judge(revived)).toEqual(judge(original));
    },
  );

  test('cites every document as the original does', async () => {
    const library = await load();
    const revived = throughJson(library);
    const cite = (of: Library) =>
      of.documents.map((document) =>
        formatCitation(citableDocument(document, issuerNames(of, document)), null, 'party'),
      );
    expect(cite(revived)).toEqual(cite(library));
  });

  test('finds the notions that the original finds', async () => {
    const library = await load();
    const names = [...library.notions.values()].flatMap(({ data }) => [data.name, ...data.aliases]);
    const text = names.map((name) => `Học “${name}”.`).join('\n');
    const find = (of: Library) =>
      findNotions(text, [], buildNotionIndex(of, buildCitationIndex(of)));
    expect(find(library)).toHaveLength(library.notions.size);
    expect(find(throughJson(library))).toEqual(find(library));
  });

  test('keeps the tree of units', async () => {
    const library = await load();
    const outline = (of: Library) =>
      of.documents.map(({ slug, tree }) => [
        slug,
        ...[...tree.byId.values()].map((unit) => [
          unit.id,
          unit.kind,
          unit.parent?.id ?? '',
          countedParagraphs(unit).length,
        ]),
      ]);
    expect(outline(throughJson(library))).toEqual(outline(library));
  });
});

test('carries no texts, notes nor sources', async () => {
  const { library } = buildLibrary(await readContent('content'));
  const carried = JSON.stringify(narrowLibrary(library));
  const all = JSON.stringify(library.documents.map(({ data, body }) => [data, body]));
  expect(gzipSync(carried).length).toBeLessThan(gzipSync(all).length / 2);
  expect(carried).not.toMatch(/https?:/);
});

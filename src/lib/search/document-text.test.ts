import { expect, test } from 'vitest';
import { buildRecords } from './build-records.ts';
import { documentText } from './document-text.ts';
import { goldenLibrary } from './fixtures/library.ts';
import { REGIONS } from './index-format.ts';
import { splitSyllables } from './syllables.ts';

const library = goldenLibrary();
const find = (slug: string) => {
  const document = library.bySlug.get(slug);
  if (!document) throw new Error(slug);
  return documentText(document);
};

test('headings come first, then summaries, text and notes; each with its provision', () => {
  const { segments, provisions } = find('59-2035-nd-cp');
  expect(provisions).toEqual([['d3', 'Điều 3', 'Bầu người giữ thư viện', -1]]);
  expect(segments.map(([region, provision, , text]) => [REGIONS[region], provision, text])).toEqual(
    [
      ['heading', 0, 'Bầu người giữ thư viện'],
      ['gist', 0, 'Bầu bằng phiếu kín ở nhà văn hóa, mỗi nhà một phiếu.'],
    ],
  );
});

test('a provision knows what encloses it', () => {
  const { provisions } = find('901-qd-tv-2033');
  const at = (anchor: string) => provisions.findIndex(([known]) => known === anchor);
  expect(provisions[at('kt-d5-2-dd')]?.[3]).toBe(at('kt-d5-2'));
  expect(provisions[at('kt-d5-2')]?.[3]).toBe(at('kt-d5'));
});

test('each region has as many syllables as its segments', () => {
  for (const document of library.documents) {
    const { regions, segments } = documentText(document);
    const expected = REGIONS.map(() => 0);
    for (const [region, , length, words] of segments) {
      expect(length).toBe(splitSyllables(words).length);
      expected[region] = (expected[region] ?? 0) + length;
    }
    expect(regions).toEqual(expected);
  }
});

test('positions run on from document to document, one for each syllable', () => {
  const records = [...buildRecords(library, (document) => documentText(document).regions)];
  let position = 0;
  for (const { start, regions } of records) {
    expect(start).toBe(position);
    position += regions.reduce((all, count) => all + count, 0);
  }
  expect(position).toBeGreaterThan(100);
});

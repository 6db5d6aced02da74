import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildLibrary } from '../library/build-library.ts';
import type { LibraryDocument } from '../library/types.ts';
import { formatBody } from '../provision/format-body.ts';
import { parseBody } from '../provision/parse-body.ts';
import { bodyNodes } from '../provision/testing/arbitraries.ts';
import { plainText, provisionText } from '../provision/text.ts';
import { documentText } from '../search/document-text.ts';
import { documentFile, ISSUER } from '../validation/corpus-for-tests.ts';
import { buildPatterns, readOfficialText, type TextPattern } from './official-texts.ts';

const searchTextOf = (document: LibraryDocument) => documentText(document);

function readBody(
  body: string,
  state = 'full',
): { document: LibraryDocument; pattern?: TextPattern } {
  const file = documentFile('901-qd-tv-2031', { text: `{ state: ${state} }` }, body);
  const { library } = buildLibrary([file, ISSUER]);
  const [document] = library.documents;
  if (!document) throw new Error('no document');
  const pattern = buildPatterns(library, searchTextOf)[document.slug];
  return { document, ...(pattern ? { pattern } : {}) };
}

const BODY = `### Điều 1. Ban hành

**1.** Thư viện mở cửa, trừ ngày nghỉ.

> **Điều 4.** “Thư viện mở cửa từ 8 giờ.”

| Ngày | Giờ |
| --- | --- |
| Thứ hai | 8 – 11 |

**a)** Một;

<Gist source="s1">
Lời của thư viện.
</Gist>

**2.** Thư viện mở cửa \\
mỗi ngày.
`;

describe('official texts from those of search', () => {
  test('of every unit they are the same, character for character', () => {
    const bodies = fc.sample(bodyNodes, { numRuns: 300, seed: 20_310_304 }).map(formatBody);
    const sound = [BODY, ...bodies].filter((body) => parseBody(body).problems.length === 0);
    expect(sound.length).toBeGreaterThan(100);
    for (const body of sound) {
      const { document, pattern } = readBody(body);
      const text = pattern && readOfficialText(pattern, searchTextOf(document));
      expect(text?.textOf('')).toContain(plainText(document.tree.preamble));
      for (const unit of document.tree.byId.values()) {
        const lines = (all: string) => all.split('\n').filter((line) => line !== '');
        expect(lines(text?.textOf(unit.id) ?? '')).toEqual(lines(provisionText(unit)));
      }
    }
  });

  test('hold no words that search keeps', () => {
    const { pattern } = readBody('### Điều 1. Ban hành\n\n**1.** Thư viện mở cửa.');
    expect(pattern?.[1]).toEqual([[], ['Điều 1. ', 0], ['1. ', 0]]);
  });

  test('a text of another edition is not read, nor one that is no official text', () => {
    const { pattern } = readBody('### Điều 1. Ban hành\n\n**1.** Thư viện mở cửa.');
    const { document } = readBody('### Điều 1. Ban hành\n\n**1.** Thư viện đóng cửa sớm.');
    expect(pattern && readOfficialText(pattern, searchTextOf(document))).toBeNull();
    expect(readBody('### Điều 1. Ban hành', 'none').pattern).toBeUndefined();
  });
});

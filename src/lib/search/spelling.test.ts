import { describe, expect, test } from 'vitest';
import { buildRecords, buildTable } from './build-records.ts';
import { documentText } from './document-text.ts';
import { goldenLibrary } from './fixtures/library.ts';
import type { SearchTable } from './index-format.ts';
import { buildNameIndex } from './name-index.ts';
import { parseQuery } from './query.ts';
import { correct, type Lexicon } from './spelling.ts';
import { splitSyllables } from './syllables.ts';

const library = goldenLibrary();
const records = [...buildRecords(library, (document) => documentText(document).regions)];
const table: SearchTable = {
  ...buildTable(library),
  documents: records.map((record) => ({ ...record, text: 0 })),
  syllables: '',
};
const names = buildNameIndex(table);
const lexicon: Lexicon = {
  names,
  syllables: new Set([
    ...names.keys,
    ...library.documents
      .flatMap((document) => documentText(document).segments)
      .flatMap(([, , , text]) => splitSyllables(text).map(({ key }) => key)),
  ]),
};

function read(query: string): string | null {
  const { terms, accented } = parseQuery(`${query} `);
  return (
    correct(terms, lexicon, () => false, accented)
      ?.map(({ written }) => written)
      .join(' ') ?? null
  );
}

describe('correct', () => {
  test.each([
    ['khoi xmo', 'khoi xom', 'two letters exchanged'],
    ['khôi xóm tự quảnn', 'khôi xóm tự quản', 'a letter too many'],
    ['thu vin thon', 'thu vien thon', 'a letter missing'],
    ['hoa gisi', 'hoa giai', 'a wrong letter'],
    ['thuvien thon', 'thu vien thon', 'a space missing'],
    ['thuw vieenj', 'thu vien', 'keys of Telex'],
    ['đường lang sach depf', 'đường lang sach đẹp', 'written as the corpus writes it'],
    ['thu viet thon', 'thu vien thon', 'a slip that is a word too'],
    ['qquy che', 'qui che', 'y where the key has i'],
  ])('%s → %s (%s)', (query, expected) => {
    expect(read(query)).toBe(expected);
  });

  test.each(['khối xóm', 'thư viện thôn', '901-QĐ/TV', 'xyzzy', 'khóa XL', ''])(
    '%j stays as it is',
    (query) => {
      expect(read(query)).toBeNull();
    },
  );
});

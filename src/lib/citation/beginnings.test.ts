import fc from 'fast-check';
import { afterAll, expect, test, vi } from 'vitest';
import { beginningsOf } from './beginnings.ts';
import { findCitations } from './find.ts';
import { anyText } from './testing/any-text.ts';
import { fictionalIndex } from './testing/fictional-library.ts';
import { lexemeAt, tokenize } from './tokens.ts';

const { lexicon } = fictionalIndex();

/** Where in a text a citation may begin, as the words there. */
const beginnings = (text: string) => {
  const tokens = tokenize(text);
  const places = Array.from({ length: tokens.count }, (_, at) => at);
  return places
    .filter((at) => beginningsOf(lexicon).mayBegin(tokens, at))
    .map((at) => lexemeAt(tokens, at).text);
};

test.each([
  ['most words begin nothing', 'người dân cùng nhau đọc sách', []],
  ['a number always may', 'có 25 người', ['25']],
  ['a type of two words with both', 'nghị quyết của nghị viện', ['nghị']],
  ['marks lost or not', 'nghi quyet hay NGHỊ QUYẾT hay', ['nghi', 'NGHỊ']],
  ['a type or a unit of one word', 'luật, điều', ['luật', 'điều']],
  ['a unit of two words with both', 'phụ lục của phụ nữ, tiểu đội', ['phụ']],
  ['a pointer to a note', 'xem chú thích 1, xem sách', ['xem', '1']],
])('%s', (_, text, expected) => {
  expect(beginnings(text)).toEqual(expected);
});

test('a lexicon brings beginnings of its own', () => {
  expect(beginnings('toàn văn, toàn dân')).toEqual(['toàn']);
});

vi.doMock('./beginnings.ts', () => ({ beginningsOf: () => ({ mayBegin: () => true }) }));
vi.resetModules();
const everywhere = await import('./find.ts');
afterAll(() => {
  vi.doUnmock('./beginnings.ts');
});

test('any text: a look at every word finds the same', () => {
  const factsOf = ({
    citations,
    unnamed,
    hasOwnArticles,
    notes,
  }: ReturnType<typeof findCitations>) => ({
    citations,
    unnamed,
    hasOwnArticles,
    notes,
  });
  fc.assert(
    fc.property(anyText, (text) => {
      expect(factsOf(findCitations(text, lexicon))).toEqual(
        factsOf(everywhere.findCitations(text, lexicon)),
      );
    }),
    { numRuns: 500 },
  );
});

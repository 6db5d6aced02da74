import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from './testing/any-text.ts';
import { allLexemes, endOf, gapAt, startOf, tokenize } from './tokens.ts';

const wordsOf = (text: string) => allLexemes(tokenize(text)).map((lexeme) => lexeme.text);

test.each([
  ['letters and digits touch', 'số31 và 5a', ['số', '31', 'và', '5', 'a']],
  ['words that were run together', 'thực hiệnNghị quyết', ['thực', 'hiện', 'Nghị', 'quyết']],
  ['a number that runs into the date', '25-NQ/TWngày 3', ['25', '-', 'NQ', '/', 'TW', 'ngày', '3']],
  ['an abbreviation alone', 'TW, BCHTW', ['TW', ',', 'BCHTW']],
  [
    'dashes and spaces of other kinds',
    '25–NQ\u2215TW\u00A0ngày',
    ['25', '-', 'NQ', '/', 'TW', 'ngày'],
  ],
  ['digits misread', 'l6/CT-TW, 29O-QĐ', ['16', '/', 'CT', '-', 'TW', ',', '290', '-', 'QĐ']],
  ['no digit misread', 'lO 5 a1', ['lO', '5', 'a', '1']],
  ['a mark of a note', 'Điều 5[1] Luật', ['Điều', '5', 'Luật']],
  [
    'words longer than a key',
    'nghiêngngả 123456789 nghiêngngả',
    ['nghiêngngả', '123456789', 'nghiêngngả'],
  ],
  ['letters of other scripts', 'Ðiều 語 Ω', ['Điều', '語', 'Ω']],
  ['decomposed', 'Điều'.normalize('NFD'), ['Điều']],
  ['nothing', ' \n ', []],
])('%s', (_, text, expected) => {
  expect(wordsOf(text)).toEqual(expected);
});

test('tokens that are spelled the same share a lexeme, in whatever text they stand', () => {
  const [first, second] = allLexemes(tokenize('nghiêng nghiêng'));
  expect(first).toBe(second);
  expect(allLexemes(tokenize('Nghiêng – nghiêng')).at(-1)).toBe(first);
});

test('any text: tokens come in its order and do not overlap', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const tokens = tokenize(text);
      let end = 0;
      for (let at = 0; at < tokens.count; at++) {
        expect(startOf(tokens, at)).toBeGreaterThanOrEqual(end);
        end = endOf(tokens, at);
        expect(gapAt(tokens, at)).toBeLessThan(4);
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});

test('any text: marks that read as others in place are read as by normalising the whole', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      // After a decomposed word the whole text is normalised.
      const slow = wordsOf(`${'ủ'.normalize('NFD')}. a. ${text}`);
      expect(slow.slice(2)).toEqual(wordsOf(`a. ${text}`));
    }),
  );
});

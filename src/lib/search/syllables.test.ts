import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldLetters, foldSyllable, marksOf, splitSyllables } from './syllables.ts';

const keys = (text: string) => splitSyllables(text).map(({ key }) => key);

describe('splitSyllables', () => {
  test.each([
    ['Dân vận khéo', ['dan', 'van', 'kheo'], 'one syllable, one unit'],
    ['901-QĐ/TV', ['901', 'qd', 'tv'], 'a symbol falls into its parts'],
    ['Điều lệ', ['dieu', 'le'], 'đ is folded'],
    ['Điều lệ'.normalize('NFD'), ['dieu', 'le'], 'decomposed text gives the same'],
    ['NÐ-CP', ['nd', 'cp'], 'Latin Eth is the look-alike of Đ'],
    ['dân\u200B vậ\u00ADn', ['dan', 'van'], 'invisible characters do not cut a syllable'],
    ['quản lí', ['quan', 'li'], 'i …'],
    ['quản lý', ['quan', 'li'], '… and y are one'],
    ['khóa XI', ['khoa', '11'], 'a term in Roman digits …'],
    ['khoa xi', ['khoa', '11'], '… however typed …'],
    ['khóa 11', ['khoa', '11'], '… is that in Arabic ones'],
    ['lần thứ bảy', ['lan', 'thu', '7'], 'an ordinal word is its number'],
    ['Đại hội XIII', ['dai', 'hoi', '13'], 'a congress'],
    ['hội vi phạm', ['hoi', 'vi', 'pham'], 'a word is no numeral'],
    [' – … ', [], 'no letter, no syllable'],
  ])('%j → %j (%s)', (text, expected) => {
    expect(keys(text)).toEqual(expected);
  });

  test('offsets refer to the text as given', () => {
    const text = 'Quy chế “xã Minh Trí”'.normalize('NFD');
    const words = splitSyllables(text).map(({ start, end }) => text.slice(start, end));
    expect(words.join(' ').normalize('NFC')).toBe('Quy chế xã Minh Trí');
  });

  test.each([
    ['họp xã. Bầu thôn', 2, 'a full stop ends a sentence'],
    ['họp xã; bầu thôn', 2, 'so does a semicolon'],
    ['họp xã\nbầu thôn', 2, 'and the end of a block'],
    ['họp xã, bầu thôn', 1, 'a comma does not'],
    ['họp (xã) “bầu” thôn', 1, 'nor do brackets and quotation marks'],
    ['Ban T.Ư họp', 1, 'nor a full stop inside an abbreviation'],
  ])('%j has %i sentences (%s)', (text, sentences) => {
    expect(splitSyllables(text).filter(({ opens }) => opens)).toHaveLength(sentences);
  });
});

describe('marksOf', () => {
  test.each([
    ['hòa', 'hoà', 'either tone placement'],
    ['thúy', 'thuý', 'either tone placement'],
    ['ĐƯỜNG', 'đường', 'either case'],
    ['ủy'.normalize('NFD'), 'ủy', 'either normal form'],
  ])('%s equals %s (%s)', (left, right) => {
    expect(marksOf(left)).toBe(marksOf(right));
  });

  test('no two syllables of one fold have the same marks', () => {
    const words = 'dan dán dàn dản dãn dạn dăn dân dấn dận đan đàn đân đận đăng'.split(' ');
    const same = words.filter((word) => foldSyllable(word) === 'dan');
    expect(new Set(same.map(marksOf)).size).toBe(same.length);
  });

  test('plain text has none', () => {
    expect(marksOf('dan')).toBe('');
  });
});

test('what is being typed keeps its last letter', () => {
  expect([foldSyllable('quy'), foldLetters('quy')]).toEqual(['qui', 'quy']);
});

test('cuts every text where the pattern of a word does', () => {
  const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00AD\u200B-\u200F\u2060\uFEFF]*/gu;
  const pieces = ['a', 'đ', 'ế', '\u0301', '\u00AD', '\u200B', '1', '²', 'Ω', '𝒜', '🙂', '\uD835'];
  const texts = fc.array(fc.constantFrom(...pieces, ' ', '.', '\n', '/', '\uDC9C'), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(texts, (parts) => {
      const text = parts.join('');
      const words = splitSyllables(text).map(({ start, end }) => text.slice(start, end));
      expect(words).toEqual(text.match(WORD) ?? []);
    }),
    { numRuns: 1000 },
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteReader, ByteWriter } from './byte-io.ts';
import { CodeWriter, WordCounter } from './code-writer.ts';
import { documentText } from './document-text.ts';
import { goldenLibrary } from './fixtures/library.ts';
import type { SearchText } from './index-format.ts';
import { joinTexts, packText, TextFile, unpackText, type PackedText } from './packed-texts.ts';
import { TextWords } from './text-words.ts';
import { WordCodes } from './word-codes.ts';

/** Codes of the words that stand in texts often enough. */
interface Codes {
  words: TextWords;
  writer: CodeWriter;
  reader: WordCodes;
}

function codesOf(...texts: string[]): Codes {
  const words = new TextWords();
  const counter = new WordCounter(words);
  for (const text of texts) counter.add(text);
  const list = counter.list();
  return { words, writer: new CodeWriter(list, words), reader: new WordCodes(list) };
}

/** Pack a text as the build does, which has cut it before. */
function pack(slug: string, text: SearchText, { words, writer }: Codes): PackedText {
  const numbers: number[] = [];
  const ends: number[] = [];
  for (const [, , , segment] of text.segments) {
    numbers.push(...words.cut(segment));
    ends.push(numbers.length);
  }
  return packText(slug, { ...text, words: Uint32Array.from(numbers), ends }, writer);
}

function roundTrip(text: string, { writer, reader }: Codes): string {
  const bytes = new ByteWriter();
  const written = writer.write(text, bytes);
  const read = reader.read(new ByteReader(bytes.finish()));
  expect(read.words).toBe(written);
  return read.text;
}

describe('words', () => {
  const text = 'Dân vận khéo: “dân biết, dân bàn”, số 25-NQ/TV. ';
  const codes = codesOf(text.repeat(9));

  test.each([
    text,
    '',
    '  hai  khoảng  trống ',
    'Chữ lạ: zèng, кириллица, 🙂.',
    'hoà ḥ e\u0302\u0301\nxuống dòng',
    'một\u00A0hai',
  ])('%j comes back', (words) => {
    expect(roundTrip(words, codes)).toBe(words);
  });

  test('any text comes back, with any list', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(roundTrip(a, codesOf(b.repeat(5)))).toBe(a);
      }),
    );
  });

  test('thousands of words have codes of their own', () => {
    const words = Array.from({ length: 9000 }, (_, at) =>
      String.fromCharCode(...`${at}`.split('').map((digit) => 97 + Number(digit))),
    );
    const many = words.map((word) => ` ${word}`.repeat(4)).join('');
    expect(roundTrip(many, codesOf(many))).toBe(many);
  });

  test('a frequent word takes a byte', () => {
    const bytes = new ByteWriter();
    codes.writer.write(' Dân vận', bytes);
    expect(bytes.length).toBe(3);
  });

  test('a code beyond the list is damage', () => {
    const bytes = Uint8Array.of(200, 0);
    expect(() => new WordCodes(['a']).read(new ByteReader(bytes))).toThrow(/damaged/);
  });
});

describe('a file of texts', () => {
  const { documents } = goldenLibrary();
  const codes = codesOf('điều khoản điểm Điều 1 '.repeat(9));
  const texts = documents.map((document): [string, SearchText] => {
    const { provisions, segments } = documentText(document);
    return [document.slug, { provisions, segments }];
  });

  test('gives back each text', () => {
    const packed = texts.map(([slug, text]) => pack(slug, text, codes));
    const file = new TextFile(joinTexts(packed), codes.reader);
    for (const [slug, text] of texts) expect(file.get(slug)).toEqual(text);
    expect(file.get('không có')).toBeUndefined();
  });

  test('keeps names that follow from nothing', () => {
    const text: SearchText = {
      provisions: [
        ['pl', 'Phụ lục', '', -1],
        ['d1', 'Điều 1', 'Phạm vi', 0],
        ['d1-2', 'khoản 2 Điều 1', '', 1],
        ['x', 'khoản 2 Điều 1', '', 1],
        ['d2', 'Điều 2', '', -1],
      ],
      segments: [
        [0, 1, 2, 'Phạm vi'],
        [2, -1, 3, 'Lời nói đầu'],
        [2, 2, 1, 'một'],
      ],
    };
    expect(unpackText(pack('x', text, codes), codes.reader)).toEqual(text);
  });

  test('cut short is damage', () => {
    const bytes = joinTexts(texts.map(([slug, text]) => pack(slug, text, codes)));
    expect(() => new TextFile(bytes.subarray(0, bytes.length - 1), codes.reader)).toThrow(
      /damaged/,
    );
  });
});

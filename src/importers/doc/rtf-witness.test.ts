import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRtfWitness } from './rtf-witness.ts';

function read(rtf: string): string {
  return readRtfWitness(Buffer.from(rtf, 'latin1')).trim();
}

test.each([
  ['text and paragraphs', "{\\rtf1\\ansi Xin ch\\u224?o\\par b\\u7843\\'3fn}", 'Xin chào\nbản'],
  ['several characters for older programs', "{\\rtf1\\uc2 a\\u273\\'64\\'64b}", 'ađb'],
  [
    'bytes by the character set of their font',
    "{\\rtf1{\\fonttbl{\\f0\\fcharset0 .VnTime;}{\\f1\\fcharset163 Arial;}}\\f0 \\'ad\\f1 \\'ad\\'fd\\'fe}",
    '\u00AD\u00ADư₫',
  ],
  ['signs', '{\\rtf1 \\{a\\}\\~b\\_c\\endash\\ldblquote d}', '{a}\u00A0b\u2011c–“d'],
  [
    'nothing of lists, headers, instructions, pictures, unknown destinations',
    '{\\rtf1{\\header H}{\\listtext 1.}a{\\field{\\*\\fldinst PAGE}{\\fldrslt 7}}{\\pict 0ff}{\\*\\xyz q}b}',
    'a7b',
  ],
  ['bytes of a picture', '{\\rtf1 a{\\pict\\bin3 }}}}b}', 'ab'],
  [
    'the text of a shape once',
    '{\\rtf1 a{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 2}}{\\shptxt khung}}{\\shprslt khung}}b}',
    'akhungb',
  ],
  ['notes at the end', '{\\rtf1 a{\\footnote ghi}b\\cell c}', 'ab\nc\nghi'],
])('%s', (_, rtf, text) => {
  expect(read(rtf)).toBe(text);
});

test('whatever stands in a file, it is read', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '\\',
    '\\*',
    '\\u-5',
    "\\'z",
    '\\bin9 ',
    '\\fonttbl',
    'a',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(pieces), (parts) => {
      expect(typeof read(parts.join(''))).toBe('string');
    }),
  );
});

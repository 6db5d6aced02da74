import { describe, expect, test } from 'vitest';
import { parseBody } from './parse-body.ts';
import { documentText, gistText, normalizeV1, ownText, provisionText } from './text.ts';

const { tree } = parseBody(`### Điều 1. Tên

<Gist sources="s1" title="Tên ta đặt">

Lời của ta.

</Gist>

Mở đầu:[^1]

**1.** Một \\
dòng hai.

| a | b |
| --- | --- |
| c | d |

> **2.** Trích.

[^1]: Chú.
`);
const article = tree.byId.get('d1');
if (!article) throw new Error('the fixture has Điều 1');

describe('official text', () => {
  test('of a unit alone has its label and title, no gist, no footnote mark', () => {
    expect(ownText(article)).toBe('Điều 1. Tên\nMở đầu:');
  });

  test('of a unit with all below it', () => {
    expect(provisionText(article)).toBe(
      'Điều 1. Tên\nMở đầu:\n1. Một\ndòng hai.\na\tb\nc\td\n2. Trích.',
    );
  });

  test('of a document ends with its footnotes', () => {
    expect(documentText(tree)).toBe(`${provisionText(article)}\nChú.`);
  });
});

test('gistText has our words only', () => {
  expect(gistText(article)).toBe('Tên ta đặt\nLời của ta.');
});

describe('normalizeV1', () => {
  test.each([
    ['Đie\u0302\u0300u 1', 'Điều1', 'composes'],
    ['a \u00A0\t\n\u2028b', 'ab', 'drops all white space'],
    ['a\u200B\u200E\uFEFF\u00ADb', 'ab', 'drops what cannot be seen'],
    ['“a” – b', '“a”–b', 'keeps quotes and dashes'],
    ['hoà Hòa', 'hoàHòa', 'keeps case and tone placement'],
  ])('%j → %j (%s)', (text, expected) => {
    expect(normalizeV1(text)).toBe(expected);
  });
});

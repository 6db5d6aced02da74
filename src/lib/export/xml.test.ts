import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { escapeXml, xmlElement, xmlUri } from './xml.ts';

/** What a parser reads back from an element with this text and attribute. */
function readBack(text: string): { content: string; attribute: string } {
  const parser = new SaxesParser();
  const found = { content: '', attribute: '' };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ attributes }) => (found.attribute = attributes.a ?? ''));
  parser.on('text', (part) => (found.content += part));
  parser.write(xmlElement('x', { a: text }, escapeXml(text))).close();
  return found;
}

test.each([
  ['markup', '<a href="x">&amp;</a> ]]>'],
  ['white space', 'a\tb\nc\rd  e'],
  ['letters beyond the first plane', '𠀀 😀'],
  ['Vietnamese', 'Điều 5. Ủy ban “nhân dân”'],
])('%s is read back as it was', (_, text) => {
  expect(readBack(text)).toEqual({ content: text, attribute: text });
});

test.each([
  ['a control character', 'a\u0000b\u001Fc', 'a\uFFFDb\uFFFDc'],
  ['a lone surrogate', 'a\uD800b\uDC00', 'a\uFFFDb\uFFFD'],
  ['surrogates in the wrong order', '\uDC00\uD800', '\uFFFD\uFFFD'],
  ['a non-character', '\uFFFE\uFFFF', '\uFFFD\uFFFD'],
])('%s, which XML cannot hold, leaves a mark', (_, text, expected) => {
  expect(readBack(text)).toEqual({ content: expected, attribute: expected });
});

test('any text makes well-formed XML, and loses nothing that XML can hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { content, attribute } = readBack(text);
      expect(content).toBe(attribute);
      expect(content).toHaveLength(text.length);
    }),
  );
});

test('an address becomes a URI', () => {
  expect(xmlUri('https://a.example/Điều 5?x=1&y=%20#d5')).toBe(
    'https://a.example/%C4%90i%E1%BB%81u%205?x=1&y=%20#d5',
  );
  expect(xmlUri('a\uD800"<')).toBe('a%EF%BF%BD%22%3C');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scanAnyHtml, type HtmlElement } from './scan-html.ts';
import { scanPlainHtml } from './scan-plain-html.ts';

test.each([
  '<!doctype html><html lang="vi"><head><meta charset="utf-8"></head>',
  '<!DOCTYPE html><!-- lời dẫn --><p hidden>a &amp; b\n<a\n href="/x?a=1&amp;b=2" id="đ">x</a></p>',
  '<script type="application/json">{"a":"\\u003cb>"}</script><p>',
  '<script>if (a < b) "<a href=/x>"</script><b>',
  '<title>a &lt; b</title><textarea rows="2">x</textarea><br/><img src="a.png" alt="" />',
  'a < b and c > d',
])('reads %j itself', (html) => {
  const elements = scanPlainHtml(html);
  expect(elements).not.toBeNull();
  expect(elements).toEqual(scanAnyHtml(html));
});

test.each([
  ['<A>', 'capitals'],
  ["<a href='x'>", 'single quotes'],
  ['<a href=x>', 'no quotes'],
  ['<a id="a" id="b">', 'an attribute twice'],
  ['<a id="a"', 'a tag left open'],
  ['</a href="/x">', 'an end tag with attributes'],
  ['<a title="&nbsp;">', 'another reference'],
  ['<a title="a&b">', 'an ampersand that may begin a reference'],
  ['<script><!-- </script>', 'a comment in a script'],
  ['<title></b></title>', 'an end tag in text'],
  ['<![CDATA[<a>]]>', 'a section of data'],
  ['<?xml?>', 'an instruction'],
  ['<a>\r\n', 'line ends of Windows'],
])('leaves %s to the tokenizer of the standard: %s', (html) => {
  expect(scanPlainHtml(html)).toBeNull();
});

const PIECES = [
  '<',
  '>',
  '/',
  '</',
  '=',
  '"',
  "'",
  '&',
  '&amp;',
  '&quot;',
  ' ',
  '\n',
  '-',
  '--',
  '!',
];
const WORDS = ['a', 'p', 'id', 'href="x"', 'B', 'đ', 'script', 'title', '<!--', '-->', '<a', '<p>'];
const ENDS = ['</a>', '</script>', '</title>', '<script>', '<title>', '<!doctype html>', ' id="y"'];

/** Without lines: after an ampersand the tokenizer of the standard counts a line end twice. */
function withoutLines(elements: readonly HtmlElement[]): unknown {
  return elements.map(({ name, text, attributes }) => [
    name,
    text,
    attributes.map(({ name: key, value, start, end }) => [key, value, start, end]),
  ]);
}

test('reads nothing otherwise than the tokenizer of the standard', () => {
  const markup = fc.array(fc.constantFrom(...PIECES, ...WORDS, ...ENDS), { maxLength: 14 });
  fc.assert(
    fc.property(markup, (pieces) => {
      const html = pieces.join('');
      const elements = scanPlainHtml(html);
      if (elements === null) return;
      expect(withoutLines(elements)).toEqual(withoutLines(scanAnyHtml(html)));
    }),
    { numRuns: 20_000 },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { policyEdit } from '../content-security-policy.ts';
import { inspectPage } from '../verify/verify-site.ts';
import { findHtmlUrls } from './html-urls.ts';
import { scanHtml, type HtmlElement } from './scan-html.ts';
import { scanPage, scanPlainPage } from './scan-page.ts';

test.each([
  '<!doctype html><html lang="vi"><head><meta charset="utf-8"></head>',
  '<!DOCTYPE html><!-- lời dẫn --><p hidden>a &amp; b\n<a\n href="/x?a=1&amp;b=2" id="đ">x</a></p>',
  '<script type="application/json">{"a":"\\u003cb>"}</script><p>',
  '<script>if (a < b) "<a href=/x>"</script><b id="c">',
  '<title>a &lt; b</title><textarea id="t" rows="2">x</textarea><br/><img src="a.png" alt="" />',
  'a < b and c > d',
  '<style>a{}</style><p style="a" onclick="b()">',
  '<svg viewBox="0 0 9 9"><linearGradient id="g" xlink:hRef="/x"/></linearGradient></svg>',
  '<p oNCLICK="a()" iD="x">',
])('reads %j itself', (html) => {
  const page = Buffer.from(html);
  expect(scanPlainPage(page)).not.toBeNull();
  expect(whatCounts(scanPage(page), page)).toEqual(whatCounts(scanHtml(html), page));
});

test.each([
  ['<A>', 'capitals'],
  ["<a href='x'>", 'single quotes'],
  ['<a href=x>', 'no quotes'],
  ['<a class="a" class="b">', 'an attribute twice'],
  ['<a id="a" iD="b">', 'an attribute twice, in capitals'],
  ['<sCRIPT></sCRIPT>', 'a script in capitals'],
  ['<a id="a"', 'a tag left open'],
  ['<a id="a', 'a value left open'],
  ['</a href="/x">', 'an end tag with attributes'],
  ['<a id="&nbsp;">', 'another reference'],
  ['<a id="a&b">', 'an ampersand that may begin a reference'],
  ['<script><!-- </script>', 'a comment in a script'],
  ['<title></b></title>', 'an end tag in text'],
  ['<!---->', 'an empty comment'],
  ['<!-- - -->', 'a comment with a dash'],
  ['<![CDATA[<a>]]>', 'a section of data'],
  ['<?xml?>', 'an instruction'],
  ['<a>\r\n', 'line ends of Windows'],
  ['<a>\0', 'a NUL'],
])('leaves %s to the tokenizer of the standard: %s', (html) => {
  const page = Buffer.from(html);
  expect(scanPlainPage(page)).toBeNull();
  expect(whatCounts(scanPage(page), page)).toEqual(whatCounts(scanHtml(html), page));
});

test('tells offsets in bytes', () => {
  for (const quote of ['"', "'"]) {
    const page = Buffer.from(`<p>Điều ước <a class=${quote}ấ${quote} href=${quote}/đ${quote}>`);
    const link = scanPage(page).find(({ name }) => name === 'a');
    const href = link?.attributes.find(({ name }) => name === 'href');
    expect(page.toString('utf8', href?.start, href?.end)).toBe(`href=${quote}/đ${quote}`);
  }
});

const SIGNS = [
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

test('reads nothing otherwise than the tokenizer of the standard', () => {
  const markup = fc.array(fc.constantFrom(...SIGNS, ...WORDS, ...ENDS), { maxLength: 14 });
  fc.assert(
    fc.property(markup, (pieces) => {
      const html = pieces.join('');
      const page = Buffer.from(html);
      const elements = scanPlainPage(page);
      if (elements === null) return;
      expect(whatCounts(elements, page)).toEqual(whatCounts(scanHtml(html), page));
    }),
    { numRuns: 10_000 },
  );
});

const TAGS = 'a area p div script style link meta use img form base svg title textarea'.split(' ');
const NAMES =
  'id name href src srcset style onclick onload crossorigin integrity rel type content http-equiv ' +
  'charset action data-src data-href poster xlink:href class data-label aria-label title value lang';
const VALUES = [
  '',
  'x',
  '#x',
  'a.html',
  '/a',
  '//a.example',
  'module',
  'manifest',
  'javascript:a()',
];
const MORE_VALUES = [
  'application/json',
  'stylesheet',
  'content-security-policy',
  "default-src 'none'",
];

test('leaves out nothing that an address, a name or a rule depends on', () => {
  const attribute = fc.tuple(
    fc.constantFrom(...NAMES.split(' ')),
    fc.constantFrom(...VALUES, ...MORE_VALUES),
  );
  const tag = fc.tuple(fc.constantFrom(...TAGS), fc.array(attribute, { maxLength: 4 }));
  fc.assert(
    fc.property(fc.array(tag, { maxLength: 5 }), (tags) => {
      const html = `<head><meta charset="utf-8"></head>${tags.map(formatTag).join('')}`;
      const page = Buffer.from(html);
      const elements = scanPlainPage(page);
      expect(elements).not.toBeNull();
      expect(whatCounts(elements ?? [], page)).toEqual(whatCounts(scanHtml(html), page));
    }),
    { numRuns: 3_000 },
  );
});

function formatTag([name, attributes]: [string, [string, string][]]): string {
  const unlike = new Map(attributes);
  const list = [...unlike].map(([key, value]) => ` ${key}="${value}"`).join('');
  const isRaw = ['script', 'style', 'title', 'textarea'].includes(name);
  return `<${name}${list}>${isRaw ? `x</${name}>` : ''}`;
}

/** All that is ever asked of the start tags of a page, but for places. */
function whatCounts(elements: readonly HtmlElement[], page: Buffer): unknown {
  const { problems, urls, anchors } = inspectPage('x.html', page, elements);
  return {
    problems: problems.map(({ id, values }) => [id, values]),
    urls: urls.map(({ value, use }) => [value, use]),
    anchors,
    edited: elements.flatMap((element) =>
      findHtmlUrls(element).map(({ value, attribute }) => [value, attribute.name]),
    ),
    policy: policyEdit(page, [...elements])?.text,
  };
}

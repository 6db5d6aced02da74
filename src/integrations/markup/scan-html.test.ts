import { expect, test } from 'vitest';
import { attributeOf, scanHtml } from './scan-html.ts';

test('reads every start tag with the place of its attributes', () => {
  const html = '<p>\n  <a HREF=/x?a=1&amp;b=2 id="đ">x</a>';
  const [, link] = scanHtml(html);
  const [href] = link?.attributes ?? [];
  expect(link).toMatchObject({ name: 'a', line: 2, column: 3 });
  expect(href).toMatchObject({ name: 'href', value: '/x?a=1&b=2', line: 2, column: 6 });
  expect(html.slice(href?.start, href?.end)).toBe('HREF=/x?a=1&amp;b=2');
});

test.each([
  ['script', 'if (a < b) "<a href=/x>"'],
  ['style', 'a::before { content: "<a>" }'],
  ['title', '<a> & b'],
  ['textarea', '<a href="/x">'],
])('takes the content of %s for text', (name, text) => {
  const elements = scanHtml(`<${name}>${text}</${name}><b>`);
  expect(elements.map((element) => element.name)).toEqual([name, 'b']);
  expect(elements[0]?.text).toBe(text);
});

test.each([
  ['a comment', '<!-- <a href="/x"> -->'],
  ['text', 'a < b and c > d'],
  ['an end tag', '</a href="/x">'],
])('finds no tag in %s', (_, html) => {
  expect(scanHtml(html)).toEqual([]);
});

test('reads noscript as a browser without scripts does', () => {
  expect(scanHtml('<noscript><a href="/x"></noscript>').map(({ name }) => name)).toEqual([
    'noscript',
    'a',
  ]);
});

test('attributeOf gives undefined for an absent attribute and "" for an empty one', () => {
  const [element] = scanHtml('<a id>');
  expect(element && [attributeOf(element, 'id'), attributeOf(element, 'href')]).toEqual([
    '',
    undefined,
  ]);
});

import { expect, test } from 'vitest';
import { findHtmlUrls, replaceUrls } from './html-urls.ts';
import { scanHtml } from './scan-html.ts';

const urlsIn = (html: string) => scanHtml(html).flatMap(findHtmlUrls);

test.each([
  ['<a href=" x.html ">', [['x.html', 'link']]],
  ['<area href="x.html">', [['x.html', 'link']]],
  ['<form action="x.html">', [['x.html', 'link']]],
  [
    '<img src="a.png" srcset="b.png 1x, c.png 2x">',
    [
      ['a.png', 'load'],
      ['b.png', 'load'],
      ['c.png', 'load'],
    ],
  ],
  ['<video poster="a.png">', [['a.png', 'load']]],
  ['<object data="a.svg">', [['a.svg', 'load']]],
  ['<svg><image href="a.png"/></svg>', [['a.png', 'load']]],
  ['<link rel="stylesheet" href="a.css">', [['a.css', 'load']]],
  ['<link rel="icon" href="a.svg">', [['a.svg', 'load']]],
  [
    '<link rel="canonical" href="https://thu-vien.example/a">',
    [['https://thu-vien.example/a', 'name']],
  ],
  ['<link rel="alternate stylesheet" href="a.css">', [['a.css', 'load']]],
  [
    '<script src="a.js" data-src="b.js"></script>',
    [
      ['a.js', 'load'],
      ['b.js', 'load'],
    ],
  ],
  ['<meta property="og:image" content="https://thu-vien.example/a.png">', []],
  ['<p title="/x.html" data-doc="/y">', []],
])('%s', (html, expected) => {
  expect(urlsIn(html).map(({ value, use }) => [value, use])).toEqual(expected);
});

test.each([
  ['/a.png 1x, /b.png 2x', 'A 1x, A 2x'],
  ['/a.png,/b.png 480w', 'A 480w'],
  ['/a.png', 'A'],
])('replaces each address of the srcset %j', (srcset, expected) => {
  const [attribute] = scanHtml(`<img srcset="${srcset}">`)[0]?.attributes ?? [];
  expect(attribute && replaceUrls(attribute, () => 'A')).toBe(expected);
});

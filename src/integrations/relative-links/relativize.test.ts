import { describe, expect, test } from 'vitest';
import { relativizeCss, relativizeHtml } from './relativize.ts';

const files = new Set(['index.html', 'van-ban/a.html', 'assets/a.css', 'fonts/a.woff2', 'a.png']);
const html = (text: string) => relativizeHtml(text, 'van-ban/a.html', files).html;

describe('relativizeHtml', () => {
  test.each([
    ['<a href="/">', '<a href="../index.html">', 'the home page'],
    ["<a class=x href='/van-ban/a#d5-1'>", '<a class=x href="a.html#d5-1">', 'quotes'],
    ['<form action=/index.html>', '<form action="../index.html">', 'no quotes'],
    [
      '<a href="/?a=1&amp;b=2">',
      '<a href="../index.html?a=1&amp;b=2">',
      'references in the address',
    ],
    [
      '<a href="/?q=&quot;x&quot;">',
      '<a href="../index.html?q=&quot;x&quot;">',
      'quotes in the address',
    ],
    ['<img srcset="/a.png 1x, /a.png 2x">', '<img srcset="../a.png 1x, ../a.png 2x">', 'srcset'],
    [
      '<script data-src="/a.png" src="/a.png">',
      '<script data-src="../a.png" src="../a.png">',
      'data-src',
    ],
  ])('%s', (before, after) => {
    expect(html(before)).toBe(after);
  });

  test.each([
    '<a href="#d5">',
    '<a href=\'https://a.example/?x="y"\'>',
    '<a href="mailto:a@b.example">',
    '<link rel="canonical" href="/van-ban/a.html">',
    '<meta property="og:url" content="/van-ban/a.html">',
    '<a href="/none.html">',
    "<a href='a.html'>",
    '<!-- <a href="/"> --><script>"<a href=\'/\'>"</script>',
    'a &amp; b < c\r\n<p title="/">',
  ])('leaves %s as it is', (text) => {
    expect(html(text)).toBe(text);
  });
});

describe('relativizeCss', () => {
  test('counts from the style sheet', () => {
    const css = '@import "/assets/a.css";a{src:url(/fonts/a.woff2)}/* url(/a.png) */';
    expect(relativizeCss(css, 'assets/b.css', files)).toBe(
      '@import url("a.css");a{src:url("../fonts/a.woff2")}/* url(/a.png) */',
    );
  });

  test('leaves relative, external and unknown addresses', () => {
    const css = "a{b:url( 'a.css' ) url(https://a.example/b) url(/none.png)}";
    expect(relativizeCss(css, 'assets/b.css', files)).toBe(css);
  });
});

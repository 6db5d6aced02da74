import { describe, expect, test } from 'vitest';
import { scanPage } from '../markup/scan-page.ts';
import { applyEdits, relativizeCss, relativizePage } from './relativize.ts';
import { RelativeUrls } from './site-urls.ts';

const files = new Set(['index.html', 'van-ban/a.html', 'assets/a.css', 'fonts/a.woff2', 'a.png']);
const urls = new RelativeUrls(files);

function html(text: string, file = 'van-ban/a.html'): string {
  const page = Buffer.from(text);
  return applyEdits(page, relativizePage(scanPage(page), file, urls).edits).toString();
}

describe('relativizePage', () => {
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

test('counts from the folder of each page', () => {
  const link = '<p>ưỡ</p><a href="/a.png">ấ</a><a href="/van-ban/a.html#d5">đ</a>';
  for (const file of ['van-ban/a.html', 'index.html', 'a/b/c.html', 'index.html']) {
    const up = '../'.repeat(file.split('/').length - 1);
    const same = file.startsWith('van-ban/') ? 'a.html#d5' : `${up}van-ban/a.html#d5`;
    expect(html(link, file)).toBe(`<p>ưỡ</p><a href="${up}a.png">ấ</a><a href="${same}">đ</a>`);
  }
});

describe('relativizeCss', () => {
  test('counts from the style sheet', () => {
    const css = '@import "/assets/a.css";a{src:url(/fonts/a.woff2)}/* url(/a.png) */';
    expect(relativizeCss(css, 'assets/b.css', urls)).toBe(
      '@import url("a.css");a{src:url("../fonts/a.woff2")}/* url(/a.png) */',
    );
  });

  test('leaves relative, external and unknown addresses', () => {
    const css = "a{b:url( 'a.css' ) url(https://a.example/b) url(/none.png)}";
    expect(relativizeCss(css, 'assets/b.css', urls)).toBe(css);
  });
});

import { describe, expect, test } from 'vitest';
import { blankCssText, findCssUrls } from './scan-css.ts';

describe('findCssUrls', () => {
  test.each([
    ['src: url(/fonts/a.woff2) format("woff2")', ['/fonts/a.woff2'], 'bare'],
    ['a { background: url( "b c.svg" ) }', ['b c.svg'], 'quoted, with spaces'],
    ["@import 'x.css' layer(a);", ['x.css'], 'import by string'],
    ['@import url(x.css);', ['x.css'], 'import by url'],
    ['url(a.svg), url(b.svg)', ['a.svg', 'b.svg'], 'several'],
    ['/* url(a.svg) */ b {}', [], 'in a comment'],
    ['q::before { content: "url(a.svg)" }', [], 'in a string'],
    ['a { color: red }', [], 'none'],
  ])('%s', (css, expected) => {
    expect(findCssUrls(css).map(({ value }) => value)).toEqual(expected);
  });

  test('tells where each stands', () => {
    const css = 'a{b:url("x.svg")} @import "y.css";';
    expect(findCssUrls(css).map(({ start, end }) => css.slice(start, end))).toEqual([
      'url("x.svg")',
      '"y.css"',
    ]);
  });
});

test('blankCssText keeps the length and the lines', () => {
  const css = 'a{/* {\n{ */content:"}"}';
  expect(blankCssText(css)).toBe('a{    \n    content:   }');
});

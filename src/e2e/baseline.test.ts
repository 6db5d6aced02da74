import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scriptText } from '../integrations/markup/script-text.ts';
import { listFiles } from '../integrations/verify/output-file.ts';
import { readNewerNames } from './baseline/compat-data.ts';
import { findNewerInPage, findNewerInScript, findNewerInStyle } from './baseline/find-newer.ts';
import { builtSite, type SiteName } from './harness/sites.ts';

/*
 * Nothing in the output is newer than the oldest browsers, by MDN's browser compatibility data. What
 * is allowed here is named with its reason.
 */
const names = readNewerNames();

/** Methods of our own objects that bear the name of a newer one of the platform. */
const OWN_METHODS = ['take', 'summarize', 'run', 'hand', 'watch', 'readText'];

/** Declarations that a browser may ignore: it then only looks a little plainer, or is slower. */
const MAY_BE_IGNORED = [
  'break-after: avoid',
  'content-visibility',
  'content-visibility: auto',
  'content-visibility: visible',
  'orphans',
  'widows',
  'scrollbar-width',
  'scrollbar-width: thin',
  'text-size-adjust',
  'text-wrap',
  'text-wrap: balance',
];

describe.each<SiteName>(['fixture', 'full-text', 'library'])('the site %s', (name) => {
  const { directory } = builtSite(name);

  test.each([
    ['scripts', '.js', findNewerInScript, OWN_METHODS],
    ['style sheets', '.css', findNewerInStyle, MAY_BE_IGNORED],
    ['pages', '.html', findNewerInPage, []],
  ] as const)('%s', async (_, ending, find, allowed: readonly string[]) => {
    const paths = (await listFiles(directory)).filter((path) => path.endsWith(ending));
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) {
      const found = find(scriptText(await readFile(join(directory, path))), names);
      expect(
        found.filter((one) => !allowed.includes(one)),
        path,
      ).toEqual([]);
    }
  });
});

describe('what is newer than Chromium 109 or Firefox 115 is found', () => {
  test.each([
    ['[3,1].toSorted()', ['toSorted']],
    ['Object.groupBy(a, b)', ['groupBy']],
    ['Promise.withResolvers()', ['withResolvers']],
    ['new CloseWatcher()', ['CloseWatcher']],
    ['Temporal.Now', ['Temporal']],
    // Asked for first.
    ['a.toSorted?.()', []],
    ['if (a.toSorted) a.toSorted()', []],
    ['typeof CloseWatcher == "function" && new CloseWatcher()', []],
    ['"startViewTransition" in document && document.startViewTransition()', []],
    ['self.fetch(a); self.structuredClone(b)', []],
    // Old, or known to both under the same name.
    ['[1].at(-1); structuredClone(a); Object.hasOwn(a, b); new ResizeObserver(f)', []],
  ])('script %s', (code, found) => {
    expect(findNewerInScript(code, names)).toEqual(found);
  });

  test('syntax of a later year', () => {
    expect(() => findNewerInScript('using a = b()', names)).toThrow(SyntaxError);
    expect(() => findNewerInScript('x = /[a--b]/v', names)).toThrow(SyntaxError);
  });

  test.each([
    ['a { color: color-mix(in srgb, red, blue) }', ['color-mix()']],
    ['a { color: light-dark(red, blue) }', ['light-dark()']],
    ['a { field-sizing: content; color: red }', ['field-sizing', 'field-sizing: content']],
    ['a { float: inline-start }', ['float: inline-start']],
    ['p:has(a) { color: red }', [':has']],
    // A list that passes over what it does not know.
    ['p:is(:target, :has(:target)) { color: red }', []],
    ['p:is(:target):has(a) { color: red }', [':has']],
    ['@starting-style { a { color: red } }', ['@starting-style']],
    ['@supports selector(:has(*)) { p:has(a) { color: red } } a { color: red }', []],
    ['@layer a { a:is(b, c):focus-visible { inset: 0; color: rgb(0 0 0 / 50%) } }', []],
    ['@page sheet { size: A4 landscape; margin: 8mm } a { size: 1px }', ['size']],
    ['@page sheet { margin: 8mm; size: A4 landscape }', []],
    ['/* a:has(b) */ a { content: "light-dark(" }', []],
  ])('style %s', (css, found) => {
    expect(findNewerInStyle(css, names)).toEqual(found);
  });

  test.each([
    ['<div popover>x</div>', ['popover']],
    ['<selectedcontent></selectedcontent>', ['<selectedcontent>']],
    ['<dialog open></dialog><details><summary>x</summary></details><p inert>', []],
  ])('page %s', (html, found) => {
    expect(findNewerInPage(html, names)).toEqual(found);
  });
});

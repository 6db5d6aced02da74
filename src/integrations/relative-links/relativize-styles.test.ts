import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { relativizeStyles } from './relativize-styles.ts';

test('changes the style sheets of an output, and no page', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'styles-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  mkdirSync(join(folder, 'assets'));
  const files = {
    'assets/a.css': 'a{b:url(/c.svg)}',
    'c.svg': '<svg/>',
    // The page for what is not there keeps its addresses from the root of the server.
    '404.html': '<a href="/index.html">',
    'index.html': '',
  };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  await relativizeStyles(folder);
  expect(readFileSync(join(folder, 'assets/a.css'), 'utf8')).toBe('a{b:url("../c.svg")}');
  expect(readFileSync(join(folder, '404.html'), 'utf8')).toBe(files['404.html']);
});

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { LONG_LAW_ARTICLES } from '../content/testing/long-law.ts';
import { readFullTexts } from '../content/testing/corpora.ts';
import { EMPTY_LOCK, formatLock, LOCK_FILE } from '../lib/anchors/lock.ts';
import { updateLock } from '../lib/anchors/update-lock.ts';
import { EXPORT_FORMATS } from '../lib/export/files.ts';
import { buildLibrary } from '../lib/library/build-library.ts';
import { documentText, normalizeV1 } from '../lib/provision/text.ts';
import { runBuild } from './build-site.ts';
import { inEveryBrowser } from './harness/matrix.ts';
import { builtSite } from './harness/sites.ts';

const { documents } = buildLibrary(await readFullTexts()).library;
const slugs = documents.map(({ slug }) => slug);

test('the texts hold what is hard: đ after d, Điều 5a, two chains, more than 300 Điều', () => {
  const ids = documents.flatMap(({ tree }) => [...tree.byId.keys()]);
  expect(ids).toEqual(expect.arrayContaining(['d5-2-d', 'd5-2-dd', 'd5a', 'd5-2', 'kt-d1', 'n3']));
  const articles = ids.filter((id) => /^d\d+$/.test(id));
  expect(articles.length).toBeGreaterThan(LONG_LAW_ARTICLES);
});

inEveryBrowser(
  ({ open }) => {
    test.each(documents)(
      '$slug: getElementById finds each unit, by its own name',
      async ({ slug, tree }) => {
        const page = await open(`van-ban/${slug}.html`);
        const expected = [...tree.byId].map(([id, { label }]) => [id, label] as const);
        const found = await page.evaluate(
          (ids) => ids.map((id) => [id, document.getElementById(id)?.dataset.label]),
          expected.map(([id]) => id),
        );
        expect(found).toEqual(expected);
      },
    );

    test.each(documents)(
      '$slug: the article without [data-chrome] is the source text, character for character',
      async ({ slug, tree }) => {
        const page = await open(`van-ban/${slug}.html`);
        const official = documentText(tree);
        const { article, text } = await officialText(page);
        expect(normalizeV1(article)).toBe(normalizeV1(official));
        // Cells of a table are set off in another way than in plain text.
        if (!official.includes('\t')) expect(text).toBe(`${official}\n`);
      },
    );

    test('each page leads to its data, and the files are there', async () => {
      const page = await open('van-ban/901-qd-tv-2031.html');
      const links = await page.$$eval('#du-lieu a', (all) =>
        all.map((link) => link.getAttribute('href')),
      );
      const expected = EXPORT_FORMATS.map((format) => `../du-lieu/901-qd-tv-2031.${format}`);
      expect(links).toEqual([...expected, '../du-lieu/van-ban.schema.json']);
      const data = await page.$$eval('head link[rel="alternate"]', (all) =>
        all.map((link) => link.getAttribute('href')),
      );
      expect(data).toEqual(expected);
    });
  },
  { site: 'full-text', browsers: ['chromium', 'firefox'], transports: ['file'] },
);

/** Text of the article, and of the part that holds the document, without site furniture. */
function officialText(page: Page): Promise<{ article: string; text: string }> {
  return page.evaluate(() => {
    const copy = document.querySelector('article')?.cloneNode(true) as HTMLElement;
    for (const furniture of copy.querySelectorAll('[data-chrome]')) furniture.remove();
    const text = copy.querySelector('.doc-text')?.textContent ?? '';
    return { article: copy.textContent, text };
  });
}

describe('data files of the built site', () => {
  const file = (name: string) => join(builtSite('full-text').directory, 'du-lieu', name);

  test.each(slugs)('%s: every format is there and names the document', async (slug) => {
    for (const format of EXPORT_FORMATS) {
      const text = await readFile(file(`${slug}.${format}`), 'utf8');
      expect(text.length, format).toBeGreaterThan(100);
      if (format !== 'txt') expect(text, format).toContain(slug);
    }
  });

  test('a plain text is for Notepad: marked as UTF-8, its lines end in CR LF', async () => {
    const text = await readFile(file('5-2031-qh20.txt'), 'utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.match(/(?<!\r)\n/g)).toBeNull();
    expect(text).toContain('đ) Đổi sách với thôn khác;');
  });
});

describe('published anchors', () => {
  test.each([
    ['a deleted label', '**b)** Che nắng cho kệ.\n\n', '', 'n2-b', 'anchor-lost'],
    ['a renamed label', '**b)** Che nắng', '**c)** Che nắng', 'n2-b', 'anchor-moved'],
  ])('%s without a tombstone fails the build, naming the id', async (_, from, to, id, problem) => {
    const work = await mkdtemp(join(tmpdir(), 'anchors-'));
    const content = join(work, 'content');
    await cp(resolve('src/e2e/fixtures/full-text/content'), content, { recursive: true });
    const trees = new Map(documents.map(({ slug, tree }) => [slug, tree]));
    trees.delete('6-2034-qh20');
    await writeFile(join(content, LOCK_FILE), formatLock(updateLock(EMPTY_LOCK, trees)));
    const directive = join(content, 'van-ban/chi-thi/3-ct-tv-2032.mdx');
    const text = await readFile(directive, 'utf8');
    expect(text).toContain(from);
    await writeFile(directive, text.replace(from, to));
    const { exitCode, output } = await runBuild({
      SITE_CONTENT: content,
      SITE_OUT: join(work, 'site'),
    });
    await rm(work, { recursive: true });
    expect(exitCode).toBe(1);
    expect(output).toContain(problem);
    expect(output).toContain(`3-ct-tv-2032#${id}`);
  });
});

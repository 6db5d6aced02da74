import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { absolutizeHtml } from './absolutize.ts';
import { serveSite, type SiteServer } from './serve-site.ts';

let folder: string;
let site: SiteServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serve-'));
  await mkdir(join(folder, 'van-ban'));
  await writeFile(join(folder, 'index.html'), '<p>Thư viện</p>');
  await writeFile(join(folder, '404.html'), '<a href="index.html">Không thấy trang</a>');
  await writeFile(join(folder, 'van-ban', 'a.html'), '0123456789');
  for (const name of ['a.js', 'a.css', 'a.json', 'a.akn.xml', 'a.txt', 'a.svg', 'a.woff2']) {
    await writeFile(join(folder, name), 'đ');
  }
  site = await serveSite(folder, 0);
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

test('serves the home page at the root', async () => {
  const response = await fetch(site.url);
  expect(await response.text()).toBe('<p>Thư viện</p>');
});

test.each([
  ['index.html', 'text/html;charset=utf-8'],
  ['a.js', 'text/javascript; charset=utf-8'],
  ['a.css', 'text/css; charset=utf-8'],
  ['a.json', 'application/json; charset=utf-8'],
  ['a.akn.xml', 'application/xml; charset=utf-8'],
  ['a.txt', 'text/plain; charset=utf-8'],
  ['a.svg', 'image/svg+xml; charset=utf-8'],
  ['a.woff2', 'font/woff2'],
])('%s is %s', async (path, type) => {
  const response = await fetch(`${site.url}/${path}`);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
});

test('HEAD gives the length without the body', async () => {
  const response = await fetch(`${site.url}/van-ban/a.html`, { method: 'HEAD' });
  expect([response.headers.get('content-length'), await response.text()]).toEqual(['10', '']);
});

test('a range gives a part', async () => {
  const response = await fetch(`${site.url}/van-ban/a.html`, { headers: { range: 'bytes=2-4' } });
  expect([response.status, await response.text()]).toEqual([206, '234']);
});

test.each(['none.html', 'van-ban/x/y', '..%2f..%2fetc/passwd', '%E0%A4'])(
  'answers /%s with the page for what is missing',
  async (path) => {
    const response = await fetch(`${site.url}/${path}`);
    expect([response.status, await response.text()]).toEqual([
      404,
      '<a href="/index.html">Không thấy trang</a>',
    ]);
  },
);

test('accepts no other method', async () => {
  const response = await fetch(site.url, { method: 'POST' });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

test('reports a port that is taken', async () => {
  const port = Number(new URL(site.url).port);
  await expect(serveSite('.', port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

describe('absolutizeHtml', () => {
  test.each([
    ['<a href="van-ban/a.html?x#d5">', '<a href="/van-ban/a.html?x#d5">'],
    ['<a href="#x"><a href="?q"><a href="/a"><a href="https://a.example/">', null],
  ])('%s', (before, after) => {
    expect(absolutizeHtml(Buffer.from(before), '404.html').toString()).toBe(after ?? before);
  });
});

import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../content-security-policy.ts';
import { heldMegabytes } from '../../testing/held-memory.ts';
import { verifySite } from '../verify/verify-site.ts';
import { PageMemory } from './page-memory.ts';
import { writePages } from './write-pages.ts';

const page = (body: string) =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>x</title></head><body>\n${body}\n</body></html>`;

/** Rendered pages: an index, and a document that it leads to. */
const PAGES = {
  'index.html': page('<a href="/van-ban/a.html#d5">Điều 5</a><p id="cuoi">hòa</p>'),
  'van-ban/a.html': page(
    '<h2 id="d5">Điều 5</h2><a href="/index.html#cuoi">x</a><script src="/assets/a.0123abcd.js"></script>',
  ),
};

let folder: string;
let round: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pages-'));
  round = 0;
  return () => {
    rmSync(folder, { recursive: true });
  };
});

const textOf = (html: string | (() => string)) => (typeof html === 'string' ? html : html());

/** One build after the other; each takes over from the one before. */
async function build(
  rendered: Record<string, string | (() => string)>,
  files = ['assets/a.0123abcd.js'],
  edition = '',
) {
  const former = join(folder, String(round));
  const output = join(folder, String(++round));
  const memory = new PageMemory(join(folder, 'pages.json'), 'code');
  const made: string[] = [];
  // What stands in the stamp alone is no part of what a page is made from.
  const sealOf = (path: string) =>
    textOf(rendered[path] ?? '').replace(`data-edition="${edition}"`, '');
  const written = await writePages({
    pages: Object.entries(rendered).map(([path, html]) => ({
      path,
      component: path,
      document: path,
      isPage: true,
      render: () => {
        made.push(path);
        return Promise.resolve(Buffer.from(textOf(html)));
      },
    })),
    output,
    former,
    memory,
    seals: {
      seal: sealOf,
      watch: async (render) => ({ content: await render(), looked: [] }),
    },
    files,
    assets: 'assets',
    edition,
    policy: CONTENT_SECURITY_POLICY,
    address: null,
    report: () => undefined,
  });
  memory.save();
  const isTaken = (path: string) =>
    round > 1 && statSync(join(former, path)).ino === statSync(join(output, path)).ino;
  const read = (path: string) => readFileSync(join(output, path), 'utf8');
  return { ...written, output, made, isTaken, read };
}

describe('a page', () => {
  test('gets relative addresses and the policy', async () => {
    const { read, scripts } = await build(PAGES);
    expect(read('index.html')).toContain('href="van-ban/a.html#d5"');
    expect(read('van-ban/a.html')).toContain('href="../index.html#cuoi"');
    expect(read('index.html')).toContain(CONTENT_SECURITY_POLICY);
    expect([...scripts]).toEqual(['assets/a.0123abcd.js']);
  });

  test('is known to be what the verifier finds in its file', async () => {
    const first = await build(PAGES);
    const again = await build(PAGES);
    expect(again.isTaken('index.html')).toBe(true);
    for (const { output, inspections } of [first, again]) {
      const problems = await verifySite(output);
      expect(problems.map(({ id }) => id)).toEqual(['output-dead-link']);
      expect(await verifySite(output, inspections)).toMatchObject(
        problems.map(({ id }) => ({ id })),
      );
    }
  });
});

test('what is noted of the pages does not hold their texts', async () => {
  const anchor = (at: number) => `phu-luc-thu-nhat-d${String(at)}`;
  const long = (at: number) =>
    page(
      `<h2 id="${anchor(at)}"><a href="/trang-0.html#${anchor(0)}">x</a></h2>${'ư'.repeat(1_000_000)}`,
    );
  const paths = Array.from({ length: 20 }, (_, at) => `trang-${String(at)}.html`);
  const rendered = Object.fromEntries(paths.map((path, at) => [path, () => long(at)]));
  expect(await heldMegabytes(() => build(rendered))).toBeLessThan(15);
});

describe('the next build', () => {
  test('takes over what would be rendered as before, to the byte', async () => {
    const first = await build(PAGES);
    const again = await build(PAGES);
    expect(first.made).toEqual(Object.keys(PAGES));
    expect(again.made).toEqual([]);
    expect(again.read('van-ban/a.html')).toBe(first.read('van-ban/a.html'));
    expect(again.digests).toEqual(first.digests);
    expect(again.scripts).toEqual(first.scripts);
  });

  test('puts the id of its edition into a page that is otherwise the same', async () => {
    const stamped = (id: string, words = '') => ({
      'index.html': page(`<footer data-edition="${id}">${words}</footer>`),
    });
    await build(stamped('2031-a'), [], '2031-a');
    const next = await build(stamped('2031-b'), [], '2031-b');
    expect(next.made).toEqual([]);
    expect(next.read('index.html')).toContain('<footer data-edition="2031-b"></footer>');
    expect(next.digests.get('index.html')).toBe(
      createHash('sha256').update(next.read('index.html')).digest('hex'),
    );
    const told = await build(stamped('2031-c', '2031-c'), [], '2031-c');
    expect(told.read('index.html')).toContain('>2031-c<');
    const again = await build(stamped('2031-d', '2031-d'), [], '2031-d');
    expect(again.read('index.html')).toContain('<footer data-edition="2031-d">2031-d<');
  });

  test('renders what would be rendered in another way', async () => {
    await build(PAGES);
    const changed = { ...PAGES, 'index.html': page('<a href="/van-ban/a.html#d5">Điều 6</a>') };
    const { made, read } = await build(changed);
    expect(made).toEqual(['index.html']);
    expect(read('index.html')).toContain('Điều 6');
  });

  test('does not take over a file that somebody changed, or that is gone', async () => {
    const { output, read } = await build(PAGES);
    const sound = read('index.html');
    writeFileSync(join(output, 'index.html'), sound.replace('hòa', 'hoà'));
    const next = await build(PAGES);
    expect(next.read('index.html')).toBe(sound);
    rmSync(join(next.output, 'index.html'));
    expect((await build(PAGES)).read('index.html')).toBe(sound);
  });

  test('finds a link dead whose page is no more', async () => {
    await build(PAGES);
    const { output, inspections } = await build({ 'index.html': PAGES['index.html'] });
    const problems = await verifySite(output);
    expect(problems.map(({ id }) => id)).toEqual(['output-absolute-url']);
    expect(await verifySite(output, inspections)).toHaveLength(1);
  });

  test('finds a link dead whose place is no more', async () => {
    await build(PAGES);
    const changed = { ...PAGES, 'van-ban/a.html': page('<h2 id="d6">Điều 6</h2>') };
    const { output, inspections } = await build(changed);
    const problems = await verifySite(output, inspections);
    expect(problems).toMatchObject([{ id: 'output-dead-anchor', path: 'index.html' }]);
  });

  test('does not keep a page whose address could come to mean another file', async () => {
    const short = { 'index.html': page('<a href="/a">x</a>'), 'a.html': page('') };
    expect((await build(short, [])).read('index.html')).toContain('href="a.html"');
    const { read } = await build({ ...short, 'a/index.html': page('') }, ['a']);
    expect(read('index.html')).toContain('href="a"');
  });

  test('writes anew over a damaged memory', async () => {
    const first = await build(PAGES);
    const file = join(folder, 'pages.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('cuoi', 'dau'));
    const again = await build(PAGES);
    expect(again.isTaken('index.html')).toBe(false);
    expect(again.digests).toEqual(first.digests);
  });
});

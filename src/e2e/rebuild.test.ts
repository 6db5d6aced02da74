import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sitePaths } from '../integrations/site-paths.ts';
import { runBuild } from './build-site.ts';
import { digestTree } from './harness/digest-tree.ts';

const FIXTURE = resolve('src', 'e2e', 'fixtures', 'content');
const NOTICE = 'van-ban/quyet-dinh/901-qd-tv-2033.mdx';
const GUIDE = 'van-ban/huong-dan/3-hd-tv-2035.mdx';

let work: string;
let content: string;
/** The output that is built again and again, and that of a build which knows nothing of it. */
let out: string;
let clean: string;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'rebuild-'));
  [content, out, clean] = ['content', 'site', 'clean'].map((name) => join(work, name)) as [
    string,
    string,
    string,
  ];
  await cp(FIXTURE, content, { recursive: true });
  await build(out, {});
});

afterAll(async () => {
  for (const site of [out, clean]) {
    const { cache } = sitePaths(resolve('.'), { SITE_CONTENT: content, SITE_OUT: site });
    await rm(cache, { recursive: true, force: true });
  }
  await rm(work, { recursive: true, force: true });
});

async function build(site: string, env: Record<string, string>): Promise<void> {
  const result = await runBuild({ SITE_CONTENT: content, SITE_OUT: site, ...env });
  expect(result.exitCode, result.output).toBe(0);
}

/** Outputs of clean builds, by the content and the settings that they were made from. */
const cleanOutputs = new Map<string, Record<string, string>>();

/** Output of a clean build; made once where a later step comes back to the same content. */
async function cleanOutput(env: Record<string, string>): Promise<Record<string, string>> {
  const key = JSON.stringify([await digestTree(content), env]);
  const known = cleanOutputs.get(key);
  if (known) return known;
  await buildClean(env);
  const made = await digestTree(clean);
  cleanOutputs.set(key, made);
  return made;
}

/** Build without anything that an earlier build has kept of the texts. */
async function buildClean(env: Record<string, string>): Promise<void> {
  const { cache } = sitePaths(resolve('.'), { SITE_CONTENT: content, SITE_OUT: clean });
  // Made from code, the pages in our own words and the public address alone.
  const ofCode = ['scripts.bin', 'renderer'];
  const kept = await readdir(cache).catch(() => []);
  for (const name of kept.filter((each) => !ofCode.includes(each))) {
    await rm(join(cache, name), { recursive: true, force: true });
  }
  await rm(clean, { recursive: true, force: true });
  await build(clean, env);
}

async function edit(path: string, change: (text: string) => string): Promise<void> {
  const file = join(content, path);
  const text = await readFile(file, 'utf8');
  const changed = change(text);
  expect(changed, path).not.toBe(text);
  await writeFile(file, changed);
}

const replace = (path: string, from: string, to: string) =>
  edit(path, (text) => text.replace(from, to));

const FULL_TEXTS = resolve('src', 'e2e', 'fixtures', 'full-text', 'content');
const IMPORTED = 'van-ban/quyet-dinh/901-qd-tv-2031.mdx';
const GISTS = 'tom-luoc/901-qd-tv-2031.mdx';

const ADDED = 'van-ban/huong-dan/4-hd-tv-2035.mdx';

/** One after the other, each on what the ones before have left. */
const STEPS: [name: string, change: () => Promise<void>, env?: Record<string, string>][] = [
  ['nothing', () => Promise.resolve()],
  ['a word of a text', () => replace(NOTICE, 'Ban hành Quy chế', 'Nay ban hành Quy chế')],
  [
    'a unit that cites, and one less',
    async () => {
      const cites =
        '### Điều 3.\n\n<Gist sources="s1">\n\nTheo Quyết định số 880-QĐ/TV.\n\n</Gist>\n\n';
      await replace(NOTICE, '<Attached>', `${cites}<Attached>`);
      await edit(NOTICE, (text) => text.replace(/### Điều 1a\..*?<\/Gist>\n\n/s, ''));
    },
  ],
  [
    'a title and a status',
    async () => {
      await replace(GUIDE, 'Hướng dẫn ghi sổ', 'Hướng dẫn giữ sổ');
      await replace(GUIDE, 'value: unknown', 'value: unknown\n  note: Xem 901-QĐ/TV.');
    },
  ],
  ['a relation', () => replace(GUIDE, 'kind: guides', 'kind: cites')],
  [
    'a document more',
    async () => {
      await cp(join(content, GUIDE), join(content, ADDED));
      await replace(ADDED, '3-HD/TV', '4-HD/TV');
    },
  ],
  [
    'a document renamed',
    async () => {
      await rename(join(content, ADDED), join(content, dirname(ADDED), '5-hd-tv-2035.mdx'));
      await replace(join(dirname(ADDED), '5-hd-tv-2035.mdx'), '4-HD/TV', '5-HD/TV');
    },
  ],
  ['a document less', () => rm(join(content, dirname(ADDED), '5-hd-tv-2035.mdx'))],
  [
    'a lesson, a topic and a page in our own words',
    async () => {
      await replace('bai-giang/truong-xom.mdx', 'kt-d2-2', 'kt-d2');
      await replace('chu-de/khoi-xom.mdx', 'name: Khối xóm', 'name: Xóm');
      await edit('trang/gioi-thieu.mdx', (text) => `${text}\nThêm.\n`);
    },
  ],
  [
    'an imported text with a gist beside it',
    async () => {
      for (const path of [IMPORTED, 'co-quan/hoi-dong-thu.mdx']) {
        await cp(join(FULL_TEXTS, path), join(content, path));
      }
      await mkdir(join(content, dirname(GISTS)));
      const gist = '<Gist sources="s1">\n\nQuy chế mới.\n\n</Gist>\n';
      await writeFile(join(content, GISTS), `<Anchor id="d1" />\n\n${gist}`);
    },
  ],
  ['a gist beside a text', () => replace(GISTS, 'Quy chế mới', 'Quy chế của thư viện')],
  [
    'a timeline and a comparison',
    async () => {
      await replace('dong-thoi-gian/khoi-xom.mdx', 'qua các năm', 'từng năm');
      await replace('doi-chieu/880-qd-tv-2031--901-qd-tv-2033.mdx', 'mỗi tháng', 'mỗi quý');
    },
  ],
  ['a public address', () => Promise.resolve(), { SITE_URL: 'https://thu-vien.example/kho/' }],
  ['data of documents apart', () => Promise.resolve(), { SITE_DATA: 'apart' }],
  ['another day of the edition', () => Promise.resolve(), { SOURCE_DATE: '2041-01-01' }],
  [
    'pages of the output changed by hand, removed and added',
    async () => {
      await writeFile(join(out, 'van-ban', '901-qd-tv-2033.html'), 'sửa tay');
      await rm(join(out, 'van-ban', '3-hd-tv-2035.html'));
      await writeFile(join(out, 'van-ban', 'la.html'), 'lạ');
    },
  ],
  [
    'what was kept is damaged',
    async () => {
      const { cache } = sitePaths(resolve('.'), { SITE_CONTENT: content, SITE_OUT: out });
      const kept = await readdir(cache);
      const tables = kept.filter((name) => name.endsWith('.bin') && name !== 'scripts.bin');
      expect(tables.length).toBeGreaterThan(7);
      for (const name of tables) {
        await writeFile(join(cache, name), 'hỏng');
      }
      await writeFile(join(cache, 'renderer', 'site', 'robots.txt'), 'hỏng');
    },
  ],
];

test.each(STEPS)(
  'after %s a rebuild has the bytes of a clean build',
  async (_, change, env = {}) => {
    await change();
    await build(out, env);
    expect(await digestTree(out)).toEqual(await cleanOutput(env));
  },
);

import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { runBuild } from './build-site.ts';
import { digestTree } from './harness/digest-tree.ts';
import { builtSite } from './harness/sites.ts';

const FIXTURE = resolve('src', 'e2e', 'fixtures', 'content');

let work: string;
let content: string;
let out: string;

/** A copy of the fixture corpus and an output that was published before, outside of the project. */
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'build-'));
  content = join(work, 'Nội dung');
  out = join(work, 'site');
  await cp(FIXTURE, content, { recursive: true });
  await cp(builtSite('fixture').directory, out, { recursive: true });
  return () => rm(work, { recursive: true, force: true });
});

async function change(path: string, edit: (text: string) => string): Promise<void> {
  const file = join(content, path);
  await writeFile(file, edit(await readFile(file, 'utf8')));
}

const build = () => runBuild({ SITE_CONTENT: content, SITE_OUT: out });

test('the same content builds the same output, byte for byte, in any folder, time zone and language', async () => {
  const { exitCode, output } = await runBuild({
    SITE_CONTENT: content,
    SITE_OUT: out,
    // As far from the other build as can be: the next day, and a language with letters of its own.
    TZ: 'Pacific/Kiritimati',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
  });
  expect(exitCode, output).toBe(0);
  const published = await digestTree(builtSite('fixture').directory);
  delete published['/control.html'];
  delete published['/control.mjs'];
  expect(await digestTree(out)).toEqual(published);
  expect(await readdir(work)).toEqual(['Nội dung', 'site']);
});

describe('a failed build says everything at once and leaves the old output as it was', () => {
  test('broken content', async () => {
    await change('van-ban/quyet-dinh/901-qd-tv-2033.mdx', (text) =>
      text
        .replace('target: 880-qd-tv-2031', 'target: 881-qd-tv-2031')
        .replace('### Điều 2.', '{2}'),
    );
    await change('van-ban/huong-dan/3-hd-tv-2035.mdx', (text) =>
      text.replace('issuedDate: 2035-05-06', 'issuedDate: 2035-02-30'),
    );
    await change('trang/gioi-thieu.mdx', (text) => `${text}\n<script>alert(1)</script>\n`);
    const before = await digestTree(out);
    const { exitCode, output } = await build();
    expect(exitCode).toBe(1);
    for (const place of [
      /901-qd-tv-2033\.mdx:\d+:\d+ .*target/,
      /901-qd-tv-2033\.mdx:\d+:\d+ /,
      /3-hd-tv-2035\.mdx:8:\d+ /,
      /gioi-thieu\.mdx:\d+:\d+ /,
    ]) {
      expect(output).toMatch(place);
    }
    expect(output).toContain('880-qd-tv-2031');
    expect(output).not.toMatch(/^\s+at /m);
    expect(await digestTree(out)).toEqual(before);
  });

  test('output that must not be published', async () => {
    await change('trang/gioi-thieu.mdx', (text) =>
      [
        text,
        '[một](/du-lieu/khong-co.json) [hai](/van-ban.html#khong-co)',
        '',
        '## Một',
        '',
        '## Một',
        '',
      ].join('\n'),
    );
    const before = await digestTree(out);
    const { exitCode, output } = await build();
    expect(exitCode).toBe(1);
    expect(output).toMatch(/gioi-thieu\.html:\d+:\d+ {2}output-absolute-url/);
    expect(output).toContain('/du-lieu/khong-co.json');
    expect(output).toMatch(/gioi-thieu\.html:\d+:\d+ {2}output-dead-anchor/);
    expect(await digestTree(out)).toEqual(before);
  });
});

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { copyKit } from './copy-kit.ts';
import { planKit } from './kit-files.ts';
import { wrapValue } from '../search-index/search-files.ts';
import { openSource } from './kit-source.ts';
import { roomAt } from './target.ts';
import { readAll, writeSmallSite } from './testing/small-site.ts';
import { verifyKit } from './verify-kit.ts';

const TOP = ['DOC-TRUOC.txt', 'MO-TRANG-NAY.html', 'SHA256SUMS', 'thu-vien'];
const quiet = () => undefined;

let work: string;
let oldSite: string;
let newSite: string;
let target: string;
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'kit-'));
  oldSite = join(work, 'old');
  newSite = join(work, 'new');
  target = join(work, "Thẻ nhớ #1 100% 'a'");
  await writeSmallSite(oldSite, '2033-01-02-00000001', { 'chi-co-o-ban-cu.html': 'cũ' });
  await writeSmallSite(newSite, '2034-05-06-00000002');
  return () => rm(work, { recursive: true, force: true });
});

async function copy(site: string): Promise<boolean> {
  return copyKit(await planKit(site, null), target, quiet);
}

async function verify() {
  const source = await openSource(target);
  return verifyKit(source, null);
}

describe('copyKit', () => {
  test('writes the site, what to open and read first, and the digests of all', async () => {
    expect(await copy(newSite)).toBe(true);
    expect((await readdir(target)).filter((name) => name !== 'kiem-tra.cmd').sort()).toEqual(TOP);
    expect(await readAll(join(target, 'thu-vien'))).toEqual(await readAll(newSite));
    expect(await verify()).toMatchObject({ state: 'whole', edition: '2034-05-06-00000002' });
  });

  test('the text to read first is for old editors too', async () => {
    await copy(newSite);
    const bytes = await readFile(join(target, 'DOC-TRUOC.txt'));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = bytes.toString();
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text).toContain('2034-05-06-00000002');
    expect(text).toContain('GIẢI NÉN TRƯỚC');
  });

  test('replaces an older edition and leaves what else lies beside it', async () => {
    await copy(oldSite);
    await writeFile(join(target, 'ghi-chu.txt'), 'của tôi');
    expect(await copy(newSite)).toBe(true);
    expect(await readAll(join(target, 'thu-vien'))).toEqual(await readAll(newSite));
    expect(await readFile(join(target, 'ghi-chu.txt'), 'utf8')).toBe('của tôi');
    expect((await readdir(target)).sort()).toEqual([...TOP, 'ghi-chu.txt', 'kiem-tra.cmd'].sort());
  });

  test('the same site makes the same kit', async () => {
    await copy(newSite);
    const first = await readAll(target);
    await cp(newSite, join(work, 'elsewhere'), { recursive: true });
    await copy(join(work, 'elsewhere'));
    expect(await readAll(target)).toEqual(first);
  });

  test('a disk that gives back other bytes leaves the old edition', async () => {
    await copy(oldSite);
    const plan = await planKit(newSite, null);
    const file = join(target, 'CHUA-CHEP-XONG', 'thu-vien', 'van-ban.html');
    const damage = (step: string, done: number) => {
      if (step === 'checking' && done === 0) writeFileSync(file, 'hỏng');
    };
    await expect(copyKit(plan, target, damage)).rejects.toThrow('thu-vien/van-ban.html');
    expect(await verify()).toMatchObject({ state: 'whole', edition: '2033-01-02-00000001' });
  });
});

describe('with another library', () => {
  const named = (address: string) => ({
    'tim-kiem/muc-luc.js': wrapValue({ libraries: [{ name: 'Thư viện Thôn', address }] }),
  });

  test('puts it where the site looks for it, under the same list of digests', async () => {
    await writeSmallSite(newSite, '2034-05-06-00000002', named('khac/th%C3%B4n/'));
    const plan = await planKit(newSite, null, [{ address: 'khac/th%C3%B4n/', site: oldSite }]);
    await copyKit(plan, target, quiet);
    expect(await readAll(join(target, 'thu-vien', 'khac', 'thôn'))).toEqual(await readAll(oldSite));
    expect(await verify()).toMatchObject({ state: 'whole', edition: '2034-05-06-00000002' });
    await writeFile(join(target, 'thu-vien', 'khac', 'thôn', 'van-ban.html'), 'hỏng');
    expect(await verify()).toMatchObject({ state: 'differs' });
  });

  test.each([
    ['nowhere', 'khac/', 'noi-khac/'],
    ['outside of it', '../khac/', '../khac/'],
  ])('refuses one that the site looks for %s', async (_, address, asked) => {
    await writeSmallSite(newSite, '2034-05-06-00000002', named(address));
    const others = [{ address: asked, site: oldSite }];
    await expect(planKit(newSite, null, others)).rejects.toThrow(asked);
  });

  test('refuses one that was changed since it was built', async () => {
    await writeSmallSite(newSite, '2034-05-06-00000002', named('khac/'));
    await writeFile(join(oldSite, 'van-ban.html'), 'sửa');
    const others = [{ address: 'khac/', site: oldSite }];
    await expect(planKit(newSite, null, others)).rejects.toThrow('van-ban.html');
  });
});

/** What a reader finds; read without the code under test. */
async function whatIsThere(): Promise<string> {
  const page = await readFile(join(target, 'MO-TRANG-NAY.html'), 'utf8').catch(() => null);
  if (page === null) return (await readdir(target)).length === 0 ? 'nothing' : 'no doorway';
  if (page.includes('<h1>CHƯA CHÉP XONG</h1>')) return 'marked';
  const site = JSON.stringify(await readAll(join(target, 'thu-vien')).catch(() => null));
  if (site === JSON.stringify(await readAll(oldSite))) return 'old';
  return site === JSON.stringify(await readAll(newSite)) ? 'new' : 'mixed';
}

/** @param request Before which request to the file system the copy is killed; 0: it gets to its end. */
function copyKilledAt(request: number): { isKilled: boolean; requests: number } {
  const script = join(import.meta.dirname, 'testing', 'killed-copy.ts');
  const args = [script, newSite, target, String(request)];
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, args);
  if (signal !== 'SIGKILL' && status !== 0) throw new Error(stderr.toString());
  return { isKilled: signal === 'SIGKILL', requests: Number(stdout.toString()) };
}

/** Random whole numbers, one in each of so many equal parts of a range; the same at each run. */
function randomPoints(from: number, to: number, count: number): number[] {
  let seed = 20;
  const random = () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
  const part = (to - from) / count;
  return Array.from({ length: count }, (_, index) => Math.floor(from + (index + random()) * part));
}

/** Requests at the end of a copy in which the new edition takes its place and the old one goes. */
const SWITCHING = 90;

describe('killed', () => {
  test('at 20 random points over an older edition: the old one, the new one, or marked as unfinished', async () => {
    await copy(oldSite);
    const { requests } = copyKilledAt(0);
    expect(requests).toBeGreaterThan(2 * SWITCHING);
    const points = [
      ...randomPoints(1, requests - SWITCHING, 8),
      ...randomPoints(requests - SWITCHING, requests + 1, 12),
    ];
    const seen = new Map<string, number>();
    for (const at of points) {
      await rm(target, { recursive: true, force: true });
      await copy(oldSite);
      expect(copyKilledAt(at).isKilled, `at request ${at}`).toBe(true);
      const there = await whatIsThere();
      seen.set(there, (seen.get(there) ?? 0) + 1);
      expect(['old', 'new', 'marked'], `at request ${at}`).toContain(there);
      const { state, edition } = await verify();
      if (there === 'marked') expect(state, `at request ${at}`).toBe('unfinished');
      else expect([state, edition?.slice(-1)]).toEqual(['whole', there === 'old' ? '1' : '2']);
    }
    expect([...seen.keys()].sort()).toEqual(['marked', 'new', 'old']);
    expect([...seen.values()].reduce((sum, count) => sum + count)).toBe(20);
  });

  test('in a new folder: nothing, or marked as unfinished until it is whole', async () => {
    const { requests } = copyKilledAt(0);
    const seen = new Set<string>();
    for (const at of [...randomPoints(1, requests - 20, 4), requests]) {
      await rm(target, { recursive: true, force: true });
      expect(copyKilledAt(at).isKilled, `at request ${at}`).toBe(true);
      seen.add(await whatIsThere());
    }
    expect([...seen].sort()).toEqual(['marked', 'new']);
  });

  test('the next run makes it whole and leaves nothing behind', async () => {
    await copy(oldSite);
    const { requests } = copyKilledAt(0);
    await rm(target, { recursive: true });
    await copy(oldSite);
    for (const before of [requests - 40, 60, 45, 30]) {
      expect(copyKilledAt(requests - before).isKilled).toBe(true);
    }
    expect(await whatIsThere()).toBe('marked');
    expect(await copy(newSite)).toBe(true);
    expect(await whatIsThere()).toBe('new');
    expect((await readdir(target)).sort()).toEqual([...TOP, 'kiem-tra.cmd'].sort());
  });

  test('twice before it touched the old edition, that is still the one that opens', async () => {
    await copy(oldSite);
    for (const at of [30, 60]) expect(copyKilledAt(at).isKilled).toBe(true);
    expect(await whatIsThere()).toBe('old');
    expect(await verify()).toMatchObject({ state: 'whole', interrupted: true });
  });

  test('what it left counts as room for the next one', async () => {
    await copy(oldSite);
    const { free = 0, cluster = 0 } = (await roomAt(work)) ?? {};
    const left = join(target, 'CHUA-CHEP-XONG', 'thu-vien');
    await mkdir(left, { recursive: true });
    // A file with a size but nothing on the disk.
    await writeFile(join(left, 'a.bin'), '');
    await truncate(join(left, 'a.bin'), 2 ** 40);
    expect(cluster).toBeGreaterThan(0);
    expect((await roomAt(target))?.free).toBeGreaterThan(free / 2 + 2 ** 40);
  });

  test('one that was cut short just before it touched the old edition leaves that whole', async () => {
    await copy(oldSite);
    await writeFile(join(target, 'MO-TRANG-NAY.html.tmp'), '<!doc');
    expect(await verify()).toMatchObject({ state: 'whole', interrupted: true });
  });

  test('a copy that was cut short before its page was there is started over', async () => {
    await mkdir(target);
    await writeFile(join(target, 'MO-TRANG-NAY.html.tmp'), '<!doc');
    expect(await copy(newSite)).toBe(true);
    expect(await verify()).toMatchObject({ state: 'whole' });
  });
});

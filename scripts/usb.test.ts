import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { lockTarget } from '../src/integrations/kit/target-lock.ts';
import {
  listDigests,
  readAll,
  writeSmallSite,
} from '../src/integrations/kit/testing/small-site.ts';

const USB = resolve('scripts', 'usb.ts');
const VERIFY = resolve('scripts', 'verify.ts');
const OLD = '2033-01-02-00000001';
const NEW = '2034-05-06-00000002';

let work: string;
let site: string;
let target: string;
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'usb-'));
  site = join(work, 'site');
  target = join(work, 'Bộ chép tay');
  await writeSmallSite(site, NEW);
  return () => rm(work, { recursive: true, force: true });
});

function run(script: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args]);
  return { status, said: stdout.toString(), complained: stderr.toString() };
}
const usb = (...args: string[]) => run(USB, '--site', site, ...args);
const verify = (...args: string[]) => run(VERIFY, ...args);

describe('usb', () => {
  test('writes a kit, reads it back, and says what it takes on a stick', () => {
    const { status, said } = usb(target);
    expect(status, said).toBe(0);
    expect(said).toMatch(/FAT32 \(cụm 32 KiB\) bộ này chiếm khoảng \d+ KiB/);
    expect(said).toMatch(/Chép .*\(100 %\)[\s\S]*Đọc lại để so .*\(100 %\)[\s\S]*Xong/);
    expect(said).toContain(NEW);
    expect(verify(target)).toMatchObject({ status: 0 });
  });

  test('sha256sum finds nothing wrong', () => {
    usb(target);
    for (const folder of [target, join(target, 'thu-vien')]) {
      const { status, stdout } = spawnSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: folder });
      expect(status, stdout.toString()).toBe(0);
    }
  });

  test('killed at 20 moments over an older edition, it never leaves a mixture', async () => {
    const oldSite = join(work, 'old');
    await writeSmallSite(oldSite, OLD, { 'chi-co-o-ban-cu.html': 'cũ' });
    const [old, next] = [await readAll(oldSite), await readAll(site)];
    run(USB, '--site', oldSite, target);
    let killed = 0;
    for (let i = 0; i < 20; i++) {
      killed += await killedRun(i / 20);
      const page = await readFile(join(target, 'MO-TRANG-NAY.html'), 'utf8');
      const { status, said, complained } = verify(target);
      if (page.includes('CHƯA CHÉP XONG')) {
        expect([status, complained]).toEqual([1, expect.stringContaining('CHƯA CHÉP XONG')]);
        run(USB, '--site', oldSite, target);
        continue;
      }
      const found = await readAll(join(target, 'thu-vien'));
      expect(found).toEqual(said.includes(OLD) ? old : next);
      expect(status, said).toBe(0);
      if (said.includes(NEW)) run(USB, '--site', oldSite, target);
    }
    expect(killed).toBeGreaterThan(0);
  });

  test('an archive is the same each time, with one folder in it', async () => {
    const [first, second] = [join(work, 'a.zip'), join(work, 'B.ZIP')];
    expect(usb(first).status).toBe(0);
    expect(usb(second).status).toBe(0);
    expect(await readFile(first)).toEqual(await readFile(second));
    expect(verify(first)).toMatchObject({ status: 0 });
    const { stdout } = spawnSync('unzip', ['-Z1', first]);
    const names = stdout.toString().trim().split('\n');
    expect(names.every((name) => name.startsWith(`thu-vien-dan-van-${NEW}/`))).toBe(true);
    expect(names).toContain(`thu-vien-dan-van-${NEW}/MO-TRANG-NAY.html`);
    expect(spawnSync('unzip', ['-tq', first]).status).toBe(0);
    expect(usb(first).status).toBe(0);
    expect((await readdir(work)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('warns of a name and a path that Windows does not open', () => {
    const { status, complained } = usb(join(work, 'aux'));
    expect([status, complained]).toEqual([0, expect.stringContaining('“aux”')]);
    expect(usb(join(work, 'x'.repeat(200), 'y'.repeat(60))).complained).toContain('259');
  });
});

/** Start a run over the target and kill it after a share of the time that a whole run takes. */
async function killedRun(share: number): Promise<number> {
  const child = spawn(process.execPath, [USB, '--site', site, target]);
  const ended = new Promise<NodeJS.Signals | null>((done) => {
    child.on('exit', (_, signal) => {
      done(signal);
    });
  });
  // From the first word on, so that the start of the program does not use up the moments.
  await new Promise((heard) => child.stdout.once('data', heard));
  const timer = setTimeout(() => child.kill('SIGKILL'), share * share * 400);
  const signal = await ended;
  clearTimeout(timer);
  return signal === 'SIGKILL' ? 1 : 0;
}

describe('usb refuses, with a way out, and writes nothing', () => {
  test.each([
    ['no target', () => [], 'một nơi ghi'],
    ['two targets', () => [target, target], 'một nơi ghi'],
    ['an unknown option', () => [target, '--nhanh'], '--nhanh'],
    ['a folder in the site', () => [join(site, 'usb')], 'nằm trong'],
    ['the site', () => [site], 'nằm trong'],
    ['a folder that holds the site', () => [work], 'chứa'],
    ['an archive in the site', () => [join(site, 'a.zip')], 'nằm trong'],
    ['a file below a file', () => [join(site, '..', 'tep', 'usb')], 'thư mục chứa nó'],
    ['a place that does not exist', () => ['/dev/null/usb'], 'thư mục chứa nó'],
    ['a file', () => [join(work, 'tep')], 'đó là một tệp'],
    ['an archive of others', () => [join(work, 'khac.zip')], 'không phải bộ thư viện'],
    ['a folder named like an archive', () => [join(work, 'thu-muc.zip')], 'đã có thư mục'],
    ['a folder of others', () => [join(work, 'khac')], 'thu-vien-dan-van'],
    ['a key that is none', () => [target, '--sign', join(work, 'tep')], 'OpenSSH'],
  ])('%s', async (_, args, reason) => {
    await writeFile(join(work, 'tep'), 'x');
    await writeFile(join(work, 'khac.zip'), 'x');
    await mkdir(join(work, 'thu-muc.zip'));
    await mkdir(join(work, 'khac'));
    await writeFile(join(work, 'khac', 'luan-van.docx'), 'x');
    const { status, complained } = usb(...args());
    expect([status, complained]).toEqual([2, expect.stringContaining(reason)]);
    expect(complained).not.toMatch(/^\s+at /m);
    expect(existsSync(target)).toBe(false);
    expect(await readdir(join(work, 'khac'))).toEqual(['luan-van.docx']);
  });

  test("a reader's file in the old edition, which replacing would remove", async () => {
    usb(target);
    await writeFile(join(target, 'thu-vien', 'ghi-chu.docx'), 'x');
    const { status, complained } = usb(target);
    expect([status, complained]).toEqual([2, expect.stringContaining('ghi-chu.docx')]);
  });

  test('a place that another run writes to, until that has ended', async () => {
    const release = await lockTarget(target);
    const { status, complained } = usb(join(work, 'x', '..', 'Bộ chép tay'));
    expect([status, complained]).toEqual([2, expect.stringContaining('đang ghi ở đó')]);
    expect(existsSync(target)).toBe(false);
    // As left by a run that was killed: its process is no more.
    const lock = /xóa tệp (\S+)/.exec(complained)?.[1] ?? '';
    await writeFile(lock, String(spawnSync(process.execPath, ['--version']).pid));
    expect(usb(target).status).toBe(0);
    expect(existsSync(lock)).toBe(false);
    await release();
  });

  test('a site that was changed since it was built, or is none', async () => {
    await writeFile(join(site, 'van-ban.html'), 'sửa tay');
    expect(usb(target)).toMatchObject({
      status: 2,
      complained: expect.stringContaining('van-ban.html') as string,
    });
    const none = run(USB, '--site', join(work, 'none'), target);
    expect([none.status, none.complained]).toEqual([2, expect.stringContaining('npm run build')]);
  });

  test('--help explains', () => {
    const { status, said } = usb('--help');
    expect([status, said]).toEqual([0, expect.stringContaining('--sign')]);
  });
});

describe('verify', () => {
  test('names a file with one bit flipped, a missing and an added one', async () => {
    usb(target);
    const file = join(target, 'thu-vien', 'van-ban', '901-qd-tv-2033.html');
    const bytes = await readFile(file);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    await writeFile(file, bytes);
    await rm(join(target, 'thu-vien', 'so', '901-qd-tv.html'));
    await writeFile(join(target, 'thu-vien', 'la.html'), 'x');
    const { status, said } = verify(target);
    expect(status).toBe(1);
    expect(said).toMatch(/ĐÃ THAY ĐỔI +thu-vien\/van-ban\/901-qd-tv-2033\.html/);
    expect(said).toMatch(/THIẾU +thu-vien\/so\/901-qd-tv\.html/);
    expect(said).toMatch(/THỪA +thu-vien\/la\.html/);
    const answer = JSON.parse(verify('--json', target).said) as unknown;
    expect(answer).toMatchObject({
      ok: false,
      state: 'differs',
      difference: {
        changed: ['thu-vien/van-ban/901-qd-tv-2033.html'],
        missing: ['thu-vien/so/901-qd-tv.html'],
        added: ['thu-vien/la.html'],
      },
    });
  });

  test('names the file of an archive with one bit flipped', async () => {
    // Not compressible, so that the bit is certainly one of the content.
    const noise = Array.from({ length: 200 }, (_, i) =>
      createHash('sha256').update(`${i}`).digest(),
    );
    await writeFile(join(site, 'chu.woff2'), Buffer.concat(noise));
    await listDigests(site);
    const archive = join(work, 'a.zip');
    usb(archive);
    const bytes = await readFile(archive);
    const at = bytes.indexOf(Buffer.from('chu.woff2')) + 3000;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(archive, bytes);
    const { status, said } = verify(archive);
    expect([status, said]).toEqual([1, expect.stringContaining('ĐÃ THAY ĐỔI  thu-vien/chu.woff2')]);
  });

  test('checks a built site as well, and ignores what systems leave', async () => {
    await writeFile(join(site, '.DS_Store'), 'x');
    await mkdir(join(site, 'System Volume Information'));
    await writeFile(join(site, 'System Volume Information', 'x'), 'x');
    expect(verify(site)).toMatchObject({ status: 0 });
  });

  test.each([
    ['nothing', (): string[] => [], 2, 'một thư mục'],
    ['what is not there', () => [join(work, 'none')], 2, 'không có thư mục'],
    ['a file that is no archive', () => [join(site, 'index.html')], 2, '.zip'],
    ['a folder without a list', () => [join(site, 'so')], 1, 'SHA256SUMS'],
  ])('refuses %s', (_, args, code, reason) => {
    const { status, complained } = verify(...args());
    expect([status, complained]).toEqual([code, expect.stringContaining(reason)]);
  });

  test('a list that was damaged proves nothing', async () => {
    await writeFile(join(site, 'SHA256SUMS'), 'x');
    expect(verify(site)).toMatchObject({ status: 1 });
  });
});

const hasSshKeygen = spawnSync('ssh-keygen', ['-?']).error === undefined;

describe.runIf(hasSshKeygen)('signature by an OpenSSH key', () => {
  let key: string;
  let signers: string;
  beforeEach(async () => {
    key = join(work, 'khoa');
    spawnSync('ssh-keygen', [
      '-q',
      '-t',
      'ed25519',
      '-N',
      '',
      '-C',
      'thu-vien@xa.example',
      '-f',
      key,
    ]);
    signers = join(work, 'allowed_signers');
    await writeFile(signers, `thu-vien@xa.example ${await readFile(`${key}.pub`, 'utf8')}`);
    expect(usb(target, '--sign', key)).toMatchObject({ status: 0 });
  });

  test('the standard tool accepts it', async () => {
    const list = await readFile(join(target, 'SHA256SUMS'));
    const names = ['-I', 'thu-vien@xa.example', '-n', 'thu-vien-dan-van'];
    const args = ['-Y', 'verify', '-f', signers, ...names, '-s', join(target, 'SHA256SUMS.sig')];
    expect(spawnSync('ssh-keygen', args, { input: list }).status).toBe(0);
  });

  test('verify names the signer, or the key when no list of signers is given', () => {
    const named = verify(target, '--signers', signers);
    expect([named.status, named.said]).toEqual([0, expect.stringContaining('thu-vien@xa.example')]);
    const unnamed = verify(target);
    expect([unnamed.status, unnamed.said]).toEqual([0, expect.stringContaining('SHA256:')]);
  });

  test('a list that was written anew is not signed', async () => {
    await writeFile(join(target, 'thu-vien', 'van-ban.html'), 'sửa');
    const signature = await readFile(join(target, 'SHA256SUMS.sig'));
    await rm(join(target, 'SHA256SUMS.sig'));
    await listDigests(target);
    await writeFile(join(target, 'SHA256SUMS.sig'), signature);
    const { status, complained } = verify(target, '--signers', signers);
    expect([status, complained]).toEqual([1, expect.stringContaining('CHỮ KÝ SAI')]);
  });

  test('a stranger, or nobody, is not whom one trusts', async () => {
    spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(work, 'la')]);
    await writeFile(signers, `thu-vien@xa.example ${await readFile(join(work, 'la.pub'), 'utf8')}`);
    expect(verify(target, '--signers', signers).status).toBe(1);
    usb(target);
    const unsigned = verify(target, '--signers', signers);
    expect([unsigned.status, unsigned.complained]).toEqual([1, expect.stringContaining('chữ ký')]);
    expect(verify(target).status).toBe(0);
  });
});

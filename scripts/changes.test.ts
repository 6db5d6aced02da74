import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { readContent } from '../src/content/read-content.ts';
import { packSnapshot } from '../src/content/read-edition.ts';
import { parseChanges } from '../src/lib/edition/compare-editions.ts';
import { takeSnapshot } from '../src/lib/edition/snapshot.ts';
import { buildLibrary } from '../src/lib/library/build-library.ts';

/** Each run is a process of its own, slow to start on a busy machine. */
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let content: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'changes-'));
  content = join(folder, 'content');
  writeRecord('xã Minh Trí');
  return () => {
    rmSync(folder, { recursive: true });
  };
});

function writeRecord(place: string): void {
  mkdirSync(join(content, 'van-ban', 'quyet-dinh'), { recursive: true });
  writeFileSync(
    join(content, 'van-ban', 'quyet-dinh', '901-qd-tv-2031.mdx'),
    `---
symbol: 901-QĐ/TV
type: quyet-dinh
system: nha-nuoc
title: Quyết định về thư viện ${place}
issuer: ubnd-xa
status: { value: in-force, basis: "inferred: x", checkedOn: 2035-03-09 }
confidence: high
---
`,
  );
}

/** A kit of the content as it stands: a folder with the site in one of its folders. */
async function writeKit(): Promise<string> {
  const kit = join(folder, 'bộ USB');
  const data = join(kit, 'thu-vien', 'du-lieu');
  mkdirSync(data, { recursive: true });
  const { library } = buildLibrary(await readContent(content));
  const snapshot = takeSnapshot(library, { date: '2035-03-09' });
  writeFileSync(join(data, 'anh-chup.json.gz'), packSnapshot(snapshot));
  return kit;
}

function run(...args: string[]): { status: number | null; out: string; error: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve('scripts/changes.ts'), ...args],
    { encoding: 'utf8', env: { ...process.env, SITE_CONTENT: content, SOURCE_DATE: '2036-01-02' } },
  );
  return { status, out: stdout, error: stderr };
}

test('says what the content has that a kit has not, and writes it down for readers', async () => {
  const kit = await writeKit();
  writeRecord('xã Thiện Tâm');
  const { status, out, error } = run('--save', kit);
  expect(status, error).toBe(0);
  expect(out).toContain('Ấn bản 09/3/2035 → ấn bản 02/01/2036');
  expect(out).toContain(
    'Trích yếu: Quyết định về thư viện xã Minh Trí → Quyết định về thư viện xã Thiện Tâm',
  );
  expect(run('--save', kit).status).toBe(0);
  const saved = join(content, 'thay-doi');
  expect(readdirSync(saved).sort()).toEqual(['2036-01-02-1.json', '2036-01-02-2.json']);
  const written = readFileSync(join(saved, '2036-01-02-1.json'), 'utf8');
  expect(parseChanges(written)?.documents).toHaveLength(1);
});

test('writes nothing down when nothing changed', async () => {
  const kit = await writeKit();
  const { status, out } = run('--save', kit);
  expect(status).toBe(0);
  expect(out).toContain('Không có gì thay đổi.');
  expect(readdirSync(content)).toEqual(['van-ban']);
});

test('names what is no edition, and how it is used', () => {
  writeFileSync(join(folder, 'anh-chup.json.gz'), 'không phải');
  for (const path of [join(folder, 'không có'), join(folder, 'anh-chup.json.gz'), content]) {
    const { status, error } = run(path);
    expect(status).toBe(2);
    expect(error).toContain(path);
  }
  expect(run().error).toContain('npm run changes');
  expect(run('--help')).toMatchObject({ status: 0, error: '' });
});

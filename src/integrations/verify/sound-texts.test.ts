import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SoundTexts } from './sound-texts.ts';
import { verifySite } from './verify-site.ts';

const SCRIPT = 'var a = 1;';
const CALL = 'fetch("a")';

let folder: string;
let site: string;
let memory: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sound-texts-'));
  memory = join(folder, 'cache', 'sound.json');
  site = await mkdtemp(join(folder, 'site-'));
  await writeFile(join(site, 'a.js'), SCRIPT);
});
afterEach(() => rm(folder, { recursive: true }));

/** Verify the site as a build does, and remember what was sound. */
async function verify(code = 'code') {
  const sound = new SoundTexts(memory, code);
  const problems = await verifySite(site, undefined, sound);
  sound.save();
  expect(problems).toEqual(await verifySite(site));
  return problems;
}

/** Whether a text is taken for sound without being checked. */
function isKnown(path: string, text: string, code = 'code'): boolean {
  return new SoundTexts(memory, code).check(path, text, () => ['checked']).length === 0;
}

test('a sound text is not checked again, under its name and for the same code only', async () => {
  await verify();
  expect(isKnown('a.js', SCRIPT)).toBe(true);
  expect(isKnown('a.js', `${SCRIPT} `)).toBe(false);
  expect(isKnown('b.js', SCRIPT)).toBe(false);
  expect(isKnown('a.js', SCRIPT, 'other code')).toBe(false);
});

test('a text with a problem is reported by every build, and the good one again known', async () => {
  await verify();
  await writeFile(join(site, 'a.js'), CALL);
  const found = [await verify(), await verify()];
  expect(found).toMatchObject(Array(2).fill([{ id: 'output-network-call' }]));
  expect(isKnown('a.js', CALL)).toBe(false);
  // Not in the last output, and so no longer kept.
  expect(isKnown('a.js', SCRIPT)).toBe(false);
});

test('an address to nowhere is reported although its style sheet is known', async () => {
  await writeFile(join(site, 'b.svg'), '<svg/>');
  await writeFile(join(site, 'a.css'), 'a{background:url(b.svg)}');
  expect(await verify()).toEqual([]);
  await rm(join(site, 'b.svg'));
  expect(await verify()).toMatchObject([{ id: 'output-dead-link', path: 'a.css' }]);
});

test('a damaged memory knows nothing', async () => {
  await verify();
  const kept = await readFile(memory, 'utf8');
  await writeFile(memory, kept.replace(/[0-9a-f]{4}"/, '0000"'));
  expect(isKnown('a.js', SCRIPT)).toBe(false);
});

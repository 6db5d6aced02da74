import { spawn } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { readContent } from '../content/read-content.ts';
import { readFullTexts } from '../content/testing/corpora.ts';
import { EMPTY_LOCK, formatLock, LOCK_FILE, type AnchorLock } from '../lib/anchors/lock.ts';
import { isFresh } from '../integrations/freshness/stamp.ts';
import { serveSite } from '../integrations/serve/serve-site.ts';
import { sitePaths } from '../integrations/site-paths.ts';
import type { BuiltSite, SiteName } from './harness/sites.ts';

/** A name with everything that breaks addresses made by joining strings. */
const ODD_NAME = "Văn bản #1 100% (USB) 'a' & b";
const WORK = resolve('.cache', 'e2e');
/** The invented full texts, with the law that is too long to be kept as a file. */
const FULL_TEXTS = join(WORK, 'full-text-content');
const SETTINGS: Record<SiteName, Record<string, string>> = {
  fixture: { SITE_CONTENT: 'src/e2e/fixtures/content' },
  'full-text': {
    SITE_CONTENT: FULL_TEXTS,
    SITE_URL: 'https://thu-vien.example/',
  },
  library: { SITE_CONTENT: 'content' },
};

/** Old links of the directive: to units that moved, that are no more, and that moved before that. */
const RETIRED: AnchorLock = {
  ...EMPTY_LOCK,
  documents: {
    '3-ct-tv-2032': {
      units: {},
      aliases: { 'n2-x': 'n2-b', n4: 'n9' },
      tombstones: { n9: { label: 'điểm 9', note: 'Xem điểm 3.' } },
    },
  },
};

/**
 * Build all sites at the same time, copy them as a reader would, and serve the copies.
 *
 * @returns What ends the servers.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await writeFullTexts();
  const [fixture, fullText, library] = await Promise.all([
    prepare('fixture'),
    prepare('full-text'),
    prepare('library'),
  ]);
  project.provide('sites', {
    fixture: fixture.site,
    'full-text': fullText.site,
    library: library.site,
  });
  return async () => {
    await Promise.all([fixture.close(), fullText.close(), library.close()]);
  };
}

async function prepare(name: SiteName): Promise<{ site: BuiltSite; close: () => Promise<void> }> {
  const out = join(WORK, name);
  await buildSite({ ...SETTINGS[name], SITE_OUT: out });
  const directory = join(WORK, ODD_NAME, name);
  await rm(directory, { recursive: true, force: true });
  await cp(out, directory, { recursive: true });
  await writeControl(directory);
  const { url, close } = await serveSite(directory, 0);
  return { site: { directory, http: url }, close };
}

/** Only what differs is touched, so that a second run at the same time reads whole files. */
async function writeFullTexts(): Promise<void> {
  const wanted = new Map((await readFullTexts()).map(({ path, text }) => [path, text]));
  wanted.set(LOCK_FILE, formatLock(RETIRED));
  await mkdir(FULL_TEXTS, { recursive: true });
  for (const { path } of await readContent(FULL_TEXTS))
    if (!wanted.has(path)) await rm(join(FULL_TEXTS, path));
  for (const [path, text] of wanted) {
    const file = join(FULL_TEXTS, path);
    await mkdir(dirname(file), { recursive: true });
    if ((await readFile(file, 'utf8').catch(() => null)) !== text) await writeFile(file, text);
  }
}

/** A page without our policy and a module beside it: file:// itself must refuse that module. */
async function writeControl(directory: string): Promise<void> {
  await writeFile(join(directory, 'control.html'), '<!doctype html><title>control</title>');
  await writeFile(join(directory, 'control.mjs'), 'export const loaded = true;');
}

async function buildSite(env: Record<string, string>): Promise<void> {
  if (await isFresh(resolve('.'), sitePaths(resolve('.'), env))) return;
  console.log(`building ${env.SITE_CONTENT ?? ''} …`);
  const { exitCode, output } = await runBuild(env);
  if (exitCode !== 0) throw new Error(`${env.SITE_CONTENT ?? ''} does not build:\n${output}`);
}

/** Of a terminal: vitest's own settings would make a development build. */
export function plainEnvironment(): Record<string, string | undefined> {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR };
}

/** `npm run build` with settings. @returns Exit code, and all that was printed. */
export function runBuild(
  env: Record<string, string>,
): Promise<{ exitCode: number | null; output: string }> {
  const build = spawn(process.execPath, [resolve('scripts', 'build.ts')], {
    env: { ...plainEnvironment(), NO_COLOR: '1', ...env },
  });
  let output = '';
  const collect = (bytes: Buffer) => (output += bytes.toString());
  build.stdout.on('data', collect);
  build.stderr.on('data', collect);
  return new Promise((resolveRun) => {
    build.on('close', (exitCode) => {
      resolveRun({ exitCode, output });
    });
  });
}

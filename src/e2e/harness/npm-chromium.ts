import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** A Chromium that came with `npm ci`, unpacked. */
export interface NpmChromium {
  executablePath: string;
  /** Shared libraries and fonts that a bare system lacks. */
  env: Record<string, string>;
}

const PACKAGES = resolve('node_modules');
const UNPACKED = resolve('.cache', 'browsers');

/**
 * Unpack a Chromium of the package `@sparticuz/chromium`, once per version.
 *
 * Libraries and fonts are always those of the current package: the old one lacks some, and with
 * them both run on a system that has neither.
 *
 * @param folder Of the package below `node_modules`.
 */
export async function unpackChromium(folder: string): Promise<NpmChromium> {
  const support = await unpackOnce('@sparticuz/chromium', 'al2023.tar.br', 'fonts.tar.br');
  const browser = await unpackOnce(folder, 'chromium.br');
  return {
    executablePath: join(browser, 'chromium'),
    env: { LD_LIBRARY_PATH: join(support, 'lib'), FONTCONFIG_PATH: support },
  };
}

/** Unpack some files of a package into a folder named after its version and them. */
async function unpackOnce(folder: string, ...files: string[]): Promise<string> {
  const manifest = await readFile(join(PACKAGES, folder, 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const target = join(UNPACKED, `${files[0]?.split('.')[0] ?? ''}-${version}`);
  if (existsSync(target)) return target;
  const work = `${target}.${process.pid}.tmp`;
  await mkdir(work, { recursive: true });
  for (const file of files) {
    const bytes = brotliDecompressSync(await readFile(join(PACKAGES, folder, 'bin', file)));
    if (file.endsWith('.tar.br')) execFileSync('tar', ['-x', '-C', work], { input: bytes });
    else await writeFile(join(work, 'chromium'), bytes, { mode: 0o755 });
  }
  await writeFontSettings(work, target);
  await rename(work, target).catch(() => rm(work, { recursive: true }));
  return target;
}

/** The settings in the package look for fonts in folders of another system. */
async function writeFontSettings(work: string, target: string): Promise<void> {
  await writeFile(
    join(work, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${target}/fonts</dir><cachedir>${target}/font-cache</cachedir></fontconfig>\n`,
  );
}

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { sha256 } from './sha256.ts';

/**
 * Read a value that an earlier build has kept.
 *
 * @param key What the value was made from; another one and nothing is read.
 * @returns null when the file is missing, damaged, or was kept for another key.
 */
export function readKept(file: string, key: string): unknown {
  try {
    const [digest, content = ''] = readFileSync(file, 'utf8').split('\n');
    if (digest !== sha256(content)) return null;
    const [known, value] = JSON.parse(content) as [string, unknown];
    return known === key ? value : null;
  } catch {
    return null;
  }
}

/** Keep a value for the next build, in place of what the file held. */
export function writeKept(file: string, key: string, value: unknown): void {
  const content = JSON.stringify([key, value]);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.tmp`, `${sha256(content)}\n${content}`);
  renameSync(`${file}.tmp`, file);
}

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PackedMemory } from './packed-memory.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packed-memory-'));
  file = join(folder, 'sub', 'packed.json');
});
afterEach(() => rm(folder, { recursive: true }));

/** Pack files as a build does. @returns Names of those that were packed anew. */
function build(contents: Record<string, unknown>, code = 'code'): string[] {
  const memory = new PackedMemory(file, code);
  const anew: string[] = [];
  for (const [name, content] of Object.entries(contents)) {
    const bytes = Buffer.from(`\uFEFF${name}: ${JSON.stringify(content)}`, 'utf16le');
    const packed = memory.pack(name, content, () => {
      anew.push(name);
      return bytes;
    });
    expect(packed.equals(bytes)).toBe(true);
  }
  memory.save();
  return anew;
}

test('a file is packed anew when its content has changed, and then no more', () => {
  expect(build({ a: ['ủy'], b: 1 })).toEqual(['a', 'b']);
  expect(build({ a: ['ủy'], b: 2 })).toEqual(['b']);
  expect(build({ b: 2 })).toEqual([]);
  // Only the files of the last build are kept.
  expect(build({ a: ['ủy'], b: 2 })).toEqual(['a']);
});

test('nothing is taken from other code or from a damaged file', async () => {
  build({ a: 1 });
  expect(build({ a: 1 }, 'other code')).toEqual(['a']);
  const kept = await readFile(file, 'utf8');
  await writeFile(file, kept.slice(0, -5));
  expect(build({ a: 1 }, 'other code')).toEqual(['a']);
});

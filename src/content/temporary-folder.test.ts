import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { beforeEnd, inTemporaryFolder } from './temporary-folder.ts';

const MODULE = pathToFileURL(join(import.meta.dirname, 'temporary-folder.ts')).href;

test('the folder is there during the work, and gone after it', async () => {
  let folder = '';
  const result = await inTemporaryFolder('tam-', async (path) => {
    folder = path;
    await writeFile(join(path, 'a.txt'), 'a');
    return 'xong';
  });
  expect([result, existsSync(folder)]).toEqual(['xong', false]);
});

test('it is gone after work that fails', async () => {
  let folder = '';
  const work = inTemporaryFolder('tam-', async (path) => {
    folder = path;
    await access(join(path, 'khong-co'));
  });
  await expect(work).rejects.toThrow('ENOENT');
  expect(existsSync(folder)).toBe(false);
});

test('nothing listens for signals when no work is going on', async () => {
  const count = () => process.listenerCount('SIGTERM');
  const before = count();
  await inTemporaryFolder('tam-', () => {
    expect(count()).toBe(before + 1);
    return Promise.resolve();
  });
  beforeEnd(() => undefined)();
  expect(count()).toBe(before);
});

test.skipIf(process.platform === 'win32').each([
  ['SIGINT', 'setInterval(() => 0, 1000)'],
  ['SIGTERM', 'setInterval(() => 0, 1000)'],
  [null, 'setTimeout(() => process.exit(3), 10)'],
] as const)('it is gone when %s ends the work, as it would without it', async (signal, wait) => {
  const code = `
    import { beforeEnd, inTemporaryFolder } from ${JSON.stringify(MODULE)};
    await inTemporaryFolder('tam-', (folder) => {
      beforeEnd(() => { throw new Error('on purpose'); });
      console.log(folder);
      ${wait};
      return new Promise(() => undefined);
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code]);
  const [bytes] = (await once(child.stdout, 'data')) as [Buffer];
  if (signal) child.kill(signal);
  const ended = (await once(child, 'exit')) as [number | null, string | null];
  expect(ended).toEqual(signal ? [null, signal] : [3, null]);
  expect(bytes.toString()).toContain('tam-');
  expect(existsSync(bytes.toString().trim())).toBe(false);
});

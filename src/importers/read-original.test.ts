import { mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LARGEST_FILE, readOriginal } from './read-original.ts';

test('only a file of some size is read, also by a link', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'goc-'));
  try {
    const [file, link, broken, large] = ['a', 'b', 'c', 'd'].map((name) => join(folder, name));
    if (!file || !link || !broken || !large) throw new Error('no paths');
    await writeFile(file, 'chữ');
    await symlink(file, link);
    await symlink(join(folder, 'khong-co'), broken);
    await writeFile(large, '');
    await truncate(large, LARGEST_FILE + 1);
    expect((await readOriginal(link)).toString()).toBe('chữ');
    await expect(readOriginal(broken)).rejects.toMatchObject({ id: 'file-unreadable' });
    await expect(readOriginal(large)).rejects.toMatchObject({ id: 'file-too-large' });
    await expect(readOriginal(folder)).rejects.toMatchObject({ id: 'file-not-regular' });
  } finally {
    await rm(folder, { recursive: true });
  }
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LIBRARIES_FILE } from '../lib/library/other-libraries.ts';

/**
 * The list of libraries that are searched along.
 *
 * @param directory Content folder.
 * @returns Its source; '' when there is none.
 * @throws When it is there and cannot be read.
 */
export async function readLibrariesFile(directory: string): Promise<string> {
  try {
    return await readFile(join(directory, LIBRARIES_FILE), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { LOCK_FILE } from '../lib/anchors/lock.ts';
import type { ContentFile } from '../lib/library/types.ts';
import { keepFileDigest } from './digest-content.ts';

/** Folder of the corpus: `SITE_CONTENT`, or `content` below the working directory. */
export function contentDirectory(): string {
  return process.env.SITE_CONTENT ?? 'content';
}

/**
 * Read every `.mdx` file of a corpus, and its lock of anchors.
 *
 * @param directory Content folder.
 * @returns Files sorted by path. Other files of the folder are not part of the corpus.
 * @throws When the folder cannot be read.
 */
export async function readContent(directory: string): Promise<ContentFile[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)))
    .filter((path) => path.endsWith('.mdx') || path === LOCK_FILE)
    .sort();
  return paths.map((path) =>
    fileOf(path.split(sep).join('/'), readFileSync(join(directory, path))),
  );
}

/** A file whose text is decoded when it is asked for: a build after a small change asks for few. */
function fileOf(path: string, bytes: Buffer): ContentFile {
  // Either the bytes or the text: not to hold a corpus twice.
  let content: Buffer | string = bytes;
  const file = {
    path,
    get text() {
      if (typeof content !== 'string') content = content.toString('utf8');
      return content;
    },
  };
  keepFileDigest(file, bytes);
  return file;
}

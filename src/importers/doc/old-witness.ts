import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WordExtractor from 'word-extractor';
import { squeeze } from '../../lib/fidelity/streams.ts';
import { paragraphsOf, rawText } from '../../lib/structure/source.ts';
import type { SourceDocument } from '../../lib/structure/source.ts';
import { findHelper, runHelper } from '../helper-programs.ts';

/** Larger files are not given to the second reader, which holds all of them. */
const LARGEST = 50 * 2 ** 20;

/**
 * Text of an old Word file by a reader that shares nothing with LibreOffice.
 *
 * @returns null where none can read it (Word 6 and 95 without antiword).
 */
export async function readOldWitness(file: Buffer): Promise<{ name: string; text: string } | null> {
  if (file.length > LARGEST) return null;
  try {
    const document = await new WordExtractor().extract(file);
    // Where the file has a soft hyphen the reader writes this word.
    const body = document.getBody().replaceAll('undefined', '\u00AD');
    return { name: 'word-extractor', text: `${body}\n${document.getFootnotes()}` };
  } catch {
    return readByAntiword(file);
  }
}

async function readByAntiword(file: Buffer): Promise<{ name: string; text: string } | null> {
  const antiword = await findHelper('antiword');
  if (antiword === null) return null;
  const folder = await mkdtemp(join(tmpdir(), 'nhap-'));
  try {
    const path = join(folder, 'goc.doc');
    await writeFile(path, file);
    const output = await runHelper(antiword, ['-m', 'UTF-8.txt', '-w', '0', path], {
      timeout: 30_000,
    });
    return output === null ? null : { name: 'antiword', text: output.toString('utf8') };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * How many characters of the witness the conversion does not have, whatever the order: old readers
 * put text boxes and notes elsewhere. Marks that such readers write as others are left out.
 */
export function compareWitness(source: SourceDocument, witness: string): number {
  const read = counts(
    [...paragraphsOf(source.blocks), ...source.notes.flatMap((note) => note.paragraphs)]
      .map(rawText)
      .join('') + source.furniture.join(''),
  );
  let lost = 0;
  for (const [character, count] of counts(witness))
    lost += Math.max(0, count - (read.get(character) ?? 0));
  return lost;
}

function counts(text: string): Map<string, number> {
  const counted = new Map<string, number>();
  for (const character of squeeze(text)) {
    if (!/[\p{L}\p{N}]/u.test(character)) continue;
    counted.set(character, (counted.get(character) ?? 0) + 1);
  }
  return counted;
}

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inTemporaryFolder } from '../../content/temporary-folder.ts';
import WordExtractor from 'word-extractor';
import { squeeze } from '../../lib/fidelity/streams.ts';
import { paragraphsOf, storedText } from '../../lib/structure/source.ts';
import type { SourceDocument } from '../../lib/structure/source.ts';
import { findHelper, runHelper } from '../helper-programs.ts';

/** Larger files are not given to the second reader, which holds all of them. */
const LARGEST = 50 * 2 ** 20;

/** A second reading of an old file. */
export interface OldWitness {
  name: string;
  /** Text of body and notes, in order; text boxes, whose place it does not know. */
  text: string;
  boxes: string;
}

/**
 * Text of an old Word file by a reader that shares nothing with LibreOffice.
 *
 * @returns null where none can read it (Word 6 and 95 without antiword).
 */
export async function readOldWitness(file: Buffer): Promise<OldWitness | null> {
  if (file.length > LARGEST) return null;
  try {
    const document = await new WordExtractor().extract(file);
    // Where the file has a soft hyphen the reader writes this word.
    const read = (text: string): string => text.replaceAll('undefined', '\u00AD');
    const notes = `${document.getFootnotes()}\n${document.getEndnotes()}`;
    return {
      name: 'word-extractor',
      text: read(`${document.getBody()}\n${notes}`),
      boxes: read(document.getTextboxes({ includeHeadersAndFooters: false })),
    };
  } catch {
    return readByAntiword(file);
  }
}

async function readByAntiword(file: Buffer): Promise<OldWitness | null> {
  const antiword = await findHelper('antiword');
  if (antiword === null) return null;
  return inTemporaryFolder('nhap-', async (folder) => {
    const path = join(folder, 'goc.doc');
    await writeFile(path, file);
    const output = await runHelper(antiword, ['-m', 'UTF-8.txt', '-w', '0', path], {
      timeout: 30_000,
    });
    if (output === null) return null;
    return { name: 'antiword', text: output.toString('utf8'), boxes: '' };
  });
}

/** How a conversion agrees with the second reading of the file. */
export interface WitnessAgreement {
  /** Letters and figures that the conversion does not have. */
  lost: number;
  /** Whether both have the same letters and figures in the same order. */
  isSame: boolean;
}

/**
 * Compare letters and figures: marks and spaces are what such readers write in other ways.
 *
 * They may put text boxes, notes and cells elsewhere, so another order alone is no loss.
 */
export function compareWitness(
  source: SourceDocument,
  { text, boxes }: OldWitness,
): WitnessAgreement {
  const read = lettersOf(
    [...paragraphsOf(source.blocks), ...source.notes.flatMap((note) => note.paragraphs)]
      .map(storedText)
      .join('\n'),
  );
  if (read === lettersOf(text)) return { lost: 0, isSame: true };
  const known = counts(read + lettersOf(source.furniture.join('')));
  let lost = 0;
  for (const [character, count] of counts(lettersOf(text + boxes)))
    lost += Math.max(0, count - (known.get(character) ?? 0));
  return { lost, isSame: false };
}

function lettersOf(text: string): string {
  return squeeze(text).replace(/[^\p{L}\p{N}]/gu, '');
}

function counts(text: string): Map<string, number> {
  const counted = new Map<string, number>();
  for (const character of text) counted.set(character, (counted.get(character) ?? 0) + 1);
  return counted;
}

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inTemporaryFolder } from '../../content/temporary-folder.ts';
import { findHelper, runHelper } from '../helper-programs.ts';
import type { PdfPage } from './lines.ts';

/** Pages that are looked at; a file with more empty ones is told by these. */
const MOST_LOOKED_AT = 20;
/** Longer side of the small picture of a page; pixels. */
const SIDE = 200;
/** Grey values below this are ink, above it shades of paper. */
const INK = 160;
/** Share of the pixels: a page number alone is less. */
const LEAST_INK = 0.003;

/**
 * Which of the pages show something, told by a small picture of each: a scanned page amid others has
 * no text, and neither has a blank one.
 *
 * @returns Their numbers; none without `pdftoppm`.
 */
export async function findDrawn(file: Buffer, pages: readonly PdfPage[]): Promise<number[]> {
  const program = pages.length > 0 ? await findHelper('pdftoppm') : null;
  if (program === null) return [];
  return inTemporaryFolder('nhap-', async (folder) => {
    const input = join(folder, 'goc.pdf');
    await writeFile(input, file);
    const drawn: number[] = [];
    for (const { number } of pages.slice(0, MOST_LOOKED_AT)) {
      const only = ['-f', String(number), '-l', String(number)];
      const picture = await runHelper(
        program,
        ['-scale-to', String(SIDE), '-gray', ...only, input],
        { timeout: 5000, memory: 256 * 2 ** 20 },
      );
      if (picture !== null && inkOf(picture) > LEAST_INK) drawn.push(number);
    }
    return drawn;
  });
}

/** Share of dark pixels in a picture of grey values (PGM). */
function inkOf(picture: Buffer): number {
  const [head] = /^P5\s+\d+\s+\d+\s+\d+\s/.exec(picture.toString('latin1', 0, 40)) ?? [''];
  const pixels = picture.subarray(head.length);
  let dark = 0;
  for (const value of pixels) if (value < INK) dark++;
  return dark / Math.max(1, pixels.length);
}

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inTemporaryFolder } from '../../content/temporary-folder.ts';
import { squeeze } from '../../lib/fidelity/streams.ts';
import type { Witness } from '../../lib/structure/source.ts';
import { findHelper, helperVersion, runHelper } from '../helper-programs.ts';
import { lineText } from './lines.ts';
import type { PdfLine } from './lines.ts';

/**
 * The same text by Poppler, another program, with the page headers and footers taken off that the
 * reader took off.
 *
 * @returns null without `pdftotext`.
 */
export async function readPdfWitness(
  file: Buffer,
  pages: readonly (readonly PdfLine[])[],
  furniture: ReadonlySet<PdfLine>,
): Promise<Witness | null> {
  const program = await findHelper('pdftotext');
  if (program === null) return null;
  return inTemporaryFolder('nhap-', async (folder) => {
    const path = join(folder, 'goc.pdf');
    await writeFile(path, file);
    const output = await runHelper(program, ['-raw', '-enc', 'UTF-8', path, '-'], {
      timeout: 20_000,
      memory: 200 * 2 ** 20,
    });
    if (output === null) return null;
    const texts = output.toString('utf8').split('\f');
    const kept = pages.map((lines, index) =>
      withoutFurniture(texts[index] ?? '', lines, furniture),
    );
    const version = await helperVersion(program, '-v');
    return {
      name: version === '' ? 'pdftotext' : version,
      text: kept.join('\n'),
      withoutGenerated: true,
      extra: [],
    };
  });
}

/** Number of signature fields, by the names that a PDF gives them. */
export function findSignatures(file: Buffer): number {
  let [fields, values] = [0, 0];
  // Piece by piece: the text of a large file is as large again.
  for (let at = 0; at < file.length; at += PIECE) {
    const source = file.toString('latin1', at, at + PIECE);
    fields += source.match(/\/FT\s*\/Sig\b/g)?.length ?? 0;
    values += source.match(/\/Type\s*\/Sig\b/g)?.length ?? 0;
  }
  return fields > 0 ? fields : values;
}

const PIECE = 4 * 2 ** 20;

function withoutFurniture(
  text: string,
  lines: readonly PdfLine[],
  furniture: ReadonlySet<PdfLine>,
): string {
  let page = squeeze(text);
  for (const line of lines) {
    if (!furniture.has(line)) continue;
    const piece = squeeze(lineText(line));
    const at = page.startsWith(piece) ? 0 : page.lastIndexOf(piece);
    if (at >= 0) page = page.slice(0, at) + page.slice(at + piece.length);
  }
  return page;
}

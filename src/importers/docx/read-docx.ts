import type { SourceDocument } from '../../lib/structure/source.ts';
import { isDocxPart, readDocxParts } from './read-parts.ts';
import { readZip } from './read-zip.ts';
import type { ZipLimits } from './read-zip.ts';

/**
 * Read a Word document (.docx, .docm): text, printed labels, notes, tables, text boxes.
 *
 * @throws {Refusal} When the file is broken, hostile, or holds what cannot be read.
 */
export async function readDocx(file: Buffer, limits?: ZipLimits): Promise<SourceDocument> {
  const { parts, names } = await readZip(file, isDocxPart, limits);
  return readDocxParts(parts, names);
}

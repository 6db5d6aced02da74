import type { ImportMethod, SourceDocument } from '../../lib/structure/source.ts';
import { readDocx } from '../docx/read-docx.ts';
import { Refusal } from '../import-error.ts';
import { convert } from './convert.ts';
import { compareWitness, readOldWitness } from './old-witness.ts';

/**
 * Read an old binary Word file or RTF: LibreOffice makes a .docx of it, which is read like any
 * other; a second program that reads the file itself is the witness of the conversion.
 *
 * @throws {Refusal} When LibreOffice is missing or cannot read the file.
 */
export async function readDoc(
  file: Buffer,
  method: ImportMethod & ('doc' | 'rtf' | 'odt'),
): Promise<SourceDocument> {
  if (method === 'doc' && !isWord(file)) throw new Refusal('ole-not-word');
  const converted = await convert(file, method, 'docx');
  const source = { ...(await readDocx(converted)), method };
  const witness = method === 'doc' ? await readOldWitness(file) : null;
  const findings = [...source.findings];
  if (witness === null) findings.push(finding('witness-missing', 'note', 1, method));
  const lost = witness === null ? 0 : compareWitness(source, witness.text);
  if (lost > 0) findings.push(finding('witness-differs', 'warning', lost, witness?.name ?? ''));
  return { ...source, findings };
}

function finding(
  id: string,
  severity: 'note' | 'warning',
  count: number,
  place: string,
): SourceDocument['findings'][number] {
  return { id, severity, count, place };
}

/** A compound file with a stream named "WordDocument". */
function isWord(file: Buffer): boolean {
  return file.includes(Buffer.from('WordDocument', 'utf16le'));
}

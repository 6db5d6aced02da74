import type { ImportMethod, SourceDocument } from '../../lib/structure/source.ts';
import { readDocx } from '../docx/read-docx.ts';
import { Refusal } from '../import-error.ts';
import { convert } from './convert.ts';
import { compareWitness, readOldWitness } from './old-witness.ts';
import type { OldWitness } from './old-witness.ts';
import { readRtfWitness } from './rtf-witness.ts';

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
  const witness = await readWitness(file, method);
  const findings = [...source.findings, ...judge(source, witness, method)];
  return { ...source, findings };
}

/** Nothing reads ODT a second time. */
function readWitness(file: Buffer, method: ImportMethod): Promise<OldWitness | null> {
  if (method === 'doc') return readOldWitness(file);
  const rtf = { name: 'RTF', text: method === 'rtf' ? readRtfWitness(file) : '', boxes: '' };
  return Promise.resolve(method === 'rtf' ? rtf : null);
}

/** Letters that only the second reading has stop the import; another order is told. */
function judge(
  source: SourceDocument,
  witness: OldWitness | null,
  method: ImportMethod,
): SourceDocument['findings'] {
  if (witness === null) return [finding('witness-missing', 'warning', 1, method)];
  const { lost, isSame } = compareWitness(source, witness);
  if (isSame) return [finding('witness-same', 'note', 1, witness.name)];
  if (lost > 0) return [finding('witness-differs', 'blocker', lost, witness.name)];
  return [finding('witness-order', 'warning', 1, witness.name)];
}

function finding(
  id: string,
  severity: 'note' | 'warning' | 'blocker',
  count: number,
  place: string,
): SourceDocument['findings'][number] {
  return { id, severity, count, place };
}

/** A compound file with a stream named "WordDocument". */
function isWord(file: Buffer): boolean {
  return file.includes(Buffer.from('WordDocument', 'utf16le'));
}

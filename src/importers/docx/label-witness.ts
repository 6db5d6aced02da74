import { squeeze } from '../../lib/fidelity/streams.ts';
import { paragraphsOf, rawText } from '../../lib/structure/source.ts';
import type { Finding, SourceDocument } from '../../lib/structure/source.ts';
import { convert } from '../doc/convert.ts';
import { findHelper } from '../helper-programs.ts';

/**
 * Compare the numbers that our reader prints with those that LibreOffice prints.
 *
 * A difference is told and stops nothing: LibreOffice itself is known to number anew in each
 * chapter what the file says runs on.
 *
 * @returns Empty when there are no such numbers, all agree, or LibreOffice is not installed.
 */
export async function compareLabels(file: Buffer, source: SourceDocument): Promise<Finding[]> {
  const labelled = paragraphsOf(source.blocks).flatMap((paragraph) => {
    const { generated, locator } = paragraph;
    const text = squeeze(rawText(paragraph));
    return generated === null || text === '' ? [] : [{ label: generated.text, text, locator }];
  });
  if (labelled.length === 0 || (await findHelper('libreoffice')) === null) return [];
  const lines = await printedLines(file);
  if (lines === null) return [];
  const differing = labelled.filter(({ label, text }) => !agrees(squeeze(label), text, lines));
  const [first] = differing;
  if (!first) return [];
  const place = `${first.locator}: ${first.label}`;
  return [{ id: 'label-differs', severity: 'warning', count: differing.length, place }];
}

/** Lines that LibreOffice prints, without white space; null when it cannot read the file. */
async function printedLines(file: Buffer): Promise<Set<string> | null> {
  try {
    const text = await convert(file, 'docx', 'txt:Text (encoded):UTF8');
    return new Set(text.toString('utf8').split('\n').map(squeeze));
  } catch {
    return null;
  }
}

/** Signs of lists are printed in fonts of their own, so only figures and letters are compared. */
function agrees(label: string, text: string, lines: ReadonlySet<string>): boolean {
  if (!/[\p{L}\p{N}]/u.test(label)) return true;
  // A paragraph that LibreOffice breaks otherwise says nothing about its label.
  return lines.has(label + text) || ![...lines].some((line) => line.endsWith(text));
}

import {
  findSpacingChanges,
  findTextChanges,
  pageStream,
  parseProvenance,
} from '../../fidelity/provenance.ts';
import { sha256 } from '../../fidelity/sha256.ts';
import { derive } from '../../library/derived.ts';
import { unitsToCheck } from '../../provision/units-to-check.ts';
import type { ProvisionTree } from '../../provision/types.ts';
import { nearest } from '../../text/nearest.ts';
import { errorIn, FILE_START, warningIn, type CheckedDocument, type Rule } from '../context.ts';
import type { Problem } from '../problem.ts';

/** Places per document that are named one by one. */
const MOST_PLACES = 20;

/**
 * An imported text is still the text that was imported: its digest is recomputed from the body
 * alone; the sidecar, where there is one, tells which unit differs and by which characters. A text
 * that a machine read from pictures is there to be corrected: then corrections are counted, and the
 * units that nobody has compared with the original.
 */
export const checkFidelity: Rule = ({ documents, provenance }) =>
  documents.flatMap((document) => {
    const { fidelityDigest: digest, text } = document.record;
    const { tree } = document;
    if (digest === undefined || tree === null || !document.isReadable) return [];
    const isSame = derive(tree, 'text-digest', () => sha256(pageStream(tree))) === digest;
    if (text.state === OCR) return checkRecognised(document, tree, isSame, provenance);
    const sidecar = provenance.get(sidecarOf(document));
    return isSame ? findSpacing(document, tree, sidecar) : findPlaces(document, sidecar);
  });

const OCR = 'ocr-unchecked';

function checkRecognised(
  document: CheckedDocument,
  tree: ProvisionTree,
  isSame: boolean,
  provenance: ReadonlyMap<string, string>,
): Problem[] {
  const { checked, checkedBy = '' } = document.record;
  const problems: Problem[] = [];
  const known = checked.filter((id) => id !== undefined);
  for (const id of known.filter((one) => !tree.byId.has(one))) {
    const values = { id, nearest: nearest(id, tree.byId.keys()).join(', ') };
    problems.push(errorIn(document, 'checked-unknown', { field: ['fidelity', 'checked'] }, values));
  }
  if (known.length > 0 && checkedBy === '')
    problems.push(errorIn(document, 'checked-by-nobody', { field: ['fidelity', 'checked'] }));
  const units = unitsToCheck(tree);
  const left = units.filter(({ id }) => !known.includes(id));
  const [first] = left;
  if (first) {
    const values = { done: String(units.length - left.length), count: String(units.length) };
    const place = { line: first.line, column: 1 };
    const next = { next: first.label, id: first.id };
    problems.push(warningIn(document, 'ocr-units-unchecked', place, { ...values, ...next }));
  }
  if (!isSame) {
    const original = parseProvenance(provenance.get(sidecarOf(document)) ?? '');
    const changes = original ? findTextChanges(tree, original.provisions) : [];
    const values = { count: String(Math.max(1, changes.length)) };
    problems.push(warningIn(document, 'ocr-corrected', FILE_START, values));
  }
  return problems;
}

/** Path of the sidecar of a document, below the content folder. */
function sidecarOf({ file }: CheckedDocument): string {
  return file.path.replace(/\.mdx$/, '.provenance.json');
}

function findPlaces(document: CheckedDocument, sidecar: string | undefined): Problem[] {
  if (sidecar === undefined) return [errorIn(document, 'text-changed-somewhere', FILE_START)];
  const original = parseProvenance(sidecar);
  const file = sidecarOf(document);
  if (!original) return [errorIn(document, 'provenance-broken', FILE_START, { file })];
  const changes = document.tree ? findTextChanges(document.tree, original.provisions) : [];
  // The sidecar is of another import than the front matter.
  if (changes.length === 0) return [errorIn(document, 'text-changed-somewhere', FILE_START)];
  return changes.slice(0, MOST_PLACES).map(({ label, line, expected, found }) => {
    const count = String(Math.max(expected.length, found.length));
    const values = { label: label || '–', count, expected: shown(expected), found: shown(found) };
    return errorIn(document, 'text-changed', { line, column: 1 }, values);
  });
}

/** The same characters, words set apart otherwise: told, as a label may need a blank after it. */
function findSpacing(
  document: CheckedDocument,
  tree: ProvisionTree,
  sidecar: string | undefined,
): Problem[] {
  const original = sidecar === undefined ? null : parseProvenance(sidecar);
  if (!original) return [];
  return findSpacingChanges(tree, original.provisions)
    .slice(0, MOST_PLACES)
    .map(({ label, line }) =>
      warningIn(document, 'text-spacing-changed', { line, column: 1 }, { label: label || '–' }),
    );
}

/** A stretch of text, or a sign that there is none. */
function shown(text: string): string {
  if (text === '') return '∅';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

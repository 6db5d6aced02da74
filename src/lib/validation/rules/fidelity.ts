import { findTextChanges, pageStream, parseProvenance } from '../../fidelity/provenance.ts';
import { sha256 } from '../../fidelity/sha256.ts';
import { errorIn, FILE_START, type CheckedDocument, type Rule } from '../context.ts';
import type { Problem } from '../problem.ts';

/** Places per document that are named one by one. */
const MOST_PLACES = 20;

/**
 * An imported text is still the text that was imported: its digest is recomputed from the body
 * alone; the sidecar, where there is one, tells which unit differs and by which characters.
 */
export const checkFidelity: Rule = ({ documents, provenance }) =>
  documents.flatMap((document) => {
    const digest = document.record.fidelityDigest;
    if (digest === undefined || document.tree === null || !document.isReadable) return [];
    if (sha256(pageStream(document.tree)) === digest) return [];
    return findPlaces(document, provenance.get(sidecarOf(document)));
  });

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

/** A stretch of text, or a sign that there is none. */
function shown(text: string): string {
  if (text === '') return '∅';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

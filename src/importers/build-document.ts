import type { LegacyEncoding } from './fonts/decode.ts';
import { decodeSource } from './fonts/decode.ts';
import type { DecodedSource } from './fonts/decode.ts';
import { countChanged, findDifferences } from '../lib/fidelity/diff.ts';
import type { Difference } from '../lib/fidelity/diff.ts';
import { pageStream, streamDigest } from '../lib/fidelity/provenance.ts';
import { generatedLabels, rawStream, sourceStream, squeeze } from '../lib/fidelity/streams.ts';
import type { Provision } from '../lib/provision/types.ts';
import { toLines } from '../lib/structure/lines.ts';
import type { Line } from '../lib/structure/lines.ts';
import { parseStructure } from '../lib/structure/parse-structure.ts';
import type { Structure } from '../lib/structure/parse-structure.ts';
import type { SourceDocument } from '../lib/structure/source.ts';
import { writeBody } from '../lib/structure/write-body.ts';
import type { WrittenBody } from '../lib/structure/write-body.ts';

/** Agreement of the three streams. */
export interface Proof {
  chars: number;
  /** Characters that differ without a reason. */
  unexplained: number;
  /** Where the reader and the witness differ; where the page and the reader differ. */
  witnessDifferences: Difference[];
  pageDifferences: Difference[];
  reasons: { reason: string; count: number; chars: number }[];
  streams: { raw: string; source: string; page: string; witness: string | null };
}

/** An original with its structure, its body and its proof. */
export interface BuiltDocument {
  raw: SourceDocument;
  decoded: DecodedSource;
  lines: Line[];
  structure: Structure;
  written: WrittenBody;
  proof: Proof;
  /** Number of units by kind. */
  counts: Record<string, number>;
}

/**
 * Turn what a reader found into a body, and prove that nothing was lost on the way.
 *
 * Pure: the same source gives the same document.
 */
export function buildDocument(
  raw: SourceDocument,
  encoding?: LegacyEncoding | 'unicode',
): BuiltDocument {
  const decoded = decodeSource(raw, encoding);
  const lines = toLines(decoded.source.blocks);
  const structure = parseStructure(lines);
  const written = writeBody(lines, structure, decoded.source.notes);
  const proof = prove(raw, decoded, written);
  return { raw, decoded, lines, structure, written, proof, counts: countUnits(written) };
}

function prove(raw: SourceDocument, decoded: DecodedSource, written: WrittenBody): Proof {
  const source = sourceStream(decoded.source);
  const page = pageStream(written.tree);
  const pageDifferences = source === page ? [] : findDifferences(source, page);
  const { witness } = raw;
  const read = rawStream(raw, !(witness?.withoutGenerated ?? true));
  const seen = witness && squeeze(witness.text);
  const witnessDifferences = seen === null || seen === read ? [] : findDifferences(seen, read);
  return {
    chars: page.length,
    unexplained: countChanged(witnessDifferences) + countChanged(pageDifferences),
    witnessDifferences,
    pageDifferences,
    reasons: findReasons(raw, decoded),
    streams: {
      raw: streamDigest(read),
      source: streamDigest(source),
      page: streamDigest(page),
      witness: seen === null ? null : streamDigest(seen),
    },
  };
}

/** The closed list of reasons, each counted. */
function findReasons(raw: SourceDocument, decoded: DecodedSource): Proof['reasons'] {
  const reasons = new Map<string, { reason: string; count: number; chars: number }>();
  const add = (reason: string, count: number, chars: number): void => {
    if (count === 0 && chars === 0) return;
    const known = reasons.get(reason) ?? { reason, count: 0, chars: 0 };
    reasons.set(reason, known);
    known.count += count;
    known.chars += chars;
  };
  const labels = generatedLabels(raw);
  add('generated-label', labels.count, labels.chars);
  for (const text of raw.furniture) add('page-furniture', 1, text.replace(/\s/g, '').length);
  for (const { reason, chars } of raw.witness?.extra ?? []) add(reason, 1, chars);
  for (const { reason, count, chars } of raw.changes) add(reason, count, chars);
  for (const { reason, from } of decoded.changes) add(reason, 1, from.replace(/\s/g, '').length);
  return [...reasons.values()];
}

function countUnits({ tree }: WrittenBody): Record<string, number> {
  const counts: Record<string, number> = {};
  const visit = (units: readonly Provision[], prefix: string): void => {
    for (const unit of units) {
      const kind = prefix + unit.kind;
      counts[kind] = (counts[kind] ?? 0) + 1;
      const isScope = unit.kind === 'attached' || unit.kind === 'annex';
      visit(unit.children, isScope ? `${unit.kind}/` : prefix);
    }
  };
  visit(tree.children, '');
  return counts;
}

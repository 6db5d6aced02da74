import { streamDigest, textPieces } from '../lib/fidelity/provenance.ts';
import type { Provenance } from '../lib/fidelity/provenance.ts';
import { PROFILE } from '../lib/fidelity/streams.ts';
import type { BuiltDocument } from './build-document.ts';
import type { ImportOptions, ImportResult, Original } from './import-document.ts';

/**
 * Write the sidecar of a text, `<slug>.provenance.json`: where it came from, what was proved, and
 * every unit as it was imported.
 *
 * @param outline The record's file before the first import; '' when there was none.
 */
export function formatSidecar(
  result: ImportResult,
  original: Original,
  outline: string,
  { encoding, selector }: Pick<ImportOptions, 'encoding' | 'selector'>,
): string {
  const { built, findings } = result;
  const { raw, decoded, lines, structure, written, proof } = built;
  const places = unitPlaces(built);
  const provenance: Provenance = {
    version: 1,
    profile: PROFILE,
    file: original.name,
    sha256: original.sha256,
    method: raw.method,
    reading: { encoding, selector },
    tools: raw.witness ? [raw.witness.name] : [],
    chars: proof.chars,
    streams: proof.streams,
    witness: raw.witness?.name ?? null,
    body: bodyDigest(written.body),
    reasons: proof.reasons,
    changes: decoded.changes
      .filter(({ reason }) => reason !== 'legacy-font' && reason !== 'caps-font')
      .slice(0, 1000)
      .map(({ reason, locator, from, to }) => ({ reason, place: locator, from, to })),
    findings: findings.map(({ id, count, place }) => ({ id, count, place })),
    gaps: structure.gaps.map(({ form, before, after, line }) => ({
      form,
      before,
      after,
      place: lines[line]?.locator ?? '',
    })),
    signatures: [],
    provisions: textPieces(written.tree).map(({ id, label, text, blanks }) => ({
      id,
      label,
      place: places.get(id) ?? '',
      sha256: streamDigest(text),
      text,
      blanks,
    })),
    outline,
    gists: result.gists.kept,
  };
  return `${JSON.stringify(provenance, null, 1)}\n`;
}

/** Where in the original each unit begins. */
function unitPlaces({ written, lines }: BuiltDocument): Map<string, string> {
  const places = new Map<string, string>();
  const byLine = new Map(
    written.bodyLines.map((line, index) => [line, lines[index]?.locator ?? '']),
  );
  for (const unit of written.tree.byId.values()) {
    const first = unit.blocks.find((block) => byLine.has(block.line));
    places.set(unit.id, byLine.get(unit.line) ?? byLine.get(first?.line ?? 0) ?? '');
  }
  return places;
}

/** Digest by which a body that was edited by hand is told from the one that was written. */
export function bodyDigest(body: string): string {
  return streamDigest(trimEnds(body));
}

function trimEnds(body: string): string {
  return body.replace(/\r\n/g, '\n').replace(/^\n+|\n+$/g, '');
}

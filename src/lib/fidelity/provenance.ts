import { blocksOf, normalizeV1, ownText, plainText } from '../provision/text.ts';
import type { ProvisionTree } from '../provision/types.ts';
import { findDifferences } from './diff.ts';
import { sha256 } from './sha256.ts';

/** One stretch of the text with one owner: a unit, the introduction, a footnote. */
export interface TextPiece {
  /** Anchor of the unit; '' for text outside of all units; `cn-…` for a footnote. */
  id: string;
  /** Name in a citation. */
  label: string;
  /** By profile `v1`. */
  text: string;
  /** Digest of the text with its blanks, which profile `v1` drops; absent in older sidecars. */
  blanks?: string | undefined;
  /** The same in older sidecars, in which no-break spaces and line breaks are blanks like others. */
  spacing?: string | undefined;
}

/** What is kept beside an imported text: `<slug>.provenance.json`. */
export interface Provenance {
  /** Version of this record. */
  version: 1;
  profile: string;
  file: string;
  sha256: string;
  method: string;
  /** What the clerk said about reading the file; absent in older sidecars. */
  reading?: { encoding?: 'unicode' | 'tcvn3' | 'vni' | undefined; selector?: string | undefined };
  /** Programs that took part, with their versions. */
  tools: string[];
  chars: number;
  streams: {
    /** SHA-256 of the reader's text, before decoding; of the text after; of the body written. */
    raw: string;
    source: string;
    page: string;
    /** SHA-256 of the witness's text; null without a witness. */
    witness: string | null;
  };
  witness: string | null;
  /** SHA-256 of the body as it was written, to tell a hand edit. */
  body: string;
  /** Reasons for which streams differ. */
  reasons: { reason: string; count: number; chars: number }[];
  /** Characters that were decoded or repaired, with what is stored in the original. */
  changes: { reason: string; place: string; from: string; to: string }[];
  findings: { id: string; count: number; place: string }[];
  gaps: { form: string; before: number; after: number; place: string }[];
  signatures: { signer: string; valid: boolean | null }[];
  provisions: (TextPiece & { place: string; sha256: string })[];
  /** Body of the record before the import, with the library's own summaries; '' when there was none. */
  outline: string;
  /** Gists that have no place in the text; absent in older sidecars. */
  gists?: { id: string; label: string; start: string; text: string; reason: GistReason }[];
}

/** The unit is not there; it is another one; it has a gist already. */
export type GistReason = 'gone' | 'other' | 'second';

/** A place where a body no longer says what the original says. */
export interface TextChange {
  /** Name of the unit, '' outside of all units; its line in the file; its anchor. */
  label: string;
  id: string;
  line: number;
  /** What the original has, and what the body has instead. */
  expected: string;
  found: string;
}

/** Cut the text of a document into pieces, in order: together they are the whole stream. */
export function textPieces(tree: ProvisionTree): TextPiece[] {
  return rawPieces(tree).map(({ raw, ...piece }) => ({ ...piece, blanks: blanksDigest(raw) }));
}

/** Pieces with their text as it stands there. */
function rawPieces(tree: ProvisionTree): (TextPiece & { raw: string })[] {
  const pieces: (TextPiece & { raw: string })[] = [];
  const add = (id: string, label: string, raw: string): void => {
    const text = normalizeV1(raw);
    if (text !== '') pieces.push({ id, label, text, raw });
  };
  add('', '', plainText(tree.preamble));
  for (const unit of tree.byId.values()) add(unit.id, unit.label, ownText(unit));
  for (const { label, scope, blocks } of tree.footnotes)
    add(`cn-${scope === '' ? '' : `${scope}-`}${label}`, `chú thích ${label}`, plainText(blocks));
  return pieces;
}

/** The page's stream: text of all units, then footnotes, by profile `v1`. */
export function pageStream(tree: ProvisionTree): string {
  const blocks = [...tree.preamble, ...tree.children.flatMap(blocksOf)];
  return normalizeV1(
    plainText([...blocks, ...tree.footnotes.flatMap((footnote) => footnote.blocks)]),
  );
}

/**
 * Where a body differs from the text that was imported.
 *
 * @param original Pieces as they were imported.
 */
export function findTextChanges(tree: ProvisionTree, original: readonly TextPiece[]): TextChange[] {
  const pieces = textPieces(tree);
  const expected = original.map(({ text }) => text).join('');
  const found = pieces.map(({ text }) => text).join('');
  let shift = 0;
  return findDifferences(expected, found).map((difference) => {
    const at = difference.at + shift;
    shift += difference.found.length - difference.expected.length;
    // What is gone stood in a unit of the original: at its end, the text goes on with the next one.
    const { id, label } =
      difference.found === '' ? pieceAt(original, difference.at) : pieceAt(pieces, at);
    const line = (tree.byId.get(id) ?? tree.byId.get(pieceAt(pieces, at).id))?.line ?? 1;
    return { id, label, line, expected: difference.expected, found: difference.found };
  });
}

/**
 * Units whose words are set apart otherwise than at the import: a blank inside a word, two words
 * run together, a line break or a no-break space between two words. For a body whose stream is that of the import.
 *
 * @param original Pieces as they were imported; those of older sidecars tell nothing.
 */
export function findSpacingChanges(
  tree: ProvisionTree,
  original: readonly TextPiece[],
): { label: string; line: number }[] {
  const known = new Map(original.map((piece) => [piece.id, piece]));
  return rawPieces(tree).flatMap(({ id, label, text, raw }) => {
    const before = known.get(id);
    if (before?.text !== text || isSpacedAs(before, raw)) return [];
    return [{ label, line: tree.byId.get(id)?.line ?? 1 }];
  });
}

function isSpacedAs({ blanks, spacing }: TextPiece, raw: string): boolean {
  if (blanks !== undefined) return blanks === blanksDigest(raw);
  return spacing === undefined || spacing === spacingDigest(raw);
}

/** How many spaces stand in a row is nothing, as are invisible characters; every other blank counts. */
function blanksDigest(text: string): string {
  return sha256(
    visibleText(text)
      .replace(/ *\n */g, '\n')
      .replace(/ +/g, ' ')
      .trim(),
  ).slice(0, 16);
}

/** Line ends, tabs and no-break spaces are blanks like others; invisible characters are nothing. */
function spacingDigest(text: string): string {
  return sha256(visibleText(text).replace(/\s+/g, ' ').trim()).slice(0, 16);
}

function visibleText(text: string): string {
  return text.normalize('NFC').replace(/[\u200B\u200E\uFEFF\u00AD]+/g, '');
}

/** Read a sidecar; null when it is none that we wrote. */
export function parseProvenance(source: string): Provenance | null {
  try {
    const value = JSON.parse(source) as Partial<Provenance> | null;
    if (value?.version !== 1 || !Array.isArray(value.provisions)) return null;
    if (!value.provisions.every((piece) => typeof piece.text === 'string')) return null;
    return value as Provenance;
  } catch {
    return null;
  }
}

/** Digest of a stream, as front matter and sidecar state it. */
export function streamDigest(stream: string): string {
  return sha256(stream);
}

function pieceAt(pieces: readonly TextPiece[], offset: number): TextPiece {
  let start = 0;
  for (const piece of pieces) {
    if (offset < start + piece.text.length) return piece;
    start += piece.text.length;
  }
  return pieces.at(-1) ?? { id: '', label: '', text: '' };
}

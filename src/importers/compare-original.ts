import { basename } from 'node:path';
import { sha256 } from '../content/sha256.ts';
import { countChanged } from '../lib/fidelity/diff.ts';
import { findTextChanges, textPieces } from '../lib/fidelity/provenance.ts';
import type { Provenance, TextChange } from '../lib/fidelity/provenance.ts';
import type { LibraryDocument } from '../lib/library/types.ts';
import { parseBody } from '../lib/provision/parse-body.ts';
import { buildDocument } from './build-document.ts';
import { readOriginal } from './read-original.ts';
import { readSource } from './read-source.ts';

/** Seconds for a scan: who asks for a comparison with it has waited for it before. */
const PATIENCE = 3600;

/** A text compared with its original, read again from the file. */
export interface OriginalComparison {
  /** Where the text says something else. */
  changes: TextChange[];
  /** Characters in which the reader and its witness disagree this time. */
  unexplained: number;
  /** False: these are not the bytes that were imported. */
  isSameFile: boolean;
}

/**
 * Read an original again and compare a text with it, unit by unit.
 *
 * @param sidecar How it was read when it was imported; null when that is not known.
 * @throws {Refusal} When the original cannot be read.
 */
export async function compareWithOriginal(
  path: string,
  { body, data }: Pick<LibraryDocument, 'body' | 'data'>,
  firstLine: number,
  sidecar: Provenance | null,
): Promise<OriginalComparison> {
  const file = await readOriginal(path);
  const { encoding, selector } = sidecar?.reading ?? {};
  const source = await readSource(file, { selector, ocrSeconds: PATIENCE });
  const { written, proof } = buildDocument(source, encoding);
  const { tree } = parseBody(body, { firstLine, ...(data.scale ? { scale: data.scale } : {}) });
  return {
    changes: findTextChanges(tree, textPieces(written.tree)),
    unexplained: countChanged(proof.witnessDifferences),
    isSameFile: fileDigest(file) === data.source?.sha256,
  };
}

/**
 * The document that was imported from a file: by the bytes, else by the file's name.
 *
 * @returns null when there is none, or several that only the name tells.
 */
export async function findImported(
  path: string,
  documents: readonly LibraryDocument[],
): Promise<LibraryDocument | null> {
  const digest = fileDigest(await readOriginal(path));
  const name = basename(path).normalize('NFC');
  const same = documents.filter(({ data }) => data.source?.sha256 === digest);
  const named = documents.filter(({ data }) => data.source?.file === name);
  return same[0] ?? (named.length === 1 ? (named[0] ?? null) : null);
}

/** SHA-256 of a file's bytes, as front matter and sidecar state it. */
export function fileDigest(file: Buffer): string {
  return sha256(file);
}

import {
  CHECKSUMS_FILE,
  compareChecksums,
  isSame,
  parseChecksums,
  SIGNATURE_FILE,
  type Checksums,
  type Difference,
} from '../../lib/edition/checksums.ts';
import {
  EDITION_FILE,
  isLitter,
  isUnfinishedPage,
  KIT,
  RETIRED,
  UNFINISHED,
} from '../../lib/edition/kit.ts';
import type { EditionRecord } from '../../lib/library/edition.ts';
import { workFile } from './durable-files.ts';
import type { KitSource } from './kit-source.ts';
import { checkSignature, type SignatureCheck } from './signature.ts';

/** What a check of a kit or site found. */
export interface Verification {
  /**
   * - `whole`: every file as listed, and no other.
   * - `differs`: see `difference`.
   * - `unfinished`: a copy that was cut short.
   * - `no-list`: nothing says what the files should be.
   */
  state: 'whole' | 'differs' | 'unfinished' | 'no-list';
  difference: Difference;
  /** Files on the list. */
  files: number;
  /** Id of the edition; null when its data cannot be read. */
  edition: string | null;
  /** Whether a newer copy was begun and cut short; it does not touch what was checked. */
  interrupted: boolean;
  signature: SignatureCheck;
}

/** Takes the place of a digest that cannot be had: no list holds it. */
const UNREADABLE = '';
/** Left by a copy that was cut short just before it replaced the doorway. */
const DOORWAY_WORK = workFile(KIT.doorway);
const NO_DIFFERENCE: Difference = { changed: [], missing: [], added: [] };

/**
 * Hold all files against the list that is with them.
 *
 * @param signers Path of an `allowed_signers` file; null for none.
 */
export async function verifyKit(source: KitSource, signers: string | null): Promise<Verification> {
  const interrupted = [...source.paths, ...source.emptyFolders].some(
    (path) => isIn(path, UNFINISHED) || path === DOORWAY_WORK,
  );
  const page = (await source.read(KIT.doorway))?.toString() ?? '';
  const list = (await source.read(CHECKSUMS_FILE))?.toString() ?? null;
  const listed = list === null ? null : parseChecksums(list);
  const found = { difference: NO_DIFFERENCE, files: listed?.size ?? 0, edition: null, interrupted };
  if (isUnfinishedPage(page) || (list === null && interrupted))
    return { ...found, state: 'unfinished', signature: { state: 'none' } };
  if (list === null || listed === null)
    return { ...found, state: 'no-list', signature: { state: 'none' } };
  const difference = compareChecksums(listed, await digestAll(source));
  const signature = (await source.read(SIGNATURE_FILE))?.toString() ?? null;
  return {
    ...found,
    state: isSame(difference) ? 'whole' : 'differs',
    difference,
    edition: await editionId(source),
    signature: await checkSignature(list, signature, signers),
  };
}

/** Whether a check lets one trust the files: whole, and not signed by a stranger. */
export function isSound({ state, signature }: Verification, wantsSigner: boolean): boolean {
  if (state !== 'whole' || signature.state === 'invalid') return false;
  return !wantsSigner || signature.state === 'valid';
}

async function digestAll(source: KitSource): Promise<Checksums> {
  const checksums = new Map<string, string>();
  for (const path of source.paths.filter(isPart))
    checksums.set(path, (await source.digest(path)) ?? UNREADABLE);
  return checksums;
}

/** The list itself, what was left of other copies and what systems leave are not held against it. */
function isPart(path: string): boolean {
  if ([CHECKSUMS_FILE, SIGNATURE_FILE, DOORWAY_WORK].includes(path)) return false;
  return !isIn(path, UNFINISHED) && !isIn(path, RETIRED) && !isLitter(path);
}

function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

async function editionId(source: KitSource): Promise<string | null> {
  const text =
    (await source.read(`${KIT.site}/${EDITION_FILE}`)) ?? (await source.read(EDITION_FILE));
  try {
    return text === null ? null : (JSON.parse(text.toString()) as EditionRecord).id;
  } catch {
    return null;
  }
}

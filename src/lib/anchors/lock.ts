/** The lock of anchors: every id that was ever published, and what it stood for. */

/** Name of the file, directly in the content folder. A folder without it has published nothing. */
export const LOCK_FILE = 'anchors.lock.json';

/** A published unit. */
export interface LockedUnit {
  /** @example 'khoản 2 Điều 5' */
  label: string;
  /** Of its official text without its label; see `fingerprint.ts`. */
  hash: string;
  /** First words of that text, for people and for telling a correction from another unit. */
  start: string;
}

/** A unit that is no more. */
export interface Tombstone {
  label: string;
  /** Why, and what to look at instead. */
  note: string;
}

/** Ids that were given up in order: their links go on working. */
export interface RetiredAnchors {
  /** Old id → id of the unit that it now leads to. */
  aliases: Readonly<Record<string, string>>;
  tombstones: Readonly<Record<string, Tombstone>>;
}

export interface LockedDocument extends RetiredAnchors {
  /** By id, in the order of the text. */
  units: Readonly<Record<string, LockedUnit>>;
}

export interface AnchorLock {
  documents: Readonly<Record<string, LockedDocument>>;
  /** Slug of each published document that was taken out, with the reason. */
  removed: Readonly<Record<string, string>>;
}

export const EMPTY_LOCK: AnchorLock = { documents: {}, removed: {} };
export const NOTHING_RETIRED: RetiredAnchors = { aliases: {}, tombstones: {} };

const VERSION = 1;

/**
 * Read a lock.
 *
 * @returns null when the text is no lock of this version: then nothing may be published.
 */
export function parseLock(text: string): AnchorLock | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(value) || value.version !== VERSION) return null;
  const { documents = {}, removed = {} } = value;
  if (!isRecordOf(documents, isLockedDocument) || !isRecordOf(removed, isString)) return null;
  return { documents, removed };
}

/** Write a lock: the inverse of {@link parseLock}, one unit a line, so that changes can be read. */
export function formatLock({ documents, removed }: AnchorLock): string {
  const written = sortedEntries(documents).map(
    ([slug, { units, aliases, tombstones }]) =>
      `  ${quote(slug)}: {\n${[
        formatGroup('units', Object.entries(units)),
        formatGroup('aliases', sortedEntries(aliases)),
        formatGroup('tombstones', sortedEntries(tombstones)),
      ].join(',\n')}\n  }`,
  );
  const documentsPart = written.length === 0 ? '{}' : `{\n${written.join(',\n')}\n }`;
  const removedPart = JSON.stringify(Object.fromEntries(sortedEntries(removed)));
  return `{\n "version": ${VERSION},\n "documents": ${documentsPart},\n "removed": ${removedPart}\n}\n`;
}

function formatGroup(name: string, entries: readonly [string, unknown][]): string {
  const lines = entries.map(([key, value]) => `    ${quote(key)}: ${JSON.stringify(value)}`);
  return `   ${quote(name)}: ${lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n   }`}`;
}

function quote(text: string): string {
  return JSON.stringify(text);
}

function sortedEntries<T>(record: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function isLockedDocument(value: unknown): value is LockedDocument {
  if (!isRecord(value)) return false;
  const { units, aliases, tombstones } = value;
  return (
    isRecordOf(units, isLockedUnit) &&
    isRecordOf(aliases, isString) &&
    isRecordOf(tombstones, isTombstone)
  );
}

function isLockedUnit(value: unknown): value is LockedUnit {
  return isRecord(value) && [value.label, value.hash, value.start].every(isString);
}

function isTombstone(value: unknown): value is Tombstone {
  return isRecord(value) && [value.label, value.note].every(isString);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRecordOf<T>(
  value: unknown,
  isItem: (item: unknown) => item is T,
): value is Record<string, T> {
  return isRecord(value) && Object.values(value).every((item) => isItem(item));
}

import {
  CITATION_STYLES,
  type CitableDocument,
  type CitableProvision,
  type CitationStyle,
} from '../document/cite.ts';
import { formatPrinted } from '../document/printed.ts';
import { TRAY_VERSION } from './kept.ts';

/**
 * The citation tray: what a reader has collected. Each item carries all that citing it needs, so
 * that the tray can be shown, printed and saved without asking any other page.
 */
export interface Tray {
  /** Format of the stored data. */
  version: typeof TRAY_VERSION;
  /** Heading of the handout; empty for the usual one. */
  title: string;
  style: TrayStyle;
  /** Whether official text that was collected is written out. */
  withQuotes: boolean;
  /** In the reader's order; each place at most once. */
  items: readonly TrayItem[];
}

/** One collected document or provision. */
export interface TrayItem {
  document: CitableDocument;
  /** null for the document as a whole. */
  provision: CitableProvision | null;
  /** What must travel with the citation, in brackets; empty when there is nothing. */
  warning: string;
  /** Official text of the provision; null where the library does not have it. */
  quote: string | null;
  /** Public address; null when the site has none. */
  address: string | null;
  /** The reader's own words. */
  note: string;
}

/** Styles that a tray can be written in; the printed address stands beside each of them anyway. */
export type TrayStyle = Exclude<CitationStyle, 'printed'>;

export const TRAY_STYLES = CITATION_STYLES.filter(
  (style): style is TrayStyle => style !== 'printed',
);

export const EMPTY_TRAY: Tray = {
  version: TRAY_VERSION,
  title: '',
  style: 'party',
  withQuotes: true,
  items: [],
};

/** What tells items apart. @example '901-qd-tv-2031#kt-d5' */
export function trayKey({ document, provision }: TrayItem): string {
  return formatPrinted({ slug: document.slug, anchor: provision?.id ?? null });
}

/** Add an item at the end; one that is there already stays in its place, with its note. */
export function addItem(tray: Tray, item: TrayItem): Tray {
  if (hasItem(tray, trayKey(item))) return tray;
  return { ...tray, items: [...tray.items, item] };
}

export function hasItem({ items }: Tray, key: string): boolean {
  return items.some((item) => trayKey(item) === key);
}

export function removeItem(tray: Tray, key: string): Tray {
  return { ...tray, items: tray.items.filter((item) => trayKey(item) !== key) };
}

/** Put an item to a place, 0-based; a place beyond the end means the end. */
export function insertItem(tray: Tray, item: TrayItem, place: number): Tray {
  const others = removeItem(tray, trayKey(item)).items;
  return { ...tray, items: [...others.slice(0, place), item, ...others.slice(place)] };
}

/** Move an item by some places, towards the end when positive; it stops at either end. */
export function moveItem(tray: Tray, key: string, by: number): Tray {
  const from = tray.items.findIndex((item) => trayKey(item) === key);
  const item = tray.items[from];
  if (!item) return tray;
  const place = Math.min(Math.max(from + by, 0), tray.items.length - 1);
  return insertItem(tray, item, place);
}

/** Replace an item by another of the same key. */
export function updateItem(tray: Tray, item: TrayItem): Tray {
  const key = trayKey(item);
  return { ...tray, items: tray.items.map((one) => (trayKey(one) === key ? item : one)) };
}

export function formatTray(tray: Tray): string {
  return JSON.stringify(tray);
}

/**
 * Read what {@link formatTray} wrote, perhaps an older edition of the site, perhaps another hand.
 *
 * @returns Items that cannot be read are left out; null when nothing can be read, or when the data
 *   are of another version; see {@link isOfLaterVersion}.
 */
export function parseTray(text: string): Tray | null {
  const data = parseJson(text);
  if (!isRecord(data) || data.version !== TRAY_VERSION || !Array.isArray(data.items)) return null;
  const { title, style, withQuotes } = data;
  const tray: Tray = {
    ...EMPTY_TRAY,
    title: typeof title === 'string' ? title : '',
    style: TRAY_STYLES.find((known) => known === style) ?? EMPTY_TRAY.style,
    withQuotes: withQuotes !== false,
  };
  return data.items.filter(isItem).reduce(addItem, tray);
}

/** Whether stored data come from a later edition of the site: they must not be written over. */
export function isOfLaterVersion(text: string): boolean {
  const data = parseJson(text);
  return isRecord(data) && typeof data.version === 'number' && data.version > TRAY_VERSION;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function isItem(value: unknown): value is TrayItem {
  if (!isRecord(value)) return false;
  const { document, provision, warning, quote, address, note } = value;
  return (
    isDocument(document) &&
    (provision === null || isProvision(provision)) &&
    typeof warning === 'string' &&
    isTextOrNull(quote) &&
    isTextOrNull(address) &&
    typeof note === 'string'
  );
}

function isDocument(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const texts = [value.slug, value.system, value.typeName, value.issuer];
  const perhaps = [value.symbol, value.date, value.announced, value.subject, value.name];
  return (
    texts.every((text) => typeof text === 'string') &&
    [...perhaps, value.attached].every(isTextOrNull) &&
    (value.year === null || typeof value.year === 'number') &&
    Array.isArray(value.gaps)
  );
}

function isProvision(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { id, label, scope } = value;
  return typeof id === 'string' && typeof label === 'string' && (scope === null || isScope(scope));
}

function isScope(value: unknown): boolean {
  return isRecord(value) && typeof value.id === 'string' && typeof value.name === 'string';
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

import type { CitableDocument } from '../document/cite.ts';
import { derive } from '../library/derived.ts';
import { ownText, UnitsV1 } from '../provision/text.ts';
import type { Provision, ProvisionTree } from '../provision/types.ts';
import { trayKey, type TrayItem } from './tray.ts';

/** What this edition of the library says of a document; items collected earlier are held against it. */
export interface TrayEdition {
  document: CitableDocument;
  warning: string;
  /** Public address of its page; null when the site has none. */
  address: string | null;
  /**
   * Ids of its provisions, set off by spaces; where the official text is there, each followed by
   * `:` and {@link textDigest}. @example 'd1:k3x9a2 d1-1:0f4b1c'
   */
  anchors: string;
}

/**
 * - `current`: as this edition has it.
 * - `updated`: what is known of the document has changed; the item now says so.
 * - `text-changed`: the official text is not the one that was collected.
 * - `gone`: this edition has no such document or provision.
 */
export type ItemState = 'current' | 'updated' | 'text-changed' | 'gone';

/**
 * Hold a collected item against this edition.
 *
 * @param edition undefined when this edition has no such document.
 * @returns The item as it should be kept: with the number, date and warning of this edition. An
 *   item that is gone, or whose text has changed, keeps what was collected.
 */
export function resolveItem(
  item: TrayItem,
  edition: TrayEdition | undefined,
): { item: TrayItem; state: ItemState } {
  if (!edition) return { item, state: 'gone' };
  const id = item.provision?.id ?? null;
  const known = id === null ? '' : findAnchor(edition.anchors, id);
  if (known === null) return { item, state: 'gone' };
  const address =
    edition.address === null || id === null ? edition.address : `${edition.address}#${id}`;
  const resolved = { ...item, document: edition.document, warning: edition.warning, address };
  if (item.quote !== null && known !== textDigest(item.quote)) {
    return { item: resolved, state: 'text-changed' };
  }
  return { item: resolved, state: isSame(item, resolved) ? 'current' : 'updated' };
}

/** Digest of the anchor's text; '' where the edition has no text; null where it has no such anchor. */
function findAnchor(anchors: string, id: string): string | null {
  const found = anchors.split(' ').find((one) => one === id || one.startsWith(`${id}:`));
  return found === undefined ? null : found.slice(id.length + 1);
}

/** Whether an item says the same of its document. */
function isSame(one: TrayItem, other: TrayItem): boolean {
  const said = ({ document, warning }: TrayItem): string => JSON.stringify([document, warning]);
  return trayKey(one) === trayKey(other) && said(one) === said(other);
}

/**
 * A short digest of official text, white space aside: it tells a corrected text from the old one,
 * and guards against nothing else. FNV-1a, 32 bits, base 36.
 */
export function textDigest(text: string): string {
  const normalized = new UnitsV1();
  normalized.add(text);
  return digestUnits(normalized, 0);
}

/**
 * Digest of the official text of every unit of a document, with all below it.
 *
 * @returns By id; each the {@link textDigest} of `provisionText(unit)`, made without reading a text
 *   once for every level above it.
 */
export function unitDigests(units: readonly Provision[]): Map<string, string> {
  const digests = new Map<string, string>();
  // The texts of all units one after the other: that of a unit with all below it is one stretch.
  const text = new UnitsV1();
  const add = (unit: Provision): void => {
    const start = text.length;
    text.add(ownText(unit));
    unit.children.forEach(add);
    digests.set(unit.id, digestUnits(text, start));
  };
  units.forEach(add);
  return digests;
}

/** The provisions of a document as an edition lists them, see {@link TrayEdition.anchors}. */
export function trayAnchors(tree: ProvisionTree, hasOfficialText: boolean): string {
  return derive(tree, hasOfficialText ? 'tray-texts' : 'tray-anchors', () => {
    const digests = hasOfficialText ? unitDigests(tree.children) : null;
    const anchors = [...tree.byId.keys()].map((id) =>
      digests === null ? id : `${id}:${digests.get(id) ?? ''}`,
    );
    return anchors.join(' ');
  });
}

/** FNV-1a over the code points of UTF-16 units, from one on. */
function digestUnits({ units, length }: UnitsV1, from: number): string {
  let hash = 0x811c9dc5;
  for (let at = from; at < length; at++) {
    let code = units[at] ?? 0;
    const next = code >= 0xd800 && code < 0xdc00 && at + 1 < length ? (units[at + 1] ?? 0) : 0;
    if (next >= 0xdc00 && next < 0xe000) {
      code = 0x10000 + ((code - 0xd800) << 10) + (next - 0xdc00);
      at++;
    }
    hash = Math.imul(hash ^ code, 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

/** Documents of one file of the edition, by slug. */
export type EditionPart = Record<string, TrayEdition>;

/** Size that a part may reach before the next one begins, in UTF-16 units of its JSON. */
const PART_SIZE = 200_000;

/**
 * Divide an edition into parts, so that a tray loads only what its items need.
 *
 * @param documents Sorted by slug.
 */
export function divideEdition(documents: readonly TrayEdition[]): EditionPart[] {
  const parts: EditionPart[] = [];
  let size = Infinity;
  for (const edition of documents) {
    const length = JSON.stringify(edition).length;
    if (size + length > PART_SIZE) {
      parts.push({});
      size = 0;
    }
    size += length;
    const part = parts.at(-1);
    if (part) part[edition.document.slug] = edition;
  }
  return parts;
}

/**
 * The part in which a document stands, if anywhere.
 *
 * @param firsts Slug that each part begins with, in order.
 * @returns Index of the part; -1 when the slug sorts before all of them.
 */
export function partOf(slug: string, firsts: readonly string[]): number {
  return firsts.findLastIndex((first) => first <= slug);
}

import type { CitableDocument } from '../document/cite.ts';
import { textDigest, WHOLE_LENGTH } from '../edition/unit-digests.ts';
import { trayKey, type TrayItem } from './tray.ts';

/** What this edition of the library says of a document; items collected earlier are held against it. */
export interface TrayEdition {
  document: CitableDocument;
  warning: string;
  /** Public address of its page; null when the site has none. */
  address: string | null;
  /** Ids of its provisions, set off by spaces. @example 'd1 d1-1' */
  anchors: string;
  /** Digests of their texts, see `UnitDigests.whole`; '' where the official text is not there. */
  digests: string;
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
  const known = id === null ? '' : findDigest(edition, id);
  if (known === null) return { item, state: 'gone' };
  const address =
    edition.address === null || id === null ? edition.address : `${edition.address}#${id}`;
  const resolved = { ...item, document: edition.document, warning: edition.warning, address };
  if (item.quote !== null && known !== textDigest(item.quote)) {
    return { item: resolved, state: 'text-changed' };
  }
  return { item: resolved, state: isSame(item, resolved) ? 'current' : 'updated' };
}

/** Digest of a provision's text; '' where the edition has no text; null where it has no such one. */
function findDigest({ anchors, digests }: TrayEdition, id: string): string | null {
  const place = anchors.split(' ').indexOf(id);
  return place < 0 ? null : digests.slice(place * WHOLE_LENGTH, (place + 1) * WHOLE_LENGTH);
}

/** Whether an item says the same of its document. */
function isSame(one: TrayItem, other: TrayItem): boolean {
  const said = ({ document, warning }: TrayItem): string => JSON.stringify([document, warning]);
  return trayKey(one) === trayKey(other) && said(one) === said(other);
}

/** Documents of one file of the edition, sorted by slug. */
export interface EditionPart {
  documents: Omit<TrayEdition, 'digests'>[];
  /** Of each; last and together, since they compress unlike everything else. */
  digests: string[];
}

/** Size that a part may reach before the next one begins, in UTF-16 units of its JSON; packed, a third. */
const PART_SIZE = 400_000;

/**
 * Divide an edition into parts, so that a tray loads only what its items need.
 *
 * @param documents Sorted by slug.
 */
export function divideEdition(documents: readonly TrayEdition[]): EditionPart[] {
  const parts: EditionPart[] = [];
  let size = Infinity;
  for (const { digests, ...rest } of documents) {
    const length = JSON.stringify(rest).length + digests.length;
    if (size + length > PART_SIZE) {
      parts.push({ documents: [], digests: [] });
      size = 0;
    }
    size += length;
    parts.at(-1)?.documents.push(rest);
    parts.at(-1)?.digests.push(digests);
  }
  return parts;
}

/** Documents of a part, by slug. */
export function readPart({ documents, digests }: EditionPart): [slug: string, TrayEdition][] {
  return documents.map((rest, place) => [
    rest.document.slug,
    { ...rest, digests: digests[place] ?? '' },
  ]);
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

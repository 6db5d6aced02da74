import { issuedOn, typeName } from '../document/naming.ts';
import { documentUrl } from '../library/addresses.ts';
import type { Library, LibraryDocument } from '../library/types.ts';
import { gistText, ownText, plainText } from '../provision/text.ts';
import type { Provision } from '../provision/types.ts';
import { fold } from '../text/fold.ts';

/** One searchable place: a document's record (`anchor` empty) or one of its provisions. */
export interface SearchRow {
  doc: string;
  anchor: string;
  url: string;
  symbol: string | null;
  type: string;
  title: string;
  aliases: string[];
  issuers: string[];
  date: string | null;
  status: LibraryDocument['data']['status']['value'];
  /** @example 'khoản 2 Điều 5' */
  label: string;
  heading: string;
  /** Official words; empty where the library has none. */
  text: string;
  /** The library's own words; never official. */
  gist: string;
  /** Everything above without diacritics, đ as d: what most people type. */
  folded: string;
}

/** Fields of {@link SearchRow} for an index of OpenSearch 2 or later. */
export const OPENSEARCH_INDEX = {
  settings: { index: { number_of_shards: 1 } },
  mappings: {
    dynamic: 'strict',
    properties: {
      ...fields('keyword', ['doc', 'anchor', 'url', 'symbol', 'type', 'issuers', 'status']),
      date: { type: 'date', format: 'yyyy-MM-dd||yyyy' },
      ...fields('text', ['title', 'aliases', 'label', 'heading', 'text', 'gist', 'folded']),
    },
  },
} as const;

function fields(type: string, names: readonly string[]): Record<string, { type: string }> {
  return Object.fromEntries(names.map((name) => [name, { type }]));
}

/**
 * The library as lines for the `_bulk` interface of OpenSearch: an action, then its row.
 *
 * @param index Name of the index. An id is `slug` or `slug#anchor`: sending again replaces.
 * @returns In the order of the library, each line ending with `\n`; the same library, the same lines.
 */
export function* openSearchBulk(library: Library, index: string): Generator<string, void, void> {
  for (const document of library.documents) {
    for (const row of searchRows(document, library)) {
      const id = row.anchor === '' ? row.doc : `${row.doc}#${row.anchor}`;
      yield `${JSON.stringify({ index: { _index: index, _id: id } })}\n${JSON.stringify(row)}\n`;
    }
  }
}

function* searchRows(document: LibraryDocument, library: Library): Generator<SearchRow> {
  const { slug, data, tree } = document;
  const row = (place: Pick<SearchRow, 'anchor' | 'label' | 'heading' | 'text' | 'gist'>) => {
    const named = {
      doc: slug,
      url: documentUrl(slug, place.anchor),
      symbol: data.symbol,
      type: typeName(data),
      title: data.title,
      aliases: data.aliases,
      issuers: data.issuer.map((issuer) => library.issuers.get(issuer)?.data.name ?? issuer),
      date: issuedOn(data)?.machine ?? null,
      status: data.status.value,
      ...place,
    };
    const words = [data.symbol, data.title, ...data.aliases, ...Object.values(place).slice(1)];
    return { ...named, folded: fold(words.filter(Boolean).join(' ')) };
  };
  const preamble = plainText(tree.preamble);
  yield row({ anchor: '', label: '', heading: '', text: preamble, gist: '' });
  for (const unit of tree.byId.values()) {
    yield row({ anchor: unit.id, label: unit.label, ...wordsOf(unit) });
  }
}

function wordsOf(unit: Provision): Pick<SearchRow, 'heading' | 'text' | 'gist'> {
  return { heading: unit.heading ?? '', text: ownText(unit), gist: gistText(unit) };
}

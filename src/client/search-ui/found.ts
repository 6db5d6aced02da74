/** What the search interface shows: plain values, whatever the engine behind it. */
import type { DocumentStatus } from '../../lib/document/types.ts';
import type { Region } from '../../lib/search/index-format.ts';
import type { MarkedRun } from '../../lib/search/marked-text.ts';
import type { Notice } from '../../lib/search/notice.ts';
import type { LibraryState } from '../search-engine/index.ts';

/** A document that took the place of another. */
export interface Successor {
  name: string;
  url: string;
}

/** A further place of a document that was found. */
export interface Place {
  /** Absolute, from the site that is open. */
  url: string;
  /** @example 'khoản 2 Điều 5' */
  label: string;
  /** Heading of the place; empty when it has none. */
  heading: readonly MarkedRun[];
}

/** The same document in another library. */
export interface Copy {
  /** Name of the library; null for the one that is open. */
  library: string | null;
  url: string;
  /** What that library says of its force; null where it says the same. */
  status: DocumentStatus | null;
}

/** A library that is searched along. */
export interface FoundLibrary {
  name: string;
  state: LibraryState;
}

/** One document among the results, as a reader sees it. */
export interface Hit {
  /** Absolute, to the place that fits best. */
  url: string;
  doc: string;
  /** Name of the library that it is in; null for the one that is open. */
  library: string | null;
  /** Empty for the document as a whole. */
  anchor: string;
  /** @example 'Quyết định 23-QĐ/TW' */
  documentName: string;
  /** Official title; empty when it is the name. */
  title: readonly MarkedRun[];
  /** Place in the document; null for the document as a whole. @example 'khoản 2 Điều 5' */
  place: string | null;
  /** Heading of the place; empty when it has none. */
  heading: readonly MarkedRun[];
  excerpt: readonly MarkedRun[];
  /** Whose words the excerpt is: the document's (`text`) or this library's; null without one. */
  excerptRegion: Region | null;
  /** Further places of the same document. */
  places: readonly Place[];
  status: DocumentStatus;
  /** As printed; null when it is not known. @example '30/7/2021' */
  date: string | null;
  successors: readonly Successor[];
  copies: readonly Copy[];
  /** Outside the library's subject, shown because it shares a number. */
  namesake: boolean;
}

/** Names of the filters; also the names of the form's fields and of the address. */
export const FILTERS = ['loai', 'co-quan', 'chu-de', 'tinh-trang', 'nam', 'thu-vien'] as const;
export type Filter = (typeof FILTERS)[number];

/** Order of the results. */
export const ORDERS = ['hop', 'moi'] as const;
export type Order = (typeof ORDERS)[number];

/** What the reader asks for. */
export interface Question {
  query: string;
  /** Chosen values; a document fits a filter when it has one of them, or when none is chosen. */
  filters: Record<Filter, readonly string[]>;
  order: Order;
}

/** Answer to a question. */
export interface Answer {
  hits: readonly Hit[];
  /** Number of all documents found, of which `hits` may be the first. */
  total: number;
  /** Number of documents for each value of each filter. */
  counts: Record<Filter, ReadonlyMap<string, number>>;
  /** What values of filters are called, where the index knows it. */
  labels: Record<Exclude<Filter, 'tinh-trang' | 'thu-vien'>, ReadonlyMap<string, string>>;
  /** The query as it was understood when it seemed mistyped, else null. */
  corrected: string | null;
  /** What to know about the answer where it is not what was asked for, else null. */
  notice: Notice | null;
  /** Other queries that would find something; offered when there is no hit. */
  suggestions: readonly string[];
  /** Notions that the query names, with their pages. */
  pages: readonly { name: string; url: string }[];
  /** Other libraries, in the order of their numbers; the value of the filter is number + 1. */
  libraries: readonly FoundLibrary[];
}

/** Read a question from an address; the inverse of {@link writeQuestion}. */
export function readQuestion(params: URLSearchParams): Question {
  const filters = Object.fromEntries(
    FILTERS.map((filter) => [filter, params.getAll(filter).filter((value) => value !== '')]),
  );
  const order = params.get('xep');
  return {
    query: (params.get('q') ?? '').trim(),
    filters: filters as Record<Filter, string[]>,
    order: ORDERS.find((known) => known === order) ?? 'hop',
  };
}

/** The address of a question; what is left open is left out. */
export function writeQuestion({ query, filters, order }: Question): URLSearchParams {
  const params = new URLSearchParams();
  if (query !== '') params.set('q', query);
  for (const filter of FILTERS) {
    for (const value of filters[filter]) params.append(filter, value);
  }
  if (order !== 'hop') params.set('xep', order);
  return params;
}

/** Whether any filter is chosen. */
export function isFiltered({ filters }: Question): boolean {
  return FILTERS.some((filter) => filters[filter].length > 0);
}

/** What the search interface shows: plain values, whatever the engine behind it. */
import type { DocumentStatus } from '../../lib/document/types.ts';

/** A run of an excerpt. */
export interface ExcerptPart {
  text: string;
  /** Whether it is what the reader looked for. */
  marked: boolean;
}

/** A document that took the place of another. */
export interface Successor {
  name: string;
  url: string;
}

/** One hit as a reader sees it. */
export interface Hit {
  /** Absolute, from the site that is open. */
  url: string;
  doc: string;
  /** Empty for the document as a whole. */
  anchor: string;
  /** @example 'Quyết định 23-QĐ/TW' */
  documentName: string;
  /** Official title. */
  title: string;
  /** Place in the document; null for the document as a whole. @example 'khoản 2 Điều 5' */
  place: string | null;
  /** Heading of the place, or empty. */
  heading: string;
  excerpt: readonly ExcerptPart[];
  status: DocumentStatus;
  /** As printed; null when it is not known. @example '30/7/2021' */
  date: string | null;
  successors: readonly Successor[];
  /** Outside the library's subject, shown because it shares a number. */
  namesake: boolean;
}

/** Names of the filters; also the names of the form's fields and of the address. */
export const FILTERS = ['loai', 'co-quan', 'chu-de', 'tinh-trang', 'nam'] as const;
export type Filter = (typeof FILTERS)[number];

/** Order of the results. */
export const ORDERS = ['hop', 'moi', 'cu'] as const;
export type Order = (typeof ORDERS)[number];

/** What the reader asks for. */
export interface Question {
  query: string;
  /** Chosen values; a hit fits a filter when it has one of them, or when none is chosen. */
  filters: Record<Filter, readonly string[]>;
  order: Order;
}

/** Answer to a question. */
export interface Answer {
  hits: readonly Hit[];
  /** Number of all hits, of which `hits` may be the first. */
  total: number;
  /** Number of hits for each value of each filter, its own choice left open. */
  counts: Record<Filter, ReadonlyMap<string, number>>;
  /** Other queries that would find something; offered when there is no hit. */
  suggestions: readonly string[];
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

/** Filtering and sorting of a list of documents: plain values, no page. */
import { forceOn, type ForcePeriod, type ForceState } from '../../lib/library/force.ts';
import { fold } from '../../lib/text/fold.ts';

/** What a document can be chosen by; also the names of the form's fields and of the address. */
export const FACETS = ['loai', 'co-quan', 'chu-de', 'tinh-trang', 'nam'] as const;
export type Facet = (typeof FACETS)[number];

/** Orders of the list; also the values of the form's field `xep`. */
export const SORT_ORDERS = ['moi', 'cu', 'so', 'ten', 'co-quan', 'tinh-trang'] as const;
export type SortOrder = (typeof SORT_ORDERS)[number];

/** A state and the day from which it lasts. */
export type DatedState = Pick<ForcePeriod, 'from' | 'state'>;

/** States on a day in which a document certainly was not in force. */
const OUT_OF_FORCE: ReadonlySet<ForceState> = new Set(['not-issued', 'pending', 'ended']);

/** One document of the list. */
export interface ListItem {
  values: Record<Facet, readonly string[]>;
  /** Folded text of the whole row. */
  text: string;
  /** `YYYY-MM-DD`, `YYYY` or empty. */
  date: string;
  symbol: string;
  title: string;
  issuer: string;
  /** Place of its status among the statuses. */
  statusRank: number;
  /** States of its force, see {@link readForce}. */
  force: readonly DatedState[];
}

/** What the reader has chosen; an empty string chooses nothing. */
export interface ListChoice {
  facets: Record<Facet, string>;
  query: string;
  /** The query's words, folded. */
  words: readonly string[];
  /** `YYYY-MM-DD`: only documents that may have been in force on this day; empty: all. */
  day: string;
  order: SortOrder;
}

/**
 * Read a choice from an address.
 *
 * @example readChoice(new URLSearchParams('loai=luat')).facets.loai // 'luat'
 */
export function readChoice(params: URLSearchParams): ListChoice {
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, params.get(facet) ?? '']));
  const query = params.get('q') ?? '';
  const order = params.get('xep');
  const day = params.get('ngay') ?? '';
  return {
    facets: facets as Record<Facet, string>,
    query,
    words: fold(query).split(/\s+/).filter(Boolean),
    day: /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : '',
    order: SORT_ORDERS.find((known) => known === order) ?? 'moi',
  };
}

/** The address of a choice, the inverse of {@link readChoice}; what is left open is left out. */
export function writeChoice(choice: ListChoice): URLSearchParams {
  const params = new URLSearchParams();
  if (choice.query !== '') params.set('q', choice.query);
  for (const facet of FACETS) {
    if (choice.facets[facet] !== '') params.set(facet, choice.facets[facet]);
  }
  if (choice.day !== '') params.set('ngay', choice.day);
  if (choice.order !== 'moi') params.set('xep', choice.order);
  return params;
}

/**
 * Whether a document fits a choice.
 *
 * @param except A facet to disregard: what would be found if it were open.
 */
export function fits(item: ListItem, choice: ListChoice, except?: Facet): boolean {
  return (
    choice.words.every((word) => item.text.includes(word)) &&
    (choice.day === '' || !OUT_OF_FORCE.has(forceOn(item.force, choice.day))) &&
    FACETS.every((facet) => {
      const wanted = choice.facets[facet];
      return facet === except || wanted === '' || item.values[facet].includes(wanted);
    })
  );
}

/**
 * The states in a row's `data-force`, as `renderRow` writes them.
 *
 * @example readForce('2031-02-10 in-force,2033-04-02 ended').length // 3, with the time before
 */
export function readForce(written: string): DatedState[] {
  if (written === '') return [];
  const dated = written.split(',').map((one) => {
    const [from = '', state = 'unknown'] = one.split(' ');
    return { from, state: state as ForceState };
  });
  return [{ from: '', state: 'not-issued' }, ...dated];
}

/** How many documents each value of a facet would leave, the other choices being as they are. */
export function countValues(
  items: readonly ListItem[],
  choice: ListChoice,
  facet: Facet,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) {
    if (!fits(item, choice, facet)) continue;
    for (const value of item.values[facet]) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** Compare two documents in an order; equal ones fall back to the newest first. */
export function compareItems(a: ListItem, b: ListItem, order: SortOrder): number {
  const newestFirst = b.date.localeCompare(a.date) || compareText(a.symbol, b.symbol);
  switch (order) {
    case 'moi':
      return newestFirst;
    case 'cu':
      return oldestFirst(a, b) || compareText(a.symbol, b.symbol);
    case 'so':
      return compareText(a.symbol, b.symbol) || newestFirst;
    case 'ten':
      return compareText(a.title, b.title) || newestFirst;
    case 'co-quan':
      return compareText(a.issuer, b.issuer) || newestFirst;
    case 'tinh-trang':
      return a.statusRank - b.statusRank || newestFirst;
  }
}

/** Documents of unknown date stay last in either direction. */
function oldestFirst(a: ListItem, b: ListItem): number {
  if (a.date === '' || b.date === '') return Number(a.date === '') - Number(b.date === '');
  return a.date.localeCompare(b.date);
}

/** Vietnamese order, with numbers by value: 9-QĐ before 10-QĐ. */
function compareText(a: string, b: string): number {
  return collator.compare(a, b);
}

const collator = new Intl.Collator('vi', { numeric: true });

import { parseSymbol, symbolKey, symbolSlug } from '../document/symbol.ts';
import { planSite } from './site-plan.ts';
import type { Library, LibraryDocument } from './types.ts';

/** A number and everyone known to bear it. */
export interface NumberEntry {
  /** Name of its page below `/so/`. */
  slug: string;
  /** As printed on its first bearer. */
  symbol: string;
  /** At least one; documents of the subject first. */
  bearers: readonly LibraryDocument[];
  /** Why the number may or may not come again: see {@link numberKind}. */
  kind: NumberKind;
}

/**
 * - `party`: counted anew in each term of the issuing committee.
 * - `state`: counted anew each year, which the number does not name.
 * - `state-year`: names its year.
 * - `other`: not in a form that we know.
 */
export type NumberKind = 'party' | 'state' | 'state-year' | 'other';

const COLLATOR = new Intl.Collator('vi', { numeric: true });

/** Every number of the library, sorted as one counts: 4 before 16. */
export function listNumbers({ documents, bearers }: Library): NumberEntry[] {
  const found = new Map<string, NumberEntry>();
  for (const { data } of documents) {
    if (data.symbol === null) continue;
    const slug = symbolSlug(data.symbol);
    const all = bearers.get(symbolKey(data.symbol)) ?? [];
    const symbol = all.find((bearer) => hasSlug(bearer, slug))?.data.symbol ?? data.symbol;
    found.set(slug, { slug, symbol, bearers: all, kind: numberKind(symbol) });
  }
  return [...found.values()].sort((a, b) => COLLATOR.compare(a.symbol, b.symbol));
}

/** Numbers that have a page of their own; each of the others leads to its one bearer. */
export function numbersWithPages(library: Library): NumberEntry[] {
  const numbers = listNumbers(library);
  return planSite(library).allNumbers
    ? numbers
    : numbers.filter(({ bearers }) => bearers.length > 1);
}

/** Whether a number of the library has a page: see {@link numbersWithPages}. */
export function hasNumberPage(symbol: string, library: Library): boolean {
  return planSite(library).allNumbers || (library.bearers.get(symbolKey(symbol))?.length ?? 0) > 1;
}

/** How a number is counted, as its form shows. */
export function numberKind(symbol: string): NumberKind {
  const parsed = parseSymbol(symbol);
  if (parsed === null) return 'other';
  if (parsed.form === 'party') return 'party';
  return parsed.year === null ? 'state' : 'state-year';
}

function hasSlug({ data }: LibraryDocument, slug: string): boolean {
  return data.symbol !== null && symbolSlug(data.symbol) === slug;
}

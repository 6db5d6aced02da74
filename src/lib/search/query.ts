import { findAddress, type ProvisionAddress } from './find-address.ts';
import { findDates } from './find-dates.ts';
import { findTerms } from './find-terms.ts';
import { foldLetters, splitSyllables, type Syllable } from './syllables.ts';

/** One syllable of a query. */
export interface QueryTerm {
  key: string;
  marks: string;
  /** As typed, or as it should have been. */
  written: string;
  /** Folded letters as typed, for a syllable that is not finished. */
  letters: string;
  /** The last one of a query that does not end with a space: more letters may follow. */
  open: boolean;
  /** What stands between it and the syllable before, as typed. @example '/' */
  gap: string;
  /** True when it forms no pair with the term before. */
  opens: boolean;
  /** True when the diacritics are not the reader's own, so that they do not count. */
  guessed: boolean;
  /** Part of a day, such as `03/6/2013`. */
  dated: boolean;
}

/** What a query says, before anything is looked up. */
export interface ParsedQuery {
  /** NFC, trimmed, without quotation marks. */
  text: string;
  /** All syllables, in order; terms below are those of the words. */
  syllables: Syllable[];
  /** The words looked for: everything but the place inside a document. */
  terms: QueryTerm[];
  /** The query stands in quotation marks: the words must follow each other so. */
  exact: boolean;
  /** Written with diacritics, which then count. */
  accented: boolean;
  address: ProvisionAddress | null;
  /** Years named, four digits. */
  years: ReadonlySet<string>;
  /** Days named, `YYYY-MM-DD`. */
  days: ReadonlySet<string>;
  /** Terms of office and congresses named, Arabic digits. @example '12' of khóa XII */
  offices: ReadonlySet<string>;
  congresses: ReadonlySet<string>;
  /** Syllables that are part of a day. */
  dated: ReadonlySet<number>;
  /** Syllables that are part of the place inside a document. */
  placed: ReadonlySet<number>;
}

/** More of a pasted text than this is not looked up. */
const MOST_SYLLABLES = 48;

const QUOTED = /^["“”„«»]\s*(.+?)\s*["“”„«»]$/su;

/** A type's code written together with the number: `NQ25`, `qđ290`. */
const JOINED_CODE =
  /(?<![\p{L}\p{N}])(NQ|CT|KL|QĐ|QD|QĐi|QC|HD|KH|CTr|NĐ|ND|TT|PL|TB)(\d{1,4})(?!\d)/giu;

/**
 * Read a query: which words, which place inside a document, which days and years.
 *
 * @param query As typed, in any normal form.
 * @example parseQuery('điều 5 quy chế 901').address // { article: '5' }
 */
export function parseQuery(query: string): ParsedQuery {
  const typed = query.normalize('NFC').trim();
  const quoted = QUOTED.exec(typed)?.[1];
  const text = quoted ?? typed.replace(JOINED_CODE, '$1 $2');
  const syllables = splitSyllables(text).slice(0, MOST_SYLLABLES);
  const place = quoted === undefined ? findAddress(text, syllables) : null;
  const { days, years, syllables: dated } = findDates(text, syllables);
  const { terms: offices, congresses } = findTerms(syllables);
  const placed = place?.syllables ?? new Set<number>();
  const finished = quoted !== undefined || /\s$/.test(query);
  return {
    text,
    syllables,
    terms: syllables.flatMap((_, index) =>
      placed.has(index)
        ? []
        : toTerm(text, syllables, index, index === syllables.length - 1 && !finished).map(
            (term) => ({ ...term, dated: dated.has(index) }),
          ),
    ),
    exact: quoted !== undefined,
    accented: syllables.some(({ marks }) => marks !== ''),
    address: place?.address ?? null,
    years,
    days,
    offices,
    congresses,
    dated,
    placed,
  };
}

function toTerm(
  text: string,
  syllables: readonly Syllable[],
  index: number,
  open: boolean,
): QueryTerm[] {
  const syllable = syllables[index];
  if (!syllable) return [];
  const { key, marks, start, end, opens } = syllable;
  const written = text.slice(start, end);
  const letters = foldLetters(written);
  const gap = text.slice(syllables[index - 1]?.end ?? start, start);
  return [{ key, marks, written, letters, open, gap, opens, guessed: false, dated: false }];
}

/** Terms of another wording of the query, such as one with abbreviations written out. */
export function termsOf(text: string): QueryTerm[] {
  const syllables = splitSyllables(text);
  return syllables.flatMap((_, index) => toTerm(text, syllables, index, false));
}

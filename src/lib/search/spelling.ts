import { editDistance } from '../text/nearest.ts';
import type { NameIndex } from './name-index.ts';
import type { QueryTerm } from './query.ts';

/** What is known of the corpus' spelling. */
export interface Lexicon {
  /** Every folded syllable of names and texts. */
  syllables: ReadonlySet<string>;
  names: NameIndex;
}

/** Most replacements that are considered for one syllable. */
const MOST_REPLACEMENTS = 12;

/**
 * The query with mistyped syllables replaced: one letter wrong, missing, too many or exchanged with
 * its neighbour, a missing space, or the keys of the Telex method left untransformed.
 *
 * @returns null when every syllable occurs in the corpus, or nothing near does.
 * @example correct(terms of 'dan vna kheo', lexicon) // terms of 'dan van kheo'
 */
export function correct(terms: readonly QueryTerm[], lexicon: Lexicon): QueryTerm[] | null {
  const replacements = terms.map((term, at) =>
    isKnown(term, lexicon) ? null : replace(term, terms[at - 1]?.key, terms[at + 1]?.key, lexicon),
  );
  if (replacements.every((replacement) => replacement === null)) return null;
  return replacements.flatMap((replacement, at) => replacement ?? terms.slice(at, at + 1));
}

/** Numbers and codes are no words; an unfinished syllable may become one. */
function isKnown({ key, letters, open }: QueryTerm, { syllables }: Lexicon): boolean {
  if (/\d/.test(key) || key.length < 2 || syllables.has(key)) return true;
  return open && [...syllables].some((known) => known.startsWith(letters));
}

function replace(
  term: QueryTerm,
  before: string | undefined,
  after: string | undefined,
  lexicon: Lexicon,
): QueryTerm[] | null {
  const telex = foldTelex(term.letters);
  if (telex !== term.letters && lexicon.syllables.has(telex)) return rename(term, [telex]);
  const split = splitJoined(term.letters, lexicon);
  const single = nearestSyllable(term.letters, before, after, lexicon);
  // Two syllables written together are likelier than a slip when they do stand together.
  return split ? rename(term, split) : single === null ? null : rename(term, [single]);
}

function rename(term: QueryTerm, keys: readonly string[]): QueryTerm[] {
  return keys.map((key, index) => ({
    key,
    letters: key,
    marks: '',
    open: false,
    opens: index === 0 && term.opens,
    guessed: true,
    dated: false,
  }));
}

/** Doubled letters and tone keys that a typing program would have turned into diacritics. */
function foldTelex(letters: string): string {
  const vowels = letters
    .replace(/([aeo])([a-z]*?)\1/, '$1$2')
    .replace(/^dd|(?<=[a-z])d$/, (match) => (match === 'dd' ? 'd' : ''))
    .replace(/w/g, '');
  return vowels.replace(/(?<=[aeiouy][a-z]*)[sfrxj]$/, '');
}

/** `danvan` is `dan van` when these two stand side by side in a name. */
function splitJoined(letters: string, lexicon: Lexicon): string[] | null {
  for (let at = 2; at <= letters.length - 2; at++) {
    const pair = [letters.slice(0, at), letters.slice(at)] as const;
    if (standTogether(pair[0], pair[1], lexicon.names)) return [...pair];
  }
  return null;
}

function nearestSyllable(
  letters: string,
  before: string | undefined,
  after: string | undefined,
  { syllables, names }: Lexicon,
): string | null {
  const near = [...syllables].filter((known) => isOneSlip(letters, known));
  const scored = near.slice(0, MOST_REPLACEMENTS * 4).map((known) => ({
    known,
    score:
      (before !== undefined && standTogether(before, known, names) ? 2 : 0) +
      (after !== undefined && standTogether(known, after, names) ? 2 : 0) +
      Math.min(1, (names.frequency.get(known) ?? 0) / 100) +
      (known.startsWith(letters.slice(0, 1)) ? 0.5 : 0),
  }));
  scored.sort((a, b) => b.score - a.score || (a.known < b.known ? -1 : 1));
  return scored[0]?.known ?? null;
}

function isOneSlip(typed: string, known: string): boolean {
  if (/\d/.test(known) || Math.abs(typed.length - known.length) > 1) return false;
  return editDistance(typed, known, 1) === 1 || isExchange(typed, known);
}

/** Two neighbouring letters exchanged. */
function isExchange(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return (
    at < a.length && a.slice(0, at) + (a[at + 1] ?? '') + (a[at] ?? '') + a.slice(at + 2) === b
  );
}

/** Whether two syllables are neighbours in a name. */
function standTogether(first: string, second: string, { places, names }: NameIndex): boolean {
  return (places.get(first) ?? []).some(
    ({ name, position }) => names[name]?.keys[position + 1] === second,
  );
}

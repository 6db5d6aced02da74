import type { SearchDocument } from './index-format.ts';
import { nameWeight, type NameIndex } from './name-index.ts';
import type { NumberIndex } from './number-index.ts';
import { openPrefix, pairToken, tokenPrefix } from './pair-tokens.ts';
import type { PositionSource } from './postings.ts';
import type { QueryTerm } from './query.ts';
import type { Reading } from './readings.ts';
import { scoreContent, type ContentMatch, type ContentUnit } from './score-content.ts';
import { scoreNames, type NameMatch } from './score-names.ts';

/** A way of understanding the query with what was found for it. */
export interface Evaluation {
  reading: Reading;
  /** How much each term tells among names. */
  termWeights: number[];
  /** The type of document that the words begin with, folded, or ''. */
  type: string;
  units: ContentUnit[];
  /** How much each unit tells. */
  weights: number[];
  /** Matches of texts and of names, by document. */
  content: Map<number, ContentMatch>;
  names: Map<number, NameMatch>;
}

/** What readings are looked up in. */
export interface Indexes {
  documents: readonly SearchDocument[];
  /** Names of types by which each document goes, by index. */
  typeWords: readonly ReadonlySet<string>[];
  postings: PositionSource;
  names: NameIndex;
  numbers: NumberIndex;
}

/**
 * Look a reading up in names and texts.
 *
 * @param accented Whether diacritics count.
 */
export async function evaluate(
  reading: Reading,
  accented: boolean,
  indexes: Indexes,
): Promise<Evaluation> {
  const units = await findUnits(reading.terms, indexes.postings);
  const { weights, matches } = scoreContent(units, indexes.documents);
  return { ...evaluateNames(reading, accented, indexes), units, weights, content: matches };
}

/** Look a reading up in names alone. */
export function evaluateNames(
  reading: Reading,
  accented: boolean,
  { names, numbers }: Indexes,
): Evaluation {
  return {
    reading,
    termWeights: reading.terms.map(({ key }) => nameWeight(names, key)),
    type: leadingType(reading.terms, numbers),
    units: [],
    weights: [],
    content: new Map(),
    names: scoreNames(reading.terms, names, accented),
  };
}

/** Pairs of neighbouring terms; a term alone where it has no neighbour or its pairs do not occur. */
async function findUnits(
  terms: readonly QueryTerm[],
  postings: PositionSource,
): Promise<ContentUnit[]> {
  const pairs = await Promise.all(
    terms.flatMap((term, at) => {
      const next = terms[at + 1];
      return next && !next.opens ? [findPair(term, next, at, postings)] : [];
    }),
  );
  const covered = new Set(
    pairs.flatMap(({ at, positions }) => (positions.length === 0 ? [] : [at, at + 1])),
  );
  const singles = await Promise.all(
    terms.flatMap((term, at) => (covered.has(at) ? [] : [findSingle(term, at, postings)])),
  );
  return [...pairs, ...singles];
}

async function findPair(
  first: QueryTerm,
  second: QueryTerm,
  at: number,
  postings: PositionSource,
): Promise<ContentUnit> {
  const whole = await postings.find(pairToken(first.key, second.key), true);
  // A pair that exists is taken for finished.
  const positions =
    second.open && whole.length === 0
      ? await postings.find(tokenPrefix(first.key) + openPrefix(second.letters), false)
      : whole;
  return { at, length: 2, positions };
}

async function findSingle(
  { key, letters, open }: QueryTerm,
  at: number,
  postings: PositionSource,
): Promise<ContentUnit> {
  const whole = await postings.find(tokenPrefix(key), false);
  const begun = open && whole.length === 0 && letters.length > 1;
  const positions = begun ? await postings.find(openPrefix(letters), false) : whole;
  return { at, length: 1, positions };
}

/** The longest name of a type that a query begins with. */
function leadingType(terms: readonly QueryTerm[], numbers: NumberIndex): string {
  for (let length = numbers.longestTypeWord; length > 0; length--) {
    const words = terms.slice(0, length).map(({ key }) => key);
    if (words.length === length && numbers.typeWords.has(words.join(' '))) return words.join(' ');
  }
  return '';
}

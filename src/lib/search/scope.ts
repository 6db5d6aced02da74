import { splitSyllables } from './syllables.ts';
import type { Evaluation, Indexes } from './evaluate.ts';
import type { SearchText } from './index-format.ts';
import type { QueryTerm } from './query.ts';

/** A query of two parts: a document, and the heading of a place inside it. */
export interface Scope {
  /** Indices of the documents named. */
  documents: ReadonlySet<number>;
  /** Words of the heading. */
  heading: readonly QueryTerm[];
}

/** Fewest syllables of a heading, and of the name of a document. */
export const LEAST_HEADING = 2;
const LEAST_NAME = 3;

/**
 * Read a query of the whole name of a document with words of a heading before or after it:
 * `thời hạn mượn sách luật thư viện thôn`.
 *
 * @returns null for any other query.
 */
export function findScope({ reading: { terms } }: Evaluation, indexes: Indexes): Scope | null {
  for (let length = terms.length - LEAST_HEADING; length >= LEAST_NAME; length--) {
    const last = namedWholly(terms.slice(-length), indexes);
    if (last.size > 0) return { documents: last, heading: terms.slice(0, -length) };
    const first = namedWholly(terms.slice(0, length), indexes);
    if (first.size > 0) return { documents: first, heading: terms.slice(length) };
  }
  return null;
}

/** Documents of which a name, perhaps without its year, consists of the terms and opens with a type. */
function namedWholly(terms: readonly QueryTerm[], { names, typeWords }: Indexes): Set<number> {
  const wanted = terms.map(({ key }) => key).join(' ');
  const opening = (names.places.get(terms[0]?.key ?? '') ?? []).flatMap(({ name, position }) =>
    position === 0 ? (names.names[name] ?? []) : [],
  );
  const found = opening.filter(({ documents: [document = -1], kind, keys }) => {
    if (kind === 'context') return false;
    if (keys.length < terms.length || keys.length > terms.length + 1) return false;
    const name = keys.join(' ').replace(/ (?:19|20)\d\d$/, '');
    const opensWithType = [...(typeWords[document] ?? [])].some((type) =>
      wanted.startsWith(`${type} `),
    );
    return opensWithType && name === wanted;
  });
  return new Set(found.flatMap(({ documents }) => documents));
}

/** Share of heading and words together that must be the same. */
const ALIKE = 0.75;

/**
 * The provision whose heading is most like the words.
 *
 * @returns Its anchor, or null when none is like them.
 */
export function findHeading(
  words: readonly QueryTerm[],
  { provisions }: SearchText,
): string | null {
  let best: string | null = null;
  let most = ALIKE;
  for (const [anchor, , heading] of provisions) {
    const alike = likeness(
      words.map(({ key }) => key),
      splitSyllables(heading).map(({ key }) => key),
    );
    // Of a chapter and its article with one heading, the article: it comes later.
    if (alike < most) continue;
    best = anchor;
    most = alike;
  }
  return best;
}

/** Syllables from which the beginning of a heading stands for all of it. */
const LEAST_BEGINNING = 3;

/** Share of syllables that words and a heading have in common. */
function likeness(words: readonly string[], heading: readonly string[]): number {
  const rest = [...heading];
  const common = words.filter((key) => {
    const at = rest.indexOf(key);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  const share = (2 * common.length) / Math.max(1, words.length + heading.length);
  const begins = words.length >= LEAST_BEGINNING && words.every((key, at) => key === heading[at]);
  return begins ? Math.max(ALIKE, share) : share;
}

import type { Definition } from './find-definitions.ts';

/** Where a text uses a defined term, UTF-16 offsets, end exclusive. */
export interface TermUse {
  start: number;
  end: number;
  /** The term as its definition prints it. */
  term: string;
}

/** Not a part of a longer word, a number or a code. */
const BEFORE = String.raw`(?<![\p{L}\p{M}\p{N}]|[\p{L}\p{N}][-–/])`;
const AFTER = String.raw`(?![\p{L}\p{M}\p{N}]|[-–/][\p{L}\p{N}])`;
/** A longer name begins with it: “Ban Việc làng Trung tâm”. */
const NO_NAME = String.raw`(?!\s+\p{Lu})`;

/**
 * A finder of the uses of defined terms. Diacritics and capitals are exact; only the first letter may
 * be another case at the beginning of a sentence. Of terms that lie in each other the longest wins.
 *
 * @returns Takes a NFC text; gives its uses in order, not overlapping.
 */
export function termFinder(
  definitions: readonly Pick<Definition, 'term' | 'in'>[],
): (text: string) => TermUse[] {
  const terms = [...new Map(definitions.map((one) => [one.term, one])).values()];
  terms.sort((a, b) => b.term.length - a.term.length);
  if (terms.length === 0) return () => [];
  const forms = terms.map((one) => `(${formOf(one)})`).join('|');
  const pattern = new RegExp(`${BEFORE}(?:${forms})${AFTER}`, 'gu');
  return (text) =>
    [...text.matchAll(pattern)].map(({ 0: words, index, ...groups }) => {
      const which = terms.findIndex((_, place) => groups[place + 1] !== undefined);
      return { start: index, end: index + words.length, term: terms[which]?.term ?? '' };
    });
}

/**
 * A definition begins with a capital, whatever the term; a name given in passing is written as it is
 * meant.
 */
function formOf({ term, in: kind }: Pick<Definition, 'term' | 'in'>): string {
  const [first = '', ...rest] = term;
  const escape = (text: string) =>
    text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replace(/ /g, '\\s+');
  const isName = /\p{Lu}/u.test(rest.join(''));
  const isFree = !isName && (kind !== 'sentence' || first === first.toLowerCase());
  if (!isFree) return escape(term) + NO_NAME;
  return `[${first.toLowerCase()}${first.toUpperCase()}]${escape(rest.join(''))}`;
}

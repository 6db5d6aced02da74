import { findWords, isTerm, type Span } from './find-words.ts';
import { termsOf, type QueryTerm } from './query.ts';
import { foldLetters, splitSyllables, type Syllable } from './syllables.ts';

/** A part of a text that is read in one go, such as a paragraph: made once, searched often. */
export interface TextBlock {
  text: string;
  /** Number of the provision that it belongs to: words apart are looked for within one. */
  unit: number;
  /** Keys of its syllables, each with a blank on both sides; tells quickly what it cannot hold. */
  keys: string;
}

/** A place in a text. */
export interface TextHit extends Span {
  /** Index of its block. */
  block: number;
}

/** What a text has of a query. */
export interface TextFinding {
  /**
   * `phrase`: the words as they were typed. `apart`: nowhere in this order; each provision that has
   * hits has all the words, or each of the phrases in quotation marks.
   */
  how: 'phrase' | 'apart';
  /** In the order of the text. */
  hits: TextHit[];
}

/** Words of a query that have to follow each other. */
interface Phrase {
  terms: QueryTerm[];
  /** Stood in quotation marks. */
  quoted: boolean;
  /** The last word may be the beginning of one that is still being typed. */
  open: boolean;
}

/** @param unit Number of its provision. */
export function readBlock(text: string, unit: number): TextBlock {
  const keys = splitSyllables(text).map(({ key }) => key);
  return { text, unit, keys: ` ${keys.join(' ')} ` };
}

/**
 * Where a text has what a reader types. Diacritics that were not typed do not count, nor does the
 * place of a tone or the normal form. The last word may be unfinished where no finished one fits.
 *
 * @param query As typed; phrases in quotation marks must stand so, all of them in one provision.
 * @returns No hits where the query has fewer than two letters and no digit.
 * @example findInText([readBlock('Khối xóm tự quản', 0)], 'khoi xom').hits // [{ block: 0, start: 0, end: 8 }]
 */
export function findInText(blocks: readonly TextBlock[], query: string): TextFinding {
  const phrases = readPhrases(query);
  const [first, ...more] = phrases;
  if (!first || !isLongEnough(phrases)) return { how: 'phrase', hits: [] };
  if (more.length > 0) return { how: 'apart', hits: findTogether(blocks, phrases) };
  const hits = findPhrase(blocks, first);
  if (hits.length > 0 || first.quoted || first.terms.length < 2) return { how: 'phrase', hits };
  return { how: 'apart', hits: findApart(blocks, first.terms) };
}

const QUOTE = /["“”„«»]/u;

/** What is between quotation marks, and what is not; a mark that is still open counts as closed. */
function readPhrases(query: string): Phrase[] {
  const parts = query.normalize('NFC').split(QUOTE);
  return parts.flatMap((part, index) => {
    const terms = termsOf(part);
    const quoted = index % 2 === 1;
    const open = !quoted && index === parts.length - 1 && !/\s$/.test(part);
    return terms.length === 0 ? [] : [{ terms, quoted, open }];
  });
}

/** One letter stands everywhere, and nobody looks for it. */
function isLongEnough(phrases: readonly Phrase[]): boolean {
  const letters = phrases.flatMap(({ terms }) => terms.map((term) => term.letters)).join('');
  return letters.length > 1 || /\d/.test(letters);
}

function findPhrase(blocks: readonly TextBlock[], { terms, open }: Phrase): TextHit[] {
  const whole = findRuns(blocks, terms, isTerm);
  if (whole.length > 0 || !open) return whole;
  const last = terms.length - 1;
  return findRuns(blocks, terms, (syllable, term, place, text) =>
    place < last ? isTerm(syllable, term, place) : begins(syllable, term, place, text),
  );
}

type Fits = (
  syllable: Syllable | undefined,
  term: QueryTerm | undefined,
  place: number,
  text: string,
) => boolean;

/** Every place where all terms follow each other; `fits` looser than whole words only for the last. */
function findRuns(
  blocks: readonly TextBlock[],
  terms: readonly QueryTerm[],
  fits: Fits,
): TextHit[] {
  const keys = ` ${terms.map(({ key }) => key).join(' ')} `;
  const sought = fits === isTerm ? keys : keys.replace(/\S+ $/, terms.at(-1)?.letters ?? '');
  return blocks.flatMap(({ text, keys: present }, block) =>
    present.includes(sought) ? runsIn(text, terms, fits).map((span) => ({ block, ...span })) : [],
  );
}

function runsIn(text: string, terms: readonly QueryTerm[], fits: Fits): Span[] {
  const syllables = splitSyllables(text);
  const spans: Span[] = [];
  for (let at = 0; at < syllables.length;) {
    const first = syllables[at];
    const last = syllables[at + terms.length - 1];
    const isRun = terms.every((term, place) => fits(syllables[at + place], term, place, text));
    if (isRun && first && last) spans.push({ start: first.start, end: last.end });
    at += isRun ? terms.length : 1;
  }
  return spans;
}

/** Whether a word begins with what was typed, in those letters that were typed with diacritics. */
function begins(
  syllable: Syllable | undefined,
  term: QueryTerm | undefined,
  place: number,
  text: string,
): boolean {
  if (!syllable || !term || (place > 0 && syllable.opens)) return false;
  const word = text.slice(syllable.start, syllable.end);
  if (term.marks === '') return foldLetters(word).startsWith(term.letters);
  return word.normalize('NFC').toLowerCase().startsWith(term.written.toLowerCase());
}

/** Provisions that have every phrase. */
function findTogether(blocks: readonly TextBlock[], phrases: readonly Phrase[]): TextHit[] {
  const found = phrases.map((phrase) => findPhrase(blocks, phrase));
  const units = found.map((hits) => new Set(hits.map(({ block }) => blocks[block]?.unit)));
  const hits = found
    .flat()
    .filter(({ block }) => units.every((has) => has.has(blocks[block]?.unit)));
  return hits.sort((a, b) => a.block - b.block || a.start - b.start);
}

/** Provisions that have every word, and of these the runs of words: single ones stand everywhere. */
function findApart(blocks: readonly TextBlock[], terms: readonly QueryTerm[]): TextHit[] {
  const missing = new Map<number, Set<QueryTerm>>();
  for (const { text, unit, keys } of blocks) {
    const left = missing.get(unit) ?? new Set(terms);
    missing.set(unit, left);
    const possible = [...left].filter(({ key }) => keys.includes(` ${key} `));
    if (possible.length === 0) continue;
    const syllables = splitSyllables(text);
    for (const term of possible)
      if (syllables.some((syllable) => isTerm(syllable, term, 0))) left.delete(term);
  }
  return blocks.flatMap(({ text, unit }, block) =>
    missing.get(unit)?.size === 0 ? findWords(text, terms).map((span) => ({ block, ...span })) : [],
  );
}

/** Words around a place, for a list of places. */
export interface Excerpt {
  before: string;
  match: string;
  after: string;
}

/** Characters before and after a place. */
const BEFORE = 50;
const AFTER = 90;

/**
 * A place with what stands around it, on one line, cut between words with “…”.
 *
 * @example excerptOf('Khối xóm tự quản', { start: 5, end: 8 }) // { before: 'Khối ', match: 'xóm', after: ' tự quản' }
 */
export function excerptOf(text: string, { start, end }: Span): Excerpt {
  const from = start <= BEFORE ? 0 : Math.max(text.indexOf(' ', start - BEFORE), start - BEFORE);
  const rest = text.length - end <= AFTER ? text.length : text.lastIndexOf(' ', end + AFTER);
  const to = Math.max(rest, end);
  const line = (part: string): string => part.replace(/\s+/g, ' ');
  return {
    before: (from > 0 ? '…' : '') + line(text.slice(Math.min(from, start), start)),
    match: line(text.slice(start, end)),
    after: line(text.slice(end, to)) + (to < text.length ? ' …' : ''),
  };
}

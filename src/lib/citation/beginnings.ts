import type { CitationLexicon } from './citation-lexicon.ts';
import { UNIT_SYLLABLES } from './labels.ts';
import { TYPE_WORDS } from './lexicon.ts';
import type { PhraseBook } from './phrases.ts';
import { lexemeAt, placeAt, type Lexeme, type Tokens } from './tokens.ts';
import { WORDS } from './words.ts';

/** What can stand after a word with which a citation begins, by base; `null`: anything. */
type Following = ReadonlySet<string> | null;

/** Stands among words for the marks that a name may have between its own. */
const ANY_MARK = '';

const UNKNOWN = 0;
const NEVER = 1;
const ALWAYS = 2;
const PERHAPS = 3;

/** Of two words of a text in three a citation can begin with none: nothing else is looked at there. */
export class Beginnings {
  readonly #lexicon: CitationLexicon;
  /** By place of the lexeme in the table that was met last. */
  #answers = new Uint8Array(1 << 12);
  readonly #following = new Map<number, ReadonlySet<string>>();
  #table: Tokens['table'] | null = null;

  constructor(lexicon: CitationLexicon) {
    this.#lexicon = lexicon;
  }

  /**
   * Whether any rule would give a token, and the one after it, more than a first look: with false
   * only a heading can begin there, or a printed address.
   */
  mayBegin(tokens: Tokens, at: number): boolean {
    if (tokens.table !== this.#table) this.#forget(tokens);
    const place = placeAt(tokens, at);
    const answer = this.#answers[place] ?? UNKNOWN;
    if (answer === NEVER) return false;
    if (answer === ALWAYS) return true;
    if (answer === UNKNOWN) {
      this.#ask(place, lexemeAt(tokens, at));
      return this.mayBegin(tokens, at);
    }
    const next = lexemeAt(tokens, at + 1);
    const word = next.kind === 'mark' ? ANY_MARK : next.base;
    return this.#following.get(place)?.has(word) === true;
  }

  #ask(place: number, lexeme: Lexeme): void {
    if (place >= this.#answers.length) {
      const answers = new Uint8Array(place * 2);
      answers.set(this.#answers);
      this.#answers = answers;
    }
    const following = followingOf(lexeme, this.#lexicon);
    if (following === null) this.#answers[place] = ALWAYS;
    else this.#answers[place] = following.size > 0 ? PERHAPS : NEVER;
    if (following !== null) this.#following.set(place, following);
  }

  #forget({ table }: Tokens): void {
    this.#table = table;
    this.#answers.fill(UNKNOWN);
    this.#following.clear();
  }
}

const known = new WeakMap<CitationLexicon, Beginnings>();

/** Those of a lexicon to which nothing will be added any more. */
export function beginningsOf(lexicon: CitationLexicon): Beginnings {
  const beginnings = known.get(lexicon) ?? new Beginnings(lexicon);
  known.set(lexicon, beginnings);
  return beginnings;
}

/** With these anything may follow, by base. */
const ALONE: ReadonlySet<string> = new Set([
  ...WORDS.callVerb.keys(),
  ...['so', 'sdd', 'nqtw', 'kltw', '(', '“', '"'],
]);

function followingOf({ kind, base }: Lexeme, { names, places }: CitationLexicon): Following {
  if (kind === 'number' || ALONE.has(base)) return null;
  const following = new Set<string>();
  for (const book of [TYPE_WORDS, names, places]) {
    if (kind === 'word' && !addFollowing(book, base, following)) return null;
    if (book !== TYPE_WORDS && book.edges.has(base)) following.add(ANY_MARK);
  }
  for (const [first, second] of UNIT_SYLLABLES) {
    if (first !== base) continue;
    if (second === undefined) return null;
    following.add(second);
  }
  if (WORDS.see.has(base)) for (const word of WORDS.noteBegin.keys()) following.add(word);
  return following;
}

/** @returns false when a phrase of the book may end with the word. */
function addFollowing(book: PhraseBook<unknown>, base: string, to: Set<string>): boolean {
  for (const { node } of book.edges.get(base) ?? []) {
    if (node.value !== undefined) return false;
    for (const next of node.edges.keys()) to.add(next);
  }
  return true;
}

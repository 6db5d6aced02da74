import { reads, spell, type Spelling } from './spelling.ts';
import { GAP, gapAt, lexemeAt, allLexemes, tokenize, type Lexeme, type Tokens } from './tokens.ts';

interface Edge<T> {
  spelling: Spelling;
  /** A mark stands before the word in the phrase. */
  marked: boolean;
  node: PhraseNode<T>;
}

interface PhraseNode<T> {
  edges: Map<string, Edge<T>[]>;
  value: T | undefined;
}

/** Phrases with a value each, for finding the longest that stands at a token. */
export type PhraseBook<T> = PhraseNode<T>;

/** A phrase found in a text. */
export interface PhraseMatch<T> {
  value: T;
  /** Token after the phrase. */
  end: number;
}

/** Quotation marks that writers put into a title, or leave out. */
const QUOTES = new Set(['“', '”', '"', "'", '‘', '’']);

/** An empty book. */
export function createPhrases<T>(): PhraseBook<T> {
  return { edges: new Map(), value: undefined };
}

/**
 * Add a phrase; its marks may be left out by writers. A phrase added twice keeps what `merge` makes
 * of both values, by default the later one.
 */
export function addPhrase<T>(
  book: PhraseBook<T>,
  phrase: string,
  value: T,
  merge: (known: T, added: T) => T = (_, added) => added,
): void {
  let node = book;
  let marked = false;
  for (const { kind, text } of allLexemes(tokenize(phrase))) {
    if (kind !== 'mark') node = stepInto(node, spell(text), marked);
    marked = kind === 'mark' && (marked || !QUOTES.has(text));
  }
  node.value = node.value === undefined ? value : merge(node.value, value);
}

function stepInto<T>(node: PhraseNode<T>, spelling: Spelling, marked: boolean): PhraseNode<T> {
  const edges = node.edges.get(spelling.base) ?? [];
  const known = edges.find(
    (edge) =>
      edge.marked === marked &&
      edge.spelling.letters === spelling.letters &&
      edge.spelling.tone === spelling.tone,
  );
  if (known) return known.node;
  const next = createPhrases<T>();
  node.edges.set(spelling.base, [...edges, { spelling, marked, node: next }]);
  return next;
}

/** Words in a name for each wrong mark that a scanner may have made in it. */
const WORDS_PER_SLIP = 4;

/** How far a phrase was read, and how many of its words had a wrong mark. */
interface Path<T> {
  node: PhraseNode<T>;
  slips: number;
}

/**
 * The longest phrase that begins at a token. Words of a phrase may be parted by spaces and a line
 * end, not by an empty line.
 *
 * @param reading `loose`, for names: the marks of a title may stand where the phrase has any, and one
 *   word in four may have a wrong mark ("dân chủ ờ cơ sở").
 * @returns null when no phrase begins there.
 */
export function matchPhrase<T>(
  book: PhraseBook<T>,
  tokens: Tokens,
  start: number,
  reading: 'strict' | 'loose' = 'strict',
): PhraseMatch<T> | null {
  if (!book.edges.has(lexemeAt(tokens, start).base)) return null;
  const isLoose = reading === 'loose';
  let found: PhraseMatch<T> | null = null;
  let paths: Path<T>[] = [{ node: book, slips: 0 }];
  let marked = false;
  let words = 0;
  for (let token = start; paths.length > 0; token++) {
    if (token > start && gapAt(tokens, token) === GAP.paragraph) break;
    const lexeme = lexemeAt(tokens, token);
    if (isLoose && token > start && QUOTES.has(lexeme.base)) continue;
    if (isLoose && token > start && lexeme.kind === 'mark') {
      marked = true;
      continue;
    }
    const next: Path<T>[] = [];
    for (const path of paths) stepOn(path, lexeme, marked, isLoose, next);
    paths = next;
    marked = false;
    words++;
    const value = bestValue(paths, words);
    if (value !== undefined) found = { value, end: token + 1 };
  }
  return found;
}

/** Add to `paths` where a path can lead by one more word. */
function stepOn<T>(
  { node, slips }: Path<T>,
  lexeme: Lexeme,
  marked: boolean,
  isLoose: boolean,
  paths: Path<T>[],
): void {
  const edges = node.edges.get(lexeme.base);
  if (!edges) return;
  for (const edge of edges) {
    if (marked && !edge.marked) continue;
    if (reads(lexeme, edge.spelling)) paths.push({ node: edge.node, slips });
    else if (isLoose) paths.push({ node: edge.node, slips: slips + 1 });
  }
}

/** The value reached with the fewest slips, if they are few enough. */
function bestValue<T>(paths: readonly Path<T>[], words: number): T | undefined {
  let best: Path<T> | undefined;
  for (const path of paths) {
    if (path.node.value === undefined || path.slips * WORDS_PER_SLIP > words) continue;
    if (!best || path.slips < best.slips) best = path;
  }
  return best?.node.value;
}

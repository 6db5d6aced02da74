import { GAP, gapAt, lexemeAt, TRAIT, traitsAt, type Tokens } from './tokens.ts';
import { isWord, WORDS } from './words.ts';

/** Longest note or quotation that is passed over, in tokens: a stray mark must not hide a book. */
const LONGEST_NOTE = 400;
const LONGEST_QUOTE = 6000;

/**
 * For each opening bracket and quotation mark the token that closes it, else -1. Brackets end with
 * their paragraph; curly marks nest and may hold several paragraphs; straight ones go in pairs.
 */
export function findClosers(tokens: Tokens): Int32Array {
  const closers = new Int32Array(tokens.count).fill(-1);
  const brackets: number[] = [];
  const quotes: number[] = [];
  let straight = -1;
  for (let at = 0; at < tokens.count; at++) {
    if (gapAt(tokens, at) === GAP.paragraph) {
      brackets.length = 0;
      // New wording may fill several paragraphs; any other straight mark ends with its own.
      if (straight >= 0 && lexemeAt(tokens, straight - 1).base !== ':') straight = -1;
    }
    if ((traitsAt(tokens, at) & TRAIT.mark) === 0) continue;
    const { base } = lexemeAt(tokens, at);
    if (base === '(') brackets.push(at);
    else if (base === ')') close(closers, brackets.pop(), at);
    else if (base === '“') quotes.push(at);
    else if (base === '”' && quotes.length === 0 && straight >= 0) {
      close(closers, straight, at);
      straight = -1;
    } else if (base === '”') close(closers, quotes.pop(), at);
    else if (base === '"') {
      if (straight >= 0) close(closers, straight, at);
      straight = straight >= 0 ? -1 : at;
    }
  }
  return closers;
}

function close(closers: Int32Array, open: number | undefined, at: number): void {
  if (open !== undefined) closers[open] = at;
}

/**
 * Token after a stretch whose citations are no targets, or the same token when none begins there:
 * the history of a text in brackets, and the new wording inside an amendment.
 *
 * @param closers Of {@link findClosers}; most texts have no such stretch and need none.
 * @example (đã được sửa đổi, bổ sung bởi khoản 16 Điều 1 …) · sửa đổi như sau: “… theo Điều 5 …”
 */
export function skipZone(tokens: Tokens, closers: () => Int32Array, at: number): number {
  const { base } = lexemeAt(tokens, at);
  const isNote = base === '(' && isHistory(tokens, at);
  const isQuote = (base === '“' || base === '"') && isNewWording(tokens, at);
  if (!isNote && !isQuote) return at;
  const closer = closers()[at] ?? -1;
  const longest = isNote ? LONGEST_NOTE : LONGEST_QUOTE;
  return closer > at && closer - at <= longest ? closer + 1 : at;
}

/** `(đã được sửa đổi` · `(được bổ sung` · `(sửa đổi, bổ sung` · `(hợp nhất` */
function isHistory(tokens: Tokens, bracket: number): boolean {
  let at = bracket + 1;
  while (isWord(tokens, at, WORDS.historyLead)) at++;
  const amended = isWord(tokens, at, WORDS.amend) && isWord(tokens, at + 1, WORDS.amendEnd);
  const added = isWord(tokens, at, WORDS.add) && isWord(tokens, at + 1, WORDS.addEnd);
  return amended || added;
}

/** After "như sau:", after the colon of an amendment, or after "cụm từ" and "bằng". */
function isNewWording(tokens: Tokens, quote: number): boolean {
  if (isWord(tokens, quote - 1, WORDS.wordingLead)) return true;
  if (lexemeAt(tokens, quote - 1).base !== ':') return false;
  if (isWord(tokens, quote - 2, WORDS.follows)) return true;
  for (let at = quote - 2; at > quote - 30 && at >= 0; at--) {
    if (/^[.;“”]$/.test(lexemeAt(tokens, at).base)) return false;
    if (isWord(tokens, at, WORDS.amend) && isWord(tokens, at + 1, WORDS.amendEnd)) return true;
    if (isWord(tokens, at, WORDS.add) && isWord(tokens, at + 1, WORDS.addEnd)) return true;
  }
  return false;
}

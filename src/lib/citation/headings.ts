import { rankOf, readLabel, readUnitWord } from './labels.ts';
import { GAP, gapAt, isCapital, lexemeAt, startsLine, type Tokens } from './tokens.ts';
import { isWord, WORDS } from './words.ts';

/**
 * Whether a heading of the text itself begins at a token: "Điều 5. Nguyên tắc" on a new line.
 * "Điều 325. và Điều 326 của Bộ luật này" goes on in small letters, so it is a citation.
 */
export function isHeadingAt(tokens: Tokens, at: number): boolean {
  if (!startsLine(tokens, at)) return false;
  const word = readUnitWord(tokens, at);
  if (!word || rankOf(word.unit) < rankOf('article') || !isCapital(tokens, at)) return false;
  const label = readLabel(tokens, word.end, word.unit);
  if (!label) return false;
  const after = lexemeAt(tokens, label.end);
  const closed = after.base === '.' || after.base === ':';
  const title = closed ? label.end + 1 : label.end;
  if (gapAt(tokens, title) >= GAP.line) return closed || !goesOnFrom(tokens, at);
  return closed && isTitleStart(tokens, title);
}

/** Whether a heading is quoted: new wording of another text, no place in this one. */
export function isQuotedHeading(tokens: Tokens, at: number): boolean {
  return /^[“"]$/.test(lexemeAt(tokens, at - 1).base);
}

/** The line before is not complete: "… theo khoản 2 / Điều 5 / Luật …" was broken by the page. */
function goesOnFrom(tokens: Tokens, at: number): boolean {
  if (at === 0 || gapAt(tokens, at) === GAP.paragraph) return false;
  const { kind, base } = lexemeAt(tokens, at - 1);
  if (kind === 'number' || base === ',') return true;
  return base.length === 1 ? kind === 'word' : isWord(tokens, at - 1, WORDS.goesOn);
}

/** A capital, a number or an opening mark. */
function isTitleStart(tokens: Tokens, at: number): boolean {
  const lexeme = lexemeAt(tokens, at);
  if (isWord(tokens, at, WORDS.and) || isWord(tokens, at, WORDS.of)) return false;
  return lexeme.kind === 'word'
    ? isCapital(tokens, at)
    : lexeme.kind === 'number' || /[“"[(*]/.test(lexeme.base);
}

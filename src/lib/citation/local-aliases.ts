import { readTypeWord } from './document-rule.ts';
import type { CitedDocument, FoundCitation } from './find.ts';
import type { Places } from './places.ts';
import { addPhrase, createPhrases, matchPhrase } from './phrases.ts';
import { lexemeAt, lexemesOf, type Tokens } from './tokens.ts';
import { isWord, WORDS } from './words.ts';

const LONGEST_ALIAS = 10;

/** Short names that a text defines for itself: "(sau đây gọi tắt là Quy chế 23)". */
export class AliasBook {
  private readonly names = createPhrases<number>();
  private isEmpty = true;

  /**
   * Read a definition that begins at "gọi" or "viết".
   *
   * @returns Token after the defined name; the same token when no definition stands there.
   */
  readDefinition(
    tokens: Tokens,
    at: number,
    citations: readonly FoundCitation[],
    places: Places,
  ): number {
    if (!isWord(tokens, at, WORDS.callVerb)) return at;
    const is = isWord(tokens, at + 1, WORDS.callShort) ? at + 2 : at + 1;
    if (!isWord(tokens, is, WORDS.callIs) || !isIntroduced(tokens, at)) return at;
    const end = aliasEnd(tokens, is + 1);
    const of = citations.length - 1;
    const before = citations[of];
    if (end === is + 1 || places.sentenceOf(at) !== before?.sentence) return at;
    this.define(tokens, is + 1, end, of);
    return end;
  }

  /** The short name that begins at a token. */
  read(tokens: Tokens, at: number): CitedDocument | null {
    if (this.isEmpty) return null;
    const match = matchPhrase(this.names, tokens, at);
    return match ? { form: 'alias', start: at, end: match.end, of: match.value } : null;
  }

  /**
   * Only a name of the same type counts: "Ban Dân vận (sau đây gọi là Ban)" defines no document, and
   * a type word alone ("Luật", "Quy chế") is read as a pointer.
   */
  private define(tokens: Tokens, from: number, end: number, of: number): void {
    let start = from;
    if (lexemeAt(tokens, start).kind === 'mark') start++;
    const type = readTypeWord(tokens, start);
    if (!type || type.end >= end) return;
    const words = lexemesOf(tokens, start, end).filter(({ kind }) => kind !== 'mark');
    addPhrase(this.names, words.map(({ text }) => text).join(' '), of);
    this.isEmpty = false;
  }
}

/** "sau đây gọi là", "(gọi tắt là", "dưới đây viết tắt là". */
function isIntroduced(tokens: Tokens, at: number): boolean {
  for (let before = at - 1; before >= at - 3; before--) {
    const { base } = lexemeAt(tokens, before);
    if (base === '(' || base === 'day') return true;
  }
  return false;
}

function aliasEnd(tokens: Tokens, from: number): number {
  let end = from;
  while (end < tokens.count && end < from + LONGEST_ALIAS) {
    if (/^[),;.:]$/.test(lexemeAt(tokens, end).base)) return end;
    end++;
  }
  return from;
}

/** Between what is defined and what it is. */
const VERBS = /\s*:?\s+(?:được hiểu là|có nghĩa là|nghĩa là|bao gồm|là|gồm)(?=[\s:])/giu;
/** A part in brackets, which may hold one of these words: “(sau đây gọi là X)”. */
const BRACKETS = /\([^()]*\)/g;
const LEAD = /^trong (?:phạm vi )?[^,]{2,40}? này,?\s+/iu;
/** What cannot begin or end the name of a thing, and words that speak of words. */
const NO_BEGINNING = /^(?:đây|đó|nếu|khi|trường hợp|ngoài|trong|việc này|điều này)(?=\s|$)/iu;
const NO_END = /(?:^|\s)(?:được coi|coi|được xem|xem|gọi|tắt|chung|phải|tức|và|hoặc|đó|này)$/iu;
const OF_WORDS = /từ ngữ|thuật ngữ|dưới đây|sau đây|[.;:!?]/iu;
/** More words are a sentence and no name. */
const MOST_WORDS = 16;

/**
 * What a paragraph of an article on the meaning of words defines.
 *
 * @param text NFC, without its label.
 * @returns The term as printed; null when the paragraph is no definition.
 * @example readDefinition('Tủ sách lưu động là tủ sách mang theo.') // 'Tủ sách lưu động'
 */
export function readDefinition(text: string): string | null {
  const line = text.replace(/\s+/g, ' ').trim();
  const start = LEAD.exec(line)?.[0].length ?? 0;
  const masked = line.replace(BRACKETS, (part) => '\u0000'.repeat(part.length));
  for (const verb of masked.matchAll(VERBS)) {
    if (verb.index <= start) continue;
    const term = unquote(line.slice(start, verb.index).replace(BRACKETS, ' '));
    if (NO_END.test(term)) continue;
    return isTerm(term) && start + verb.index + verb[0].length < line.length ? term : null;
  }
  return null;
}

/** A name that is given in passing. */
export interface Alias {
  /** As printed. */
  term: string;
  /** The sentence that gives it, UTF-16 offsets, end exclusive. */
  start: number;
  end: number;
}

const CALLED =
  /(?:(?:sau|dưới|từ) đây (?:được )?(?:gọi|viết)(?: (?:tắt|chung))?|\( ?(?:gọi|viết) (?:tắt|chung)) là:? (?:[“"]([^”"]+)[”"]|([^“”"(),;.:\n]+))/giu;
/** Stands in all that {@link CALLED} finds, and is found far faster. */
const CALLING = /gọi|viết/iu;

/**
 * Names that a text gives in passing: “(sau đây gọi là X)”, “sau đây gọi tắt là X”, “(viết tắt là X)”.
 *
 * @param text NFC, one paragraph.
 * @example findAliases('Tổ hòa giải (sau đây gọi là Tổ).')[0]?.term // 'Tổ'
 */
export function findAliases(text: string): Alias[] {
  if (!CALLING.test(text)) return [];
  return [...text.matchAll(CALLED)].flatMap((match) => {
    const term = unquote(match[1] ?? match[2] ?? '');
    const end = match.index + match[0].length;
    return isTerm(term) ? [{ term, ...sentenceAround(text, match.index, end) }] : [];
  });
}

const SENTENCE_END = /[.;!?](?=\s)/g;

function sentenceAround(text: string, from: number, to: number): { start: number; end: number } {
  let start = 0;
  for (const { index } of text.matchAll(SENTENCE_END)) {
    if (index >= to) return { start, end: index + 1 };
    if (index < from) start = index + 1 + (/^\s*/.exec(text.slice(index + 1))?.[0].length ?? 0);
  }
  return { start, end: text.length };
}

function unquote(term: string): string {
  return term
    .replace(/[“”"«»]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,]+|[\s,]+$/g, '');
}

/** Single syllables are parts of other words everywhere; abbreviations are not. */
function isTerm(term: string): boolean {
  const words = term.split(' ');
  if (NO_BEGINNING.test(term) || OF_WORDS.test(term) || words.length > MOST_WORDS) return false;
  return words.length > 1 || /^\p{Lu}[\p{Lu}\d&-]+$/u.test(term);
}

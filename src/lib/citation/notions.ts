import { message } from '../../i18n/messages.ts';
import { notionUrl } from '../library/addresses.ts';
import type { Library } from '../library/types.ts';
import type { CitationIndex } from './citation-index.ts';
import { addPhrase, createPhrases, matchPhrase, type PhraseBook } from './phrases.ts';
import { endOf, lexemeAt, lexemesOf, startOf, tokenize, type Tokens } from './tokens.ts';

/** A notion that a text names: no citation, but a page of the library tells what it rests on. */
export interface NotionMention {
  /** UTF-16 offsets of the first place into the text exactly as given; `end` is exclusive. */
  start: number;
  end: number;
  /** `text.slice(start, end)` */
  quote: string;
  /** Slug. */
  notion: string;
  name: string;
  /** Page of the notion, from the root of the site. @example '/khai-niem/dan-van-kheo.html' */
  url: string;
  /** How often the text names it. */
  count: number;
  /** What it is and since when, for the reader, in Vietnamese. */
  message: string;
}

/** Names of notions, ready for finding them. */
export interface NotionIndex {
  /** The value is a slug. */
  book: PhraseBook<string>;
  /** By slug. */
  notions: ReadonlyMap<string, KnownNotion>;
  /** Titles and names of documents, in which the name of a notion means nothing by itself. */
  documentNames: CitationIndex['lexicon']['names'];
}

interface KnownNotion extends Pick<NotionMention, 'name' | 'url' | 'message'> {
  /** Year with which its name ends; null when it has none. */
  year: string | null;
}

/** Shorter names are words of everyday use ("giám sát"): they name the notion only in quotation marks. */
const LEAST_SYLLABLES = 3;

const YEAR = /(?:19|20)\d\d$/;

const OPENING = new Set(['“', '"', '‘', '«']);
const CLOSING = new Set(['”', '"', '’', '»']);

/** Prepare the notions of a library. */
export function buildNotionIndex({ notions }: Library, { lexicon }: CitationIndex): NotionIndex {
  const book = createPhrases<string>();
  const known = [...notions.values()];
  for (const { slug, data } of known) {
    for (const name of [data.name, ...data.aliases]) addPhrase(book, name, slug);
  }
  return {
    book,
    notions: new Map(
      known.map(({ slug, data: { name, meaning, since } }) => [
        slug,
        {
          name,
          url: notionUrl(slug),
          message: message('cite.notion', { meaning, since }),
          year: YEAR.exec(name)?.[0] ?? null,
        },
      ]),
    ),
    documentNames: lexicon.names,
  };
}

/**
 * Find the notions that a text names beside its citations.
 *
 * @param citations Spans that are citations already, in the order of the text; a name within one is
 *   part of it.
 * @returns Each notion once, by its first place. Never throws; cost is linear in the text's length.
 * @example findNotions('phong trào “Dân vận khéo”', [], index)[0]?.notion // 'dan-van-kheo'
 */
export function findNotions(
  text: string,
  citations: readonly { start: number; end: number }[],
  index: NotionIndex,
): NotionMention[] {
  if (index.notions.size === 0) return [];
  const tokens = tokenize(text);
  const found = new Map<string, NotionMention>();
  let next = 0;
  for (let at = 0; at < tokens.count;) {
    const document = matchPhrase(index.documentNames, tokens, at, 'loose');
    const match = readMention(tokens, at, index.book);
    if (!match || (document && document.end >= match.end)) {
      at = Math.max(at + 1, document?.end ?? 0);
      continue;
    }
    const notion = index.notions.get(match.value);
    const [start, end] = [startOf(tokens, at), endOf(tokens, endOfSpan(tokens, at, match.end) - 1)];
    at = match.end;
    if (!notion || isOfOtherYear(tokens, at, notion.year)) continue;
    while ((citations[next]?.end ?? Infinity) <= start) next++;
    if ((citations[next]?.start ?? Infinity) < end) continue;
    const known = found.get(match.value);
    if (known) known.count++;
    else {
      const { name, url, message: explanation } = notion;
      const place = { start, end, quote: text.slice(start, end), notion: match.value };
      found.set(match.value, { ...place, name, url, count: 1, message: explanation });
    }
  }
  return [...found.values()];
}

/** `Mô hình “Dân vận khéo”`: a quotation mark that opens within a name closes behind it. */
function endOfSpan(tokens: Tokens, start: number, end: number): number {
  let isOpen = false;
  for (let at = start; at < end; at++) {
    if (isClosing(tokens, at) && isOpen) isOpen = false;
    else if (OPENING.has(lexemeAt(tokens, at).text)) isOpen = true;
  }
  return isOpen && isClosing(tokens, end) ? end + 1 : end;
}

function isClosing(tokens: Tokens, at: number): boolean {
  return CLOSING.has(lexemeAt(tokens, at).text);
}

/** "Năm … 2019" is not the notion "Năm … 2018". */
function isOfOtherYear(tokens: Tokens, end: number, year: string | null): boolean {
  if (year === null || lexemeAt(tokens, end - 1).text === year) return false;
  const isBetween = ['(', 'nam'].includes(lexemeAt(tokens, end).base);
  const next = lexemeAt(tokens, isBetween ? end + 1 : end).text;
  return YEAR.test(next) && next !== year;
}

/** A name, with others of the same notion that begin within it and go on behind it. */
function readMention(
  tokens: Tokens,
  at: number,
  book: PhraseBook<string>,
): { value: string; end: number } | null {
  const match = readName(tokens, at, book);
  for (let inner = at + 1; match && inner < match.end; inner++) {
    const further = readName(tokens, inner, book);
    if (further?.value === match.value) match.end = Math.max(match.end, further.end);
  }
  return match;
}

/** The longest name of a notion at a token, unless it is too common a word there. */
function readName(
  tokens: Tokens,
  at: number,
  book: PhraseBook<string>,
): { value: string; end: number } | null {
  const match = matchPhrase(book, tokens, at, 'loose');
  if (!match) return null;
  const lexemes = lexemesOf(tokens, at, match.end);
  const words = lexemes.filter(({ kind }) => kind !== 'mark').length;
  if (words >= LEAST_SYLLABLES) return match;
  // `QCDC`
  if (lexemes.length === 1) return lexemeAt(tokens, at).upper ? match : null;
  const isQuoted = OPENING.has(lexemeAt(tokens, at - 1).text) && isClosing(tokens, match.end);
  return isQuoted && words === lexemes.length ? match : null;
}

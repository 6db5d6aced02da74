import { isHeadingAt, isQuotedHeading } from './headings.ts';
import { readLabel } from './labels.ts';
import {
  GAP,
  gapAt,
  lexemeAt,
  mayStartLine,
  startsLine,
  traitsAt,
  TRAIT,
  type Tokens,
} from './tokens.ts';

/** Where in the text a token stands. */
export interface Places {
  /** Running number of the sentence and of the paragraph of a token. */
  sentenceOf: (token: number) => number;
  paragraphOf: (token: number) => number;
}

/** Cut a text into sentences and paragraphs. */
export function findPlaces(tokens: Tokens): Places {
  const sentences: number[] = [];
  const paragraphs: number[] = [];
  for (let at = 1; at < tokens.count; at++) {
    const gap = gapAt(tokens, at);
    if (gap < GAP.line && (traitsAt(tokens, at - 1) & TRAIT.sentenceEnd) === 0) continue;
    const isNew = startsParagraph(tokens, at);
    if (isNew) paragraphs.push(at);
    if (isNew || startsSentence(tokens, at)) sentences.push(at);
  }
  return {
    sentenceOf: (token) => countUpTo(sentences, token),
    paragraphOf: (token) => countUpTo(paragraphs, token),
  };
}

/** How many of ascending numbers are no larger than one. */
function countUpTo(numbers: readonly number[], most: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

const ENDS_LINE = new Set(['.', ';', ':', '!', '?', '”', '"']);

/** After an empty line, or on a new line when the line before is complete. */
function startsParagraph(tokens: Tokens, at: number): boolean {
  const gap = gapAt(tokens, at);
  if (gap === GAP.paragraph) return true;
  return gap === GAP.line && ENDS_LINE.has(lexemeAt(tokens, at - 1).base);
}

function startsSentence(tokens: Tokens, at: number): boolean {
  if ((traitsAt(tokens, at - 1) & TRAIT.sentenceEnd) === 0) return false;
  if (gapAt(tokens, at) === GAP.none) return false;
  const lexeme = lexemeAt(tokens, at);
  return lexeme.capital || lexeme.base === '“' || lexeme.base === '"';
}

/** The unit of the text itself in which a token stands, as far as its headings tell. */
export interface OwnPosition {
  article: string | null;
  clause: string | null;
  point: string | null;
}

/**
 * Follows the headings and labels of a text from its start: "Điều 7. …", "2. …", "a) …" at the
 * start of a line.
 */
export class PositionReader {
  private readonly tokens: Tokens;
  private at = 0;
  private position: OwnPosition = { article: null, clause: null, point: null };

  constructor(tokens: Tokens) {
    this.tokens = tokens;
  }

  /** The position of a token; asked in ascending order. */
  positionOf(token: number): OwnPosition {
    for (; this.at <= token; this.at++) {
      if (!mayStartLine(this.tokens, this.at)) continue;
      if (startsLine(this.tokens, this.at)) this.readLineStart(this.at);
    }
    return this.position;
  }

  private readLineStart(at: number): void {
    if (isQuotedHeading(this.tokens, at)) return;
    if (isHeadingAt(this.tokens, at)) {
      const label = readLabel(this.tokens, at + 1, 'article');
      if (label && lexemeAt(this.tokens, at).base === 'dieu') {
        this.position = { article: label.ids.join('-'), clause: null, point: null };
      }
      return;
    }
    const { kind, text } = lexemeAt(this.tokens, at);
    const label = readLabel(this.tokens, at, 'point');
    const mark = label ? lexemeAt(this.tokens, label.end).base : '';
    if (!label || this.position.article === null) return;
    if (kind === 'number' && mark === '.') {
      this.position = { ...this.position, clause: label.ids.join('-'), point: null };
    } else if (text.length === 1 && (mark === ')' || mark === '.')) {
      this.position = { ...this.position, point: label.ids.join('-') };
    }
  }
}

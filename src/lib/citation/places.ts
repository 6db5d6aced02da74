import { isHeadingAt, isQuotedHeading } from './headings.ts';
import { readLabel } from './labels.ts';
import { GAP, gapAt, lexemeAt, startsLine, type Tokens } from './tokens.ts';

/** Where in the text a token stands. */
export interface Places {
  /** Running number of the sentence and of the paragraph of each token. */
  sentences: Int32Array;
  paragraphs: Int32Array;
}

/** Cut a text into sentences and paragraphs. */
export function findPlaces(tokens: Tokens): Places {
  const sentences = new Int32Array(tokens.count);
  const paragraphs = new Int32Array(tokens.count);
  let sentence = 0;
  let paragraph = 0;
  for (let at = 0; at < tokens.count; at++) {
    const newParagraph = at > 0 && startsParagraph(tokens, at);
    if (newParagraph) paragraph++;
    if (newParagraph || (at > 0 && startsSentence(tokens, at))) sentence++;
    sentences[at] = sentence;
    paragraphs[at] = paragraph;
  }
  return { sentences, paragraphs };
}

const ENDS_LINE = new Set(['.', ';', ':', '!', '?', '”', '"']);
const ENDS_SENTENCE = new Set(['.', '!', '?', '…']);

/** After an empty line, or on a new line when the line before is complete. */
function startsParagraph(tokens: Tokens, at: number): boolean {
  const gap = gapAt(tokens, at);
  if (gap === GAP.paragraph) return true;
  return gap === GAP.line && ENDS_LINE.has(lexemeAt(tokens, at - 1).base);
}

function startsSentence(tokens: Tokens, at: number): boolean {
  const before = lexemeAt(tokens, at - 1);
  if (before.kind !== 'mark' || gapAt(tokens, at) === GAP.none) return false;
  if (!ENDS_SENTENCE.has(before.base)) return false;
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

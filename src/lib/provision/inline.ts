import { flanking, kindOf } from './flanking.ts';
import type { ProblemSink } from './report.ts';
import type { Inline } from './types.ts';

/** Where a piece of source stands in its file, and what is listening. */
export interface InlineContext {
  sink: ProblemSink;
  /** 1-based line of the first character. */
  line: number;
  /** 1-based column of the first character. */
  column: number;
  /** 1-based column at which later lines of the piece begin. */
  nextColumn: number;
  /** Called for each `[^label]`. */
  onFootnote: (label: string, line: number, column: number) => void;
  /** `<br />` is a line break: only in cells of `<table>`. */
  breakTag?: boolean;
}

/**
 * Read the inside of one block.
 *
 * Nothing is guessed: what is not text, strong, emphasis, link, footnote mark, escape or line break
 * is reported and read as text. What is accepted, Markdown with GFM and MDX reads the same way.
 *
 * @param source One or more lines, joined by `\n`; ` \` before a `\n` is a printed line break.
 * @returns Runs in order, neighbouring texts joined. Never throws; linear in the length.
 */
export function parseInline(source: string, context: InlineContext): Inline[] {
  if (!SPECIAL.test(source)) return source === '' ? [] : [{ type: 'text', value: source }];
  return new InlineParser(source, context).parse();
}

/** All that can begin mark-up, and the marks that must be escaped so that they do not. */
const SPECIAL = /[\\`*_{}<[\]~|&$@\n]|:\/\/|www\./i;
const NEXT_SPECIAL = new RegExp(SPECIAL.source, 'gi');
const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/;
/** `&#105;`, `&#x69;` */
const NUMERIC_REFERENCE = /&#(?:(\d{1,7})|[xX]([0-9A-Fa-f]{1,6}));/y;
const NAMED_REFERENCE = /&[A-Za-z][A-Za-z0-9]{1,31};/y;
const FOOTNOTE = /\[\^([^\]\s[\\^]{1,40})\]/y;
const TARGET = /\]\(([^()\s<>\\[\]]*)\)/y;
const TAG = /<\/?([A-Za-z][\w.:-]*)[^<>]*>?/y;
const AUTOLINK = /<[A-Za-z][A-Za-z0-9+.-]*(?::|@)[^<>\s]*>?/y;
const BREAK_TAG = /<br ?\/>/y;
const SAFE_TARGET = /^(?:https?:\/\/|mailto:|tel:|[#./]|[A-Za-z0-9_%-]+(?:[/.#?]|$))/;

type FrameType = 'root' | 'strong' | 'emphasis' | 'link';

interface Frame {
  type: FrameType;
  /** The source that opened it. */
  marker: string;
  start: number;
  children: Inline[];
}

class InlineParser {
  private readonly source: string;
  private readonly context: InlineContext;
  private readonly frames: Frame[] = [{ type: 'root', marker: '', start: 0, children: [] }];
  private text = '';
  private at = 0;
  private lineStarts: number[] | undefined;
  /** Marks whose closing counterpart is known to be missing, so that it is not searched again. */
  private readonly missing = new Set<string>();
  /** For short marks, the line on which they are reported already: hostile input has millions. */
  private readonly refusedOn = new Map<string, number>();

  constructor(source: string, context: InlineContext) {
    this.source = source;
    this.context = context;
  }

  parse(): Inline[] {
    while (this.at < this.source.length) this.step();
    while (this.frames.length > 1) this.abandon();
    this.flush();
    return this.top().children;
  }

  /** Take the plain run up to the next mark, then the mark. */
  private step(): void {
    const match = matchAt(NEXT_SPECIAL, this.source, this.at);
    const end = match ? match.index : this.source.length;
    this.text += this.source.slice(this.at, end);
    this.at = end;
    if (match) this.mark(match[0]);
  }

  private mark(found: string): void {
    switch (found) {
      case '\\':
        this.escape();
        break;
      case '\n':
        this.softBreak();
        break;
      case '*':
      case '_':
        this.delimiter(found);
        break;
      case '[':
        this.open();
        break;
      case ']':
        this.close();
        break;
      case '<':
        this.tag();
        break;
      case '{':
        this.skipTo('}', 'expression-not-allowed');
        break;
      case '`':
        this.refuse('code-not-allowed', found);
        break;
      case '&':
        this.characterReference();
        break;
      default:
        this.refuse(found.length > 1 ? 'address-unescaped' : 'character-unescaped', found);
    }
  }

  private escape(): void {
    const next = this.source.charAt(this.at + 1);
    if (next === '\n') this.lineBreak(2);
    else if (ASCII_PUNCTUATION.test(next)) this.take(next, 2);
    else this.refuse('character-unescaped', '\\');
  }

  private lineBreak(length: number): void {
    this.dropSpaces();
    this.push({ type: 'break' });
    this.at += length;
  }

  /** A wrapped line: the block parser has reported it. */
  private softBreak(): void {
    this.dropSpaces();
    this.flush();
    this.take(' ', 1);
  }

  /** Forget the spaces before a line end, but not those that were written as references. */
  private dropSpaces(): void {
    let start = this.at;
    while (start > 0 && ' \t'.includes(this.source.charAt(start - 1))) start--;
    if (start < this.at) this.text = this.text.slice(0, this.text.length - (this.at - start));
  }

  private delimiter(character: '*' | '_'): void {
    let end = this.at + 1;
    while (this.source.charAt(end) === character) end++;
    const run = this.source.slice(this.at, end);
    const type = run === '_' || run === '*' ? 'emphasis' : run === '**' ? 'strong' : null;
    const before = kindOf(this.source.charAt(this.at - 1));
    const { opens, closes } = flanking(character, before, kindOf(this.source.charAt(end)));
    const top = this.top();
    if (type && closes && top.marker === run) {
      this.flush();
      this.frames.pop();
      this.top().children.push(
        type === 'strong'
          ? { type, children: top.children }
          : { type, ...(run === '_' ? { marker: run } : {}), children: top.children },
      );
      this.at = end;
    } else if (type && opens && !this.frames.some((frame) => frame.type === type)) {
      this.flush();
      this.frames.push({ type, marker: run, start: this.at, children: [] });
      this.at = end;
    } else {
      this.report('emphasis-unmatched', this.at, {
        marker: run.length > 3 ? `${run.slice(0, 3)}…` : run,
      });
      this.take(run, run.length);
    }
  }

  /** `[^12]` or the start of a link. */
  private open(): void {
    FOOTNOTE.lastIndex = this.at;
    const label = FOOTNOTE.exec(this.source)?.[1];
    if (label !== undefined) {
      const place = this.place(this.at);
      this.context.onFootnote(label, place.line, place.column);
      this.push({ type: 'footnote-ref', label });
      this.at += label.length + 3;
      // Markdown would read a link or a definition.
      const next = this.source.charAt(this.at);
      if (next === '(') this.refuse('character-unescaped', next);
    } else if (/(?:^|[^\\])!$/.test(this.source.slice(Math.max(0, this.at - 2), this.at))) {
      this.refuse('image-not-allowed', '[');
    } else if (this.frames.some((frame) => frame.type === 'link')) {
      this.refuse('character-unescaped', '[');
    } else {
      this.flush();
      this.frames.push({ type: 'link', marker: '[', start: this.at, children: [] });
      this.at++;
    }
  }

  private close(): void {
    TARGET.lastIndex = this.at;
    const match = TARGET.exec(this.source);
    const top = this.top();
    if (!match || top.type !== 'link') {
      this.refuse('character-unescaped', ']');
      return;
    }
    const href = match[1] ?? '';
    if (!SAFE_TARGET.test(href) || /&[A-Za-z0-9#]+;/.test(href))
      this.report('link-target-not-allowed', top.start, { target: href });
    this.flush();
    this.frames.pop();
    this.top().children.push({ type: 'link', href, children: top.children });
    this.at += match[0].length;
  }

  private tag(): void {
    const breakTag = this.context.breakTag ? matchAt(BREAK_TAG, this.source, this.at) : null;
    if (breakTag) {
      this.push({ type: 'break' });
      this.at += breakTag[0].length;
      return;
    }
    if (this.source.startsWith('<!--', this.at)) {
      this.skipTo('-->', 'comment-not-allowed');
      return;
    }
    const autolink = matchAt(AUTOLINK, this.source, this.at);
    const tag = autolink ? null : matchAt(TAG, this.source, this.at);
    if (autolink) this.refuse('autolink-not-allowed', autolink[0]);
    else if (tag) {
      this.report('tag-not-allowed', this.at, { tag: tag[1] ?? '' });
      this.at += tag[0].length;
    } else this.refuse('character-unescaped', '<');
  }

  private characterReference(): void {
    const numeric = matchAt(NUMERIC_REFERENCE, this.source, this.at);
    if (numeric) {
      const [all, decimal, hex] = numeric;
      const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
      if (isTextCode(code)) {
        this.take(String.fromCodePoint(code), all.length);
        return;
      }
    }
    const named = matchAt(NAMED_REFERENCE, this.source, this.at);
    if (named) this.refuse('character-reference-not-allowed', named[0]);
    else this.refuse('character-unescaped', '&');
  }

  /** Report mark-up that runs to `end`, and leave it out. */
  private skipTo(end: string, problem: string): void {
    const found = this.missing.has(end) ? -1 : this.source.indexOf(end, this.at);
    if (found < 0) this.missing.add(end);
    const stop = found < 0 ? this.at + 1 : found + end.length;
    this.report(problem, this.at, {
      markup: excerpt(this.source.slice(this.at, Math.min(stop, this.at + 60))),
    });
    if (found < 0) this.take(this.source.charAt(this.at), 1);
    else this.at = stop;
  }

  /** Report a mark that must be escaped, and read it as text. */
  private refuse(problem: string, markup: string): void {
    const { line, column } = this.place(this.at);
    if (this.refusedOn.get(markup) !== line) {
      if (markup.length <= 4) this.refusedOn.set(markup, line);
      const name = problem === 'character-unescaped' ? 'character' : 'markup';
      this.context.sink.report(problem, line, column, { [name]: excerpt(markup) });
    }
    this.take(markup, markup.length);
  }

  /** A frame that never closed: its mark is text after all. */
  private abandon(): void {
    this.flush();
    const frame = this.frames.pop();
    if (!frame) return;
    if (frame.type === 'link') this.report('character-unescaped', frame.start, { character: '[' });
    else this.report('emphasis-unmatched', frame.start, { marker: frame.marker });
    const parent = this.top();
    // No spread: hostile input has more children than a call can have arguments.
    parent.children = [
      ...parent.children,
      { type: 'text', value: frame.marker },
      ...frame.children,
    ];
  }

  private take(text: string, length: number): void {
    this.text += text;
    this.at += length;
  }

  private push(node: Inline): void {
    this.flush();
    this.top().children.push(node);
  }

  private flush(): void {
    if (this.text !== '') this.top().children.push({ type: 'text', value: this.text });
    this.text = '';
  }

  private top(): Frame {
    const frame = this.frames.at(-1);
    if (!frame) throw new Error('the root frame is never closed');
    return frame;
  }

  private report(id: string, offset: number, values: Record<string, string>): void {
    const { line, column } = this.place(offset);
    this.context.sink.report(id, line, column, values);
  }

  private place(offset: number): { line: number; column: number } {
    this.lineStarts ??= findLineStarts(this.source);
    let index = 0;
    let end = this.lineStarts.length;
    while (end - index > 1) {
      const middle = (index + end) >> 1;
      if ((this.lineStarts[middle] ?? 0) <= offset) index = middle;
      else end = middle;
    }
    const { line, column, nextColumn } = this.context;
    const start = this.lineStarts[index] ?? 0;
    return { line: line + index, column: (index === 0 ? column : nextColumn) + offset - start };
  }
}

function findLineStarts(source: string): number[] {
  const starts = [0];
  for (let i = source.indexOf('\n'); i >= 0; i = source.indexOf('\n', i + 1)) starts.push(i + 1);
  return starts;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Codes that Markdown decodes to themselves: no controls, surrogates or non-characters. */
function isTextCode(code: number): boolean {
  if (code === 9 || code === 10) return code === 9;
  if (code < 32 || (code >= 0x7f && code <= 0x9f)) return false;
  if (code >= 0xd800 && code <= 0xdfff) return false;
  return code <= 0x10ffff && (code & 0xfffe) !== 0xfffe && !(code >= 0xfdd0 && code <= 0xfdef);
}

function excerpt(markup: string): string {
  return markup.length > 40 ? `${markup.slice(0, 40)}…` : markup;
}

import { createNotes, reportNotes } from './footnotes.ts';
import type { Notes } from './footnotes.ts';
import { parseInline } from './inline.ts';
import type { InlineContext } from './inline.ts';
import { boldLabel, parseHeadingLabel, parseLabel } from './labels.ts';
import type { ProblemSink } from './report.ts';
import { readLines, trimEnd, trimStart } from './source.ts';
import { parsePipeTable, parseTagTable } from './table.ts';
import { parseTagLine } from './tags.ts';
import type { Tag } from './tags.ts';
import type {
  Block,
  BodyNode,
  Gist,
  Heading,
  Inline,
  Paragraph,
  PrintedLabel,
  Quote,
  WrapperTag,
} from './types.ts';

/**
 * Read the blocks of a body without building its tree.
 *
 * @param firstLine Number in the file of the body's first line.
 */
export function parseNodes(body: string, firstLine: number, sink: ProblemSink): BodyNode[] {
  const reader: Reader = { sink, inQuote: 0, notes: [createNotes()] };
  const piece = { lines: readLines(body, firstLine, sink), line: firstLine, column: 1 };
  const nodes = new BlockParser(piece, reader).parse();
  reportNotes(reader.notes[0] ?? createNotes(), sink);
  return nodes;
}

/** What all parts of one body share. */
interface Reader {
  sink: ProblemSink;
  /** Depth of `>`. */
  inQuote: number;
  /** Footnotes of the document, then of each attached instrument and annex that is open. */
  notes: Notes[];
}

/** Lines to parse, and where they stand in the file. */
interface Piece {
  lines: string[];
  /** Number in the file of the first line. */
  line: number;
  /** 1-based column at which each line begins. */
  column: number;
}

interface Frame {
  tag: WrapperTag | 'Gist' | null;
  attributes: Map<string, string>;
  line: number;
  /** Of a misplaced tag: its parent's, so that nothing nests deeper than it may. */
  children: BodyNode[];
  isMisplaced: boolean;
}

const TAGS = {
  Opening: [],
  Closing: [],
  Attached: [],
  Annex: [],
  Gist: ['sources', 'partial', 'title'],
  Anchor: ['id', 'label'],
  Gap: [],
} as const satisfies Record<string, readonly string[]>;

/** Where each wrapper may stand; null is the top of the body. */
const PARENTS: Record<WrapperTag | 'Gist', readonly Frame['tag'][]> = {
  Opening: [null, 'Attached', 'Annex'],
  Closing: [null, 'Attached', 'Annex'],
  Attached: [null],
  Annex: [null, 'Attached'],
  Gist: [null, 'Opening', 'Closing', 'Attached', 'Annex'],
};

const ANCHOR_ID = /^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/;
const FOOTNOTE_DEFINITION = /^\[\^([^\]\s[\\^]{1,40})\]:(?:[ \t]+|$)/;
const DEEPEST_QUOTE = 3;

/** What Markdown would make of the start of a line, and the problem to report. */
const LINE_STARTS: readonly (readonly [RegExp, string])[] = [
  [/^(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/, 'list-not-allowed'],
  [/^(?:import|export)/, 'esm-not-allowed'],
  [/^(?:```|~~~)/, 'code-not-allowed'],
  [/^[-+#>=:]/, 'character-unescaped'],
];

class BlockParser {
  private readonly lines: string[];
  private readonly piece: Piece;
  private readonly reader: Reader;
  private readonly frames: Frame[] = [];
  private readonly openTags = new Map<string, number>();
  private readonly lastTableEnd: number;
  private at = 0;

  constructor(piece: Piece, reader: Reader) {
    this.piece = piece;
    this.lines = piece.lines;
    this.reader = reader;
    const { line } = piece;
    this.frames.push({ tag: null, attributes: new Map(), line, children: [], isMisplaced: false });
    this.lastTableEnd = this.lines.findLastIndex((line) => line.includes('</table>'));
  }

  parse(): BodyNode[] {
    while (this.at < this.lines.length) this.block();
    while (this.frames.length > 1) {
      const { tag, line } = this.top();
      this.reader.sink.report('tag-unclosed', line, this.piece.column, { tag: tag ?? '' });
      this.closeFrame();
    }
    return this.top().children;
  }

  /** Take one block or one tag. */
  private block(): void {
    const line = this.line(this.at);
    switch (line[0]) {
      case undefined:
        this.at++;
        break;
      case ' ':
      case '\t':
        this.indented(line);
        break;
      case '#':
        if (!this.heading(line)) this.paragraph(line);
        break;
      case '>':
        this.quote();
        break;
      case '|':
        this.pipeTable();
        break;
      case '<':
        if (!this.tagTable(line) && !this.tag(line)) this.paragraph(line);
        break;
      case '[':
        if (!this.footnote(line)) this.paragraph(line);
        break;
      default:
        this.paragraph(line);
    }
  }

  private indented(line: string): void {
    const text = trimStart(line);
    if (text === '') this.at++;
    else {
      this.report('indentation-not-allowed', 1);
      this.lines[this.at] = text;
    }
  }

  private heading(line: string): boolean {
    const marks = /^#{1,6}(?=[ \t]|$)/.exec(line)?.[0];
    if (marks === undefined) return false;
    const source = trimStart(line.slice(marks.length));
    const text = trimEnd(source.replace(/(?:^|[ \t])#+$/, ''));
    const content = parseInline(text, this.context(line.length - source.length));
    this.push(this.labelledHeading(marks.length, content));
    this.at++;
    return true;
  }

  /** A heading is `#` with a plain title, or `##` and deeper with the label of a unit. */
  private labelledHeading(level: number, content: Inline[]): Heading {
    const line = this.fileLine();
    const heading: Heading = { type: 'heading', level, label: null, content, line };
    const first = content[0];
    if (level === 1) return heading;
    const found = first?.type === 'text' ? parseHeadingLabel(first.value) : null;
    if (!found) {
      this.report('heading-label-missing', 1, { level: '#'.repeat(level) });
      return heading;
    }
    const { label, rest } = found;
    const expected = headingLevel(label);
    if (expected !== level)
      this.report('heading-level', 1, {
        label: label.printed,
        found: '#'.repeat(level),
        expected: expected === null ? `**${label.printed}**` : '#'.repeat(expected),
      });
    heading.label = label;
    heading.content = withFirstText(content, rest);
    return heading;
  }

  private paragraph(first: string): void {
    if (!this.skipCode(first)) {
      const start = this.at;
      const source = this.paragraphSource(first);
      this.push(this.labelledParagraph(source, start));
    }
  }

  /** A fenced block: not text, and nothing inside it is read. */
  private skipCode(line: string): boolean {
    const fence = /^(?:`{3,}|~{3,})/.exec(line)?.[0];
    if (fence === undefined) return false;
    this.report('code-not-allowed', 1, { markup: fence.slice(0, 3) });
    this.at++;
    while (this.at < this.lines.length && !this.lines[this.at]?.startsWith(fence)) this.at++;
    this.at++;
    return true;
  }

  /** Lines of one paragraph from the current one on, joined by `\n`; moves past them. */
  private paragraphSource(first: string): string {
    const parts = [first];
    this.lineStart(first);
    this.at++;
    while (this.at < this.lines.length && this.continues(this.line(this.at))) {
      const line = trimStart(this.line(this.at));
      if (/^(?:=+|-+)$/.test(line)) this.report('setext-heading-not-allowed', 1);
      else {
        this.lineStart(line);
        if (!endsWithBreak(parts.at(-1) ?? '')) this.report('line-break-unmarked', 1);
        parts.push(line);
      }
      this.at++;
    }
    return parts.join('\n');
  }

  /** Whether a line goes on with the paragraph before it. */
  private continues(line: string): boolean {
    if (line === '') return false;
    if (line.startsWith('<')) return parseTagName(line) === null;
    return !'#>|'.includes(line.charAt(0)) && !FOOTNOTE_DEFINITION.test(line);
  }

  private lineStart(line: string): void {
    if (isThematicBreak(line)) {
      this.report('thematic-break-not-allowed', 1, { markup: line.slice(0, 20) });
      return;
    }
    for (const [pattern, problem] of LINE_STARTS) {
      if (!pattern.test(line)) continue;
      this.report(problem, 1, { character: line.charAt(0), markup: line.slice(0, 20) });
      return;
    }
  }

  private labelledParagraph(source: string, start: number): Paragraph {
    const line = this.piece.line + start;
    const content = parseInline(this.spacedLabel(source, line), this.context(0, start));
    const label = boldLabel(content);
    if (!label) return { type: 'paragraph', label: null, content, line };
    return { type: 'paragraph', label, content: withoutLabel(content), line };
  }

  /** `**1.**Nội dung`: the marks close nothing, so Markdown would show them. */
  private spacedLabel(source: string, line: number): string {
    const match = /^\*\*([^*\n]{1,40})\*\*(?=[^\s[])/.exec(source);
    const label = match && parseLabel(match[1] ?? '');
    if (!match || !label) return source;
    const { sink } = this.reader;
    sink.report('label-space-missing', line, this.piece.column, { label: label.printed });
    return `${match[0]} ${source.slice(match[0].length)}`;
  }

  private quote(): void {
    const start = this.at;
    const lines: string[] = [];
    while (this.at < this.lines.length && this.lines[this.at]?.startsWith('>')) {
      lines.push((this.lines[this.at] ?? '').replace(/^> ?/, ''));
      this.at++;
    }
    const { reader, piece } = this;
    const line = piece.line + start;
    if (reader.inQuote >= DEEPEST_QUOTE) {
      reader.sink.report('quote-too-deep', line, piece.column);
      return;
    }
    const after = this.lines[this.at] ?? '';
    if (this.continues(trimEnd(after))) this.report('line-break-unmarked', 1);
    reader.inQuote++;
    const nodes = new BlockParser({ lines, line, column: piece.column + 2 }, reader).parse();
    reader.inQuote--;
    this.push({ type: 'quote', blocks: nodes.filter(isBlock), line } satisfies Quote);
  }

  private pipeTable(): void {
    const start = this.at;
    const lines: string[] = [];
    while (this.at < this.lines.length && this.lines[this.at]?.startsWith('|')) {
      lines.push(this.lines[this.at] ?? '');
      this.at++;
    }
    this.push(parsePipeTable(lines, this.context(0, start)));
  }

  private tagTable(line: string): boolean {
    if (!/^<table(?=[\s>])/.test(line)) return false;
    const start = this.at;
    if (this.at > this.lastTableEnd) {
      this.report('tag-unclosed', 1, { tag: 'table' });
      this.at++;
      return true;
    }
    while (!this.lines[this.at]?.includes('</table>')) this.at++;
    const source = this.lines.slice(start, this.at + 1).join('\n');
    this.at++;
    this.push(parseTagTable(source, this.context(0, start)));
    return true;
  }

  private footnote(line: string): boolean {
    const match = FOOTNOTE_DEFINITION.exec(line);
    if (!match) return false;
    const label = match[1] ?? '';
    const at = this.fileLine();
    this.define(label, at);
    const blocks = [this.footnoteParagraph(line.slice(match[0].length), match[0].length)];
    for (let next = this.nextText(); this.lines[next]?.startsWith('    '); next = this.nextText()) {
      this.at = next;
      blocks.push(this.footnoteParagraph(this.line(next).slice(4), 4));
    }
    if (blocks[0]?.content.length === 0)
      this.reader.sink.report('footnote-empty', at, this.piece.column, { label });
    this.push({ type: 'footnote-definition', label, blocks, line: at });
    return true;
  }

  private footnoteParagraph(first: string, offset: number): Paragraph {
    const start = this.at;
    const content = parseInline(this.paragraphSource(first), this.context(offset, start));
    return { type: 'paragraph', label: null, content, line: this.piece.line + start };
  }

  private define(label: string, line: number): void {
    const { notes, sink, inQuote } = this.reader;
    const definitions = notes.at(-1)?.definitions;
    const first = definitions?.get(label);
    if (inQuote > 0) sink.report('footnote-in-quote', line, this.piece.column, { label });
    if (first === undefined) definitions?.set(label, line);
    else
      sink.report('footnote-duplicate', line, this.piece.column, { label, first: String(first) });
  }

  private tag(line: string): boolean {
    const place = { sink: this.reader.sink, line: this.fileLine(), column: this.piece.column };
    const tag = parseTagLine(line, TAGS, place);
    if (!tag) return this.tagWithText(line);
    if (this.reader.inQuote > 0) this.report('tag-in-quote', 1, { tag: tag.name });
    else if (tag.name === 'Anchor') this.anchor(tag);
    else if (tag.name === 'Gap') this.gap(tag);
    else if (tag.kind === 'close') this.closeTag(tag.name);
    else this.openTag(tag);
    this.at++;
    return true;
  }

  /** `<Gist> lời tóm lược`: one of our tags, but not alone on its line. */
  private tagWithText(line: string): boolean {
    const name = parseTagName(line);
    if (name === null || name === 'table') return false;
    this.report('tag-not-alone', 1, { tag: name });
    this.at++;
    return true;
  }

  private anchor(tag: Tag): void {
    const id = tag.attributes.get('id') ?? '';
    const label = tag.attributes.get('label') ?? null;
    if (tag.kind !== 'void') this.report('anchor-not-void', 1);
    if (!ANCHOR_ID.test(id)) this.report('anchor-id-invalid', 1, { id });
    else this.push({ type: 'anchor', id, label, line: this.fileLine() });
  }

  private gap({ kind }: Tag): void {
    if (kind !== 'void') this.report('gap-not-void', 1);
    this.push({ type: 'gap', line: this.fileLine() });
  }

  private openTag(tag: Tag): void {
    const name = tag.name as WrapperTag | 'Gist';
    const parent = this.top();
    const isMisplaced = !PARENTS[name].includes(parent.tag);
    if (isMisplaced) this.report('tag-misplaced', 1, { tag: name, parent: parent.tag ?? '' });
    else if (name === 'Attached' || name === 'Annex') this.reader.notes.push(createNotes());
    this.openTags.set(name, (this.openTags.get(name) ?? 0) + 1);
    this.frames.push({
      tag: name,
      attributes: tag.attributes,
      line: this.fileLine(),
      children: isMisplaced ? parent.children : [],
      isMisplaced,
    });
    if (tag.kind === 'void') this.closeFrame();
  }

  private closeTag(name: string): void {
    // Counted, since searching for what is not open would be slow on hostile input.
    const isOpen = (this.openTags.get(name) ?? 0) > 0;
    const index = isOpen ? this.frames.findLastIndex((frame) => frame.tag === name) : -1;
    if (index < 0) {
      this.report('tag-unopened', 1, { tag: name });
      return;
    }
    while (this.frames.length > index + 1) {
      const { tag, line } = this.top();
      this.reader.sink.report('tag-unclosed', line, this.piece.column, { tag: tag ?? '' });
      this.closeFrame();
    }
    this.closeFrame();
  }

  private closeFrame(): void {
    const frame = this.frames.pop();
    if (!frame?.tag) return;
    this.openTags.set(frame.tag, (this.openTags.get(frame.tag) ?? 1) - 1);
    if (frame.isMisplaced) return;
    const { tag, line, children } = frame;
    if (tag === 'Attached' || tag === 'Annex') this.closeNotes();
    this.push(tag === 'Gist' ? this.gist(frame) : { type: 'wrapper', tag, children, line });
  }

  /** Notes that an attached instrument does not define itself belong to the document. */
  private closeNotes(): void {
    const own = this.reader.notes.pop();
    const outer = this.reader.notes.at(-1);
    if (!own || !outer) return;
    for (const [label, place] of own.references) {
      if (own.definitions.has(label)) continue;
      own.references.delete(label);
      outer.references.set(label, place);
    }
    reportNotes(own, this.reader.sink);
  }

  private gist({ attributes, children, line }: Frame): Gist {
    const paragraphs: Paragraph[] = [];
    for (const child of children) {
      if (child.type === 'paragraph' && !child.label) paragraphs.push(child);
      else this.reader.sink.report('gist-content', child.line, this.piece.column);
    }
    const sources = (attributes.get('sources') ?? '').split(' ').filter((source) => source !== '');
    const title = attributes.get('title') ?? null;
    if (attributes.get('partial'))
      this.reader.sink.report('attribute-unknown', line, this.piece.column, {
        tag: 'Gist',
        attribute: 'partial="…"',
      });
    return { type: 'gist', title, sources, partial: attributes.has('partial'), paragraphs, line };
  }

  private push(node: BodyNode): void {
    this.top().children.push(node);
  }

  private top(): Frame {
    const frame = this.frames.at(-1);
    if (!frame) throw new Error('the outermost frame is never closed');
    return frame;
  }

  /** Line without the spaces at its end, which mean nothing here. */
  private line(index: number): string {
    return trimEnd(this.lines[index] ?? '');
  }

  /** Index of the next line that is not empty. */
  private nextText(): number {
    let next = this.at;
    while (next < this.lines.length && this.line(next) === '') next++;
    return next;
  }

  private fileLine(): number {
    return this.piece.line + this.at;
  }

  /** @param offset Characters of the line before the piece. */
  private context(offset: number, start: number = this.at): InlineContext {
    const { sink, notes } = this.reader;
    return {
      sink,
      line: this.piece.line + start,
      column: this.piece.column + offset,
      nextColumn: this.piece.column,
      onFootnote: (label, line, column) => {
        const references = notes.at(-1)?.references;
        if (!references?.has(label)) references?.set(label, { line, column });
      },
    };
  }

  /** Report a problem on the current line. */
  private report(id: string, column: number, values: Record<string, string> = {}): void {
    this.reader.sink.report(id, this.fileLine(), this.piece.column + column - 1, values);
  }
}

/** Level of `#` that a label's heading has; null when the label is written in bold instead. */
function headingLevel(label: PrintedLabel): number | null {
  switch (label.form) {
    case 'part':
    case 'chapter':
    case 'section':
    case 'subsection':
    case 'capital':
    case 'roman':
      return 2;
    case 'article':
    case 'arabic':
      return 3;
    default:
      return label.form.startsWith('decimal') ? 4 : null;
  }
}

/** Name of one of our tags at the start of a line, or null. */
function parseTagName(line: string): string | null {
  return (
    /^<\/?(Opening|Closing|Attached|Annex|Gist|Anchor|Gap|table)(?=[\s/>]|$)/.exec(line)?.[1] ??
    null
  );
}

function withoutLabel(content: readonly Inline[]): Inline[] {
  const [next, ...rest] = content.slice(1);
  if (next?.type !== 'text') return next ? [next, ...rest] : [];
  return withFirstText([next, ...rest], next.value.replace(/^ /, ''));
}

function withFirstText(content: readonly Inline[], value: string): Inline[] {
  const rest = content.slice(1);
  return value === '' ? rest : [{ type: 'text', value }, ...rest];
}

/** `---`, `* * *`: three or more of one sign and nothing else. A pattern would overflow the stack. */
function isThematicBreak(line: string): boolean {
  const sign = line.charAt(0);
  if (!'-*_'.includes(sign)) return false;
  let count = 0;
  for (const character of line) {
    if (character === sign) count++;
    else if (character !== ' ' && character !== '\t') return false;
  }
  return count >= 3;
}

/** Whether a line ends with a backslash that is not itself escaped. */
function endsWithBreak(line: string): boolean {
  let start = line.length;
  while (line[start - 1] === '\\') start--;
  return (line.length - start) % 2 === 1;
}

function isBlock(node: BodyNode): node is Block {
  return !['wrapper', 'anchor', 'gap', 'footnote-definition'].includes(node.type);
}

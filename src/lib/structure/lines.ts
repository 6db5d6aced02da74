import { plainInline } from '../provision/text.ts';
import type { Inline } from '../provision/types.ts';
import { findSign } from './signs.ts';
import type { SourceBlock, SourceParagraph, SourceRun, SourceTable } from './source.ts';

/** Characters of one look inside a line. */
export interface Span {
  text: string;
  bold: boolean;
  italic: boolean;
  /** A footnote mark stands here; `text` is ''. */
  note?: string;
}

/**
 * One paragraph of the original, or a part of it where a soft line break separates two units: the
 * smallest thing that is given a place in the structure, and given exactly one.
 */
export interface Line {
  index: number;
  spans: Span[];
  /** Text with single spaces; a printed line break is `\n`. */
  text: string;
  /** The label at its start was printed by the program. */
  generated: boolean;
  isBold: boolean;
  isItalic: boolean;
  isCaps: boolean;
  align: SourceParagraph['align'];
  indent: number;
  /** A table stands here, and `text` is ''. */
  table: SourceTable | null;
  locator: string;
}

/**
 * Cut the blocks of an original into lines. Empty paragraphs and white space that nobody sees are
 * left out; no other character is.
 */
export function toLines(blocks: readonly SourceBlock[]): Line[] {
  const lines: Line[] = [];
  const add = (line: Omit<Line, 'index'>): void => {
    lines.push({ ...line, index: lines.length });
  };
  for (const block of blocks) {
    if (block.type === 'table') {
      if (isPlacement(block)) for (const line of placedLines(block)) add(line);
      else if (tableText(block) !== '') add(tableLine(block));
    } else for (const line of paragraphLines(block)) add(line);
  }
  return lines;
}

/** Content of a line for the writer, from a character on. */
export function toInlines(spans: readonly Span[]): Inline[] {
  return spans.flatMap((span) => {
    if (span.note !== undefined) return [{ type: 'footnote-ref' as const, label: span.note }];
    const content = span.text
      .split('\n')
      .flatMap((value, index): Inline[] => [
        ...(index > 0 ? [{ type: 'break' as const }] : []),
        ...(value === '' ? [] : [{ type: 'text' as const, value }]),
      ]);
    return look(content, span);
  });
}

/** The spans of a line after its first `length` characters, without the space that follows. */
export function dropText(spans: readonly Span[], length: number): Span[] {
  const rest: Span[] = [];
  let left = length;
  for (const span of spans) {
    const cut = Math.min(left, span.text.length);
    left -= cut;
    if (span.note !== undefined || cut < span.text.length)
      rest.push({ ...span, text: span.text.slice(cut) });
  }
  const first = rest.findIndex((span) => span.text !== '');
  const start = rest[first];
  if (start) rest[first] = { ...start, text: start.text.replace(/^\s+/, '') };
  return rest.filter((span) => span.text !== '' || span.note !== undefined);
}

/** Spans of the paragraphs of a cell or a note. */
export function paragraphSpans(paragraph: SourceParagraph): Span[] {
  return tidySpans(withLabel(paragraph));
}

/** Text of all cells, in reading order. */
export function tableText({ rows }: SourceTable): string {
  return rows
    .flatMap((row) => row.flatMap((cell) => cell.paragraphs))
    .map((paragraph) => plainInline(toInlines(paragraphSpans(paragraph))))
    .join('\n')
    .trim();
}

function tableLine(table: SourceTable): Omit<Line, 'index'> {
  return {
    spans: [],
    text: '',
    generated: false,
    isBold: false,
    isItalic: false,
    isCaps: false,
    align: 'left',
    indent: 0,
    table,
    locator: table.locator,
  };
}

/**
 * A table that only frames running text: no borders, or a single cell, and units of the document
 * inside it.
 */
function isPlacement(table: SourceTable): boolean {
  const cells = table.rows.flat();
  if (table.bordered && cells.length > 1) return false;
  const paragraphs = cells.flatMap((cell) => cell.paragraphs);
  const units = paragraphs.filter((paragraph) =>
    /^(?:Điều|Chương|ĐIỀU|CHƯƠNG) (?:\d|[IVX])/.test(spansText(paragraphSpans(paragraph))),
  );
  return cells.length === 1 ? paragraphs.length > 3 && units.length > 0 : units.length > 2;
}

function placedLines(table: SourceTable): Omit<Line, 'index'>[] {
  return table.rows.flat().flatMap((cell) => cell.paragraphs.flatMap(paragraphLines));
}

function paragraphLines(paragraph: SourceParagraph): Omit<Line, 'index'>[] {
  const spans = paragraphSpans(paragraph);
  return splitAtUnits(spans).map((part, index) => {
    const text = spansText(part);
    const visible = part.filter((span) => span.text.trim() !== '');
    return {
      spans: part,
      text,
      generated: index === 0 && paragraph.generated !== null,
      isBold: visible.length > 0 && visible.every((span) => span.bold),
      isItalic: visible.length > 0 && visible.every((span) => span.italic),
      isCaps: isCapitals(text),
      align: paragraph.align,
      indent: paragraph.indent,
      table: null,
      locator: paragraph.locator,
    };
  });
}

/** Whether all letters are capitals, and there are enough to tell. */
export function isCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length >= 2 && text === text.toLocaleUpperCase('vi');
}

export function spansText(spans: readonly Span[]): string {
  return spans.map((span) => span.text).join('');
}

function withLabel({ runs, generated }: SourceParagraph): Span[] {
  const spans = runs.map(toSpan);
  if (generated === null) return spans;
  const first = runs.find((run) => run.text.trim() !== '');
  return [
    { text: `${generated.text} `, bold: first?.bold ?? false, italic: first?.italic ?? false },
    ...spans,
  ];
}

function toSpan({ text, bold, italic, note }: SourceRun): Span {
  return { text, bold, italic, ...(note === undefined ? {} : { note }) };
}

/** White space as a reader sees it: single spaces, none at the edges or beside a line break. */
function tidySpans(spans: readonly Span[]): Span[] {
  const tidy: Span[] = [];
  let before = '\n';
  for (const span of spans) {
    if (span.note !== undefined) {
      tidy.push(span);
      continue;
    }
    const text = tidyText(span.text, before);
    if (text === '') continue;
    const last = tidy.at(-1);
    // A space that was kept goes when a line break follows it.
    if (last && text.startsWith('\n')) last.text = last.text.replace(/ $/, '');
    before = text;
    if (last?.note === undefined && last?.bold === span.bold && last.italic === span.italic)
      last.text += text;
    else tidy.push({ ...span, text });
  }
  return trimSpans(tidy.filter((span) => span.text !== '' || span.note !== undefined));
}

/** @param before What stands before the text; at the edge a line break. */
function tidyText(text: string, before: string): string {
  const single = text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n');
  if (before.endsWith('\n')) return single.replace(/^\s+/, '');
  return before.endsWith(' ') ? single.replace(/^ /, '') : single;
}

function trimSpans(spans: Span[]): Span[] {
  for (let last = spans.findLast((span) => span.note === undefined); last;) {
    last.text = last.text.replace(/\s+$/, '');
    if (last.text !== '') break;
    spans.splice(spans.indexOf(last), 1);
    last = spans.findLast((span) => span.note === undefined);
  }
  return spans;
}

/** Cut at soft line breaks after which a unit begins, and between "Điều 5." and its "1.". */
function splitAtUnits(spans: Span[]): Span[][] {
  const text = spansText(spans);
  if (text === '' && spans.length === 0) return [];
  const parts: Span[][] = [];
  let start = 0;
  for (const at of [...cutPoints(text), ...titleEnd(spans, text)].sort((a, b) => a - b)) {
    parts.push(takeText(spans, start, at));
    start = at;
  }
  parts.push(takeText(spans, start, text.length + 1));
  return parts.map((part) => trimSpans(trimStart(part))).filter((part) => part.length > 0);
}

function cutPoints(text: string): number[] {
  const points: number[] = [];
  const same = /^(?:Điều|ĐIỀU) \d{1,4}[a-zđ]?\d?\s?[.:] ?(?=1\. ?\p{Lu})/u.exec(text);
  if (same) points.push(same[0].length);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    const next = text.slice(at + 1, at + 60);
    if (startsUnit(next)) points.push(at + 1);
  }
  return points;
}

/**
 * Where a bold "Điều 5. Tên điều" ends at a line break and text in another type follows: none or one
 * place, and none where a unit follows, which is cut off anyway.
 */
function titleEnd(spans: readonly Span[], text: string): number[] {
  if (!/^(?:Điều|ĐIỀU) \d{1,4}[a-zđ]?\d?[.:] ?\p{L}/u.test(text)) return [];
  let length = 0;
  for (const span of spans) {
    if (span.note === undefined && !span.bold && span.text.trim() !== '') break;
    length += span.text.length;
  }
  const end = text.slice(0, length).trimEnd().length;
  const isBreak = end > 0 && end < text.length && text.charAt(end) === '\n';
  return isBreak && !startsUnit(text.slice(end + 1, end + 60)) ? [end + 1] : [];
}

function startsUnit(text: string): boolean {
  return findSign(text) !== null;
}

function takeText(spans: readonly Span[], from: number, to: number): Span[] {
  const part: Span[] = [];
  let at = 0;
  for (const span of spans) {
    const end = at + span.text.length;
    if (span.note !== undefined) {
      if (at >= from && (at < to || at === 0) && !(at === from && from > 0)) part.push({ ...span });
    } else {
      const text = span.text.slice(Math.max(0, from - at), Math.max(0, to - at));
      if (text !== '') part.push({ ...span, text });
    }
    at = end;
  }
  return part;
}

function trimStart(spans: Span[]): Span[] {
  return dropText(spans, 0);
}

function look(content: Inline[], { bold, italic }: Span): Inline[] {
  if (content.length === 0) return [];
  const inner: Inline[] = italic ? [{ type: 'emphasis', children: content }] : content;
  return bold ? [{ type: 'strong', children: inner }] : inner;
}

import { parseInline } from './inline.ts';
import type { InlineContext } from './inline.ts';
import { parseAttributes } from './tags.ts';
import type { Inline, Table, TableCell } from './types.ts';

/**
 * Read a GFM table: the lines that begin with `|`.
 *
 * @param lines At least one.
 * @param context Of the first line's first character.
 */
export function parsePipeTable(lines: readonly string[], context: InlineContext): Table {
  const { sink, line, column, nextColumn } = context;
  const rows: TableCell[][] = [];
  let width = 0;
  for (const [index, source] of lines.entries()) {
    const cells = splitCells(source);
    if (index === 0) width = cells.length;
    if (index === 1 && cells.every((cell) => /^:?-+:?$/.test(cell.text))) continue;
    if (index === 1) sink.report('table-rule-missing', line + 1, nextColumn);
    if (cells.length !== width)
      sink.report('table-row-length', line + index, nextColumn, {
        cells: String(cells.length),
        expected: String(width),
      });
    rows.push(
      cells.map((cell) => {
        const at = { ...context, line: line + index, column: column + cell.offset };
        return plainCell(index === 0, parseInline(cell.text, at));
      }),
    );
  }
  if (lines.length === 1) sink.report('table-rule-missing', line, column);
  return { type: 'table', rows, line };
}

/**
 * Read a `<table>` with `<tr>`, `<th>`, `<td>`, and `<p>` and `<br />` in cells.
 *
 * @param source From `<table>` to `</table>`.
 */
export function parseTagTable(source: string, context: InlineContext): Table {
  return new TagTable(source, context).parse();
}

function plainCell(header: boolean, content: Inline[]): TableCell {
  return { header, rowSpan: 1, colSpan: 1, paragraphs: content.length > 0 ? [content] : [] };
}

/** Cells of `| a | b |`, with their offsets in the line; `\|` is text. */
function splitCells(source: string): { text: string; offset: number }[] {
  const cells: { text: string; offset: number }[] = [];
  const end = source.trimEnd();
  let start = 1;
  for (let i = 1; i < end.length; i++) {
    if (end[i] === '\\') i++;
    else if (end[i] === '|') {
      cells.push(trimmedCell(end, start, i));
      start = i + 1;
    }
  }
  if (start < end.length) cells.push(trimmedCell(end, start, end.length));
  return cells;
}

function trimmedCell(source: string, start: number, end: number): { text: string; offset: number } {
  const raw = source.slice(start, end);
  const text = raw.replace(/^[ \t]+/, '');
  return { text: trimSpaces(text), offset: start + raw.length - text.length };
}

function trimSpaces(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t\n'.includes(text.charAt(end - 1))) end--;
  let start = 0;
  while (start < end && ' \t\n'.includes(text.charAt(start))) start++;
  return text.slice(start, end);
}

/** An escape, which hides a tag, or a tag that a table may hold. */
const TABLE_TAG = /\\[^]|<(\/?)(table|thead|tbody|tr|th|td|p)(?=[\s/>])([^<>]*)>/g;

class TagTable {
  private readonly source: string;
  private readonly context: InlineContext;
  private readonly rows: TableCell[][] = [];
  private cell: TableCell | null = null;
  private textStart = 0;
  private newlines = { offset: 0, count: 0, last: -1 };

  constructor(source: string, context: InlineContext) {
    this.source = source;
    this.context = context;
  }

  parse(): Table {
    for (const match of this.source.matchAll(TABLE_TAG)) {
      if (match[2] === undefined) continue;
      this.text(match.index);
      this.tag(match[2], match[1] === '/', match[3] ?? '', match.index);
      this.textStart = match.index + match[0].length;
    }
    if (this.cell) this.report('table-malformed', this.source.length, { tag: 'td' });
    return { type: 'table', rows: this.rows, line: this.context.line };
  }

  private tag(name: string, closing: boolean, attributes: string, at: number): void {
    if (name === 'th' || name === 'td') {
      if (closing !== (this.cell !== null)) this.report('table-malformed', at, { tag: name });
      if (closing) this.cell = null;
      else this.openCell(name, attributes, at);
    } else if (name === 'tr') {
      if (!closing) this.rows.push([]);
    } else if (name === 'p' && !this.cell) this.report('table-malformed', at, { tag: name });
    if (name !== 'th' && name !== 'td' && attributes.trim() !== '' && !closing)
      this.report('attribute-unknown', at, { tag: name, attribute: attributes.trim() });
  }

  private openCell(name: 'th' | 'td', source: string, at: number): void {
    const attributes = parseAttributes(source, (problem, attribute) => {
      this.report(problem, at, { tag: name, attribute });
    });
    const cell = { header: name === 'th', rowSpan: 1, colSpan: 1, paragraphs: [] };
    for (const [attribute, value] of attributes) {
      const span = /^[1-9]\d{0,2}$/.test(value) ? Number(value) : null;
      if ((attribute !== 'rowSpan' && attribute !== 'colSpan') || span === null)
        this.report('attribute-unknown', at, { tag: name, attribute: `${attribute}="${value}"` });
      else cell[attribute] = span;
    }
    this.cell = cell;
    const row = this.rows.at(-1);
    if (row) row.push(cell);
    else this.report('table-malformed', at, { tag: name });
  }

  /** Text up to `end`: a paragraph of the open cell; between cells there may be none. */
  private text(end: number): void {
    const raw = this.source.slice(this.textStart, end);
    const text = trimSpaces(raw);
    if (text === '') return;
    const start = this.textStart + raw.indexOf(text.charAt(0));
    if (!this.cell) {
      this.report('table-malformed', start, { tag: 'td' });
      return;
    }
    const { line, column } = this.place(start);
    const content = parseInline(text, { ...this.context, line, column, breakTag: true });
    this.cell.paragraphs.push(content);
  }

  private report(id: string, offset: number, values: Record<string, string>): void {
    const { line, column } = this.place(offset);
    this.context.sink.report(id, line, column, values);
  }

  /** Offsets are asked for in rising order, so newlines are counted once. */
  private place(offset: number): { line: number; column: number } {
    const seen = this.newlines;
    if (offset < seen.offset) Object.assign(seen, { offset: 0, count: 0, last: -1 });
    for (let i = this.source.indexOf('\n', seen.offset); i >= 0 && i < offset;) {
      seen.count++;
      seen.last = i;
      i = this.source.indexOf('\n', i + 1);
    }
    seen.offset = offset;
    const { line, column, nextColumn } = this.context;
    if (seen.count === 0) return { line, column: column + offset };
    return { line: line + seen.count, column: nextColumn + offset - seen.last - 1 };
  }
}

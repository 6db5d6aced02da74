import { escapeAttribute, escapeInline, escapeLineEnd, escapeLineStart } from './escape.ts';
import { formatInline, tidyInline, withoutBreaks } from './format-inline.ts';
import { boldLabel } from './labels.ts';
import type {
  AnchorMark,
  BodyNode,
  FootnoteDefinition,
  Gist,
  Heading,
  Inline,
  Paragraph,
  Quote,
  Table,
  TableCell,
  Wrapper,
} from './types.ts';

/**
 * Write a body in its one canonical form: the inverse of `parseBody(…).nodes`.
 *
 * @returns MDX with a line feed at its end; '' when there are no nodes.
 */
export function formatBody(nodes: readonly BodyNode[]): string {
  const source = formatNodes(nodes);
  return source === '' ? '' : `${source}\n`;
}

/** Blocks without any text have no form and are left out. */
function formatNodes(nodes: readonly BodyNode[]): string {
  return nodes
    .map(formatNode)
    .filter((source) => source !== '')
    .join('\n\n');
}

function formatNode(node: BodyNode): string {
  switch (node.type) {
    case 'paragraph':
      return formatParagraph(node);
    case 'heading':
      return formatHeading(node);
    case 'quote':
      return formatQuote(node);
    case 'table':
      return formatTable(node);
    case 'gist':
      return formatGist(node);
    case 'wrapper':
      return formatWrapper(node);
    case 'anchor':
      return formatAnchor(node);
    case 'gap':
      return '<Gap />';
    case 'footnote-definition':
      return formatFootnote(node);
  }
}

function formatParagraph({ label, content }: Paragraph): string {
  if (!label) return formatLines(formatInline(withoutBoldStart(content)));
  const source = formatInline(content);
  const bold = `**${escapeInline(label.printed)}**`;
  const [first, ...rest] = joinLabel(bold, source).split('\n');
  return [escapeLineEnd(first ?? ''), ...rest.map(formatLine)].join('\n');
}

/** Bold text that would be read as a label loses its bold; the decision that it is none stays. */
function withoutBoldStart(content: readonly Inline[]): readonly Inline[] {
  const [first, ...rest] = content;
  return first?.type === 'strong' && boldLabel(content) ? [...first.children, ...rest] : content;
}

/** Lines of a paragraph; each begins a line, so each is disarmed. */
function formatLines(source: string): string {
  return source.split('\n').map(formatLine).join('\n');
}

function formatLine(line: string): string {
  return escapeLineStart(escapeLineEnd(line));
}

/** A footnote mark stands close to the label; text is one space away. */
function joinLabel(label: string, source: string): string {
  if (source === '') return label;
  return source.startsWith('[^') ? label + source : `${label} ${source}`;
}

/** A heading is one line, so a line break in it becomes a space. */
function formatHeading({ level, label, content }: Heading): string {
  const title = formatInline(withoutBreaks(tidyInline(content))).replace(/#$/, String.raw`\#`);
  const text = label ? joinLabel(escapeInline(label.printed), title) : title;
  const source = escapeLineEnd(label ? text : escapeSpaceStart(text));
  return source === '' ? '' : `${'#'.repeat(level)} ${source}`;
}

/** A heading's text is no start of a line, but spaces before it would be dropped. */
function escapeSpaceStart(source: string): string {
  return /^[ \t]/.test(source) ? escapeLineStart(source) : source;
}

function formatQuote({ blocks }: Quote): string {
  const source = formatNodes(blocks);
  if (source === '') return '';
  return source
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

function formatGist({ title, sources, partial, paragraphs }: Gist): string {
  const attributes = [
    sources.length > 0 ? ` sources="${escapeAttribute(sources.join(' '))}"` : '',
    partial ? ' partial' : '',
    title === null ? '' : ` title="${escapeAttribute(title)}"`,
  ];
  return formatElement(`<Gist${attributes.join('')}>`, paragraphs, '</Gist>');
}

function formatWrapper({ tag, children }: Wrapper): string {
  return formatElement(`<${tag}>`, children, `</${tag}>`);
}

function formatElement(open: string, children: readonly BodyNode[], close: string): string {
  return [open, formatNodes(children), close].filter((source) => source !== '').join('\n\n');
}

function formatAnchor({ id, label }: AnchorMark): string {
  const name = label === null ? '' : ` label="${escapeAttribute(label)}"`;
  return `<Anchor id="${escapeAttribute(id)}"${name} />`;
}

function formatFootnote({ label, blocks }: FootnoteDefinition): string {
  const paragraphs = blocks.map((block) => formatParagraph(block));
  return `[^${label}]: ${paragraphs.join('\n\n    ')}`;
}

function formatTable(table: Table): string {
  return isPipeTable(table) ? formatPipeTable(table) : formatTagTable(table);
}

/** Rectangular, one header row on top, one line per cell: what GFM can say. */
function isPipeTable({ rows }: Table): boolean {
  const width = rows[0]?.length ?? 0;
  return (
    width > 0 &&
    rows.every((row) => row.length === width) &&
    rows.every((row, index) => row.every((cell) => isPlainCell(cell, index === 0)))
  );
}

function isPlainCell(cell: TableCell, first: boolean): boolean {
  const { header, rowSpan, colSpan, paragraphs } = cell;
  return (
    header === first &&
    rowSpan === 1 &&
    colSpan === 1 &&
    formatCell(cell).length <= 1 &&
    !paragraphs.some((content) => hasBreak(tidyInline(content)))
  );
}

function hasBreak(content: readonly Inline[]): boolean {
  return content.some((node) =>
    node.type === 'break' ? true : 'children' in node && hasBreak(node.children),
  );
}

function formatPipeTable({ rows }: Table): string {
  const lines = rows.map((row) => formatPipeRow(row.map((cell) => formatCell(cell).join(''))));
  const rule = formatPipeRow((rows[0] ?? []).map(() => '---'));
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

function formatPipeRow(cells: readonly string[]): string {
  return `|${cells.map((cell) => (cell === '' ? ' |' : ` ${cell} |`)).join('')}`;
}

/** Paragraphs of a cell. It fills no line of its own, so a line break in it is a tag. */
function formatCell({ paragraphs }: TableCell): string[] {
  return paragraphs
    .map((content) => escapeSpaceStart(escapeLineEnd(formatInline(content, '<br />'))))
    .filter((source) => source !== '');
}

function formatTagTable({ rows }: Table): string {
  const lines = rows.map((row) => `<tr>${row.map(formatTagCell).join('')}</tr>`);
  return ['<table>', ...lines, '</table>'].join('\n');
}

function formatTagCell(cell: TableCell): string {
  const { header, rowSpan, colSpan } = cell;
  const name = header ? 'th' : 'td';
  const rows = rowSpan === 1 ? '' : ` rowSpan="${rowSpan}"`;
  const columns = colSpan === 1 ? '' : ` colSpan="${colSpan}"`;
  const texts = formatCell(cell);
  const content =
    texts.length > 1 ? texts.map((text) => `<p>${text}</p>`).join('') : (texts[0] ?? '');
  return `<${name}${rows}${columns}>${content}</${name}>`;
}

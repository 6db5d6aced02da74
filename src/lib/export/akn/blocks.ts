import type {
  Block,
  Footnote,
  Inline,
  Paragraph,
  Quote,
  Table,
  TableCell,
} from '../../provision/types.ts';
import { escapeXml, xmlBlock, xmlElement, xmlUri } from '../xml.ts';

/** What writing the text of one document carries along. */
export interface TextContext {
  /** True when quoted text is what the document puts into another one. */
  isAmending: boolean;
  /** Before the eIds of footnotes: of the attached instrument at hand, or ''. */
  notePrefix: string;
  /** Footnotes that exist there, by their printed number. */
  notes: ReadonlySet<string>;
}

/** Official blocks, in order; gists are left out. */
export function writeBlocks(blocks: readonly Block[], context: TextContext): string[] {
  return blocks.map((block) => writeBlock(block, context)).filter((xml) => xml !== '');
}

function writeBlock(block: Block, context: TextContext): string {
  switch (block.type) {
    case 'paragraph':
      return xmlElement('p', {}, writeLine(block, context));
    case 'heading': {
      const printed = block.label === null ? '' : escapeXml(block.label.printed);
      const text = [printed, writeInlines(block.content, context)].filter((part) => part !== '');
      return xmlElement('block', { name: 'heading' }, text.join(' '));
    }
    case 'quote':
      return writeQuote(block, context);
    case 'table':
      return writeTable(block, context);
    case 'gist':
      return '';
  }
}

/** A paragraph with its label, where the label opens no unit: in notes, tables and quotations. */
function writeLine({ label, content }: Paragraph, context: TextContext): string {
  const printed = label === null ? '' : escapeXml(label.printed);
  return [printed, writeInlines(content, context)].filter((part) => part !== '').join(' ');
}

/**
 * Quoted text stands in a flow of its own, so that its Điều are nobody's children. A modification
 * is claimed only where the record says that the document amends another.
 */
function writeQuote({ blocks }: Quote, context: TextContext): string {
  const content = blocks.flatMap((block) => writeQuoted(block, context));
  if (content.length === 0) return '';
  return context.isAmending
    ? xmlElement('p', {}, xmlElement('mod', {}, xmlBlock('quotedStructure', {}, content)))
    : xmlElement('p', {}, xmlBlock('embeddedStructure', {}, content));
}

function writeQuoted(block: Block, context: TextContext): string[] {
  if ((block.type !== 'paragraph' && block.type !== 'heading') || block.label === null)
    return writeBlocks([block], context);
  const text = writeInlines(block.content, context);
  const num = xmlElement('num', {}, escapeXml(block.label.printed));
  if (text === '') return [num];
  return [num, xmlElement(block.type === 'heading' ? 'heading' : 'p', {}, text)];
}

function writeTable({ rows }: Table, context: TextContext): string {
  return rows.length === 0
    ? ''
    : xmlBlock(
        'table',
        {},
        rows.map((row) => writeRow(row, context)),
      );
}

/** A row whose every place is taken by cells above still needs a cell: one marked as our own. */
function writeRow(cells: readonly TableCell[], context: TextContext): string {
  if (cells.length === 0) return xmlElement('tr', {}, xmlElement('td', { status: 'editorial' }));
  const written = cells.map(({ header, rowSpan, colSpan, paragraphs }) =>
    xmlElement(
      header ? 'th' : 'td',
      {
        rowspan: rowSpan > 1 ? String(rowSpan) : null,
        colspan: colSpan > 1 ? String(colSpan) : null,
      },
      paragraphs.map((content) => xmlElement('p', {}, writeInlines(content, context))).join(''),
    ),
  );
  return xmlElement('tr', {}, written.join(''));
}

/** A run of text; printed line breaks become `<br/>`. */
export function writeInlines(content: readonly Inline[], context: TextContext): string {
  return content.map((inline) => writeInline(inline, context)).join('');
}

function writeInline(inline: Inline, context: TextContext): string {
  switch (inline.type) {
    case 'text':
      return escapeXml(inline.value);
    case 'strong':
      return xmlElement('b', {}, writeInlines(inline.children, context));
    case 'emphasis':
      return xmlElement('i', {}, writeInlines(inline.children, context));
    case 'link':
      return xmlElement('a', { href: xmlUri(inline.href) }, writeInlines(inline.children, context));
    case 'break':
      return '<br/>';
    case 'footnote-ref':
      return writeNoteReference(inline.label, context);
  }
}

/** A mark without its note stays as the figure that is printed. */
function writeNoteReference(label: string, { notes, notePrefix }: TextContext): string {
  if (!notes.has(label)) return xmlElement('sup', {}, escapeXml(label));
  return xmlElement('noteRef', { href: `#${noteId(notePrefix, label)}`, marker: label });
}

/** Footnotes of one numbering, for the metadata of their document. */
export function writeNotes(footnotes: readonly Footnote[], context: TextContext): string {
  if (footnotes.length === 0) return '';
  const notes = footnotes.map(({ label, blocks }) =>
    xmlBlock('note', { eId: noteId(context.notePrefix, label), marker: label }, [
      ...writeBlocks(blocks, context),
      ...(blocks.length === 0 ? [xmlElement('p')] : []),
    ]),
  );
  return xmlBlock('notes', { source: '#thu-vien' }, notes);
}

function noteId(prefix: string, label: string): string {
  return `${prefix === '' ? '' : `${prefix}__`}fn_${label}`;
}

import type {
  Alignment,
  SourceBlock,
  SourceCell,
  SourceParagraph,
  SourceRun,
} from '../../lib/structure/source.ts';
import { formatRoman } from '../../lib/text/numerals.ts';
import type { FindingSink } from '../findings.ts';
import { attribute, isElement } from './read-html.ts';
import type { HtmlElement, HtmlNode } from './read-html.ts';

/** What a browser does not show as text. */
const DROPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'select',
  'option',
  'button',
  'input',
  'textarea',
  'nav',
  'svg',
  'canvas',
  'video',
  'audio',
  'head',
  'title',
  'link',
  'meta',
]);

const BLOCKS = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'center',
  'blockquote',
  'pre',
  'dl',
  'dt',
  'dd',
  'hr',
  'table',
  'form',
  'fieldset',
  'aside',
  'figure',
  'address',
  'details',
  'summary',
  'body',
]);

export function isDropped(element: HtmlElement): boolean {
  if (DROPPED.has(element.tagName)) return true;
  if (element.attrs.some(({ name }) => name === 'hidden')) return true;
  return /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(element, 'style'));
}

interface Look {
  bold: boolean;
  italic: boolean;
  caps: boolean;
  font: string | null;
  align: Alignment;
}

/** Walks the part of a page that holds the document, block by block. */
export class BlockWalker {
  private readonly findings: FindingSink;
  private readonly dropped: HtmlElement[];
  private blocks: SourceBlock[] = [];
  private runs: SourceRun[] = [];
  private label: string | null = null;
  private align: Alignment = 'left';
  private count = 0;

  constructor(findings: FindingSink, dropped: HtmlElement[]) {
    this.findings = findings;
    this.dropped = dropped;
  }

  read(container: HtmlElement): SourceBlock[] {
    this.children(container, {
      bold: false,
      italic: false,
      caps: false,
      font: null,
      align: 'left',
    });
    this.end();
    return this.blocks;
  }

  private children(element: HtmlElement, look: Look): void {
    for (const node of element.childNodes) this.node(node, look);
  }

  private node(node: HtmlNode, look: Look): void {
    if (node.nodeName === '#text' && 'value' in node) this.text(node.value, look);
    else if (isElement(node)) this.element(node, look);
  }

  private element(element: HtmlElement, outer: Look): void {
    const { tagName } = element;
    if (isDropped(element)) {
      this.dropped.push(element);
      return;
    }
    if (tagName === 'br') this.push('\n', outer);
    else if (tagName === 'img') this.findings.add('picture', 'warning', `đoạn ${this.count + 1}`);
    else if (tagName === 'table') this.table(element, lookOf(element, outer));
    else if (tagName === 'ol' || tagName === 'ul') this.list(element, lookOf(element, outer));
    else if (BLOCKS.has(tagName)) this.block(element, lookOf(element, outer));
    else this.children(element, lookOf(element, outer));
  }

  private block(element: HtmlElement, look: Look): void {
    this.end();
    this.align = look.align;
    this.children(element, look);
    this.end();
  }

  /** The numbers that a browser prints before the items of a list. */
  private list(element: HtmlElement, look: Look): void {
    this.end();
    let next = Number(attribute(element, 'start')) || 1;
    const type = attribute(element, 'type') || '1';
    for (const item of element.childNodes) {
      if (!isElement(item) || item.tagName !== 'li' || isDropped(item)) {
        this.node(item, look);
        continue;
      }
      const value = Number(attribute(item, 'value'));
      if (value) next = value;
      const label = element.tagName === 'ul' ? '•' : `${formatMarker(next, type)}.`;
      next++;
      this.end();
      this.label = attribute(element, 'style').includes('none') ? null : label;
      this.block(item, lookOf(item, look));
      this.label = null;
    }
    this.end();
  }

  private table(element: HtmlElement, look: Look): void {
    this.end();
    const rows: SourceCell[][] = [];
    let bordered = Number(attribute(element, 'border')) > 0 || hasBorder(element);
    for (const row of rowsOf(element)) {
      const cells: SourceCell[] = [];
      for (const cell of row.childNodes) {
        if (!isElement(cell) || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue;
        bordered ||= hasBorder(cell);
        cells.push({
          header: cell.tagName === 'th',
          rowSpan: span(cell, 'rowspan'),
          colSpan: span(cell, 'colspan'),
          paragraphs: this.cell(cell, lookOf(cell, look)),
        });
      }
      if (cells.length > 0) rows.push(cells);
    }
    if (rows.length > 0)
      this.blocks.push({ type: 'table', rows, bordered, locator: `đoạn ${this.count}` });
  }

  private cell(cell: HtmlElement, look: Look): SourceParagraph[] {
    const outer = this.blocks;
    this.blocks = [];
    this.block(cell, look);
    const inner = this.blocks;
    this.blocks = outer;
    return inner.flatMap((block) =>
      block.type === 'paragraph'
        ? [block]
        : block.rows.flatMap((row) => row.flatMap(({ paragraphs }) => paragraphs)),
    );
  }

  private text(value: string, look: Look): void {
    const text = value.replace(/[ \t\n\r\f]+/g, ' ');
    if (text === ' ' && this.runs.length === 0) return;
    this.push(text, look);
  }

  private push(text: string, { bold, italic, caps, font }: Look): void {
    this.runs.push({ text, bold, italic, caps, font });
  }

  private end(): void {
    const hasText = this.runs.some(({ text }) => text.trim() !== '');
    if (hasText) {
      this.count++;
      this.blocks.push({
        type: 'paragraph',
        runs: this.runs,
        generated: this.label === null ? null : { text: this.label, font: null },
        align: this.align,
        indent: 0,
        locator: `đoạn ${this.count}`,
      });
      this.label = null;
    }
    this.runs = [];
  }
}

function lookOf(element: HtmlElement, outer: Look): Look {
  const { tagName } = element;
  const style = attribute(element, 'style');
  const weight = /font-weight\s*:\s*(\w+)/i.exec(style)?.[1] ?? '';
  const isBold =
    /^(?:b|strong|h[1-6]|th)$/.test(tagName) || /^(?:bold|bolder|[6-9]00)$/.test(weight);
  const isPlain = /^(?:normal|[1-5]00)$/.test(weight);
  const family =
    /font-family\s*:\s*["']?([^;"',]+)/i.exec(style)?.[1] ?? attribute(element, 'face');
  const align = /text-align\s*:\s*(\w+)/i.exec(style)?.[1] ?? attribute(element, 'align');
  return {
    bold: isPlain ? false : isBold || outer.bold,
    italic: /^(?:i|em)$/.test(tagName) || /font-style\s*:\s*italic/i.test(style) || outer.italic,
    caps: /text-transform\s*:\s*uppercase/i.test(style) || outer.caps,
    font: family.trim() === '' ? outer.font : family.trim(),
    align: tagName === 'center' ? 'center' : (ALIGNMENTS[align.toLowerCase()] ?? outer.align),
  };
}

const ALIGNMENTS: Record<string, Alignment> = {
  center: 'center',
  right: 'right',
  left: 'left',
  justify: 'justify',
};

function rowsOf(table: HtmlElement): HtmlElement[] {
  return table.childNodes.filter(isElement).flatMap((child) => {
    if (child.tagName === 'tr') return [child];
    return /^(?:tbody|thead|tfoot)$/.test(child.tagName) ? rowsOf(child) : [];
  });
}

function hasBorder(element: HtmlElement): boolean {
  return /border(?:-\w+)*\s*:\s*(?!none|0|medium none)[^;]*\b(?:solid|windowtext|[1-9])/i.test(
    attribute(element, 'style'),
  );
}

function span(cell: HtmlElement, name: string): number {
  const value = Number(attribute(cell, name));
  return Number.isInteger(value) && value > 0 && value < 1000 ? value : 1;
}

function formatMarker(value: number, type: string): string {
  switch (type) {
    case 'a':
      return letters(value);
    case 'A':
      return letters(value).toUpperCase();
    case 'i':
      return formatRoman(value).toLowerCase();
    case 'I':
      return formatRoman(value);
    default:
      return String(value);
  }
}

/** a … z, aa, ab … as browsers count. */
function letters(value: number): string {
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  return text;
}

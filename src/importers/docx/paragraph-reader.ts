import type {
  Alignment,
  SourceCell,
  SourceParagraph,
  SourceRun,
  SourceTable,
} from '../../lib/structure/source.ts';
import type { FindingSink } from '../findings.ts';
import { Refusal } from '../import-error.ts';
import type { NumberingResolver } from './numbering.ts';
import { mergeLooks, paragraphLook, runLook } from './styles.ts';
import type { RunLook, Styles } from './styles.ts';
import { child, childrenOf, isOn, valueOf } from './xml.ts';
import type { XmlElement } from './xml.ts';

/** More paragraphs than any document of the library could have. */
const MOST_PARAGRAPHS = 30_000;
/** Changes of look; with this many, paragraphs and letters an import stays below 512 MB. */
const MOST_RUNS = 100_000;
const MOST_CHARACTERS = 3_000_000;
/** Word allows no more. */
const MOST_COLUMNS = 63;

export interface ReaderContext {
  styles: Styles;
  numbering: NumberingResolver;
  fonts: ReadonlyMap<string, string>;
  findings: FindingSink;
  /** Printed number of the next footnote or endnote; called in order of the text. */
  onNote: (kind: 'footnote' | 'endnote', id: string, isCustom: boolean) => string;
}

/** Reads paragraphs and tables of one part, in order. */
export class ParagraphReader {
  private readonly context: ReaderContext;
  private readonly locatorPrefix: string;
  private count = 0;
  private characters = 0;
  private runs = 0;
  private readonly fields: ('code' | 'result')[] = [];

  constructor(context: ReaderContext, locatorPrefix: string) {
    this.context = context;
    this.locatorPrefix = locatorPrefix;
  }

  /** A paragraph, and after it those of the text boxes that hang on it. */
  paragraph(element: XmlElement): SourceParagraph[] {
    if (++this.count > MOST_PARAGRAPHS) throw new Refusal('too-many-paragraphs');
    const { styles } = this.context;
    const properties = child(element, 'w:pPr');
    const styleId = valueOf(properties, 'w:pStyle') ?? styles.defaultParagraph;
    const styled = styles.paragraph(styleId);
    const look = { ...styled, ...paragraphLook(properties) };
    const locator = `${this.locatorPrefix}${this.count}`;
    this.trackedMarks(child(properties, 'w:rPr'), locator);
    const generated = this.label(properties, styleId);
    const base = mergeLooks([styles.run(styleId), styles.defaults]);
    const state: RunState = { runs: [], boxes: [], base, locator };
    this.content(element, state);
    const paragraph: SourceParagraph = {
      type: 'paragraph',
      runs: state.runs,
      generated,
      align: alignment(look.align),
      indent: look.indent ?? 0,
      locator,
    };
    return [paragraph, ...state.boxes];
  }

  table(element: XmlElement): SourceTable {
    const rows: SourceCell[][] = [];
    /** The cell that is merged downwards, by its first column. */
    const open = new Map<number, SourceCell>();
    const locator = `${this.locatorPrefix}${this.count + 1}`;
    for (const row of rowsOf(element)) rows.push(this.row(row, open));
    return {
      type: 'table',
      rows: rows.filter((row) => row.length > 0),
      bordered: isBordered(element),
      locator,
    };
  }

  private row(element: XmlElement, open: Map<number, SourceCell>): SourceCell[] {
    const cells: SourceCell[] = [];
    const properties = child(element, 'w:trPr');
    const header = isOn(properties, 'w:tblHeader') ?? false;
    this.trackedMarks(properties, this.place());
    let column = Number(valueOf(properties, 'w:gridBefore') ?? '0') || 0;
    for (const source of cellsOf(element)) {
      const look = child(source, 'w:tcPr');
      const wanted = Number(valueOf(look, 'w:gridSpan') ?? '1') || 1;
      const span = Math.max(1, Math.min(MOST_COLUMNS, wanted));
      const merge = valueOf(look, 'w:vMerge');
      const paragraphs = this.cell(source);
      const isMerged = merge !== undefined && merge !== 'restart';
      const above = isMerged && !paragraphs.some(hasWords) ? open.get(column) : undefined;
      if (isMerged && !above && open.has(column))
        this.context.findings.add('merged-cell-text', 'blocker', this.place());
      if (above) above.rowSpan++;
      else if (valueOf(look, 'w:hMerge') === 'continue' && cells.length > 0) {
        const last = cells.at(-1);
        if (last) last.colSpan += span;
        last?.paragraphs.push(...paragraphs.filter((paragraph) => paragraph.runs.length > 0));
      } else {
        const cell = { header, rowSpan: 1, colSpan: span, paragraphs };
        cells.push(cell);
        if (merge === undefined || isMerged) open.delete(column);
        else open.set(column, cell);
      }
      column += span;
    }
    return cells;
  }

  /** Paragraphs of a cell; those of a table inside it follow in reading order. */
  private cell(element: XmlElement): SourceParagraph[] {
    return unwrapped(element).flatMap((item) => {
      if (item.name === 'w:p') return this.paragraph(item);
      if (item.name !== 'w:tbl') return [];
      this.context.findings.add('nested-table', 'warning', this.place());
      return rowsOf(item).flatMap((row) => cellsOf(row).flatMap((cell) => this.cell(cell)));
    });
  }

  /** A row, or the mark that ends a paragraph, that was put in or taken out under tracking. */
  private trackedMarks(properties: XmlElement | undefined, place: string): void {
    const { findings } = this.context;
    if (child(properties, 'w:ins')) findings.add('tracked-insertion', 'blocker', place);
    if (child(properties, 'w:del')) findings.add('tracked-deletion', 'blocker', place);
  }

  private place(): string {
    return `${this.locatorPrefix}${this.count}`;
  }

  private label(properties: XmlElement | undefined, styleId: string): SourceParagraph['generated'] {
    const { styles, numbering } = this.context;
    const direct = paragraphLook(properties);
    const styled = styles.paragraph(styleId);
    const numId = direct.numId ?? styled.numId;
    if (numId === undefined || numId === '0') return null;
    const byStyle =
      direct.numId === undefined && styled.numberedBy !== undefined
        ? numbering.levelOfStyle(numId, styled.numberedBy)
        : undefined;
    const level = direct.level ?? byStyle ?? styled.level ?? 0;
    const label = numbering.next(numId, level);
    return label === null || label.text === '' ? null : label;
  }

  private content(element: XmlElement, state: RunState): void {
    for (const item of element.children) this.item(item, state);
  }

  private item(item: XmlElement, state: RunState): void {
    const { findings } = this.context;
    switch (item.name) {
      case 'w:r':
        this.run(item, state);
        break;
      case 'w:ins':
      case 'w:moveTo':
        if (hasText(item)) findings.add('tracked-insertion', 'blocker', state.locator);
        this.content(item, state);
        break;
      case 'w:del':
      case 'w:moveFrom':
        if (hasText(item)) findings.add('tracked-deletion', 'blocker', state.locator);
        break;
      case 'm:oMath':
      case 'm:oMathPara':
        findings.add('maths', 'warning', state.locator);
        this.push(state, mathText(item), state.base);
        break;
      case 'w:pPr':
      case 'w:rPr':
      case 'w:commentRangeStart':
        break;
      case 'mc:AlternateContent':
        this.content(chooseAlternative(item), state);
        break;
      default:
        // Hyperlinks, smart tags, content controls, fields: what is in them is text.
        this.content(item, state);
    }
  }

  private run(element: XmlElement, state: RunState): void {
    const properties = child(element, 'w:rPr');
    const { styles, fonts, findings } = this.context;
    const styled = styles.run(valueOf(properties, 'w:rStyle'));
    const look = mergeLooks([runLook(properties, fonts), styled, state.base]);
    if (look.hidden === true && hasText(element))
      findings.add('hidden-text', 'blocker', state.locator);
    if (look.struck === true && hasText(element))
      findings.add('struck-text', 'warning', state.locator);
    for (const item of element.children) this.runItem(item, look, state);
  }

  private runItem(item: XmlElement, look: RunLook, state: RunState): void {
    if (item.name === 'w:fldChar') {
      // What is chosen or ticked in a form of old is no text of the file.
      if (
        child(child(item, 'w:ffData'), 'w:ddList') ??
        child(child(item, 'w:ffData'), 'w:checkBox')
      )
        this.context.findings.add('form-field', 'blocker', state.locator);
      this.fieldMark(item.attributes['w:fldCharType'] ?? '');
      return;
    }
    if (this.fields.includes('code')) return;
    const text = RUN_TEXT[item.name];
    if (text !== undefined) this.push(state, text ?? item.text, look);
    else if (item.name === 'w:sym') this.symbol(item, look, state);
    else this.object(item, look, state);
  }

  private object(item: XmlElement, look: RunLook, state: RunState): void {
    const { findings } = this.context;
    switch (item.name) {
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.note(item, look, state);
        break;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        if (item.name === 'w:object') findings.add('embedded-object', 'blocker', state.locator);
        else if (hasPicture(item)) findings.add('picture', 'warning', state.locator);
        this.boxes(item, state);
        break;
      case 'mc:AlternateContent': {
        for (const inner of chooseAlternative(item).children) this.runItem(inner, look, state);
        break;
      }
      case 'w:ruby':
        this.content(item, state);
        break;
    }
  }

  private note(item: XmlElement, look: RunLook, state: RunState): void {
    const kind = item.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
    const isCustom = ['1', 'true'].includes(item.attributes['w:customMarkFollows'] ?? '');
    const label = this.context.onNote(kind, item.attributes['w:id'] ?? '', isCustom);
    if (label !== '') state.runs.push({ ...toRun('', look), note: label });
  }

  /** Text boxes stand after the paragraph that they hang on. */
  private boxes(element: XmlElement, state: RunState): void {
    if (element.name === 'w:txbxContent') {
      this.context.findings.add('text-box', 'note', state.locator);
      for (const item of unwrapped(element)) {
        if (item.name === 'w:p') state.boxes.push(...this.paragraph(item));
        else if (item.name === 'w:tbl')
          for (const row of this.table(item).rows)
            for (const cell of row) state.boxes.push(...cell.paragraphs);
      }
      return;
    }
    const inner = element.name === 'mc:AlternateContent' ? chooseAlternative(element) : element;
    for (const item of inner.children) this.boxes(item, state);
  }

  private symbol(item: XmlElement, look: RunLook, state: RunState): void {
    const code = parseInt(item.attributes['w:char'] ?? '', 16);
    if (!Number.isInteger(code) || code < 32 || code > 0xffff) return;
    const font = item.attributes['w:font'];
    const symbolLook = font === undefined ? look : { ...look, font };
    this.push(state, String.fromCharCode(code), symbolLook);
  }

  private push(state: RunState, text: string, look: RunLook): void {
    if (text === '') return;
    this.characters += text.length;
    if (this.characters > MOST_CHARACTERS) throw new Refusal('too-long');
    const run = toRun(text, look);
    const last = state.runs.at(-1);
    if (last?.note === undefined && last && sameLook(last, run)) last.text += text;
    else {
      if (++this.runs > MOST_RUNS) throw new Refusal('too-many-runs');
      state.runs.push(run);
    }
  }

  /** A field that begins and never ends would swallow all that follows. */
  end(): void {
    if (this.fields.length > 0)
      this.context.findings.add('field-open', 'blocker', this.locatorPrefix.trim());
  }

  private fieldMark(type: string): void {
    if (type === 'begin') this.fields.push('code');
    else if (type === 'separate' && this.fields.length > 0)
      this.fields[this.fields.length - 1] = 'result';
    else if (type === 'end') this.fields.pop();
  }
}

/** Block-level items of a part, a cell or a text box: wrappers taken off. */
export function unwrapped(element: XmlElement): XmlElement[] {
  return element.children.flatMap((item) => {
    if (item.name === 'w:p' || item.name === 'w:tbl') return [item];
    if (item.name === 'mc:AlternateContent') return unwrapped(chooseAlternative(item));
    return BLOCK_WRAPPERS.has(item.name) ? unwrapped(item) : [];
  });
}

interface RunState {
  runs: SourceRun[];
  boxes: SourceParagraph[];
  base: RunLook;
  locator: string;
}

/** Elements of a run that are text; null: their own text. */
const RUN_TEXT: Record<string, string | null> = {
  'w:t': null,
  'm:t': null,
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
  'w:softHyphen': '\u00AD',
};

const BLOCK_WRAPPERS = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:smartTag',
  'w:ins',
  'w:moveTo',
]);

function hasWords({ runs }: SourceParagraph): boolean {
  return runs.some(({ text, note }) => text.trim() !== '' || note !== undefined);
}

function rowsOf(table: XmlElement): XmlElement[] {
  return table.children.flatMap((item) =>
    item.name === 'w:tr' ? [item] : BLOCK_WRAPPERS.has(item.name) ? rowsOf(item) : [],
  );
}

function cellsOf(row: XmlElement): XmlElement[] {
  return row.children.flatMap((item) =>
    item.name === 'w:tc' ? [item] : BLOCK_WRAPPERS.has(item.name) ? cellsOf(item) : [],
  );
}

/** The newer form of a drawing; the older one where only that has a text. */
function chooseAlternative(element: XmlElement): XmlElement {
  const choice = child(element, 'mc:Choice');
  const fallback = child(element, 'mc:Fallback');
  const chosen = choice && (hasText(choice) || !fallback || !hasText(fallback)) ? choice : fallback;
  return chosen ?? { name: '', attributes: {}, children: [], text: '' };
}

function hasText(element: XmlElement): boolean {
  if (/^(?:w:t|w:delText|m:t|w:sym)$/.test(element.name))
    return element.name === 'w:sym' || element.text.trim() !== '';
  return element.children.some(hasText);
}

function hasPicture(element: XmlElement): boolean {
  if (/^(?:pic:pic|v:imagedata|v:textpath|c:chart|dgm:relIds|a:t)$/.test(element.name)) return true;
  return element.children.some(hasPicture);
}

function mathText(element: XmlElement): string {
  if (element.name === 'm:t' || element.name === 'w:t') return element.text;
  return element.children.map(mathText).join('');
}

function isBordered(table: XmlElement): boolean {
  const properties = child(table, 'w:tblPr');
  const borders = child(properties, 'w:tblBorders');
  const drawn = (element: XmlElement | undefined): boolean =>
    element?.children.some(
      (edge) => !['nil', 'none'].includes(edge.attributes['w:val'] ?? 'nil'),
    ) ?? false;
  if (drawn(borders)) return true;
  if (/grid/i.test(valueOf(properties, 'w:tblStyle') ?? '') && !borders) return true;
  return childrenOf(table, 'w:tr').some((row) =>
    childrenOf(row, 'w:tc').some((cell) => drawn(child(child(cell, 'w:tcPr'), 'w:tcBorders'))),
  );
}

function alignment(value: string | undefined): Alignment {
  if (value === 'center') return 'center';
  if (value === 'right' || value === 'end') return 'right';
  return value === 'both' || value === 'distribute' ? 'justify' : 'left';
}

function toRun(text: string, look: RunLook): SourceRun {
  return {
    text,
    font: look.font ?? null,
    bold: look.bold ?? false,
    italic: look.italic ?? false,
    caps: look.caps ?? false,
    ...(look.hidden === true ? { hidden: true as const } : {}),
  };
}

function sameLook(a: SourceRun, b: SourceRun): boolean {
  return (
    a.font === b.font &&
    a.bold === b.bold &&
    a.italic === b.italic &&
    a.caps === b.caps &&
    a.hidden === b.hidden
  );
}

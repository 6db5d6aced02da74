/**
 * What every reader of the importer gives: the paragraphs and tables of an original, as they stand
 * in it. Text is raw: not decoded, not composed, white space as found.
 */

/** Characters of one look. A printed line break is `\n`, a tab `\t`. */
export interface SourceRun {
  text: string;
  /** Name of the font, where the file tells. @example '.VnTime' */
  font: string | null;
  bold: boolean;
  italic: boolean;
  /** Shown in capitals, whatever is stored. */
  caps: boolean;
  /** Stored, but not shown: no part of the text. */
  hidden?: true;
  /** Printed number of a footnote that is called here; `text` is then ''. */
  note?: string;
}

export type Alignment = 'left' | 'center' | 'right' | 'justify';

export interface SourceParagraph {
  type: 'paragraph';
  runs: SourceRun[];
  /** Label that the program prints by itself; null when there is none or it is typed. */
  generated: { text: string; font: string | null } | null;
  align: Alignment;
  /** Indent of the first line, in twentieths of a point. */
  indent: number;
  /** Place in the original. @example 'đoạn 12', 'trang 3' */
  locator: string;
}

export interface SourceCell {
  header: boolean;
  rowSpan: number;
  colSpan: number;
  paragraphs: SourceParagraph[];
}

export interface SourceTable {
  type: 'table';
  rows: SourceCell[][];
  /** False for a table that only places things side by side. */
  bordered: boolean;
  locator: string;
}

export type SourceBlock = SourceParagraph | SourceTable;

export interface SourceNote {
  /** Printed number. */
  label: string;
  paragraphs: SourceParagraph[];
}

/** How a text was read. */
export type ImportMethod = 'docx' | 'doc' | 'rtf' | 'odt' | 'pdf' | 'html' | 'ocr';

/**
 * Something the reader met that the clerk must know. `blocker`: the text cannot be trusted to be
 * whole, so nothing is written unless the clerk allows it.
 */
export interface Finding {
  /** Id of the sentence, `import.finding.<id>`. */
  id: string;
  severity: 'blocker' | 'warning' | 'note';
  count: number;
  /** Where it was met first. */
  place: string;
}

export interface SourceDocument {
  method: ImportMethod;
  blocks: SourceBlock[];
  /** In the order in which they are called. */
  notes: SourceNote[];
  /** Text of page headers and footers, which is no part of the document. */
  furniture: string[];
  findings: Finding[];
  /** Hyphens, joins and the like that the reader took away or added; counted per reason. */
  changes: { reason: string; count: number; chars: number }[];
  /** The same text by an independent reading; null when there is none. */
  witness: Witness | null;
}

/** A second reading of the same file, by other code or another program. */
export interface Witness {
  /** @example 'w:t', 'antiword 0.37' */
  name: string;
  /** Raw text, in order of the document, footnotes at the end. */
  text: string;
  /** False where the witness prints automatic numbers too. */
  withoutGenerated: boolean;
  /** Text that only the witness has, with the reason. */
  extra: { reason: string; chars: number }[];
}

/** Text of a paragraph as found, without its automatic label and what is hidden. */
export function rawText(paragraph: SourceParagraph): string {
  return shownRuns(paragraph)
    .map((run) => run.text)
    .join('');
}

/** Runs that a reader sees. */
export function shownRuns({ runs }: SourceParagraph): SourceRun[] {
  return runs.filter(({ hidden }) => hidden !== true);
}

/** Everything that is stored, hidden text too: what an independent reading of the file sees. */
export function storedText({ runs }: SourceParagraph): string {
  return runs.map((run) => run.text).join('');
}

/** Every paragraph in reading order, those of tables too. */
export function paragraphsOf(blocks: readonly SourceBlock[]): SourceParagraph[] {
  return blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? [block]
      : block.rows.flatMap((row) => row.flatMap((cell) => cell.paragraphs)),
  );
}

/**
 * The provision tree: one parse of a document's body, the single source for its page, search
 * records, exports and citations.
 */

/** A run of text inside a block. Text is NFC, unescaped: what the reader sees. */
export type Inline =
  | { type: 'text'; value: string }
  | { type: 'strong'; children: Inline[] }
  | {
      type: 'emphasis';
      /** `_` when the source marks it so; `*` otherwise. */
      marker?: '_';
      children: Inline[];
    }
  | { type: 'link'; href: string; children: Inline[] }
  | { type: 'footnote-ref'; label: string }
  | { type: 'break' };

/**
 * Typographic form of a label. Labels of one form are of one level, so the ladder of a document
 * (`scale`) is a list of forms. `decimal` is followed by its depth: `decimal2` is `1.1.`.
 */
export type LabelForm =
  | 'part'
  | 'chapter'
  | 'section'
  | 'subsection'
  | 'article'
  | 'capital'
  | 'roman'
  | 'arabic'
  | 'arabic-paren'
  | `decimal${number}`
  | 'letter'
  | 'letter-dot'
  | 'letter-number'
  | 'small-roman'
  | 'dash'
  | 'plus'
  | 'bullet';

/**
 * A label printed before a unit; made by `parseLabel`.
 *
 * @example { printed: 'Điều 5.', form: 'article', kind: 'article', number: '5' }
 */
export interface PrintedLabel {
  /** Exactly as printed, with its punctuation. @example 'đ)' */
  printed: string;
  form: LabelForm;
  /** What the unit is; for `1.`, `a)` and the like decided by where it stands. */
  kind: ProvisionKind;
  /** Number as printed, without word and punctuation. @example '5a', 'III', 'đ', '2.1', 'thứ nhất' */
  number: string;
}

/**
 * Kinds of unit that a drafter numbers, plus the scopes that hold them.
 *
 * `roman` (I.), `number` (1., 1.1.) are the units of resolutions, directives and conclusions,
 * which have no Điều; `clause` (khoản) and `point` (điểm) stand under an article.
 * `anchored` is a place that an `<Anchor>` names (an unnumbered paragraph, the opening).
 */
export type ProvisionKind =
  | 'part'
  | 'chapter'
  | 'section'
  | 'subsection'
  | 'article'
  | 'clause'
  | 'point'
  | 'subpoint'
  | 'roman'
  | 'number'
  | 'dash'
  | 'opening'
  | 'closing'
  | 'attached'
  | 'annex'
  | 'anchored';

/** Text of one paragraph of the original (or of our gist), with the line of the file it starts on. */
export interface Paragraph {
  type: 'paragraph';
  /** Bold label at its start, when the paragraph opens a provision. */
  label: PrintedLabel | null;
  content: Inline[];
  /** 1-based line in the file that was parsed. */
  line: number;
}

/** A Markdown heading: a unit with a title (`## Chương I …`, `### Điều 5. …`) or a plain title (`# …`). */
export interface Heading {
  type: 'heading';
  /** Number of `#`. */
  level: number;
  label: PrintedLabel | null;
  content: Inline[];
  line: number;
}

/** Quoted amending text (`> …`): never on the main chain, no public anchor. */
export interface Quote {
  type: 'quote';
  blocks: Block[];
  line: number;
}

export interface TableCell {
  header: boolean;
  rowSpan: number;
  colSpan: number;
  /** One entry per paragraph of the cell. */
  paragraphs: Inline[][];
}

export interface Table {
  type: 'table';
  rows: TableCell[][];
  line: number;
}

/** Our own summary of a provision; never official text. */
export interface Gist {
  type: 'gist';
  /** Our words for what the unit is about, where the official heading was not seen. */
  title: string | null;
  /** Ids of entries of the front matter's `sources`. */
  sources: string[];
  /** True when only a part of the provision was seen. */
  partial: boolean;
  paragraphs: Paragraph[];
  line: number;
}

export type Block = Paragraph | Heading | Quote | Table | Gist;

export type WrapperTag = 'Opening' | 'Closing' | 'Attached' | 'Annex';

/** A part of the document that is no numbered unit: `<Opening> … </Opening>`. */
export interface Wrapper {
  type: 'wrapper';
  tag: WrapperTag;
  children: BodyNode[];
  line: number;
}

/**
 * `<Anchor id="mo_3" label="…" />`: what follows is an addressable place. Without a label, directly
 * before a labelled block, it gives that unit another id than its printed label would.
 */
export interface AnchorMark {
  type: 'anchor';
  id: string;
  label: string | null;
  line: number;
}

/**
 * `<Gap />` in an outline: units that were not seen are missing here, so what follows is not known to
 * stand in the same chapter. It ends every open unit of its scope and changes no anchor.
 */
export interface GapMark {
  type: 'gap';
  line: number;
}

/** `[^12]: …`, where it stands in the file. */
export interface FootnoteDefinition {
  type: 'footnote-definition';
  label: string;
  blocks: Paragraph[];
  line: number;
}

/** A body as written, in the order of the file: what is parsed from it and written back. */
export type BodyNode = Block | Wrapper | AnchorMark | GapMark | FootnoteDefinition;

/** One addressable unit. */
export interface Provision {
  /** Permanent anchor. @example 'kt-d5-2-dd' */
  id: string;
  kind: ProvisionKind;
  /** Printed label; null for scopes and anchored places. */
  printed: PrintedLabel | null;
  /** Full name in a citation, innermost first. @example 'điểm đ khoản 2 Điều 5' */
  label: string;
  /** Title on the label's line or from the next paragraph, plain text; null when there is none. */
  heading: string | null;
  /** Which of several attached instruments it is, 1-based; null for the only one and all else. */
  order: number | null;
  /** 1-based line of the file on which it begins. */
  line: number;
  /** Enclosing unit; null at the top. Articles hang under their chapter, though their id is flat. */
  parent: Provision | null;
  /** Own blocks, in order, the labelled block first, before the first child unit. */
  blocks: Block[];
  children: Provision[];
}

/** A footnote, by its printed number. */
export interface Footnote {
  label: string;
  /** Id of the attached instrument or annex whose own numbering it belongs to; '' for the document. */
  scope: string;
  blocks: Paragraph[];
  line: number;
}

export interface ProvisionTree {
  /** Blocks before the first unit, outside every wrapper. */
  preamble: Block[];
  children: Provision[];
  footnotes: Footnote[];
  /** Every unit by its id, in order of the document. */
  byId: Map<string, Provision>;
}

/** Something wrong in a body; ids and sentences are in the problem table. */
export interface ParseProblem {
  /** Permanent id. @example 'markup-not-allowed' */
  id: string;
  /** 1-based, in the file that was parsed. */
  line: number;
  column: number;
  /** Values for the sentence's slots. */
  values: Record<string, string>;
}

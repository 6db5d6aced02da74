import type { Block, Footnote, Inline, Provision, ProvisionTree } from '../provision/types.ts';
import { plainInline, plainText } from '../provision/text.ts';
import { scopeOf } from '../provision/naming.ts';
import { assignEIds } from './e-id.ts';

/** A run of text with its marks; see the schema. */
export interface TextJson {
  /** Plain text; a printed line break is `\n`, footnote marks are left out. */
  text: string;
  /** The same with its marks; only where there are any. */
  content?: Inline[];
}

export type BlockJson =
  | ({ type: 'paragraph' | 'heading'; label: string | null } & TextJson)
  | { type: 'quote'; blocks: BlockJson[] }
  | { type: 'table'; rows: CellJson[][] }
  | {
      type: 'gist';
      official: false;
      title: string | null;
      partial: boolean;
      sources: string[];
      text: string;
    };

export interface CellJson {
  header: boolean;
  rowSpan: number;
  colSpan: number;
  paragraphs: TextJson[];
}

export interface UnitJson {
  id: string;
  eId: string;
  kind: Provision['kind'];
  label: string;
  /** Anchor of the attached instrument or annex that it is in, or is. */
  scope: string | null;
  printed: string | null;
  number: string | null;
  heading: string | null;
  blocks: BlockJson[];
  units: UnitJson[];
}

export interface BodyJson {
  preamble: BlockJson[];
  units: UnitJson[];
  footnotes: { label: string; scope: string | null; blocks: BlockJson[] }[];
}

/** The body of a document as nested units. */
export function bodyToJson(tree: ProvisionTree): BodyJson {
  const eIds = assignEIds(tree);
  return {
    preamble: tree.preamble.map(blockToJson),
    units: tree.children.map((unit) => unitToJson(unit, eIds)),
    footnotes: tree.footnotes.map(footnoteToJson),
  };
}

function unitToJson(unit: Provision, eIds: ReadonlyMap<Provision, string>): UnitJson {
  const { id, kind, label, printed, heading, blocks, children } = unit;
  return {
    id,
    eId: eIds.get(unit) ?? id,
    kind,
    label,
    scope: scopeOf(unit)?.id ?? null,
    printed: printed?.printed ?? null,
    number: printed === null || printed.number === '' ? null : printed.number,
    heading,
    blocks: blocks.map(blockToJson),
    units: children.map((child) => unitToJson(child, eIds)),
  };
}

function footnoteToJson({ label, scope, blocks }: Footnote): BodyJson['footnotes'][number] {
  return { label, scope: scope === '' ? null : scope, blocks: blocks.map(blockToJson) };
}

function blockToJson(block: Block): BlockJson {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return {
        type: block.type,
        label: block.label?.printed ?? null,
        ...textToJson(block.content),
      };
    case 'quote':
      return { type: 'quote', blocks: block.blocks.map(blockToJson) };
    case 'table':
      return {
        type: 'table',
        rows: block.rows.map((row) =>
          row.map(({ header, rowSpan, colSpan, paragraphs }) => ({
            header,
            rowSpan,
            colSpan,
            paragraphs: paragraphs.map(textToJson),
          })),
        ),
      };
    case 'gist': {
      const { title, partial, sources, paragraphs } = block;
      const text = plainText(paragraphs);
      return { type: 'gist', official: false, title, partial, sources, text };
    }
  }
}

function textToJson(content: readonly Inline[]): TextJson {
  const text = plainInline(content);
  const isPlain = content.every(({ type }) => type === 'text');
  return isPlain ? { text } : { text, content: [...content] };
}

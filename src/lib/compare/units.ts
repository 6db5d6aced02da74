import type { Block, Provision, ProvisionTree } from '../provision/types.ts';
import { blocksOf, plainInline, plainText } from '../provision/text.ts';
import { scopeOf } from '../provision/naming.ts';

/** A part of a document that is compared as a whole. */
export interface CompareUnit {
  /** Anchor; '' for what stands before the first unit. */
  id: string;
  /** Name in a citation; '' for what stands before the first unit. @example 'Điều 5' */
  label: string;
  heading: string | null;
  /** A chapter and the like: only its own words are compared, its units have rows of their own. */
  isGroup: boolean;
  /** Official text without the printed label that names the unit; heading first. */
  text: string;
  /** Only units of one realm answer to one another. */
  realm: 'opening' | 'closing' | 'text';
  /** Anchor of the attached instrument or annex that it is in; '' for the document itself. */
  scope: string;
  /** Anchors of the enclosing groups, outermost first. */
  groups: readonly string[];
}

/**
 * The units of a document as they are compared, in its order: Điều; in a document without Điều the
 * innermost of the units with a heading or number below which there are only points and dashes;
 * chapters and the like as groups; openings, closings, annexes without units as they are.
 *
 * Gists are no text; footnotes are left out.
 */
export function compareUnits({ preamble, children }: ProvisionTree): CompareUnit[] {
  const opening = plainText(preamble);
  const before: CompareUnit[] =
    opening === ''
      ? []
      : [
          {
            id: '',
            label: '',
            heading: null,
            isGroup: false,
            text: opening,
            realm: 'opening',
            scope: '',
            groups: [],
          },
        ];
  return [...before, ...children.flatMap((unit) => unitsOf(unit, []))];
}

/** Units that hold others, and those that they hold. */
const HOLDERS: readonly Provision['kind'][] = [
  'part',
  'chapter',
  'section',
  'subsection',
  'attached',
  'annex',
  'roman',
];
const HELD: readonly Provision['kind'][] = [...HOLDERS, 'article', 'number'];

function unitsOf(unit: Provision, groups: readonly string[]): CompareUnit[] {
  const isGroup =
    HOLDERS.includes(unit.kind) && unit.children.some(({ kind }) => HELD.includes(kind));
  if (!isGroup) return [makeUnit(unit, false, blocksOf(unit), groups)];
  const inner = [...groups, unit.id];
  return [
    makeUnit(unit, true, unit.blocks, groups),
    ...unit.children.flatMap((child) => unitsOf(child, inner)),
  ];
}

function makeUnit(
  unit: Provision,
  isGroup: boolean,
  blocks: readonly Block[],
  groups: readonly string[],
): CompareUnit {
  return {
    id: unit.id,
    label: unit.label,
    heading: unit.heading,
    isGroup,
    text: textWithoutLabel(blocks),
    realm: unit.kind === 'opening' || unit.kind === 'closing' ? unit.kind : 'text',
    scope: scopeOf(unit)?.id ?? '',
    groups,
  };
}

function textWithoutLabel(blocks: readonly Block[]): string {
  const [first, ...rest] = blocks.filter(({ type }) => type !== 'gist');
  if (first?.type !== 'heading' && first?.type !== 'paragraph') return plainText(blocks);
  return [plainInline(first.content), plainText(rest)].filter((text) => text !== '').join('\n');
}

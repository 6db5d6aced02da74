import type { Block, Provision, ProvisionKind } from '../../provision/types.ts';
import { escapeXml, xmlBlock, xmlElement } from '../xml.ts';
import { writeBlocks, writeInlines, type TextContext } from './blocks.ts';

/** What writing the units of one document carries along. */
export interface UnitContext extends TextContext {
  eIds: ReadonlyMap<Provision, string>;
  /** True when the library does not hold the words of the units, only their labels. */
  isOutline: boolean;
}

/** Element of each kind of unit; scopes are written apart. */
const ELEMENTS: Partial<Record<ProvisionKind, string>> = {
  part: 'part',
  chapter: 'chapter',
  section: 'section',
  subsection: 'subsection',
  article: 'article',
  clause: 'paragraph',
  point: 'point',
  subpoint: 'subparagraph',
  roman: 'section',
  number: 'paragraph',
  dash: 'indent',
  anchored: 'alinea',
};

/** Whether a unit stands in the body of its document, and not before, after or beside it. */
export function isBodyUnit({ kind }: Provision): boolean {
  return ELEMENTS[kind] !== undefined;
}

/** A unit with all below it. */
export function writeUnit(unit: Provision, context: UnitContext): string {
  const { num, heading, rest } = openUnit(unit, context);
  const own = [...rest, ...writeBlocks(blocksAfterLabel(unit), context)];
  const children = unit.children.map((child) => writeUnit(child, context));
  return xmlBlock(ELEMENTS[unit.kind] ?? 'level', idsOf(unit, context), [
    num,
    heading,
    ...(children.length > 0
      ? [own.length > 0 ? xmlBlock('intro', {}, own) : '', ...children]
      : [writeContent(own, context)]),
  ]);
}

/** Words that the library does not hold are said to be missing. */
function writeContent(own: readonly string[], { isOutline }: UnitContext): string {
  const isMissing = isOutline && own.length === 0;
  return xmlBlock('content', { status: isMissing ? 'incomplete' : null }, own);
}

/**
 * A unit before or after the body, where the standard has no hierarchy: a container that keeps its
 * label and eId.
 *
 * @param name `container` on the outside, `blockContainer` within.
 */
export function writeContainer(
  unit: Provision,
  name: 'container' | 'blockContainer',
  context: UnitContext,
): string {
  const { num, heading, rest } = openUnit(unit, context);
  const inner = [
    ...rest,
    ...writeBlocks(blocksAfterLabel(unit), context),
    ...unit.children.map((child) => writeContainer(child, 'blockContainer', context)),
  ];
  const content = inner.length > 0 ? inner : [xmlElement('p')];
  const attributes = idsOf(unit, context);
  return name === 'container'
    ? xmlBlock('container', { name: unit.kind, ...attributes }, content)
    : xmlBlock('blockContainer', attributes, [num, heading, ...content]);
}

/** Ids of a unit: the eId of the standard, and our permanent anchor as the id of the work. */
export function idsOf(unit: Provision, { eIds }: UnitContext): Record<string, string> {
  return { eId: eIds.get(unit) ?? unit.id, wId: unit.id };
}

/** Label and heading of a unit; `rest` is the paragraph that stands on the label's line. */
function openUnit(
  unit: Provision,
  context: TextContext,
): { num: string; heading: string; rest: string[] } {
  const opener = openerOf(unit);
  if (!opener?.label) return { num: '', heading: '', rest: [] };
  const num = xmlElement('num', {}, escapeXml(opener.label.printed));
  const text = writeInlines(opener.content, context);
  if (text === '') return { num, heading: '', rest: [] };
  return opener.type === 'heading'
    ? { num, heading: xmlElement('heading', {}, text), rest: [] }
    : { num, heading: '', rest: [xmlElement('p', {}, text)] };
}

function openerOf({
  printed,
  blocks,
}: Provision): Extract<Block, { type: 'heading' | 'paragraph' }> | null {
  const [first] = blocks;
  const isLabelled = printed !== null && (first?.type === 'heading' || first?.type === 'paragraph');
  return isLabelled && first.label !== null ? first : null;
}

function blocksAfterLabel(unit: Provision): Block[] {
  return openerOf(unit) === null ? unit.blocks : unit.blocks.slice(1);
}

import { countedParagraphs } from '../provision/lookup.ts';
import { countInstruments } from '../provision/naming.ts';
import type { Paragraph, Provision, ProvisionKind, ProvisionTree } from '../provision/types.ts';
import { derive } from './derived.ts';

/** A unit of a document without its text, as plain JSON. */
export type OutlineUnit = [
  id: string,
  label: string,
  kind: ProvisionKind,
  /** Index among the units, −1 at the top. */
  parent: number,
  /** Paragraphs that a citation can count. */
  paragraphs: number,
  /** Title, of an attached instrument only. */
  heading?: string,
];

/** The units of a document without their texts, in its order. Kept where values are, see `derive`. */
export function outlineUnits(tree: ProvisionTree): OutlineUnit[] {
  return derive(tree, 'outline', () => narrowTree(tree));
}

function narrowTree({ byId }: ProvisionTree): OutlineUnit[] {
  const units = [...byId.values()];
  const places = new Map(units.map((unit, place) => [unit, place]));
  return units.map((unit): OutlineUnit => {
    const { id, label, kind, heading } = unit;
    const parent = unit.parent ? (places.get(unit.parent) ?? -1) : -1;
    const known = [id, label, kind, parent, countedParagraphs(unit).length] as const;
    return kind === 'attached' && heading !== null ? [...known, heading] : [...known];
  });
}

const EMPTY_PARAGRAPH: Paragraph = { type: 'paragraph', label: null, content: [], line: 0 };

/** The inverse of {@link outlineUnits}: units with as many paragraphs, all of them empty. */
export function treeOfUnits(units: readonly OutlineUnit[]): ProvisionTree {
  const revived = units.map(([id, label, kind, , paragraphs, heading = null]): Provision => {
    const empty = { printed: null, order: null, line: 0, parent: null };
    const blocks = Array.from({ length: paragraphs }, (): Paragraph => ({ ...EMPTY_PARAGRAPH }));
    return { id, kind, label, heading, ...empty, blocks, children: [] };
  });
  const children: Provision[] = [];
  for (const [place, [, , , above]] of units.entries()) {
    const unit = revived[place];
    if (!unit) continue;
    unit.parent = revived[above] ?? null;
    (unit.parent?.children ?? children).push(unit);
  }
  countInstruments(children);
  const byId = new Map(revived.map((unit) => [unit.id, unit]));
  return { preamble: [], children, footnotes: [], byId };
}

import { countedParagraphs } from '../provision/lookup.ts';
import { countInstruments } from '../provision/naming.ts';
import type { Paragraph, Provision, ProvisionKind, ProvisionTree } from '../provision/types.ts';
import { derive, makeOnce } from './derived.ts';

/**
 * The units of a document without their texts, in its order: of each a line with its id, its label,
 * its kind (place among {@link KINDS}) and depth as digits of base 36, and the number of its
 * paragraphs. What id and label have in common with those of the unit around them is left out: the
 * id then begins with its joint, and the label ends with {@link GOES_ON}.
 *
 * @example ['d5 Điều 5 400', 'd5-2 khoản 2 Điều 5 511'] // as it would be if nothing were left out
 * @example ['d5 Điều 5 400', '-2 khoản 2\n 511']
 */
export interface Outline {
  units: string[];
  /** Titles of attached instruments, by place. */
  headings: [place: number, heading: string][];
}

/** Stands where a label goes on with that of the unit around it. */
const GOES_ON = '\n';

/** Every kind; one that is new comes last. */
const KINDS = [
  'part',
  'chapter',
  'section',
  'subsection',
  'article',
  'clause',
  'point',
  'subpoint',
  'roman',
  'number',
  'dash',
  'opening',
  'closing',
  'attached',
  'annex',
  'anchored',
] as const satisfies readonly ProvisionKind[];

/** The units of a document without their texts. Kept where values are, see `derive`. */
export function outlineUnits(tree: ProvisionTree): Outline {
  return makeOnce(tree, 'outline', () => derive(tree, 'outline', () => narrowTree(tree)));
}

function narrowTree({ byId }: ProvisionTree): Outline {
  const units = [...byId.values()];
  return {
    units: units.map(writeUnit),
    headings: units.flatMap(({ kind, heading }, place): Outline['headings'] =>
      kind === 'attached' && heading !== null ? [[place, heading]] : [],
    ),
  };
}

function writeUnit(unit: Provision): string {
  const { kind, parent } = unit;
  const digits = `${KINDS.indexOf(kind).toString(36)}${depthOf(unit).toString(36)}`;
  const names = parent === null ? unit : withoutOuter(unit, parent);
  return `${names.id} ${names.label} ${digits}${countedParagraphs(unit).length}`;
}

type Names = Pick<Provision, 'id' | 'label'>;

function withoutOuter({ id, label }: Names, outer: Names): Names {
  const isBelow = id.startsWith(outer.id) && /^[-_]/.test(id.slice(outer.id.length));
  const goesOn = outer.label !== '' && label.endsWith(` ${outer.label}`);
  return {
    id: isBelow ? id.slice(outer.id.length) : id,
    label: goesOn ? `${label.slice(0, -outer.label.length - 1)}${GOES_ON}` : label,
  };
}

/** The inverse of {@link withoutOuter}. */
function withOuter({ id, label }: Names, outer: Names): Names {
  return {
    id: /^[-_]/.test(id) ? outer.id + id : id,
    label: label.endsWith(GOES_ON) ? `${label.slice(0, -GOES_ON.length)} ${outer.label}` : label,
  };
}

function depthOf({ parent }: Provision): number {
  return parent === null ? 0 : depthOf(parent) + 1;
}

const EMPTY_PARAGRAPH: Paragraph = { type: 'paragraph', label: null, content: [], line: 0 };

/** An outline of units of which nothing is known but their ids and labels. */
export function listUnits(units: readonly (readonly [id: string, label: string])[]): Outline {
  const kind = KINDS.indexOf('anchored').toString(36);
  return { units: units.map(([id, label]) => `${id} ${label} ${kind}00`), headings: [] };
}

/** A unit as an outline has it. */
export interface OutlineUnit {
  id: string;
  label: string;
  kind: ProvisionKind;
  /** Of how many units it is a part. */
  depth: number;
  /** Paragraphs that a citation can count. */
  paragraphs: number;
}

/** The units of an outline, in its order. */
export function readOutline({ units }: Outline): OutlineUnit[] {
  /** The last unit of each depth. */
  const open: OutlineUnit[] = [];
  return units.map((line) => {
    const digits = line.slice(line.lastIndexOf(' ') + 1);
    const depth = Number.parseInt(digits[1] ?? '', 36);
    const end = line.indexOf(' ');
    const names = { id: line.slice(0, end), label: line.slice(end + 1, -digits.length - 1) };
    const outer = open[depth - 1];
    const unit: OutlineUnit = {
      ...(outer === undefined ? names : withOuter(names, outer)),
      kind: KINDS[Number.parseInt(digits[0] ?? '', 36)] ?? 'anchored',
      depth,
      paragraphs: Number(digits.slice(2)),
    };
    open[depth] = unit;
    return unit;
  });
}

/** Attached instruments and annexes of an outline, which a citation names beside a unit. */
export function outlineScopes(outline: Outline): unknown[] {
  if (!outline.units.some((line) => SCOPES.has(line.charAt(line.lastIndexOf(' ') + 1)))) return [];
  const headings = new Map(outline.headings);
  return readOutline(outline).flatMap(({ id, label, kind }, place) =>
    kind === 'attached' || kind === 'annex' ? [[id, label, kind, headings.get(place)]] : [],
  );
}

/** Digits of the kinds of {@link outlineScopes}. */
const SCOPES = new Set([
  KINDS.indexOf('attached').toString(36),
  KINDS.indexOf('annex').toString(36),
]);

/** The inverse of {@link outlineUnits}: units with as many paragraphs, all of them empty. */
export function treeOfUnits(outline: Outline): ProvisionTree {
  const headings = new Map(outline.headings);
  const children: Provision[] = [];
  const byId = new Map<string, Provision>();
  /** The last unit of each depth. */
  const open: Provision[] = [];
  for (const [place, { id, label, kind, depth, paragraphs }] of readOutline(outline).entries()) {
    const blocks = Array.from({ length: paragraphs }, () => ({ ...EMPTY_PARAGRAPH }));
    const [parent, heading] = [open[depth - 1] ?? null, headings.get(place) ?? null];
    const empty = { printed: null, order: null, line: 0, children: [] };
    const unit: Provision = { id, kind, label, heading, parent, blocks, ...empty };
    (parent?.children ?? children).push(unit);
    open[depth] = unit;
    byId.set(id, unit);
  }
  countInstruments(children);
  return { preamble: [], children, footnotes: [], byId };
}

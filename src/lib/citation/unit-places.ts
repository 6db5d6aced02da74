import { fold } from '../text/fold.ts';
import { scopeOf } from '../provision/naming.ts';
import type { Provision, ProvisionTree } from '../provision/types.ts';
import { UNITS } from './labels.ts';
import type { ProvisionPath } from './provision-path.ts';
import { readProvisionRun } from './provision-run.ts';
import { tokenize } from './tokens.ts';

/** What a citation says of a place besides the numbers of its units. */
export interface PlaceWords {
  /** Words that stand for the unit: "phần mở đầu", "Mẫu số 01"; `WHOLE` for "toàn văn". */
  unit?: string;
  /** Words that stand for the form or annex that holds the unit: "mục 1 Mẫu số 01". */
  scope?: string;
  /** Anchor, where the citation prints the address: "(901-qd-tv-2031#kt-d5)". */
  anchor?: string;
}

/** The instrument that a citation goes through: "Quy chế đọc sách, văn bản thứ hai kèm theo …". */
export interface CitedInstrument {
  /** Its name as cited, folded words. */
  words: string;
  /** Which of the instruments it is, when the citation counts them; 1-based. */
  order: number | null;
}

/** Stands for the instrument as a whole: "toàn văn Quy chế …". */
export const WHOLE = 'toan van';

/** Labels that the grammar certainly reads, which are nearly all: they need no words of their own. */
const PLAIN_LABEL =
  /^(?:(?:(?:khoản|điểm|Điều) \d{1,3}[a-z]?|điểm [a-zđ]|(?:Chương|[Mm]ục|Phụ lục) (?:[IVX]+|\d+))(?: |$))+$/u;

/**
 * Words for the units of a tree that the grammar of numbers cannot read: "phần mở đầu", "Mẫu số
 * 01", what an editor has named.
 */
export function unitWords({ byId }: ProvisionTree): string[] {
  return [...byId.values()]
    .filter(({ kind, label }) => kind !== 'attached' && !PLAIN_LABEL.test(label))
    .map(({ label }) => label)
    .filter((label) => pathKeyOf(label) === null && isName(label));
}

/** Words and numbers alone, and not such as the grammar reads in another way. */
function isName(label: string): boolean {
  const isPlain = /^[\p{L}\p{N}]+(?:,? [\p{L}\p{N}]+)*$/u.test(label);
  return isPlain && wordKey(label) !== WHOLE && readProvisionRun(tokenize(label), 0) === null;
}

/** Key of words, however they are spelled and parted. @example wordKey('Phần mở đầu') // 'phan mo dau' */
export function wordKey(text: string): string {
  return (fold(text).match(/[a-z0-9]+/g) ?? []).join(' ');
}

/** Key of the units that a path names, whatever their order; without the annex that holds them. */
function pathKey({ ids }: ProvisionPath): string {
  return UNITS.flatMap((unit) => {
    const own = unit === 'annex' ? undefined : ids[unit];
    return own ? [`${unit}:${own.join('.')}`] : [];
  }).join('/');
}

/** Keys of labels already read: all documents together have few thousand distinct ones. */
const pathKeys = new Map<string, string | null>();
const MOST_PATH_KEYS = 50_000;

function pathKeyOf(label: string): string | null {
  const known = pathKeys.get(label);
  if (known !== undefined) return known;
  if (pathKeys.size >= MOST_PATH_KEYS) pathKeys.clear();
  const key = readPathKey(label);
  pathKeys.set(label, key);
  return key;
}

function readPathKey(label: string): string | null {
  const tokens = tokenize(label);
  const run = readProvisionRun(tokens, 0);
  const [path, more] = run?.targets ?? [];
  if (!path || more || run?.end !== tokens.count) return null;
  return path.ids.annex ? annexKey(path.ids.annex) : pathKey(path);
}

/** Key of a label; null for one that no citation can say. */
function keyOf(label: string): string | null {
  return pathKeyOf(label) ?? (isName(label) ? wordKey(label) : null);
}

function annexKey(ids: readonly string[]): string {
  return `annex:${ids.join('.')}`;
}

/** Per scope (id of an attached instrument or annex, or ''), the anchors of its units by key. */
type PlaceTable = ReadonlyMap<string, ReadonlyMap<string, string | null>>;

const tables = new WeakMap<ProvisionTree, PlaceTable>();

/** Units by what their labels say; null for a key that two units of a scope have. */
function placeTable(tree: ProvisionTree): PlaceTable {
  const known = tables.get(tree);
  if (known) return known;
  const table = new Map<string, Map<string, string | null>>();
  for (const unit of tree.byId.values()) {
    if (unit.kind === 'attached') continue;
    const scope = holderOf(unit)?.id ?? '';
    const units = table.get(scope) ?? new Map<string, string | null>();
    const key = keyOf(unit.label);
    if (key === null) continue;
    units.set(key, units.has(key) ? null : unit.id);
    table.set(scope, units);
  }
  tables.set(tree, table);
  return table;
}

/** The attached instrument or annex that holds a unit; of an annex the one around it. */
function holderOf(unit: Provision): Provision | null {
  return unit.kind === 'annex' ? unit.parent && scopeOf(unit.parent) : scopeOf(unit);
}

/**
 * Whether the label of a unit, with its scope, says which unit of its document is meant.
 *
 * An attached instrument is named by its title, which is for the formatter to judge.
 */
export function isToldByLabel(unit: Provision, tree: ProvisionTree): boolean {
  if (unit.kind === 'attached') return true;
  const key = keyOf(unit.label);
  if (key === null) return false;
  const holder = holderOf(unit);
  const isHeld = holder?.kind !== 'annex' || isToldByLabel(holder, tree);
  return (
    isHeld &&
    placeTable(tree)
      .get(holder?.id ?? '')
      ?.get(key) === unit.id
  );
}

/**
 * The unit of a known text that a citation names, by the very words of the unit's label.
 *
 * @param instrument The attached instrument that the citation goes through; null within the document.
 * @returns Its anchor; null when no unit, or more than one, has such a label.
 */
export function findUnit(
  tree: ProvisionTree,
  path: ProvisionPath,
  instrument: CitedInstrument | null,
  title: string | null,
): string | null {
  const { place, ids } = path;
  if (place?.anchor !== undefined) return tree.byId.has(place.anchor) ? place.anchor : null;
  const base = instrument === null ? '' : chooseInstrument(tree, instrument, title);
  if (base === null) return null;
  if (place?.unit === WHOLE) return base === '' ? null : base;
  const held = ids.annex ? annexKey(ids.annex) : place?.scope;
  const scope = held === undefined ? base : findAnnex(tree, base, held);
  if (scope === null) return null;
  const key = place?.unit ?? pathKey(path);
  if (key === '') return scope === '' ? null : scope;
  return placeTable(tree).get(scope)?.get(key) ?? null;
}

/** An annex of the instrument, else the only one of its name in the whole document. */
function findAnnex(tree: ProvisionTree, base: string, key: string): string | null {
  const table = placeTable(tree);
  const own = table.get(base)?.get(key);
  if (own != null) return own;
  const others = [...table.values()].flatMap((units) => units.get(key) ?? []);
  const [only, more] = others.filter((id) => tree.byId.get(id)?.kind === 'annex');
  return more === undefined ? (only ?? null) : null;
}

/** By its place, else by its title; the first where neither tells. */
function chooseInstrument(
  { children }: ProvisionTree,
  { order, words }: CitedInstrument,
  title: string | null,
): string | null {
  const attached = children.filter(({ kind }) => kind === 'attached');
  if (order !== null) return attached[order - 1]?.id ?? null;
  const named = attached.filter(({ id, heading }) =>
    [heading, id === 'kt' ? title : null].some(
      (name) => name !== null && words !== '' && wordKey(name).startsWith(words),
    ),
  );
  return (named.length === 1 ? named[0] : attached[0])?.id ?? null;
}

import { instrumentName } from '../document/instruments.ts';
import { formatOrdinal } from '../text/numerals.ts';
import type { Provision } from './types.ts';

/**
 * Give every unit its name in a citation, innermost first, without the document and without the
 * attached instrument it is in (see {@link scopeOf}).
 */
export function assignLabels(units: readonly Provision[]): void {
  const counts = { dash: 0, annex: 0 };
  const unnumbered = units.filter(isUnnumberedAnnex).length;
  for (const unit of units) {
    if (unit.kind === 'dash') unit.label = labelOf(unit, ++counts.dash);
    else if (isUnnumberedAnnex(unit))
      unit.label = unnumbered === 1 ? 'Phụ lục' : `Phụ lục thứ ${formatOrdinal(++counts.annex)}`;
    else if (unit.kind !== 'anchored') unit.label = labelOf(unit, 0);
    assignLabels(unit.children);
  }
}

/** Tell instruments apart that are issued with one document. */
export function countInstruments(units: readonly Provision[]): void {
  const attached = units.filter(({ kind }) => kind === 'attached');
  if (attached.length < 2) return;
  for (const [index, unit] of attached.entries()) unit.order = index + 1;
}

/**
 * The attached instrument or annex that a unit is in, itself included.
 *
 * @returns null for a unit of the document itself.
 */
export function scopeOf(unit: Provision): Provision | null {
  for (let scope: Provision | null = unit; scope; scope = scope.parent)
    if (scope.kind === 'attached' || scope.kind === 'annex') return scope;
  return null;
}

function labelOf(unit: Provision, dash: number): string {
  const own = ownName(unit, dash);
  const outer = outerName(unit);
  if (outer === '') return own;
  // "tiết i trong tiết a": without the word both would be taken for a list.
  const isNested = isLow(unit) && unitWord(own) === unitWord(outer);
  return `${own} ${isNested ? 'trong ' : ''}${outer}`;
}

function isLow({ kind }: Provision): boolean {
  return kind === 'number' || kind === 'point' || kind === 'subpoint' || kind === 'dash';
}

/** @example unitWord('tiết i') // 'tiết' */
function unitWord(label: string): string {
  return label.slice(0, label.indexOf(' '));
}

function ownName(unit: Provision, dash: number): string {
  const number = unit.printed?.number ?? '';
  switch (unit.kind) {
    case 'part':
      return `Phần ${lowerOrdinal(number)}`;
    case 'chapter':
      return `Chương ${lowerOrdinal(number)}`;
    case 'section':
      return `Mục ${lowerOrdinal(number)}`;
    case 'subsection':
      return `Tiểu mục ${lowerOrdinal(number)}`;
    case 'article':
      return `Điều ${lowerOrdinal(number)}`;
    case 'roman':
      return `mục ${number}`;
    case 'clause':
      return `khoản ${number}`;
    case 'number':
      return `điểm ${number}`;
    case 'point':
      return `${unit.parent?.kind === 'number' ? 'tiết' : 'điểm'} ${number}`;
    case 'subpoint':
      return `tiết ${number}`;
    case 'dash':
      return `gạch đầu dòng thứ ${formatOrdinal(dash)}`;
    case 'opening':
      return 'phần mở đầu';
    case 'closing':
      return 'phần kết';
    case 'attached':
      return `${instrumentName(unit.heading ?? '') ?? 'Văn bản'} kèm theo`;
    case 'annex':
      return annexName(unit);
    case 'anchored':
      return unit.label;
  }
}

/** `THỨ NHẤT` → `thứ nhất`; other numbers as printed. */
function lowerOrdinal(number: string): string {
  return /^thứ/i.test(number) ? number.toLowerCase() : number;
}

function annexName({ printed }: Provision): string {
  const word = /^(?:M|B)/.test(printed?.printed ?? '') ? 'Mẫu số' : 'Phụ lục';
  return `${word} ${printed?.number ?? ''}`;
}

function isUnnumberedAnnex({ kind, printed }: Provision): boolean {
  return kind === 'annex' && (printed === null || printed.number === '');
}

/** Name of what encloses a unit, as far as a citation says it. */
function outerName(unit: Provision): string {
  const { parent } = unit;
  switch (unit.kind) {
    case 'part':
    case 'article':
    case 'opening':
    case 'closing':
    case 'attached':
    case 'annex':
      return '';
    case 'chapter':
      // The id of a chapter holds its part only where chapters are numbered anew in each part.
      return parent?.kind === 'part' && unit.id.startsWith(`${parent.id}-`) ? parent.label : '';
    default:
      return parent ? nameAbove(unit, parent) : '';
  }
}

/** `1.1` names its `1` itself; a scope is never part of a label. */
function nameAbove(unit: Provision, parent: Provision): string {
  if (parent.kind === 'attached' || parent.kind === 'annex') return '';
  const number = unit.printed?.number ?? '';
  const outer = parent.printed?.number ?? '';
  if (parent.kind === unit.kind && outer !== '' && number.startsWith(`${outer}.`))
    return outerName(parent);
  return parent.label;
}

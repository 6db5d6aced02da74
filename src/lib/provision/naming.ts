import { formatOrdinal } from '../text/numerals.ts';
import type { Provision } from './types.ts';

/**
 * Give every unit its name in a citation, innermost first, without the document and without the
 * attached instrument it is in (see {@link scopeOf}).
 */
export function assignLabels(units: readonly Provision[]): void {
  const dashes = new Map<Provision | null, number>();
  for (const unit of units) {
    const dash = (dashes.get(unit.parent) ?? 0) + 1;
    if (unit.kind === 'dash') dashes.set(unit.parent, dash);
    if (unit.kind !== 'anchored') unit.label = labelOf(unit, dash);
    assignLabels(unit.children);
  }
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

/**
 * What an attached instrument calls itself, from the first words of its title.
 *
 * @returns null when its title does not begin with the name of a kind of instrument.
 * @example instrumentName('QUY CHẾ Thư viện cộng đồng') // 'Quy chế'
 */
export function instrumentName(title: string): string | null {
  const start = title.slice(0, 30).toLowerCase();
  const name = INSTRUMENTS.find((instrument) => start.startsWith(instrument));
  return name === undefined ? null : name.charAt(0).toUpperCase() + name.slice(1);
}

const INSTRUMENTS = [
  'hướng dẫn khung',
  'quy chế',
  'quy định',
  'quy trình',
  'quy tắc',
  'quy chuẩn',
  'hướng dẫn',
  'điều lệ',
  'nội quy',
  'đề án',
  'chương trình',
  'kế hoạch',
  'chiến lược',
  'danh mục',
  'bộ tiêu chí',
  'tiêu chí',
  'định mức',
  'phương án',
  'bản quy định',
];

function labelOf(unit: Provision, dash: number): string {
  const own = ownName(unit, dash);
  const outer = outerName(unit);
  return outer === '' ? own : `${own} ${outer}`;
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

function annexName(unit: Provision): string {
  const printed = unit.printed;
  if (!printed) return 'Phụ lục';
  const word = /^(?:M|B)/.test(printed.printed) ? 'Mẫu số' : 'Phụ lục';
  return printed.number === '' ? word : `${word} ${printed.number}`;
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

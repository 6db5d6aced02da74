import { formatRoman } from '../text/numerals.ts';
import type { Unit } from './labels.ts';
import type { ProvisionPath } from './provision-path.ts';

const UNIT_NAMES: readonly (readonly [Unit, string])[] = [
  ['dash', 'gạch đầu dòng thứ'],
  ['paragraph', 'đoạn'],
  ['subpoint', 'tiết'],
  ['point', 'điểm'],
  ['clause', 'khoản'],
  ['article', 'Điều'],
  ['subsection', 'Tiểu mục'],
  ['section', 'mục'],
  ['chapter', 'Chương'],
  ['part', 'Phần'],
  ['annex', 'Phụ lục'],
];

/**
 * Name of a cited unit, innermost first.
 *
 * @example điểm đ khoản 2 Điều 95 · điểm 2 mục III
 */
export function unitName({ ids, roman, place }: ProvisionPath): string {
  if (place?.anchor !== undefined) return `#${place.anchor}`;
  const names = UNIT_NAMES.flatMap(([unit, word]) => {
    const own = ids[unit];
    return own ? [`${word} ${numberName(unit, own, roman)}`] : [];
  });
  return names.join(' ');
}

function numberName(unit: Unit, ids: readonly string[], roman: boolean): string {
  const [first = '', ...rest] = ids;
  const isRoman = (unit === 'chapter' || unit === 'part' || unit === 'section') && roman;
  const shown = isRoman && /^\d+$/.test(first) ? formatRoman(Number(first)) : first;
  return [shown.replace('dd', 'đ'), ...rest].join('.');
}

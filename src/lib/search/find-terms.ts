import { parseRoman } from '../text/numerals.ts';
import type { Syllable } from './syllables.ts';

/** Terms of office and congresses that a text names, as Arabic digits. */
export interface FoundTerms {
  /** @example '12' of khóa XII */
  terms: Set<string>;
  /** @example '13' of Đại hội XIII */
  congresses: Set<string>;
}

const NUMBER = '([a-z]+|\\d{1,2})(?![a-z\\d])';
const TERM = new RegExp(`\\bkhoa (?:thu )?${NUMBER}`, 'g');
const CONGRESS = new RegExp(
  `\\bdai hoi (?:dai bieu )?(?:toan quoc )?(?:cua )?(?:dang )?(?:lan )?(?:thu )?${NUMBER}`,
  'g',
);

/**
 * Find terms of office (`khóa XII`, `khóa 12`) and congresses (`Đại hội XIII`, `Đại hội đại biểu
 * toàn quốc lần thứ XIII`).
 */
export function findTerms(syllables: readonly Pick<Syllable, 'key'>[]): FoundTerms {
  const text = syllables.map(({ key }) => key).join(' ');
  return { terms: numbersOf(TERM, text), congresses: numbersOf(CONGRESS, text) };
}

function numbersOf(pattern: RegExp, text: string): Set<string> {
  const values = [...text.matchAll(pattern)].map(([, written = '']) =>
    /^\d/.test(written) ? Number(written) : parseRoman(written.toUpperCase()),
  );
  return new Set(values.flatMap((value) => (value === null ? [] : `${value}`)));
}

import type { NameIndex } from './name-index.ts';
import type { QueryTerm } from './query.ts';
import { termsOf } from './query.ts';
import { splitSyllables } from './syllables.ts';

/** Abbreviations of everyday writing; the corpus adds those of its own list. */
const COMMON: readonly (readonly [short: string, long: string])[] = [
  ['BBT', 'Ban Bí thư'],
  ['BCH', 'Ban Chấp hành'],
  ['BCHTW', 'Ban Chấp hành Trung ương'],
  ['BCT', 'Bộ Chính trị'],
  ['BDV', 'Ban Dân vận'],
  ['BTG', 'Ban Tuyên giáo'],
  ['BTV', 'Ban Thường vụ'],
  ['CBCC', 'cán bộ công chức'],
  ['CBĐV', 'cán bộ đảng viên'],
  ['CCVC', 'công chức viên chức'],
  ['CNXH', 'chủ nghĩa xã hội'],
  ['CTXH', 'chính trị xã hội'],
  ['DCCS', 'dân chủ cơ sở'],
  ['ĐCS', 'Đảng Cộng sản'],
  ['DTTS', 'dân tộc thiểu số'],
  ['DV', 'dân vận'],
  ['DVCQ', 'dân vận chính quyền'],
  ['DVK', 'dân vận khéo'],
  ['GS', 'giám sát'],
  ['GSPBXH', 'giám sát phản biện xã hội'],
  ['HĐND', 'Hội đồng nhân dân'],
  ['HTCT', 'hệ thống chính trị'],
  ['KNTC', 'khiếu nại tố cáo'],
  ['MTTQ', 'Mặt trận Tổ quốc'],
  ['MTTQVN', 'Mặt trận Tổ quốc Việt Nam'],
  ['NQTW', 'Nghị quyết Trung ương'],
  ['PBXH', 'phản biện xã hội'],
  ['QCDC', 'quy chế dân chủ'],
  ['TCD', 'tiếp công dân'],
  ['THDC', 'thực hiện dân chủ'],
  ['TƯ', 'Trung ương'],
  ['TW', 'Trung ương'],
  ['UBMTTQ', 'Ủy ban Mặt trận Tổ quốc'],
  ['UBND', 'Ủy ban nhân dân'],
  ['UBTVQH', 'Ủy ban Thường vụ Quốc hội'],
  ['XHCN', 'xã hội chủ nghĩa'],
];

/** Abbreviations in both directions, by folded syllables joined by spaces. */
export interface Abbreviations {
  /** Words of each abbreviation. */
  long: Map<string, string>;
  /** Abbreviation of each run of words. */
  short: Map<string, string>;
  /** Most syllables of a run. */
  longest: number;
}

/**
 * Build the table of abbreviations.
 *
 * @param own The corpus' list; where it gives several meanings, the first counts.
 */
export function buildAbbreviations(own: readonly (readonly [string, string])[]): Abbreviations {
  const table: Abbreviations = { long: new Map(), short: new Map(), longest: 0 };
  for (const [short, meaning] of [...COMMON, ...own]) {
    const long = meaning.split(/[,;(]/)[0]?.trim() ?? '';
    const key = foldedKey(short);
    const run = foldedKey(long);
    if (key === '' || run === '' || key.includes(' ')) continue;
    if (!table.long.has(key)) table.long.set(key, long);
    if (!table.short.has(run)) table.short.set(run, short);
    table.longest = Math.max(table.longest, run.split(' ').length);
  }
  return table;
}

/**
 * The query with every abbreviation written out.
 *
 * @returns null when it has none.
 */
export function writeOut(terms: readonly QueryTerm[], { long }: Abbreviations): QueryTerm[] | null {
  const written = terms.map(({ letters }) => writtenOut(letters, long));
  if (written.every((words) => words === null)) return null;
  return written.flatMap((words, at) =>
    words === null ? terms.slice(at, at + 1) : termsOf(words),
  );
}

/** An abbreviation, alone or with its number: `nqtw7`. */
function writtenOut(letters: string, long: ReadonlyMap<string, string>): string | null {
  const [, word = letters, number = ''] = /^([a-z]+)(\d+)$/.exec(letters) ?? [];
  const words = long.get(word);
  return words === undefined ? null : `${words} ${number}`.trim();
}

/**
 * The query with every run of words abbreviated that texts abbreviate.
 *
 * @param names Only what occurs in the corpus is worth trying.
 * @returns null when there is none.
 */
export function abbreviate(
  terms: readonly QueryTerm[],
  { short, longest }: Abbreviations,
  occurs: (key: string) => boolean,
): QueryTerm[] | null {
  const shortened: QueryTerm[] = [];
  let changed = false;
  for (let at = 0; at < terms.length;) {
    const found = runAt(terms, at, short, longest, occurs);
    if (found) shortened.push(...termsOf(found.abbreviation));
    else shortened.push(...terms.slice(at, at + 1));
    changed ||= found !== null;
    at += found?.length ?? 1;
  }
  return changed ? shortened : null;
}

function runAt(
  terms: readonly QueryTerm[],
  at: number,
  short: ReadonlyMap<string, string>,
  longest: number,
  occurs: (key: string) => boolean,
): { abbreviation: string; length: number } | null {
  for (let length = Math.min(longest, terms.length - at); length > 1; length--) {
    const run = terms.slice(at, at + length).map(({ key }) => key);
    const abbreviation = short.get(run.join(' '));
    if (abbreviation !== undefined && occurs(foldedKey(abbreviation)))
      return { abbreviation, length };
  }
  return null;
}

/** Whether a syllable stands in a name or a text. */
export function makeOccurs(names: NameIndex, syllables: ReadonlySet<string>) {
  return (key: string): boolean => names.places.has(key) || syllables.has(key);
}

function foldedKey(text: string): string {
  return splitSyllables(text)
    .map(({ key }) => key)
    .join(' ');
}

import { formatRoman } from '../text/numerals.ts';
import type { SearchDocument } from './index-format.ts';
import { splitSyllables } from './syllables.ts';

/**
 * Names of a document after the meeting that adopted it: a resolution "Hội nghị lần thứ bảy Ban
 * Chấp hành Trung ương khóa XI …" is called "Nghị quyết Trung ương 7 khóa XI".
 *
 * @returns Empty when its title names no such meeting.
 */
export function meetingNames({
  title,
  typeName,
}: Pick<SearchDocument, 'title' | 'typeName'>): string[] {
  const keys = ` ${splitSyllables(title)
    .map(({ key }) => key)
    .join(' ')} `;
  const [, number, term] = MEETING.exec(keys) ?? [];
  if (number === undefined) return [];
  const suffix = term === undefined ? '' : ` khóa ${formatRoman(Number(term))}`;
  return [
    `${typeName} Trung ương ${number}${suffix}`,
    `${typeName} Hội nghị Trung ương ${number}${suffix}`,
  ];
}

const MEETING =
  / hoi nghi lan thu (\d+) ban chap hanh trung uong (?:dang )?(?:cong san viet nam )?(?:khoa (\d+) )?/;

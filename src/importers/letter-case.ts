import type { Library } from '../lib/library/types.ts';
import { isCapitals } from '../lib/structure/lines.ts';
import { collapse } from '../lib/text/fold.ts';

/**
 * A title or name in capitals as the document itself writes it elsewhere; as printed where it does
 * not, because which words are names cannot be told from capitals.
 */
export function asWritten(capitals: string, all: string): string {
  const flat = all.replace(/\s+/g, ' ');
  const lower = flat.toLocaleLowerCase('vi');
  const wanted = capitals.replace(/\s+/g, ' ').toLocaleLowerCase('vi');
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    const found = lower.length === flat.length ? flat.slice(at, at + wanted.length) : '';
    if (found !== '' && !isCapitals(found) && found.slice(1) !== capitals.slice(1))
      return found.charAt(0).toLocaleUpperCase('vi') + found.slice(1);
  }
  return capitals;
}

export function sentenceCase(text: string): string {
  return text.charAt(0) + text.slice(1).toLocaleLowerCase('vi');
}

/** `NGUYỄN THỊ AN` → `Nguyễn Thị An` */
export function nameCase(text: string): string {
  return text
    .toLocaleLowerCase('vi')
    .replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toLocaleUpperCase('vi'));
}

/** Words of offices that are no names. */
const OFFICE_WORDS = new Set(
  (
    'chủ tịch phó bí thư thứ nhất thường trực giám đốc tổng thủ trưởng ban bộ hiệu tướng chánh ' +
    'vụ cục án viện nhiệm ủy uỷ viên quyền q nước thành đoàn'
  ).split(' '),
);
/** Bodies that every Vietnamese document knows. */
const BODIES = [
  ...['Quốc hội', 'Ủy ban Thường vụ Quốc hội', 'Chính phủ', 'Bộ Chính trị', 'Ban Bí thư'],
  ...['Ban Chấp hành Trung ương', 'Hội đồng nhân dân', 'Ủy ban nhân dân', 'Trung ương Đảng'],
  ...['Hội đồng', 'Văn phòng', 'Thanh tra'],
];

/**
 * An office in capitals, in sentence case with the names of bodies as they are written.
 *
 * @returns As printed, where some word may be a name that nobody here knows.
 * @example officeCase('CHỦ TỊCH QUỐC HỘI', library) // 'Chủ tịch Quốc hội'
 */
export function officeCase(office: string, library: Pick<Library, 'issuers'>): string {
  const bodies = [
    ...[...library.issuers.values()].flatMap(({ data }) => [data.name, ...data.aliases]),
    ...BODIES,
  ]
    .filter((name) => !isCapitals(name))
    .map((name) => name.split(' '))
    .sort((a, b) => b.length - a.length);
  const words = office.split(' ');
  const written: string[] = [];
  while (written.length < words.length) {
    const at = written.length;
    const word = words[at] ?? '';
    const body = bodies.find((names) => isSame(words.slice(at, at + names.length), names));
    if (body) written.push(...body.map((name, index) => caseLike(words[at + index] ?? '', name)));
    else if (OFFICE_WORDS.has(word.toLocaleLowerCase('vi').replace(/[^\p{L}]/gu, '')))
      written.push(word.toLocaleLowerCase('vi'));
    else return office;
  }
  const text = written.join(' ');
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

/** The same words, whatever the case and the place of the tone. */
function isSame(words: readonly string[], names: readonly string[]): boolean {
  return words.length === names.length && collapse(words.join(' ')) === collapse(names.join(' '));
}

function caseLike(word: string, name: string): string {
  const lower = word.toLocaleLowerCase('vi');
  const isUpper = /^\p{Lu}/u.test(name);
  return isUpper ? lower.charAt(0).toLocaleUpperCase('vi') + lower.slice(1) : lower;
}

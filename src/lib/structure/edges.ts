import { isCapitals, tableText } from './lines.ts';
import type { Line } from './lines.ts';
import { isLetterhead } from './scopes.ts';
import { findSign } from './signs.ts';

/**
 * How many of the lines before the first unit are the opening: letter-head, number, title, basis,
 * enactment. What follows them is text of the document (the introduction of a directive).
 *
 * @param lines Those before the first unit, or all where there is no unit.
 */
export function openingLength(lines: readonly Line[]): number {
  const enactment = lines.findLastIndex(
    (line, index) => index < 60 && ENACTMENT.test(line.text.replace(/\n/g, ' ').trim()),
  );
  const type = lines.findIndex((line, index) => index < 25 && TYPE_LINE.test(line.text));
  let end = Math.max(enactment, type) + 1;
  while (end < lines.length && isOpeningLine(lines[end])) end++;
  return end;
}

/**
 * Where the closing begins: attestation, signature, recipients.
 *
 * @param from First line that may belong to it: after the last article's label.
 * @returns `to` when there is none.
 */
export function closingStart(lines: readonly Line[], from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const line = lines[at];
    if (line && isClosingLine(line, to - at)) return withLead(lines, at, from);
  }
  return to;
}

const ENACTMENT =
  /^(?:(?:NAY )?QUYẾT ĐỊNH\s*:?|QUYẾT NGHỊ\s*:?|(?:Quốc hội|Ủy ban thường vụ Quốc hội|Uỷ ban thường vụ Quốc hội|Chính phủ|Bộ trưởng|Thủ tướng)[^.]{0,120} ban hành [^.]{0,200}[.:]?|RA SẮC LỆNH\s*:?)$/i;

/** The line that says what the document is. */
const TYPE_LINE =
  /^(?:HIẾN PHÁP|BỘ LUẬT|LUẬT|PHÁP LỆNH|SẮC LỆNH|LỆNH|NGHỊ QUYẾT|NGHỊ ĐỊNH|CHỈ THỊ|KẾT LUẬN|QUYẾT ĐỊNH|QUY ĐỊNH|QUY CHẾ|THÔNG TRI|THÔNG TƯ|THÔNG TƯ LIÊN TỊCH|HƯỚNG DẪN|KẾ HOẠCH|CHƯƠNG TRÌNH|CHƯƠNG TRÌNH HÀNH ĐỘNG|THÔNG BÁO|CÔNG VĂN|CÔNG ĐIỆN|BÁO CÁO|ĐỀ ÁN|ĐIỀU LỆ|TỜ TRÌNH)(?=$|\n)/;

const BASIS =
  /^[-–+]?\s*(?:Căn cứ|Xét|Theo đề nghị|Theo đề xuất|Sau khi|Số\s*:|Số\s+\d|Luật số|Kính gửi|Để thực hiện|Thực hiện|Trên cơ sở|Chiểu|V\/v|Về việc|Về\s)/;

function isOpeningLine(line: Line | undefined): boolean {
  if (!line) return false;
  if (line.table) return !line.table.bordered || isLetterhead(tableText(line.table));
  const { text, align, isBold, isCaps } = line;
  const form = findSign(text)?.label.form;
  if (form === 'roman' || form === 'capital' || form === 'arabic') return false;
  if (align === 'center' || align === 'right' || isCaps || RULE.test(text)) return true;
  if (BASIS.test(text) || isLetterhead(text)) return true;
  if (/^[^.]{0,80},? ?ngày .{0,12}tháng .{0,8}năm/.test(text)) return true;
  if (/[,;]$/.test(text) && line.isItalic) return true;
  return text.length < 150 && isBold && !/[.:]$/.test(text);
}

/** A line of dashes, stars or underscores, as stands under a letter-head. */
export const RULE = /^[-–—_*=.\s~]+$/;

const ATTESTATION =
  /^(?:[“"(]?)(?:Hiến pháp|Luật|Bộ luật|Pháp lệnh|Nghị quyết) này (?:đã )?(?:được|đã)\s[^]{0,200}thông qua/i;
const SIGNATURE =
  /^(?:(?:TM|KT|TL|TUQ)(?:\.\s?|\s)(?=\p{Lu}{2})|(?:T\/M|K\/T|T\.M|Q)\.\s?(?=\p{Lu}{2})|(?:T\/M|K\/T)\s(?=\p{Lu}{2}))/u;
const OFFICE =
  /^(?:CHỦ TỊCH|PHÓ CHỦ TỊCH|THỦ TƯỚNG|PHÓ THỦ TƯỚNG|BỘ TRƯỞNG|THỨ TRƯỞNG|TỔNG BÍ THƯ|BÍ THƯ|PHÓ BÍ THƯ|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|PHÓ TRƯỞNG BAN|VIỆN TRƯỞNG|CHÁNH ÁN|TỔNG THANH TRA|TỔNG GIÁM ĐỐC|GIÁM ĐỐC|THỐNG ĐỐC|TỔNG KIỂM TOÁN)(?=$|[\s\n,])/;

function isClosingLine(line: Line, left: number): boolean {
  const text = line.table ? tableText(line.table) : line.text;
  if (/^\s*Nơi nhận/i.test(text)) return true;
  if (line.table)
    return (
      !line.table.bordered &&
      /(?:^|\n)\s*(?:Nơi nhận|TM\.|KT\.|TL\.|T\/M|K\/T)/i.test(text) &&
      left < 60
    );
  if (ATTESTATION.test(text)) return true;
  if (SIGNATURE.test(text) && isCapitals(text.split('\n')[0] ?? '')) return true;
  return left < 15 && OFFICE.test(text) && isCapitals(text.split('\n')[0] ?? '');
}

/** `Hà Nội, ngày 22 tháng 11 năm 1945`, above the signature of old texts. */
const LAST_DAY = /^\p{Lu}[\p{L}. -]{1,40},\s*ngày .{1,12}\stháng .{1,10}\snăm .{2,8}$/u;

/** The rule, star or day above a closing goes with it. */
function withLead(lines: readonly Line[], at: number, from: number): number {
  let start = at;
  while (start - 1 >= from && isLead(lines[start - 1]?.text ?? '')) start--;
  return start;
}

function isLead(text: string): boolean {
  return (RULE.test(text) && text !== '') || LAST_DAY.test(text);
}

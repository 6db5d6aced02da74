import type { Library } from '../lib/library/types.ts';
import { isCapitals } from '../lib/structure/lines.ts';
import { isSyllable } from '../lib/text/syllable.ts';
import { asWritten, nameCase, officeCase } from './letter-case.ts';

/** Who signed, and as what. */
export interface Signer {
  name: string;
  position?: string;
}

/** `TS. Nguyễn Thị An`, `(Đã ký) Nguyễn Thị An`: words of which each begins with a capital. */
const PERSON =
  /^(?:\(?Đã ký\)?\s*:?\s*)?(?:(?:GS|PGS|TS|ThS|Đại tướng|Thượng tướng|Trung tướng|Thiếu tướng)\.?\s*)*(\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}*){1,4})$/u;
/** `NGUYỄN THỊ AN`: an office is in capitals too, so only after a name of a family. */
const CAPITAL_PERSON =
  /^(?:NGUYỄN|TRẦN|LÊ|PHẠM|HOÀNG|HUỲNH|PHAN|VŨ|VÕ|ĐẶNG|BÙI|ĐỖ|HỒ|NGÔ|DƯƠNG|LÝ|ĐÀO|ĐINH|ĐOÀN|TRỊNH|TRƯƠNG|MAI|HÀ|LƯƠNG|LƯU|TÔ|TẠ|CAO|CHÂU|QUÁCH|NÔNG|LÒ|VÀNG|GIÀNG|TRIỆU|LA|TÒNG|THÁI|KIỀU|PHÙNG|VƯƠNG|NGHIÊM|KHUẤT)(?: \p{Lu}+){1,4}$/u;
/** `TM.`, `KT.`: in whose name, not as what. */
const ON_BEHALF = /^(?:TM|KT|T\/M|K\/T|TL|TUQ)(?!\p{L})/u;
const OFFICE =
  /^(?:Q\. ?)?(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|CHỦ NHIỆM|BÍ THƯ|TỔNG BÍ THƯ|THỦ TƯỚNG|BỘ TRƯỞNG|THỨ TRƯỞNG|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|CHÁNH|TRƯỞNG|CỤC TRƯỞNG|VỤ TRƯỞNG|VIỆN TRƯỞNG|TỔNG|ỦY VIÊN|UỶ VIÊN|HIỆU TRƯỞNG)(?!\p{L})/u;

/**
 * The last person of the foot, with the office above the name.
 *
 * @param foot Lines after the body. @param all The whole text, for how it writes an office itself.
 * @param library For the names of bodies.
 */
export function findSigner(
  foot: readonly string[],
  all: string,
  library: Pick<Library, 'issuers'>,
): Signer | null {
  for (let at = foot.length - 1; at >= 0; at--) {
    const line = foot[at] ?? '';
    const above = foot.slice(Math.max(0, at - 6), at);
    const name = PERSON.exec(line)?.[1] ?? capitalName(line, above);
    if (name === null || !isPersonName(name) || /^(?:Nơi|Như|Độc|Hà Nội)/.test(name)) continue;
    const offices = above.filter((text) => isCapitals(text) && !ON_BEHALF.test(text));
    const office = offices.at(-1)?.replace(/^Q\.\s*/, '');
    if (office === undefined)
      return foot.slice(at - 1, at + 2).some((text) => /Đã ký/i.test(text)) ? { name } : null;
    const written = asWritten(office, all);
    return { name, position: isCapitals(written) ? officeCase(office, library) : written };
  }
  return null;
}

/** "The Traffic Police Division" is nobody; one foreign part may be: "K'sor Phước". */
function isPersonName(name: string): boolean {
  const parts = name.split(' ');
  return parts.filter((part) => !isSyllable(part)).length <= parts.length / 2;
}

function capitalName(line: string, above: readonly string[]): string | null {
  const hasOffice = above.some((text) => OFFICE.test(text));
  return hasOffice && CAPITAL_PERSON.test(line) ? nameCase(line) : null;
}

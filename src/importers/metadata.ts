import { DOCUMENT_TYPES, DOCUMENT_TYPE_SLUGS } from '../lib/document/types.ts';
import type { DocumentSystem, DocumentType } from '../lib/document/types.ts';
import { parseSymbol } from '../lib/document/symbol.ts';
import type { Library } from '../lib/library/types.ts';
import { collapse, fold, slugify } from '../lib/text/fold.ts';
import { isCapitals, tableText } from '../lib/structure/lines.ts';
import type { Line } from '../lib/structure/lines.ts';
import type { ScopeParts } from '../lib/structure/parse-structure.ts';
import { asWritten, sentenceCase } from './letter-case.ts';
import { findSigner } from './signer.ts';
import type { Signer } from './signer.ts';

/** What the head and foot of a document say about it; null: not found there. */
export interface Metadata {
  symbol: string | null;
  /** `YYYY-MM-DD` */
  issuedDate: string | null;
  type: DocumentType | null;
  /** Type as printed, where it is none of the library's. */
  typeName: string | null;
  system: DocumentSystem;
  /** Title (trích yếu) as printed. */
  title: string | null;
  issuer: { slug: string; name: string; isKnown: boolean } | null;
  signer: Signer | null;
  /** Lines under "Nơi nhận". */
  recipients: string[];
}

/**
 * Read the head and the foot of a document in State or Party layout.
 *
 * @param scope The document itself, without what is attached to it.
 * @param library For the names of issuers.
 */
export function findMetadata(
  lines: readonly Line[],
  scope: ScopeParts,
  library: Pick<Library, 'issuers'>,
): Metadata {
  const head = textLines(lines.slice(scope.from, scope.body));
  const foot = textLines(lines.slice(scope.closing, scope.to));
  const all = lines.map((line) => line.text).join('\n');
  const symbol = findSymbol(head);
  const type = findType(head);
  const system = findSystem(head, symbol);
  return {
    symbol,
    issuedDate: findDate(head, type) ?? findAdoption(foot) ?? findLastDay(foot),
    type: type?.slug ?? null,
    typeName: type?.name ?? null,
    system,
    title: type ? findTitle(head, type, all) : null,
    issuer: findIssuer(head, symbol, library, all),
    signer: findSigner(foot, all, library),
    recipients: findRecipients(foot),
  };
}

/** Lines as printed, those of tables in reading order. */
function textLines(lines: readonly Line[]): string[] {
  return lines
    .flatMap((line) => (line.table ? tableText(line.table) : line.text).split('\n'))
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

/** `Số: 901-QĐ/TV`, `Luật số: 10/2022/QH15`, `Số : 36 /QĐ-BNN` */
const NUMBER_LINE =
  /^(?:(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư|Hiến pháp)\s+)?số\s*:?\s*(?=.*\d)(.{2,60})$/i;
const NUMBER =
  /^(\d{1,5}[A-ZĐ]?(?:\s?\/\s?\d{4})?\s?[-–/]\s?[\p{L}\d]{1,12}(?:\s?[-–/&]\s?[\p{L}\d]{1,20})*)/u;

/** Names of types, before which "số …" is the number of another document. */
const OTHER_DOCUMENT =
  '(?:BỘ )?LUẬT|PHÁP LỆNH|SẮC LỆNH|NGHỊ ĐỊNH|NGHỊ QUYẾT|QUYẾT ĐỊNH|QUY ĐỊNH|QUY CHẾ|CHỈ THỊ|THÔNG TƯ|THÔNG TƯ LIÊN TỊCH|KẾT LUẬN|HƯỚNG DẪN';
const GAZETTE_DAY =
  'NGÀY (?:(\\d{1,2}) THÁNG (\\d{1,2}) NĂM (\\d{4})|(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}))';
/**
 * `CỦA CHÍNH PHỦ SỐ 03/2031/NĐ-CP NGÀY 13 THÁNG 01 NĂM 2031 QUY ĐỊNH …`, `SỐ 7/2031/TT-TV NGÀY
 * 14-10-2031 CỦA THƯ VIỆN HƯỚNG DẪN …`, `(số 27/2031/QH30 ngày 29-6-2031)`, as gazettes print it.
 */
const GAZETTE_LINE = new RegExp(
  `^\\(?(?:CỦA (?!${OTHER_DOCUMENT})(.{3,80}?) )?SỐ:? (\\d[^\\s)]*(?: ?[-/][^\\s)]+)*)(?: ${GAZETTE_DAY})?(?:\\)|(?: CỦA (.{3,80}?)(?= (?:HƯỚNG DẪN|QU[YI] ĐỊNH|VỀ|BAN HÀNH|SỬA ĐỔI|PHÊ DUYỆT|BÃI BỎ) |$)))?`,
  'i',
);
/** `… SỐ 23-L/CTN NGÀY 10/07/2031 CỦA QUỐC HỘI`, at the end of a title. */
const GAZETTE_TAIL = new RegExp(
  `(?<!${OTHER_DOCUMENT}) SỐ:? (\\d\\S*) ${GAZETTE_DAY} CỦA QUỐC HỘI$`,
);

/** A line that ends with the type of a document whose number stands on the next line. */
const NAMES_ANOTHER = new RegExp(`(?:${OTHER_DOCUMENT})$`, 'i');
const IS_TYPE = new RegExp(`^(?:${OTHER_DOCUMENT})$`, 'i');

function namesAnother(line = ''): boolean {
  return NAMES_ANOTHER.test(line) && !IS_TYPE.test(line);
}

/** What a gazette prints about a document beside its title. */
interface GazetteLine {
  symbol: string;
  issuedDate: string | null;
  issuer: string | null;
}

function readGazetteLine(line: string): GazetteLine | null {
  const lead = GAZETTE_LINE.exec(line);
  if (lead) {
    const [, above, symbol = '', d1, m1, y1, d2, m2, y2, after] = lead;
    const issuer = above ?? after?.replace(/^BỘ TRƯỞNG (?=BỘ )/i, '') ?? null;
    return { symbol, issuedDate: dayOf(d1 ?? d2, m1 ?? m2, y1 ?? y2), issuer };
  }
  const tail = GAZETTE_TAIL.exec(line);
  if (!tail) return null;
  const [, symbol = '', d1, m1, y1, d2, m2, y2] = tail;
  return { symbol, issuedDate: dayOf(d1 ?? d2, m1 ?? m2, y1 ?? y2), issuer: null };
}
const BASIS = /^(?:[-–]\s*)?(?:Căn cứ|Xét|Theo|Sau khi)\s/i;

function findSymbol(head: readonly string[]): string | null {
  for (const [at, line] of head.slice(0, 30).entries()) {
    if (BASIS.test(line)) break;
    if (namesAnother(head[at - 1])) continue;
    const rest = NUMBER_LINE.exec(line)?.[1] ?? readGazetteLine(line)?.symbol;
    const found = rest === undefined ? undefined : NUMBER.exec(rest)?.[1];
    const symbol = found?.replace(/\s/g, '').replace(/–/g, '-');
    if (symbol !== undefined && parseSymbol(symbol)) return symbol;
  }
  return null;
}

const DATE = /ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})/i;

/** `Hà Nội, ngày 02 tháng 9 năm 2031` */
const PLACE_AND_DAY = /^\p{Lu}[\p{L}. -]{1,40},\s*ngày\s/u;

/** The day above the type, or one with a place before it: a title names days of other documents. */
function findDate(head: readonly string[], type: FoundType | null): string | null {
  for (const [at, line] of head.slice(0, 30).entries()) {
    if (BASIS.test(line)) break;
    const isOwn = type === null || at <= type.at || PLACE_AND_DAY.test(line);
    if (namesAnother(head[at - 1])) continue;
    const date = (isOwn ? toDay(line) : null) ?? readGazetteLine(line)?.issuedDate;
    if (date != null) return date;
  }
  return null;
}

/** Old texts end with their place and day. */
function findLastDay(foot: readonly string[]): string | null {
  const line = foot.find((text) => PLACE_AND_DAY.test(text));
  return line === undefined ? null : toDay(line);
}

/** "… thông qua ngày 10 tháng 11 năm 2022": the day of a law. */
function findAdoption(foot: readonly string[]): string | null {
  const text = foot.join(' ');
  const adopted = /thông qua[^.]{0,80}?(ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4})/i.exec(
    text,
  );
  return adopted ? toDay(adopted[1] ?? '') : null;
}

function toDay(text: string): string | null {
  const [, day, month, year] = DATE.exec(text) ?? [];
  return dayOf(day, month, year);
}

function dayOf(day = '', month = '', year = ''): string | null {
  if (year === '') return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date ? null : date;
}

interface FoundType {
  slug: DocumentType | null;
  name: string | null;
  /** Index of its line in the head. */
  at: number;
  /** The rest of that line. */
  rest: string;
}

/** Longest names first: "BỘ LUẬT" before "LUẬT". */
const TYPE_NAMES = DOCUMENT_TYPE_SLUGS.map((slug) => ({
  slug,
  name: DOCUMENT_TYPES[slug].name.toUpperCase(),
})).sort((a, b) => b.name.length - a.name.length);
const OTHER_TYPES = ['SẮC LUẬT', 'PHƯƠNG ÁN', 'TUYÊN BỐ'];

function findType(head: readonly string[]): FoundType | null {
  for (const [at, line] of head.entries()) {
    const upper = line.normalize('NFC').replace(/\s+/g, ' ');
    for (const { slug, name } of TYPE_NAMES) {
      if (upper !== name && !(upper.startsWith(`${name} `) && isCapitals(upper))) continue;
      return { slug, name: null, at, rest: upper.slice(name.length).trim() };
    }
    const other = OTHER_TYPES.find((name) => upper === name);
    if (other !== undefined) return { slug: null, name: sentenceCase(other), at, rest: '' };
  }
  return null;
}

function findSystem(head: readonly string[], symbol: string | null): DocumentSystem {
  if (head.slice(0, 12).join(' ').includes('ĐẢNG CỘNG SẢN VIỆT NAM')) return 'dang';
  if (
    /(?:MẶT TRẬN TỔ QUỐC|LIÊN ĐOÀN LAO ĐỘNG|HỘI LIÊN HIỆP PHỤ NỮ|HỘI NÔNG DÂN|HỘI CỰU CHIẾN BINH)/.test(
      head.slice(0, 6).join(' '),
    ) &&
    !head.slice(0, 6).join(' ').includes('CỘNG H')
  )
    return 'mat-tran';
  return parseSymbol(symbol ?? '')?.form === 'party' ? 'dang' : 'nha-nuoc';
}

const TITLE_END =
  /^(?:LỜI NÓI ĐẦU|[-–—_*=.\s]+|(?:[-–]\s*)?(?:Căn cứ|Xét|Theo đề nghị|Kính gửi|Thực hiện|Để)(?=[\s:]).*|(?:QUỐC HỘI|CHÍNH PHỦ|(?:PHÓ )?THỦ TƯỚNG|BỘ TRƯỞNG|BỘ TỔNG TRƯỞNG|CHỦ TỊCH|ỦY BAN|UỶ BAN|BAN (?:CHẤP HÀNH|BÍ THƯ|THƯỜNG VỤ)|BỘ CHÍNH TRỊ|HỘI ĐỒNG)(?=$|[\s,]).*|(?:Quốc hội|Chính phủ|Bộ trưởng|Thủ tướng|Ủy ban thường vụ).* ban hành .*|\(?(?:Ban hành )?[Kk]èm theo.*)$/;

/** The lines under the type, to the first rule, basis or office. */
function findTitle(head: readonly string[], type: FoundType, all: string): string | null {
  const parts = type.rest === '' ? [] : [type.rest];
  for (const line of head.slice(type.at + 1, type.at + 8)) {
    if (/^\(số \d/i.test(line)) break;
    if (TITLE_END.test(line) && !(parts.length === 0 && /^Thực hiện\s/.test(line))) break;
    parts.push(line);
    if (/[.]$/.test(line)) break;
  }
  const printed = withoutGazette(parts.join(' ').replace(/\s+/g, ' ').trim());
  if (printed === '') return null;
  const named = type.slug === 'luat' || type.slug === 'bo-luat' || type.slug === 'phap-lenh';
  const isWhole = /^VỀ (?:BỘ )?LUẬT |^VỀ PHÁP LỆNH /.test(printed);
  if (named && isWhole) return asWritten(printed.replace(/^VỀ /, ''), all);
  const full = named ? `${DOCUMENT_TYPES[type.slug ?? 'luat'].name} ${printed}` : printed;
  return isCapitals(printed) ? asWritten(full, all) : full;
}

function withoutGazette(title: string): string {
  const tail = / ?CỦA QUỐC HỘI [^]*?NĂM \d{4}(?= |$)/;
  const lead = GAZETTE_LINE.exec(title)?.[0];
  const rest = lead === undefined ? title : title.slice(lead.length).trim();
  return rest.replace(tail, '').replace(GAZETTE_TAIL, '').trim();
}

const MOTTO = /CỘNG H|Độc lập|ĐẢNG CỘNG SẢN|ĐỘC LẬP|^VĂN BẢN HỢP NHẤT|^HỢP NHẤT /;

function findIssuer(
  head: readonly string[],
  symbol: string | null,
  library: Pick<Library, 'issuers'>,
  all: string,
): Metadata['issuer'] {
  const names: string[] = [];
  for (const line of head.slice(0, 12)) {
    if (NUMBER_LINE.test(line) || findType([line]) || DATE.test(line)) break;
    if (isCapitals(line) && !MOTTO.test(line)) names.push(line.replace(/[-–—_*]+$/g, '').trim());
  }
  const code = parseSymbol(symbol ?? '')?.bodyCode;
  const known = [...library.issuers.values()];
  // The whole name may stand on two lines, and a body above it on the first.
  const spellings = [names.join(' '), ...[...names].reverse(), names.slice(-2).join(' ')].filter(
    (name) => name !== '',
  );
  for (const name of spellings) {
    const issuer = namedAs(name, library);
    if (issuer?.isKnown) return issuer;
  }
  const byCode = known.filter(({ data }) => code !== undefined && data.codes.includes(code));
  if (byCode.length === 1 && byCode[0])
    return { slug: byCode[0].slug, name: byCode[0].data.name, isKnown: true };
  if (code !== undefined && /^QH\d+$/.test(code)) return named('Quốc hội', library);
  if (code === 'CP') return named('Chính phủ', library);
  if (code === 'TTg') return named('Thủ tướng Chính phủ', library);
  const printed = head.map((line) => readGazetteLine(line)?.issuer).find((name) => name != null);
  if (printed != null) return namedAs(asWritten(printed, all), library);
  const own = names.length > 1 && names.join(' ').length < 90 ? names.join(' ') : names.at(-1);
  return own === undefined ? null : named(asWritten(own, all), library);
}

/** An issuer by the name or another name that its record knows; a new one where none does. */
function namedAs(name: string, library: Pick<Library, 'issuers'>): Metadata['issuer'] {
  const match = [...library.issuers.values()].find(({ data }) =>
    [data.name, ...data.aliases].some((other) => collapse(other) === collapse(name)),
  );
  return match ? { slug: match.slug, name: match.data.name, isKnown: true } : named(name, library);
}

function named(name: string, library: Pick<Library, 'issuers'>): Metadata['issuer'] {
  const slug = slugify(name);
  return { slug, name, isKnown: library.issuers.has(slug) };
}

function findRecipients(foot: readonly string[]): string[] {
  const start = foot.findIndex((line) => /^Nơi nhận/i.test(line));
  if (start < 0) return [];
  const recipients: string[] = [];
  for (const line of foot.slice(start + 1)) {
    if (!/^[-–+•]/.test(line)) break;
    recipients.push(line.replace(/^[-–+•]\s*/, '').replace(/[;.,]+$/, ''));
  }
  return recipients;
}

/** Whether two titles say the same, whatever the case, marks and the name of the type. */
export function sameTitle(a: string, b: string): boolean {
  const bare = (text: string): string =>
    fold(text)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
      .replace(
        /^(?:luat|bo luat|phap lenh|nghi quyet|nghi dinh|quyet dinh|ve|ve viec|ban hanh|quy dinh) /,
        '',
      );
  return bare(a) === bare(b);
}

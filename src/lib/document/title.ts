/** How an official title (trích yếu) continues a citation. */

/** Types that are cited by their name, the number after it. */
const NAMED_TYPES: readonly string[] = ['hien-phap', 'luat', 'bo-luat', 'phap-lenh'];

/** First words after which a title joins the sentence without "về". */
const CONNECTOR =
  /^(?:về|ban hành|quy định|sửa đổi|bổ sung|bãi bỏ|thay thế|thực hiện|thi hành|hướng dẫn|phê duyệt|công bố|giao|thành lập|triển khai|giữa)(?= )/iu;

/** A meeting that adopted the document: "Hội nghị lần thứ bảy Ban Chấp hành Trung ương khóa XI". */
const MEETING = /^(?:Hội nghị|Đại hội) /u;

/** Where the subject begins after the name of a body or a meeting. */
const SUBJECT_START = / (?=về |“|ban hành |thực hiện |quy định |thành lập |sửa đổi )/u;

/**
 * The title as it continues "Nghị quyết số … ngày … của …": without the type and the body, which
 * stand there already.
 *
 * @param title Official title, NFC.
 * @param typeName Type as printed.
 * @param issuers Names of the issuers.
 * @returns Ready to follow the issuer after a space; null when the title has no subject of its own.
 *   A title whose first letter may be part of a name stays in quotation marks as it is.
 * @example
 * citationSubject('Quyết định của Thư viện về giờ mở cửa', 'Quyết định', ['Thư viện'])
 * // 'về giờ mở cửa'
 */
export function citationSubject(
  title: string,
  typeName: string,
  issuers: readonly string[],
): string | null {
  const rest = withoutPrefix(title, `${typeName} `);
  if (rest === null) return continueTitle(title);
  if (!rest.startsWith('của ') && !MEETING.test(rest)) return continueTitle(rest);
  const body = issuers.find((name) => rest.startsWith(`của ${name} `));
  const afterBody = body === undefined ? rest : rest.slice(`của ${body}`.length);
  const start = SUBJECT_START.exec(afterBody);
  return start === null ? null : continueTitle(afterBody.slice(start.index + 1));
}

/**
 * The name that stands in place of "type + number" in a citation.
 *
 * @param type Slug of the type.
 * @param symbol Printed number, or null.
 * @returns Of a law: its title with the type. Of a document without a number: its whole title.
 *   Else null.
 * @example citationName('luat', 'Luật', '5/2031/QH20', 'Luật Thư viện') // 'Luật Thư viện'
 */
export function citationName(
  type: string,
  typeName: string,
  symbol: string | null,
  title: string,
): string | null {
  if (symbol !== null && !NAMED_TYPES.includes(type)) return null;
  const named = withoutPrefix(title.replace(/^Các /u, ''), typeName) !== null;
  return named ? title : `${typeName} ${symbol === null ? `“${title}”` : title}`;
}

function continueTitle(rest: string): string {
  if (rest.startsWith('“')) return rest;
  const first = rest.charAt(0);
  const lower = first.toLowerCase() + rest.slice(1);
  if (CONNECTOR.test(rest)) return lower;
  return first === lower.charAt(0) ? `về ${rest}` : `về “${rest}”`;
}

function withoutPrefix(text: string, prefix: string): string | null {
  const matches = text.toLowerCase().startsWith(prefix.toLowerCase());
  return matches ? text.slice(prefix.length) : null;
}

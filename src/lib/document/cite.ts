import { formatDay, formatLongDay } from './dates.ts';
import { formatOrdinal } from '../text/numerals.ts';
import { instrumentName } from './instruments.ts';
import { issuedYear, typeName } from './naming.ts';
import type { DocumentData } from './schema.ts';
import { parseSymbol } from './symbol.ts';
import { citationName, citationSubject } from './title.ts';
import type { DocumentSystem } from './types.ts';

/**
 * How a document or a provision is cited.
 *
 * - `party`: full, as Party documents write: a comma before the date and between units.
 * - `state`: full, as laws and decrees write: the date in words, no commas between units.
 * - `short`: for a second mention: number and year.
 * - `footnote`: the issuer first, one sentence.
 * - `printed`: slug and anchor, to be typed from paper.
 */
export const CITATION_STYLES = ['party', 'state', 'short', 'footnote', 'printed'] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

/** What citing needs to know of a document: plain values, so that a page can carry them along. */
export interface CitableDocument {
  slug: string;
  system: DocumentSystem;
  /** @example 'Nghị quyết', 'Chương trình phối hợp' */
  typeName: string;
  symbol: string | null;
  /** `YYYY-MM-DD`. */
  date: string | null;
  /** Year of issue, also when the day is not known. */
  year: number | null;
  /** `YYYY-MM-DD`, when only the day of announcement is known. */
  announced: string | null;
  /** Issuer with its term, after "của". @example 'Ban Chấp hành Trung ương Đảng khóa XI' */
  issuer: string;
  /** Title as it continues the citation; null when unverified, or when `name` says it. @example 'về công tác dân vận' */
  subject: string | null;
  /** Name that stands in place of type and number: of a law, or of a document without a number. */
  name: string | null;
  /** Title of the instrument issued with it. @example 'Quy chế công tác dân vận' */
  attached: string | null;
  /** What a reader must add or check before citing. */
  gaps: CitationGap[];
  /** The words of the citation fit another document, too: the printed address goes with them. */
  isShared?: boolean;
}

/** A part of a full citation that the record does not know, or knows without a source. */
export type CitationGap =
  | 'symbol-unknown'
  | 'symbol-unverified'
  | 'date-unknown'
  | 'date-unverified'
  | 'title-unverified'
  | 'issuer-unverified'
  | 'term-unverified';

/** A provision to cite. */
export interface CitableProvision {
  /** Anchor. @example 'kt-d5-2-a' */
  id: string;
  /** Innermost unit first, without the instrument. @example 'điểm a khoản 2 Điều 5' */
  label: string;
  /** The attached instrument or annex that it is in, or is; null within the document itself. */
  scope: CitableScope | null;
  /** Label and scope fit another unit, too: the printed address goes with them. */
  isShared?: boolean;
}

/** A part of a document with its own numbering. */
export interface CitableScope {
  id: string;
  kind: 'attached' | 'annex';
  /** Title of an attached instrument, name of an annex. @example 'Phụ lục I' */
  name: string;
  /** Which of several attached instruments it is; absent for the only one. 1-based. */
  order?: number;
  /** The instrument to which an annex belongs; absent for an annex of the document. */
  outer?: CitableScope;
}

/** Before a unit of a label: 'điểm a| khoản 2| Điều 5'. */
const UNIT_START =
  /(?<! trong) (?=(?:tiết|điểm|khoản|điều|tiểu mục|(?<!tiểu )mục|chương|phần|phụ lục|đoạn|gạch đầu dòng) )/iu;

/** One unit with its number: 'khoản 2', 'Phần thứ nhất', 'tiết i trong tiết a' */
const UNIT =
  /^\p{L}+(?: mục| đầu dòng)? (?:thứ \p{L}+(?: \p{L}+){0,2}|[\p{L}\d]+(?:\.\d+)*)(?: trong .+)?$/u;

/**
 * Take from a record what citing needs.
 *
 * @param document Slug and record.
 * @param issuers Names of its issuers, in the record's order.
 */
export function citableDocument(
  { slug, data }: { slug: string; data: DocumentData },
  issuers: readonly string[],
): CitableDocument {
  const type = typeName(data);
  const name = citationName(data.type, type, data.symbol, data.title);
  const hasSubject = name === null && !isUnverified(data, 'title');
  return {
    slug,
    system: data.system,
    typeName: type,
    symbol: data.symbol,
    date: data.issuedDate,
    year: issuedYear(data),
    announced: data.announcedDate ?? null,
    issuer: issuerWithTerm(issuers, data.term),
    subject: hasSubject ? citationSubject(data.title, type, issuers) : null,
    name,
    attached: data.issuedWith?.title ?? null,
    gaps: citationGaps(data),
  };
}

/**
 * Cite a document, or a provision of it.
 *
 * Only what the record knows is written: what it lacks is left out, never filled in, and listed in
 * the document's `gaps`.
 *
 * @param provision null for the document as a whole.
 * @returns One line, NFC.
 * @example
 * formatCitation(document, { id: 'kt-d5-2', label: 'khoản 2 Điều 5', scope }, 'short')
 * // 'khoản 2, Điều 5 Quy chế ban hành kèm theo Quyết định 901-QĐ/TV (2031)'
 */
export function formatCitation(
  document: CitableDocument,
  provision: CitableProvision | null,
  style: CitationStyle,
): string {
  const commas = style === 'party' || (style !== 'state' && document.system === 'dang');
  switch (style) {
    case 'printed':
      return provision === null ? document.slug : `${document.slug}#${provision.id}`;
    case 'short': {
      const reference = `${shortReference(document)}${sharedAddress(document, provision)}`;
      return pinpoint(document, provision, { commas, short: true }, reference);
    }
    case 'footnote':
      return `${document.issuer}: ${pinpoint(document, provision, { commas }, footnoteReference(document, provision))}.`;
    case 'party':
    case 'state': {
      const reference = fullReference(document, provision, style);
      return pinpoint(document, provision, { commas }, reference);
    }
  }
}

/**
 * Official text with the place it stands in.
 *
 * @param text Official text of the provision, lines set off by `\n`.
 * @param citation From {@link formatCitation}.
 * @example quoteCitation('Điều 5. Giờ mở cửa', 'Điều 5 Quyết định 901-QĐ/TV (2031)')
 * // '“Điều 5. Giờ mở cửa” (Điều 5 Quyết định 901-QĐ/TV (2031))'
 */
export function quoteCitation(text: string, citation: string): string {
  return `“${text}” (${citation})`;
}

/** "Quyết định 901-QĐ/TV (2031)"; the year is left out where the number has it. */
function shortReference(document: CitableDocument): string {
  const { symbol, typeName, year } = document;
  if (symbol === null) return numberAndDate(document, 'party');
  const hasYear = parseSymbol(symbol)?.year != null;
  return `${typeName} ${symbol}${hasYear || year === null ? '' : ` (${year})`}`;
}

/** "Quyết định số 901-QĐ/TV, ngày 04/3/2031 của Thư viện về việc ban hành …" */
function fullReference(
  document: CitableDocument,
  provision: CitableProvision | null,
  style: 'party' | 'state',
): string {
  const identity = `${numberAndDate(document, style)}${sharedAddress(document, provision)}`;
  if (document.name !== null) return identity;
  return `${identity}${byIssuer(document)}${aboutSubject(document, provision)}`;
}

/** What stands after the issuer in a footnote. */
function footnoteReference(document: CitableDocument, provision: CitableProvision | null): string {
  const about = document.name === null ? aboutSubject(document, provision) : '';
  return `${numberAndDate(document, 'party')}${sharedAddress(document, provision)}${about}`;
}

/** The printed address in brackets, where the words alone would fit another place, too. */
function sharedAddress(document: CitableDocument, provision: CitableProvision | null): string {
  const isShared = document.isShared === true || provision?.isShared === true;
  return isShared ? ` (${formatCitation(document, provision, 'printed')})` : '';
}

/** "Quyết định số 901-QĐ/TV, ngày 04/3/2031"; of a law: "Luật Thư viện số 5/2031/QH20, ngày …" */
function numberAndDate(document: CitableDocument, style: 'party' | 'state'): string {
  const name = document.name ?? document.typeName;
  const numbered = document.symbol === null ? name : `${name} số ${document.symbol}`;
  return `${numbered}${dated(document, style)}`;
}

/** ", ngày 04/3/2031" or " ngày 04 tháng 3 năm 2031"; the year alone, or nothing, if unknown. */
function dated({ date, year, announced }: CitableDocument, style: 'party' | 'state'): string {
  const comma = style === 'party' ? ',' : '';
  const write = style === 'party' ? formatDay : formatLongDay;
  if (date !== null) return `${comma} ngày ${write(date)}`;
  if (announced !== null) return `${comma} công bố ngày ${write(announced)}`;
  return year === null ? '' : `${comma} năm ${year}`;
}

/** " của Thư viện"; nothing where the title itself names the parties ("giữa A và B"). */
function byIssuer({ issuer, subject }: CitableDocument): string {
  return subject?.startsWith('giữa ') ? '' : ` của ${issuer}`;
}

/** The title; left out after an attached instrument, which has been named already. */
function aboutSubject(document: CitableDocument, provision: CitableProvision | null): string {
  if (document.subject === null) return '';
  if (provision?.scope?.kind === 'attached') return '';
  return ` ${document.subject}`;
}

/** Put the provision, and the instrument it stands in, before the document. */
function pinpoint(
  document: CitableDocument,
  provision: CitableProvision | null,
  { commas, short = false }: { commas: boolean; short?: boolean },
  reference: string,
): string {
  if (provision === null) return reference;
  const { scope, label, id } = provision;
  const units = commas ? unitsWithCommas(label, scope) : label;
  if (scope === null) return `${units} ${reference}`;
  // The address says which instrument is meant; its title could be taken for another document.
  const isBrief = short || provision.isShared === true;
  const instrument = `${scopeName(scope, document, isBrief)} ban hành kèm theo ${reference}`;
  if (scope.id !== id) return `${units} ${instrument}`;
  return scope.kind === 'annex' ? instrument : `toàn văn ${instrument}`;
}

/** The annex, then the instrument it belongs to. @example 'Phụ lục I Quy chế thư viện' */
function scopeName(scope: CitableScope, document: CitableDocument, short: boolean): string {
  if (scope.kind === 'attached') return instrumentWords(scope, document, short);
  const { name, outer } = scope;
  return outer === undefined ? name : `${name} ${instrumentWords(outer, document, short)}`;
}

/**
 * An attached instrument's title, as the record gives it; of a short citation its type alone, as of
 * a title in which a sentence could end. Where there are several, which of them it is.
 */
function instrumentWords(
  { id, name, order }: CitableScope,
  document: CitableDocument,
  short: boolean,
): string {
  const title = (id === 'kt' ? document.attached : null) ?? name;
  const type = instrumentName(title);
  const isPlain = !/[.:;()“”"]|kèm theo/iu.test(title) && title.split(' ').length <= LONGEST_TITLE;
  const named = type !== null && isPlain && !short ? title : type;
  if (order === undefined) return named ?? 'văn bản';
  const counted = `văn bản thứ ${formatOrdinal(order)}`;
  return named === null ? counted : `${named}, ${counted}`;
}

/** Words of a title that is written out before "ban hành kèm theo". */
const LONGEST_TITLE = 40;

/**
 * A label with the commas of Party documents. Where there is no Điều they begin at the outermost
 * unit: "mục III, điểm 2", but not before the annex that comes after them. What an editor named
 * stays as it is.
 */
function unitsWithCommas(label: string, scope: CitableScope | null): string {
  const units = label.split(UNIT_START);
  if (!units.every((unit) => UNIT.test(unit))) return label;
  const byArticle = units.some((unit) => /^điều /iu.test(unit));
  return (byArticle || scope?.kind === 'annex' ? units : units.reverse()).join(', ');
}

/** "Ban Chấp hành Trung ương Đảng khóa XI"; a term that repeats the body's name stands for it. */
function issuerWithTerm(issuers: readonly string[], term: string | null): string {
  const names = joinNames(issuers);
  if (term === null || names.endsWith(term)) return names;
  return term.startsWith(names) ? term : `${names} ${term}`;
}

/** @example joinNames(['A', 'B', 'C']) // 'A, B và C' */
function joinNames(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} và ${names.at(-1) ?? ''}`;
}

function citationGaps(data: DocumentData): CitationGap[] {
  const gaps: CitationGap[] = [];
  if (data.symbol === null) gaps.push('symbol-unknown');
  else if (isUnverified(data, 'symbol')) gaps.push('symbol-unverified');
  if (data.issuedDate === null) gaps.push('date-unknown');
  else if (isUnverified(data, 'issuedDate')) gaps.push('date-unverified');
  if (isUnverified(data, 'title')) gaps.push('title-unverified');
  if (isUnverified(data, 'issuer')) gaps.push('issuer-unverified');
  if (data.term !== null && isUnverified(data, 'term')) gaps.push('term-unverified');
  return gaps;
}

function isUnverified(data: DocumentData, field: string): boolean {
  return data.verification[field] === 'unverified';
}

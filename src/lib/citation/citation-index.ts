import { documentName, typeName } from '../document/naming.ts';
import { citationName } from '../document/title.ts';
import type { DocumentType } from '../document/types.ts';
import type { Library, LibraryDocument } from '../library/types.ts';
import { fold } from '../text/fold.ts';
import { createLexicon, type CitationLexicon } from './citation-lexicon.ts';
import { OTHER_BODY } from './issuers.ts';
import { readTypeName } from './lexicon.ts';
import type { DocumentName } from './name-rule.ts';
import { readPlenumDocument } from './name-rule.ts';
import { addPhrase, matchPhrase } from './phrases.ts';
import { readStructure, type KnownStructure } from './structure.ts';
import { syllablePairs } from './subject.ts';
import { readSymbol, type CitedSymbol } from './symbol-rule.ts';
import { parseTerm } from './term.ts';
import { allLexemes, tokenize } from './tokens.ts';
import { unitWords, wordKey } from './unit-places.ts';

/** A document as the engine compares it with a citation. */
export interface CitableRecord {
  slug: string;
  /** @example 'Nghị quyết 25-NQ/TW' */
  name: string;
  symbol: CitedSymbol | null;
  type: DocumentType;
  /** Types of the instrument issued with it. */
  attachedTypes: readonly DocumentType[];
  hasAttached: boolean;
  attachedTitle: string | null;
  /** `YYYY-MM-DD` */
  issuedDate: string | null;
  year: number | null;
  term: number | null;
  /** Keys of the issuing bodies, see `createIssuers`. */
  issuers: readonly string[];
  issuerName: string;
  /** Pairs of neighbouring syllables of title, short title, nicknames and attached title. */
  subject: ReadonlySet<string>;
  syllables: ReadonlySet<string>;
  /** Plenum that passed it, as it is named: `7`; `8` and `8b`. */
  plenums: readonly string[];
  status: LibraryDocument['data']['status']['value'];
  /** Day from which it is no longer in force; null when that is not known. */
  endedOn: string | null;
  /** Day on which its status was looked up. */
  checkedOn: string | null;
  effectiveFrom: string | null;
  /** The document that took its place. */
  successor: { slug: string; name: string; date: string | null } | null;
  /** Slugs of the documents that it is related to, in either direction. */
  related: ReadonlySet<string>;
  structure: KnownStructure;
  /** Its units 1, 2, 3 stand at the top: "mục 2" is `n2`. */
  numbersAtTop: boolean;
}

/** Types whose units 1, 2, 3 stand at the top, where nothing else is known. */
export const NUMBERED_TYPES: ReadonlySet<DocumentType> = new Set([
  'chi-thi',
  'thong-tri',
  'thong-bao',
  'cong-van',
]);

/** A library prepared for recognising citations of it. */
export interface CitationIndex {
  lexicon: CitationLexicon;
  bySlug: ReadonlyMap<string, CitableRecord>;
  /** By {@link symbolKeyOf}. */
  bySymbol: ReadonlyMap<string, readonly CitableRecord[]>;
  /** By number without codes. */
  byNumber: ReadonlyMap<string, readonly CitableRecord[]>;
  /** By plenum and term: `7|11`; and by plenum alone: `7|`. */
  byPlenum: ReadonlyMap<string, readonly CitableRecord[]>;
}

/** Key under which every spelling of one number meets. @example '25|nq|tw', '59|2023|nd|cp' */
export function symbolKeyOf({ number, year, codes }: CitedSymbol): string {
  return [number, ...(year === null ? [] : [String(year)]), ...codes].join('|');
}

/** Prepare a library. */
export function buildCitationIndex(library: Library): CitationIndex {
  const lexicon = createLexicon();
  addIssuers(lexicon, library);
  const records = library.documents.map((document) => createRecord(document, library, lexicon));
  for (const [i, document] of library.documents.entries()) {
    const record = records[i];
    if (record) addNames(lexicon, document, record);
    addPlaces(lexicon, document);
  }
  return {
    lexicon,
    bySlug: new Map(records.map((record) => [record.slug, record])),
    bySymbol: groupBy(records, ({ symbol }) => (symbol ? [symbolKeyOf(symbol)] : [])),
    byNumber: groupBy(records, ({ symbol }) => (symbol ? [symbol.number] : [])),
    byPlenum: groupBy(records, ({ plenums, term }) =>
      plenums.flatMap((plenum) => [`${plenum}|`, `${plenum}|${String(term)}`]),
    ),
  };
}

/**
 * Bodies that the common names do not cover are known by the codes they sign with: the committee of
 * a Party organisation and its standing board are one for a reader.
 */
function addIssuers({ issuers }: CitationLexicon, library: Library): void {
  for (const { slug, data } of library.issuers.values()) {
    const known = matchWhole(issuers, data.name);
    const key = known && known !== OTHER_BODY ? known : data.codes.join('|') || slug;
    for (const name of [data.name, ...data.aliases]) addPhrase(issuers, name, key);
  }
}

function matchWhole(book: CitationLexicon['issuers'], name: string): string | null {
  const tokens = tokenize(name);
  const match = matchPhrase(book, tokens, 0);
  return match?.end === tokens.count ? match.value : null;
}

function createRecord(
  { slug, data, tree }: LibraryDocument,
  library: Library,
  lexicon: CitationLexicon,
): CitableRecord {
  const issuers = data.issuer.map((name) => library.issuers.get(name)?.data.name ?? name);
  const relations = library.relations.get(slug) ?? [];
  const replacing = relations.find(
    ({ direction, kind }) => direction === 'incoming' && kind === 'replaces',
  );
  const repealing = relations.find(
    ({ direction, kind }) => direction === 'incoming' && kind === 'repeals',
  );
  const next = (replacing ?? repealing)?.other?.data ?? null;
  const isAmended = relations.some(
    ({ direction, kind }) => direction === 'incoming' && kind === 'amends',
  );
  const symbol = data.symbol === null ? null : parseRecordSymbol(data.symbol);
  const words = [data.title, data.shortTitle ?? '', ...data.aliases, data.issuedWith?.title ?? ''];
  return {
    slug,
    name: documentName(data),
    symbol,
    type: data.type,
    attachedTypes: data.issuedWith ? attachedTypesOf(data.issuedWith.title) : [],
    hasAttached: data.issuedWith !== null,
    attachedTitle: data.issuedWith?.title ?? null,
    issuedDate: data.issuedDate,
    year:
      data.issuedDate === null ? (data.issuedYear ?? null) : Number(data.issuedDate.slice(0, 4)),
    term: data.term === null ? null : parseTermText(data.term),
    issuers: issuers.map((name, i) => matchWhole(lexicon.issuers, name) ?? data.issuer[i] ?? name),
    issuerName: issuers.join(', '),
    subject: new Set(words.flatMap((text) => syllablePairs(text))),
    syllables: new Set(words.flatMap((text) => fold(text).match(/[a-z]+/g) ?? [])),
    plenums: plenumsOf(words, symbol),
    status: data.status.value,
    endedOn: data.effectiveTo ?? (next ? (next.effectiveFrom ?? next.issuedDate) : null),
    checkedOn: data.status.checkedOn ?? null,
    effectiveFrom: data.effectiveFrom,
    successor: successorOf(replacing?.other ?? repealing?.other ?? null),
    related: new Set(relations.flatMap(({ other }) => other?.slug ?? [])),
    structure: readStructure(data, tree, isAmended),
    numbersAtTop: hasNumbersAtTop(data.type, [...tree.byId.keys()]),
  };
}

function hasNumbersAtTop(type: DocumentType, ids: readonly string[]): boolean {
  if (ids.some((id) => /^n\d/.test(id))) return true;
  return NUMBERED_TYPES.has(type) && !ids.some((id) => /^m\d/.test(id));
}

function parseRecordSymbol(printed: string): CitedSymbol | null {
  return readSymbol(tokenize(printed), 0, true)?.symbol ?? null;
}

function successorOf(document: LibraryDocument | null): CitableRecord['successor'] {
  if (!document) return null;
  return { slug: document.slug, name: documentName(document.data), date: document.data.issuedDate };
}

/** "khóa XI", "Quốc hội khóa XV" */
function parseTermText(text: string): number | null {
  return parseTerm(/[IVXLC]+$|\d+$/u.exec(text.trim())?.[0] ?? '');
}

/** "Hướng dẫn khung" → huong-dan */
function attachedTypesOf(title: string): readonly DocumentType[] {
  return readTypeName(title);
}

/** The plenum that title and nicknames name; 08B-NQ/HNTW is also "Nghị quyết Trung ương 8B". */
function plenumsOf(texts: readonly string[], symbol: CitedSymbol | null): string[] {
  const plenums = new Set<string>();
  for (const text of texts) {
    const plenum = readPlenumDocument(tokenize(text), 0)?.plenum;
    if (plenum !== undefined) plenums.add(plenum);
  }
  const number = symbol?.number ?? '';
  if ([...plenums].some((plenum) => number === `${plenum}b`)) plenums.add(number);
  return [...plenums];
}

/** What names its units without numbers, and the document itself in an address. */
function addPlaces({ places, slugs }: CitationLexicon, { slug, tree }: LibraryDocument): void {
  slugs.add(slug);
  for (const words of unitWords(tree)) addPhrase(places, words, wordKey(words));
}

/** Names under which a document is cited, as its record gives them. */
function addNames(
  { names }: CitationLexicon,
  { data }: LibraryDocument,
  record: CitableRecord,
): void {
  const titles = [data.title, ...titleVariants(data.title)];
  const own = [...titles, ...titles.flatMap(beforePeriod), ...data.aliases];
  for (const name of own.flatMap(withoutYear)) addName(names, name, record, false);
  addCitedName(names, data, record);
  if (!data.issuedWith) return;
  for (const name of [data.issuedWith.title, ...shorterNames(data.issuedWith.title)]) {
    addName(names, name, record, true);
  }
}

/** Types whose titles no other body gives to a document of its own. */
const NAMED_TYPES: ReadonlySet<DocumentType> = new Set([
  'luat',
  'bo-luat',
  'phap-lenh',
  'hien-phap',
]);
/** Words from which the title of another type is certainly that of one document. */
const CERTAIN_LENGTH = 13;
/** The same for a document without a number, which has only its name. */
const CERTAIN_UNNUMBERED = 8;
/** The same for an instrument: "Quy chế thư viện" says more than "Hướng dẫn khung". */
const CERTAIN_INSTRUMENT = 4;

/** A name counts when it begins with a type and says more than a number. */
function addName(
  names: CitationLexicon['names'],
  name: string,
  record: CitableRecord,
  attached: boolean,
): void {
  const types = readTypeName(name);
  const tokens = tokenize(name);
  if (types.length === 0 || tokens.count < 3) return;
  const lexemes = allLexemes(tokens);
  if (lexemes.some(({ kind }) => kind === 'number')) return;
  const through = attached || (!types.includes(record.type) && record.hasAttached);
  const words = lexemes.filter(({ kind }) => kind === 'word').length;
  const isNamed = types.some((type) => NAMED_TYPES.has(type));
  const ownLength = record.symbol === null ? CERTAIN_UNNUMBERED : CERTAIN_LENGTH;
  const certain = through ? CERTAIN_INSTRUMENT : ownLength;
  const added: DocumentName = {
    slugs: [record.slug],
    types,
    attached: through,
    needsMore: !isNamed && words < certain,
  };
  addPhrase(names, name, added, mergeNames);
}

/** Laws and documents without a number are cited by their whole title, whatever stands in it. */
function addCitedName(
  names: CitationLexicon['names'],
  data: LibraryDocument['data'],
  { slug, type }: CitableRecord,
): void {
  const name = citationName(type, typeName(data), data.symbol, data.title);
  if (name === null) return;
  const own = { slugs: [slug], types: [type], attached: false, needsMore: false };
  addPhrase(names, name, own, mergeNames);
}

function mergeNames(known: DocumentName, added: DocumentName): DocumentName {
  return {
    slugs: [...new Set([...known.slugs, ...added.slugs])],
    types: known.types,
    attached: known.slugs.length === 0 ? added.attached : known.attached && added.attached,
    needsMore: added.needsMore && (known.slugs.length === 0 || known.needsMore),
  };
}

/** "Chương trình … về thư viện giai đoạn 2031–2036" → "Chương trình … về thư viện" */
function beforePeriod(title: string): string[] {
  const cut = /^(\D+?) (?:giai đoạn|nhiệm kỳ|năm) \d/u.exec(title)?.[1];
  return cut === undefined || tokenize(cut).count < 8 ? [] : [cut];
}

/** "Luật Tiếp công dân năm 2013" is cited as "Luật Tiếp công dân", too. */
function withoutYear(name: string): string[] {
  const base = name.replace(/ (?:năm |từ )?(?:19|20)\d\d$/u, '');
  return base === name ? [name] : [base];
}

/**
 * Forms of an official title without what writers leave out: the body, the meeting, a note in
 * brackets.
 *
 * @example 'Chỉ thị của Thư viện về đọc sách (tên tạm)' → ['Chỉ thị về đọc sách']
 */
function titleVariants(title: string): string[] {
  const plain = title.replace(/ \([^)]*\)/gu, '');
  const parts = /^(\S+ \S+) (?:của|Hội nghị|hội nghị) .*? về (.+)$/u.exec(plain);
  const variants = plain === title ? [] : [plain];
  return parts ? [...variants, `${parts[1] ?? ''} về ${parts[2] ?? ''}`] : variants;
}

/** "Quy chế thư viện của hệ thống" → "Quy chế thư viện" */
function shorterNames(title: string): string[] {
  const cut = /^(.+?) (?:của|trong) /u.exec(title)?.[1];
  return cut === undefined || tokenize(cut).count < 4 ? [] : [cut];
}

function groupBy(
  records: readonly CitableRecord[],
  keysOf: (record: CitableRecord) => readonly string[],
): Map<string, readonly CitableRecord[]> {
  const groups = new Map<string, CitableRecord[]>();
  for (const record of records) {
    for (const key of keysOf(record)) groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  return groups;
}

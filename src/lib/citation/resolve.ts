import type { DocumentType } from '../document/types.ts';
import { symbolKeyOf, type CitableRecord, type CitationIndex } from './citation-index.ts';
import type { CitedDate } from './date-rule.ts';
import type { CitedNumber } from './document-rule.ts';
import type { CitedDocument, FoundCitation, FoundCitations } from './find.ts';
import {
  COUNTRIES,
  FOREIGN_BODY,
  isIssuedBy,
  LOCAL_BODY,
  OTHER_BODY,
  STATE_BODIES,
} from './issuers.ts';
import { matchPhrase } from './phrases.ts';
import { Memory } from './memory.ts';
import { resolvePointer } from './pointers.ts';
import type { ProvisionPath } from './provision-path.ts';
import { skipCounted } from './provision-rule.ts';
import { NOTHING, withoutFaults, type Resolution } from './resolution.ts';
import type { ProvisionRun } from './provision-run.ts';
import { findCitedUnit } from './judge.ts';
import { GAP, gapAt, lexemeAt, lexemesOf } from './tokens.ts';
import { dateFit, settle, statedFaults, type Clues, type Settled } from './settle.ts';
import type { CitedSymbol } from './symbol-rule.ts';
import { isWord, WORDS } from './words.ts';
import { resolveBareProvision } from './bare-provisions.ts';
import { placeRelative } from './relative-units.ts';

/** One target of a citation: a run of three units has three. */
export interface ResolvedTarget {
  found: FoundCitation;
  resolution: Resolution;
  /** Null for a document. "này" is already replaced. */
  path: ProvisionPath | null;
  /** Its first token: later than found when words before the document turned out to name no unit. */
  start: number;
  /** Token after the citation; less than found when a date turned out not to belong to it. */
  end: number;
}

/**
 * Tie the citations of a text to the documents of a library.
 *
 * @param withTopics Also the bare names of laws that are topics, see `Resolution`.
 * @returns In the order of the text, one per target; citations that turned out to be none are left
 *   out.
 */
export function resolveCitations(
  found: FoundCitations,
  index: CitationIndex,
  withTopics = false,
): ResolvedTarget[] {
  return new Resolver(found, index, withTopics).run();
}

class Resolver {
  private readonly found: FoundCitations;
  private readonly index: CitationIndex;
  private readonly withTopics: boolean;
  /** Per citation, one resolution per number. */
  private readonly own: Resolution[][];

  constructor(found: FoundCitations, index: CitationIndex, withTopics: boolean) {
    this.withTopics = withTopics;
    this.found = found;
    this.index = index;
    const shared = shareClues(found.citations);
    this.own = found.citations.map((citation, i) => this.resolveAlone(citation, shared[i] ?? null));
  }

  run(): ResolvedTarget[] {
    const memory = new Memory(this.found.citations, this.own);
    const settled: Resolution[][] = [];
    const targets: ResolvedTarget[] = [];
    let address: FoundCitation | null = null;
    this.found.citations.forEach((citation, i) => {
      const resolutions = this.resolveInContext(i, memory, settled);
      settled.push(resolutions);
      if (citation === address) return;
      address = this.addressBehind(i, resolutions);
      targets.push(...this.targetsOf(i, resolutions, targets, address?.run ?? null));
    });
    return targets;
  }

  /** What a citation says by itself, without the rest of the text. */
  private resolveAlone(citation: FoundCitation, shared: SharedClues | null): Resolution[] {
    const { document } = citation;
    if (document === null) return [];
    switch (document.form) {
      case 'number':
        return document.numbers.map((number) =>
          this.resolveNumber(citation, document, number, shared),
        );
      case 'name':
        return [this.resolveName(citation, document)];
      case 'plenum':
        return this.resolvePlenum(citation, document);
      case 'address':
        return [this.resolveAddress(document.address.slug)];
      default:
        return [];
    }
  }

  private resolveNumber(
    citation: FoundCitation,
    document: Extract<CitedDocument, { form: 'number' }>,
    number: CitedNumber,
    shared: SharedClues | null,
  ): Resolution {
    const { type } = document;
    const types = citation.attachedTypes ? [] : (type?.types ?? []);
    const isForeign = citation.evidence.issuer === FOREIGN_BODY;
    const { bearers, isMisspelled } = isForeign
      ? NO_BEARERS
      : this.bearersOf(number, type?.types ?? []);
    const clues = cluesOf(citation, types);
    const soft = softened(clues, shared, citation.evidence.nearDate, bearers);
    let settled = settle(bearers, soft);
    const isDated = settled.kind === 'document' && !settled.faults.includes('wrong-date');
    if (document.endWithoutDate !== null && !isDated) {
      settled = settle(bearers, { ...soft, date: citation.evidence.date });
    }
    settled = number.symbol ? settled : this.judgeBareNumber(settled, citation, number);
    const faults = [...settled.faults];
    if (settled.record && isOtherForm(number.symbol, settled.record.symbol, isMisspelled)) {
      faults.push('wrong-number-form');
    }
    const isNothing = document.counting || (document.doubtful && settled.kind !== 'document');
    return {
      ...settled,
      kind: isNothing ? 'none' : settled.kind,
      isCertain: (settled.isCertain || isForeign) && !document.counting,
      faults,
      entity: settled.record?.slug ?? `${keyOf(number)}@${dateKey(soft.date)}`,
      types: [...(type?.types ?? []), ...(settled.record ? [settled.record.type] : [])],
      isAttached:
        citation.attachedTypes !== null || isThroughAttached(settled.record, type?.types ?? []),
    };
  }

  /** Bearers of a number; of a misspelled one those that can only be meant. */
  private bearersOf(
    number: CitedNumber,
    types: readonly DocumentType[],
  ): { bearers: readonly CitableRecord[]; isMisspelled: boolean } {
    const { symbol } = number;
    if (!symbol) {
      const bearers = (this.index.byNumber.get(number.number) ?? []).filter(
        (record) =>
          (types.includes(record.type) ||
            record.attachedTypes.some((type) => types.includes(type))) &&
          (number.year === null || (record.symbol?.year ?? record.year) === number.year),
      );
      return { bearers, isMisspelled: false };
    }
    const exact = this.index.bySymbol.get(symbolKeyOf(symbol));
    if (exact) return { bearers: exact, isMisspelled: false };
    const near = (this.index.byNumber.get(symbol.number) ?? []).filter((record) =>
      isNearSymbol(symbol, record),
    );
    return { bearers: near, isMisspelled: true };
  }

  /**
   * A number without codes stands for a document of the library only where nobody else numbers so:
   * State numbers begin anew each year, and every body has its plan no. 6.
   */
  private judgeBareNumber(
    settled: Settled,
    { evidence, document }: FoundCitation,
    number: CitedNumber,
  ): Settled {
    const unknown: Settled = {
      ...settled,
      kind: 'unknown',
      record: null,
      candidates: [],
      faults: [],
    };
    const date = document?.form === 'number' ? document.date : null;
    const isOther = evidence.isLocal || evidence.issuer === OTHER_BODY;
    if (isOther || this.isOfOtherBranch(number, evidence.issuer)) {
      return { ...unknown, isCertain: true };
    }
    const { record } = settled;
    // "Nghị định 4 năm 2021" where only that of 2015 is known: each year has a no. 4.
    const isOtherYear = settled.faults.includes('wrong-date') && date?.month === null;
    if (isOtherYear && record?.symbol?.year != null) return { ...unknown, isCertain: true };
    if (!record || settled.isCertain || number.year !== null) return settled;
    const isCentral = record.symbol?.codes.includes('tw') ?? false;
    if (isCentral || (number.number.length > 2 && record.symbol?.year == null)) return settled;
    return { ...unknown, hint: record };
  }

  /** "Nghị quyết 25 của Chính phủ" is none of the Party's. */
  private isOfOtherBranch({ number }: CitedNumber, issuer: string | null): boolean {
    if (issuer === null || !STATE_BODIES.has(issuer)) return false;
    const bearers = this.index.byNumber.get(number) ?? [];
    return !bearers.some(({ issuers }) => isIssuedBy(issuers, issuer));
  }

  private resolveName(
    citation: FoundCitation,
    document: Extract<CitedDocument, { form: 'name' }>,
  ): Resolution {
    const { name, symbol } = document;
    const named = name.slugs.flatMap((slug) => this.index.bySlug.get(slug) ?? []);
    const numbered = symbol ? (this.index.bySymbol.get(symbolKeyOf(symbol)) ?? []) : null;
    const bearers = numbered ?? named;
    const clues = cluesOf(citation, citation.attachedTypes ? [] : name.types);
    let settled = settle(bearers, clues);
    if (document.endWithoutDate !== null && settled.kind !== 'document') {
      settled = settle(bearers, { ...clues, date: null });
    }
    if (numbered === null && settled.kind === 'unknown')
      settled = settleNamedYear(named, document.date);
    // A name that laws before or after it bear, too, is not certain without its year.
    const isPlain = symbol === null && document.date === null && document.terms.length === 0;
    if (symbol === null && this.isForeign(document)) return NOTHING;
    if (isPlain && name.attached && this.isOfLocalBody(document)) return NOTHING;
    if (isPlain && this.isOtherVersion(citation, document, settled.record)) settled = OTHER_VERSION;
    return {
      ...settled,
      kind: isPlain && name.slugs.length === 0 && citation.run === null ? 'none' : settled.kind,
      isCertain: settled.isCertain || (settled.kind === 'document' && named.length === 1),
      isTopic: isPlain && citation.run === null && this.isTopic(document),
      entity: settled.record?.slug ?? `${name.types.join()}:${this.textOf(document)}`,
      types: name.types,
      isAttached: citation.attachedTypes !== null || (name.attached && settled.record !== null),
    };
  }

  /** "tuyên truyền Luật A": a topic rather than a source, unless year or number say which law it is. */
  private isTopic({ start, name }: Extract<CitedDocument, { form: 'name' }>): boolean {
    return (
      name.types.some((type) => LAWS.has(type)) &&
      isWord(this.found.tokens, start - 1, WORDS.topicLead)
    );
  }

  /** "Hiến pháp Nhật Bản", "Luật Giáo dục của Lào": no text of this country. */
  private isForeign({ end, name }: Extract<CitedDocument, { form: 'name' }>): boolean {
    const { tokens } = this.found;
    const of = isWord(tokens, end, WORDS.owner) ? end + 1 : end;
    const at = lexemeAt(tokens, of).base === 'nuoc' ? of + 1 : of;
    const isLaw = name.types.some((type) => LAWS.has(type));
    return isLaw && lexemeAt(tokens, at).capital && matchPhrase(COUNTRIES, tokens, at) !== null;
  }

  /** "Quy chế dân vận của Đảng ủy xã", "… của hệ thống chính trị thành phố": their own. */
  private isOfLocalBody({ end }: Extract<CitedDocument, { form: 'name' }>): boolean {
    const { tokens } = this.found;
    const at = isWord(tokens, end, WORDS.owner) ? end + 1 : end;
    return matchPhrase(this.index.lexicon.issuers, tokens, at)?.value === LOCAL_BODY;
  }

  /** "dự thảo Luật A", "Luật A (sửa đổi)", "Luật A sửa đổi năm 2041", "Luật A của Lào" */
  private isOtherVersion(
    { evidence }: FoundCitation,
    { start, end, name }: Extract<CitedDocument, { form: 'name' }>,
    record: CitableRecord | null,
  ): boolean {
    const { tokens } = this.found;
    const base = (at: number): string => lexemeAt(tokens, at).base;
    if (!name.types.some((type) => LAWS.has(type))) return false;
    if (base(start - 2) === 'du' && base(start - 1) === 'thao') return true;
    const open = base(end) === '(' ? end + 1 : end;
    if (base(open) === 'sua' && base(open + 1) === 'doi') {
      const year = base(open + 2) === 'nam' ? base(open + 3) : null;
      return year === null ? base(open + 2) === ')' : year !== String(record?.year);
    }
    const owner = base(end + 1) === 'nuoc' ? end + 2 : end + 1;
    const isForeign = lexemeAt(tokens, owner).capital && !/^(viet|nha|cong)$/.test(base(owner));
    return evidence.isLocal && base(end) === 'cua' && isForeign;
  }

  private resolvePlenum(
    citation: FoundCitation,
    document: Extract<CitedDocument, { form: 'plenum' }>,
  ): Resolution[] {
    const terms = document.terms.length > 0 ? document.terms : [null];
    return terms.map((term) => {
      const key = `${document.plenum}|${term === null ? '' : String(term)}`;
      const bearers = (this.index.byPlenum.get(key) ?? []).filter(({ type }) =>
        document.types.includes(type),
      );
      const clues = cluesOf(citation, document.types);
      const settled = settle(bearers, term === null ? clues : { ...clues, terms: [term] });
      return {
        ...settled,
        entity: settled.record?.slug ?? `plenum:${key}`,
        types: document.types,
        isAttached: false,
      };
    });
  }

  private resolveAddress(slug: string): Resolution {
    const record = this.index.bySlug.get(slug) ?? null;
    if (!record) return NOTHING;
    return {
      ...{ ...NOTHING, kind: 'document', record, isCertain: true, entity: slug },
      types: [record.type, ...record.attachedTypes],
    };
  }

  /**
   * The address in brackets behind a citation: "Điều 5 Quy chế … (901-qd-tv-2031#kt-d5)" is one
   * citation, and the address says which unit.
   */
  private addressBehind(i: number, resolutions: readonly Resolution[]): FoundCitation | null {
    const [citation, next] = [this.found.citations[i], this.found.citations[i + 1]];
    const [own, more] = resolutions;
    if (next?.document?.form !== 'address' || citation?.document?.form === 'address') return null;
    const isBracketed = lexemeAt(this.found.tokens, next.start - 1).base === '(';
    const isSame = !more && own?.record?.slug === next.document.address.slug;
    return isBracketed && isSame && next.paragraph === citation?.paragraph ? next : null;
  }

  private resolveInContext(
    i: number,
    memory: Memory,
    settled: readonly Resolution[][],
  ): Resolution[] {
    const citation = this.found.citations[i];
    const own = this.own[i] ?? [];
    if (!citation || this.isTitleOfNumber(i, settled)) return [];
    const { document } = citation;
    if (document === null) return [resolveBareProvision(this.found, i, settled)];
    if (document.form === 'pointer' || document.form === 'note') {
      return resolvePointer(this.found, i, document, settled);
    }
    if (document.form === 'alias') {
      const target = settled[document.of] ?? [];
      return target.length === 1 ? target.map(withoutFaults) : [NOTHING];
    }
    return own.map((resolution, n) => {
      if (resolution.isCertain) return resolution;
      const number = document.form === 'number' ? document.numbers[n] : undefined;
      // "Nghị quyết Trung ương 4" of one term is soon followed by that of the next.
      const isNear = (other: number): boolean =>
        document.form !== 'plenum' || this.paragraphsBetween(other, i) <= 1;
      const recalled = memory.recall(i, resolution, number, isNear);
      if (!recalled) return this.settleByRelation(i, resolution, settled) ?? resolution;
      return number ? judgeRecalled(citation, number, resolution, recalled) : recalled;
    });
  }

  /**
   * "Kết luận 902-KL/TV … tiếp tục thực hiện Nghị quyết 901-NQ/TV": of several bearers the one that the
   * library knows to be related to the document before it in the sentence.
   */
  private settleByRelation(
    i: number,
    resolution: Resolution,
    settled: readonly Resolution[][],
  ): Resolution | null {
    const [before, citation] = [this.found.citations[i - 1], this.found.citations[i]];
    const related = settled[i - 1]?.at(-1)?.record?.related;
    if (!before || !citation || !related || before.sentence !== citation.sentence) return null;
    if (
      resolution.kind !== 'ambiguous' ||
      !isWord(this.found.tokens, citation.start - 1, WORDS.work)
    ) {
      return null;
    }
    const [record, ...others] = resolution.candidates.filter(({ slug }) => related.has(slug));
    if (!record || others.length > 0) return null;
    return { ...resolution, kind: 'document', record, candidates: [], entity: record.slug };
  }

  private paragraphsBetween(a: number, b: number): number {
    const { citations } = this.found;
    return Math.abs((citations[a]?.paragraph ?? 0) - (citations[b]?.paragraph ?? 0));
  }

  private targetsOf(
    i: number,
    resolutions: readonly Resolution[],
    before: readonly ResolvedTarget[],
    pin: ProvisionRun | null,
  ): ResolvedTarget[] {
    const found = this.found.citations[i];
    if (!found) return [];
    const run = pin ?? found.run;
    const targets: ResolvedTarget[] = [];
    for (const resolution of resolutions) {
      if (resolution.kind === 'none' || (resolution.isTopic && !this.withTopics)) continue;
      const end = this.endOf(found, resolution);
      const { start } = found;
      if (!run) targets.push({ found, resolution, path: null, start, end });
      for (const path of run?.targets ?? []) {
        if (isUnknownPlace(path, found, resolution)) {
          targets.push(documentAlone(found, resolution));
          continue;
        }
        const placed = placeRelative(found, resolution, path, before);
        if (placed) targets.push({ found, start, end, ...placed });
      }
    }
    return targets;
  }

  /**
   * The name is the title of the number beside it: "Quyết định số 901-QĐ/TV … ban hành Quy chế thư
   * viện", "Quy chế thư viện (ban hành kèm theo Quyết định số 901-QĐ/TV)".
   */
  private isTitleOfNumber(i: number, settled: readonly Resolution[][]): boolean {
    const citation = this.found.citations[i];
    if (!citation || citation.document?.form !== 'name' || citation.run) return false;
    const { slugs } = citation.document.name;
    if (this.isOwnTitle(citation)) return true;
    const [before, after] = [this.found.citations[i - 1], this.found.citations[i + 1]];
    if (before?.document?.form === 'number' && before.sentence === citation.sentence) {
      const slug = settled[i - 1]?.[0]?.record?.slug;
      const isNear = citation.start - before.end < LONGEST_WAY_TO_TITLE;
      if (slug !== undefined && isNear && slugs.includes(slug)) return true;
    }
    const next =
      after?.document?.form === 'number' ? this.own[i + 1]?.[0]?.record?.slug : undefined;
    const end = skipCounted(this.found.tokens, citation.end);
    const isIssuedWith = after !== undefined && after.start - end < 7;
    return next !== undefined && isIssuedWith && slugs.includes(next) && this.saysWith(end);
  }

  /** The title of the text itself: in capitals on its own lines, or "kèm theo Quyết định này Quy chế …". */
  private isOwnTitle({ start, end, document }: FoundCitation): boolean {
    const { tokens } = this.found;
    if (document?.form !== 'name' || document.symbol || document.date) return false;
    const isIssued = lexemeAt(tokens, start - 1).base === 'nay' && this.saysWith(start - 6);
    const isLine = gapAt(tokens, start) >= GAP.line && gapAt(tokens, end) >= GAP.line;
    return isIssued || (isLine && lexemesOf(tokens, start, end).every(({ upper }) => upper));
  }

  /** "ban hành kèm theo" */
  private saysWith(at: number): boolean {
    return lexemesOf(this.found.tokens, at, at + 5).some(({ base }) => base === 'kem');
  }

  /** Without a date that belongs to the next clause. */
  private endOf(found: FoundCitation, { record }: Resolution): number {
    const { document } = found;
    const isDoubtful = document?.form === 'number' || document?.form === 'name';
    if (!isDoubtful || document.endWithoutDate === null || found.run) return found.end;
    const fits =
      record !== null && document.date !== null && dateFit(record, document.date) === 'yes';
    return fits ? found.end : document.endWithoutDate;
  }

  private textOf({ start, end }: { start: number; end: number }): string {
    return lexemesOf(this.found.tokens, start, end)
      .map(({ base }) => base)
      .join(' ');
  }
}

/** "phần mở đầu", "Mẫu số 01" of a document that is not known to have such a unit. */
function isUnknownPlace(
  path: ProvisionPath,
  found: FoundCitation,
  resolution: Resolution,
): boolean {
  if (path.place === undefined || path.place.anchor !== undefined) return false;
  return findCitedUnit(path, resolution, found) === null;
}

/** The citation without the words before its document. */
function documentAlone(found: FoundCitation, resolution: Resolution): ResolvedTarget {
  const { start, end } = found.document ?? found;
  return { found, resolution, path: null, start, end };
}

const LAWS: ReadonlySet<DocumentType> = new Set(['luat', 'bo-luat', 'phap-lenh', 'hien-phap']);

const OTHER_VERSION: Settled = {
  kind: 'unknown',
  record: null,
  candidates: [],
  faults: [],
  isCertain: true,
};

/** What another country numbers is no document of this one, whoever bears the number here. */
const NO_BEARERS = { bearers: [], isMisspelled: false };

/** Tokens of issuer and term that can stand between a number and its title. */
const LONGEST_WAY_TO_TITLE = 24;

function cluesOf({ document, evidence }: FoundCitation, types: readonly DocumentType[]): Clues {
  const dated = document !== null && 'date' in document ? document.date : null;
  const terms = document !== null && 'terms' in document ? document.terms : [];
  return {
    types,
    date: dated ?? evidence.date,
    terms: terms.length > 0 ? terms : evidence.terms,
    issuer: evidence.isLocal && evidence.issuer !== OTHER_BODY ? null : evidence.issuer,
    isAfterWork: evidence.isAfterWork,
    subject: evidence.subject,
    isSubjectStated: evidence.isSubjectStated,
    isNamed: document?.form === 'name' && document.symbol === null,
  };
}

/** The rest of the text tells which document is meant, not whether this citation of it is right. */
function judgeRecalled(
  citation: FoundCitation,
  { symbol }: CitedNumber,
  own: Resolution,
  recalled: Resolution,
): Resolution {
  const { record } = recalled;
  if (!record) return recalled;
  if (record === own.record) return { ...recalled, faults: own.faults };
  const { document } = citation;
  const type = document?.form === 'number' ? document.type : null;
  const types = citation.attachedTypes ? [] : (type?.types ?? []);
  const faults = statedFaults(record, cluesOf(citation, types));
  if (isOtherForm(symbol, record.symbol, false)) faults.push('wrong-number-form');
  return { ...recalled, faults };
}

/** Date, term and issuer that the last number of a list gives for all of it. */
type SharedClues = Pick<Clues, 'date' | 'terms' | 'issuer'>;

function shareClues(citations: readonly FoundCitation[]): (SharedClues | null)[] {
  const shared: (SharedClues | null)[] = citations.map(() => null);
  for (let i = citations.length - 2; i >= 0; i--) {
    const next = citations[i + 1];
    if (!next?.joined || next.document?.form !== 'number') continue;
    const { date, terms, issuer } = cluesOf(next, []);
    const further = shared[i + 1];
    const all = {
      date: date ?? further?.date ?? null,
      terms: terms.length > 0 ? terms : (further?.terms ?? []),
      issuer: issuer ?? further?.issuer ?? null,
    };
    shared[i] = shareable(all, citations[i]?.document ?? null, next.document);
  }
  return shared;
}

/**
 * A type word begins anew: "Nghị quyết 25-NQ/TV và Quyết định 23-QĐ/TV của Ban Thư ký" does not say
 * whose the resolution is. Year and term are shared by documents of one type, a whole date by all.
 */
function shareable(
  { date, terms, issuer }: SharedClues,
  document: CitedDocument | null,
  next: Extract<CitedDocument, { form: 'number' }>,
): SharedClues {
  const types = document?.form === 'number' ? (document.type?.types ?? []) : [];
  const nextTypes = next.type?.types;
  const isOneType = nextTypes === undefined || types.some((type) => nextTypes.includes(type));
  return {
    date: isOneType || date?.day != null ? date : null,
    terms: isOneType ? terms : [],
    issuer: nextTypes === undefined ? issuer : null,
  };
}

/**
 * Clues from further away help only where they fit: "Nghị quyết 23-NQ/TV và 24-NQ/TV ngày …",
 * "3/2033 (NQ 24-NQ/TV)".
 */
function softened(
  clues: Clues,
  shared: SharedClues | null,
  nearDate: CitedDate | null,
  bearers: readonly CitableRecord[],
): Clues {
  if (clues.date !== null || clues.terms.length > 0) return clues;
  const dates = [shared?.date ?? null, nearDate].filter((date) => date !== null);
  const date = dates.find((each) => bearers.some((record) => dateFit(record, each) === 'yes'));
  const inTerm = bearers.some(({ term }) => term !== null && shared?.terms.includes(term));
  const issuer = shared?.issuer ?? null;
  const isIssuer = issuer !== null && bearers.some(({ issuers }) => isIssuedBy(issuers, issuer));
  return {
    ...clues,
    date: date ?? null,
    terms: inTerm ? (shared?.terms ?? []) : [],
    issuer: clues.issuer ?? (isIssuer ? issuer : null),
  };
}

/** A law of the name with the year next to its own: the year is wrong; else it is another law. */
function settleNamedYear(named: readonly CitableRecord[], date: CitedDate | null): Settled {
  const cited = date?.year ?? null;
  const near = named.filter(
    ({ year, effectiveFrom }) =>
      cited !== null &&
      year !== null &&
      (Math.abs(cited - year) === 1 || effectiveFrom?.startsWith(String(cited))),
  );
  const [record] = near;
  if (record && near.length === 1) {
    return { kind: 'document', record, candidates: [], faults: ['wrong-date'], isCertain: true };
  }
  return { kind: 'unknown', record: null, candidates: [], faults: [], isCertain: true };
}

function isThroughAttached(record: CitableRecord | null, types: readonly DocumentType[]): boolean {
  if (!record || types.includes(record.type)) return false;
  return record.attachedTypes.some((type) => types.includes(type));
}

/** Abbreviations that are taken for one another. */
const SAME_CODES = new Map([
  ['qdi', 'qd'],
  ['qyd', 'qd'],
  ['hntw', 'tw'],
]);

/** Whether a number that nobody bears can only be a slip of this one. */
function isNearSymbol(cited: CitedSymbol, record: CitableRecord): boolean {
  const known = record.symbol;
  if (!known) return false;
  const plain = (codes: readonly string[]): string =>
    codes.map((code) => SAME_CODES.get(code) ?? code).join();
  if (plain(cited.codes) !== plain(known.codes)) return false;
  if (cited.year === known.year) return cited.codes.join() !== known.codes.join();
  // "16/2016/CT-TTg": only rules of law have the year in the number, so it can be no other.
  const neverHasYear = known.codes[0] === 'ct' || known.codes.includes('tw');
  if (known.year === null) return neverHasYear && cited.year === record.year;
  return cited.year === null;
}

/** Slash and dash exchanged, or another abbreviation; spaces and capitals do not matter. */
function isOtherForm(
  cited: CitedSymbol | null,
  known: CitedSymbol | null,
  isMisspelled: boolean,
): boolean {
  if (!cited || !known) return false;
  if (isMisspelled) return true;
  if (known.codes.length < 2 && known.year === null) return false;
  return cited.separators.some((separator, i) => {
    const printed = known.separators[i];
    return isMark(separator) && isMark(printed) && separator !== printed;
  });
}

function isMark(separator: string | undefined): boolean {
  return separator === '-' || separator === '/';
}

function keyOf({ number, symbol }: CitedNumber): string {
  return symbol ? symbolKeyOf(symbol) : number;
}

function dateKey(date: CitedDate | null): string {
  return date ? [date.year, date.month, date.day].join('-') : '';
}

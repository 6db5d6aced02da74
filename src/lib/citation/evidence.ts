import {
  readBracket,
  readDateAfter,
  readDay,
  readTerms,
  readWordedDate,
  type CitedDate,
} from './date-rule.ts';
import { CENTRAL_COMMITTEE, LOCAL_BODY, OTHER_BODY } from './issuers.ts';
import { readPlenum } from './name-rule.ts';
import { matchPhrase, type PhraseBook } from './phrases.ts';
import { GAP, gapAt, lexemeAt, type Tokens } from './tokens.ts';
import { isWord, WORDS } from './words.ts';

/** What the text around a citation says about the document, outside the citation itself. */
export interface Evidence {
  /** Key of the body after "của", or before "ban hành". */
  issuer: string | null;
  /** A body of a province, ministry or unit is named as issuer, or one that no document has. */
  isLocal: boolean;
  terms: readonly number[];
  /** A word for work stands before the citation: "thực hiện", "triển khai". */
  isAfterWork: boolean;
  /** A date apart from the number: after the issuer, or "Ngày …, … ban hành". */
  date: CitedDate | null;
  /** A date near by that may be that of something else: it helps where it fits, and accuses nobody. */
  nearDate: CitedDate | null;
  /** Syllables of the subject, folded. */
  subject: readonly string[];
  /** The subject is stated with "về" or in quotation marks right after. */
  isSubjectStated: boolean;
}

const LONGEST_SUBJECT = 45;

/**
 * Read what follows a citation: issuer, term, date, subject.
 *
 * @param end Token after the citation.
 * @param limit Token at which the reading stops at the latest: the next citation.
 */
export function readEvidenceAfter(
  tokens: Tokens,
  end: number,
  limit: number,
  issuers: PhraseBook<string>,
): Evidence {
  const found: Evidence = {
    issuer: null,
    isLocal: false,
    isAfterWork: false,
    terms: [],
    date: null,
    nearDate: null,
    subject: [],
    isSubjectStated: false,
  };
  let at = end;
  for (let step = 0; step < 8 && at < limit; step++) {
    const next = readStep(tokens, at, limit, issuers, found);
    if (next === at) break;
    at = next;
  }
  return found;
}

/** One part of what follows; fills `found` and returns the token after it, or `at` to stop. */
function readStep(
  tokens: Tokens,
  at: number,
  limit: number,
  issuers: PhraseBook<string>,
  found: Evidence,
): number {
  if (gapAt(tokens, at) === GAP.paragraph) return at;
  const { base } = lexemeAt(tokens, at);
  const terms = readTerms(tokens, at);
  if (terms) {
    found.terms = terms.terms;
    return terms.end;
  }
  const bracket = readBracket(tokens, at);
  if (bracket) {
    if (bracket.terms.length > 0) found.terms = bracket.terms;
    found.date ??= bracket.date;
    return bracket.end;
  }
  const dated = readDateAfter(tokens, at) ?? readDay(tokens, at);
  if (dated?.date.year != null) {
    if (dated.date.day !== null && isOwnDate(tokens, at, dated.end)) found.date ??= dated.date;
    else found.nearDate ??= dated.date;
    return dated.end;
  }
  if (/^[,):|]$/.test(base)) return at + 1;
  const opens = isWord(tokens, at + 1, WORDS.about) || readPlenum(tokens, at + 1) !== null;
  if (base === '(' && opens) return at + 1;
  const issuer = readIssuer(tokens, at, issuers);
  if (issuer && found.issuer === null) {
    found.issuer = issuer.key;
    found.isLocal = issuer.key === LOCAL_BODY || issuer.key === OTHER_BODY;
    return issuer.end;
  }
  if (found.issuer === null && isWord(tokens, at, WORDS.owner) && !isMeeting(tokens, at + 1)) {
    found.isLocal = true;
  }
  return readSubject(tokens, at, limit, found);
}

/** "…, ngày 15/8/2034, Tỉnh ủy ban hành": after a comma the date is rather that of the next clause. */
function isOwnDate(tokens: Tokens, at: number, end: number): boolean {
  if (lexemeAt(tokens, at).base !== ',') return true;
  const after = lexemeAt(tokens, end);
  if (after.base === ',') return isWord(tokens, end + 1, WORDS.afterDate);
  return after.kind === 'mark' || isWord(tokens, end, WORDS.afterDate);
}

/** `của Ban Bí thư` · `do Thủ tướng Chính phủ ban hành` · `của Hội nghị lần thứ bảy Ban Chấp hành …` */
function readIssuer(
  tokens: Tokens,
  at: number,
  issuers: PhraseBook<string>,
): { key: string; end: number } | null {
  const introduced = isWord(tokens, at, WORDS.by);
  const start = introduced ? at + 1 : at;
  const plenum = readPlenum(tokens, start);
  if (plenum) return { key: CENTRAL_COMMITTEE, end: plenum.end };
  const meeting = isMeeting(tokens, start);
  if (!introduced && !meeting) return null;
  for (let token = start; token < start + (meeting ? 7 : 1); token++) {
    const match = matchPhrase(issuers, tokens, token);
    if (match) {
      const end = isWord(tokens, match.end, WORDS.issue) ? match.end + 2 : match.end;
      return { key: match.value, end };
    }
  }
  return null;
}

/** `Hội nghị …`: whose meeting it was may stand further behind. */
function isMeeting(tokens: Tokens, at: number): boolean {
  return isWord(tokens, at, WORDS.meet) && isWord(tokens, at + 1, WORDS.meeting);
}

/** `về …` · `“Về …”` · `ban hành …`, to the end of the sentence. */
function readSubject(tokens: Tokens, at: number, limit: number, found: Evidence): number {
  const { base } = lexemeAt(tokens, at);
  const isStated = isWord(tokens, at, WORDS.about) || base === '“' || base === '"';
  if (!isStated && !isWord(tokens, at, WORDS.subjectVerb)) return at;
  const subject: string[] = [];
  let token = at + 1;
  for (; token < limit && token < at + LONGEST_SUBJECT; token++) {
    const lexeme = lexemeAt(tokens, token);
    if (gapAt(tokens, token) === GAP.paragraph || /^[.;!?”"()]$/.test(lexeme.base)) break;
    if (lexeme.kind === 'word') subject.push(lexeme.base);
  }
  found.subject = subject;
  found.isSubjectStated = isStated;
  return at;
}

const LONGEST_LEAD = 40;

/**
 * Read what stands before a citation: "Ngày 12/12/2013, Bộ Chính trị đã ban hành …" names date and
 * issuer; "3/2003 (NQ 24, 25-NQ/TW)" the month. Fills only what is not known yet.
 */
export function readEvidenceBefore(
  tokens: Tokens,
  start: number,
  issuers: PhraseBook<string>,
  found: Evidence,
): void {
  found.isAfterWork = isAfterWork(tokens, start);
  if (lexemeAt(tokens, start - 1).base === '(') {
    found.nearDate ??= readDateBeforeBracket(tokens, start - 1);
    return;
  }
  const verb = skipBackIssuing(tokens, start);
  if (verb === start) return;
  const from = sentenceStart(tokens, start);
  const lead = readLead(tokens, from, verb, issuers);
  if (lead.isLocal) found.isLocal ||= found.issuer === null;
  found.issuer ??= lead.issuer;
  found.date ??= lead.date;
  if (found.terms.length === 0) found.terms = lead.terms;
}

/** "thực hiện (các) …", "quán triệt …", not "ban hành …". */
function isAfterWork(tokens: Tokens, start: number): boolean {
  const at = isWord(tokens, start - 1, WORDS.plural) ? start - 2 : start - 1;
  if (isWord(tokens, at, WORDS.issueEnd)) return !isWord(tokens, at - 1, WORDS.issue);
  return isWord(tokens, at, WORDS.work) || isWord(tokens, at, WORDS.topicLead);
}

/** Token of "đã ban hành" before a citation; `start` when it does not stand there. */
function skipBackIssuing(tokens: Tokens, start: number): number {
  let at = start;
  if (isWord(tokens, at - 1, WORDS.plural)) at--;
  if (isWord(tokens, at - 2, WORDS.issue) && isWord(tokens, at - 1, WORDS.issueEnd)) at -= 2;
  else if (isWord(tokens, at - 1, WORDS.sign)) at -= 1;
  else return start;
  while (isWord(tokens, at - 1, WORDS.issueLead)) at--;
  return at;
}

function sentenceStart(tokens: Tokens, before: number): number {
  let at = before;
  while (at > 0 && before - at < LONGEST_LEAD) {
    const previous = lexemeAt(tokens, at - 1).base;
    if (gapAt(tokens, at) === GAP.paragraph || /^[.;!?“]$/.test(previous)) break;
    at--;
  }
  return at;
}

/** What stands before the verb of issuing. */
type Lead = Pick<Evidence, 'issuer' | 'isLocal' | 'date' | 'terms'>;

/** The date at the start of the sentence, and issuer and term right before the verb. */
function readLead(tokens: Tokens, from: number, verb: number, issuers: PhraseBook<string>): Lead {
  const date = readWordedDate(tokens, from)?.date ?? null;
  for (let at = from; at < verb; at++) {
    const plenum = readPlenum(tokens, at);
    const match = plenum
      ? { value: CENTRAL_COMMITTEE, end: plenum.end }
      : matchPhrase(issuers, tokens, at);
    if (!match) continue;
    if (match.value === LOCAL_BODY) return { issuer: null, isLocal: true, date: null, terms: [] };
    const { terms, end } = readTermsOf(tokens, match.end);
    const acts = !isWord(tokens, at - 1, WORDS.standing);
    if (end === verb && acts) return { issuer: match.value, isLocal: false, date, terms };
    at = match.end - 1;
  }
  return { issuer: null, isLocal: false, date: null, terms: [] };
}

/** `khóa XI` · `, khóa XI` · `(khóa XI)` after a body. */
function readTermsOf(tokens: Tokens, at: number): { terms: readonly number[]; end: number } {
  const comma = lexemeAt(tokens, at).base === ',' ? at + 1 : at;
  return readTerms(tokens, comma) ?? readBracket(tokens, at) ?? { terms: [], end: at };
}

/** `3/2003 (` · `12/12/2013 (` · `năm 2003 (` */
function readDateBeforeBracket(tokens: Tokens, bracket: number): CitedDate | null {
  for (let at = Math.max(0, bracket - 6); at < bracket; at++) {
    if (gapAt(tokens, at) === GAP.none) continue;
    const worded = readWordedDate(tokens, at) ?? readDay(tokens, at);
    if (worded?.end === bracket) return worded.date;
    const month = readMonthYear(tokens, at);
    if (month?.end === bracket) return month.date;
  }
  return null;
}

function readMonthYear(tokens: Tokens, at: number): { date: CitedDate; end: number } | null {
  const [month, mark, year] = [0, 1, 2].map((i) => lexemeAt(tokens, at + i).base);
  if (mark !== '/' || !/^\d{1,2}$/.test(month ?? '') || !/^(19|20)\d\d$/.test(year ?? ''))
    return null;
  return { date: { year: Number(year), month: Number(month), day: null }, end: at + 3 };
}

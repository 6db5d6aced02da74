import { INSTRUMENT_NAMES } from '../document/instruments.ts';
import type { DocumentType } from '../document/types.ts';
import { readBareType } from './anaphora-rule.ts';
import { readTypeWord } from './document-rule.ts';
import type { CitedDocument } from './find.ts';
import { isHeadingAt } from './headings.ts';
import { readOrdinal, readUnitWord } from './labels.ts';
import { readProvisionRun, type ProvisionRun } from './provision-run.ts';
import { addPhrase, createPhrases, matchPhrase, type PhraseBook } from './phrases.ts';
import { GAP, gapAt, isCapital, lexemeAt, lexemesOf, type Tokens } from './tokens.ts';
import type { CitedInstrument } from './unit-places.ts';
import { isWord, WORDS } from './words.ts';

type ReadDocument = (at: number) => CitedDocument | null;

/** The document words that end a provision citation. */
export interface ProvisionTarget {
  document: CitedDocument;
  /** See `FoundCitation`. */
  attachedTypes: readonly DocumentType[] | null;
  instrument: CitedInstrument | null;
  end: number;
}

/**
 * The document that stands after a run: `Điều 5 Luật …`, `Điều 5 của Quy chế này`, `Điều 5 Quy chế
 * ban hành kèm theo Quyết định số …`.
 */
export function readTarget(
  tokens: Tokens,
  run: ProvisionRun,
  readDocument: ReadDocument,
): ProvisionTarget | null {
  const comma = /^[,-]$/.test(lexemeAt(tokens, run.end).base);
  const linkAt = comma ? run.end + 1 : run.end;
  const at = isWord(tokens, linkAt, WORDS.of) ? linkAt + 1 : linkAt;
  if (gapAt(tokens, at) === GAP.paragraph || at >= tokens.count) return null;
  const document = readDocument(at);
  // Only a name can be followed by the number that the instrument was issued with.
  const isNumbered = document !== null && document.form !== 'name';
  const attached = isNumbered
    ? null
    : readAttached(tokens, at, document?.end ?? null, readDocument);
  if (attached) return attached;
  if (document && document.form !== 'note') {
    return { document, attachedTypes: null, instrument: null, end: document.end };
  }
  const bare = comma && linkAt === at ? null : readBareTarget(tokens, at);
  return bare ? { document: bare, attachedTypes: null, instrument: null, end: bare.end } : null;
}

/** A type word alone, not the beginning of an unknown name ("Điều 5 Luật Xây dựng"). */
function readBareTarget(tokens: Tokens, at: number): CitedDocument | null {
  const bare = readBareType(tokens, at);
  if (!bare || !isCapital(tokens, at) || !isPhraseEnd(tokens, bare.end)) return null;
  return { form: 'pointer', ...bare };
}

/** "Điều 5 của Luật quy định …" goes on; "Chương I QUY ĐỊNH CHUNG" is one title. */
function isPhraseEnd(tokens: Tokens, end: number): boolean {
  const { kind } = lexemeAt(tokens, end);
  if (kind === 'mark' || gapAt(tokens, end) >= GAP.line) return true;
  return isWord(tokens, end, WORDS.afterNumber) || isWord(tokens, end, WORDS.with);
}

const LONGEST_ATTACHED = 50;

/** `Quy chế … ban hành kèm theo Quyết định số …`, `ban hành kèm theo Nghị định số …` */
function readAttached(
  tokens: Tokens,
  at: number,
  nameEnd: number | null,
  readDocument: ReadDocument,
): ProvisionTarget | null {
  const type = readTypeWord(tokens, at) ?? readInstrument(tokens, at);
  const direct = isWord(tokens, at, WORDS.issue);
  const bracket = lexemeAt(tokens, at).base === '(';
  if (!type && !direct && !bracket) return null;
  const from = nameEnd === null ? at : skipCounted(tokens, nameEnd);
  const limit = nameEnd === null ? at + LONGEST_ATTACHED : from + 4;
  for (let token = from; token < limit; token++) {
    const { base } = lexemeAt(tokens, token);
    if (gapAt(tokens, token) === GAP.paragraph || /^[.;:]?$/.test(base)) return null;
    if (!isWith(tokens, token)) continue;
    if (!type && token > at + 3) return null;
    const document = readDocument(token + 2);
    if (!document) return null;
    const opened =
      lexemeAt(tokens, token - 3).base === '(' || lexemeAt(tokens, token - 1).base === '(';
    const closed = opened && lexemeAt(tokens, document.end).base === ')';
    const end = closed ? document.end + 1 : document.end;
    // "Phụ lục 1 ban hành kèm theo Nghị định …" is an annex of the decree itself.
    const withAt = isIssuedBy(tokens, token) ? token - 1 : token;
    const instrument = type ? nameInstrument(tokens, at, withAt) : null;
    return { document, attachedTypes: type?.value.types ?? null, instrument, end };
  }
  return null;
}

/** Instruments that no document is called by itself: "Danh mục … ban hành kèm theo". */
const INSTRUMENTS: PhraseBook<{ types: readonly DocumentType[] }> = createPhrases();
for (const name of INSTRUMENT_NAMES) addPhrase(INSTRUMENTS, name, { types: [] });

function readInstrument(tokens: Tokens, at: number) {
  return matchPhrase(INSTRUMENTS, tokens, at);
}

/** `, văn bản thứ hai` behind the name of one of several instruments. */
export function skipCounted(tokens: Tokens, at: number): number {
  const words = [0, 1, 2, 3].map((i) => lexemeAt(tokens, at + i).base).join(' ');
  if (words !== ', van ban thu') return at;
  return readOrdinal(tokens, at + 4)?.end ?? at;
}

/** What stands before "(ban hành) kèm theo": the instrument's name, and its place where counted. */
function nameInstrument(tokens: Tokens, from: number, withAt: number): CitedInstrument {
  const issued = isWord(tokens, withAt - 2, WORDS.issue);
  const end = issued ? withAt - 2 : withAt;
  let order: number | null = null;
  for (const start of [end - 2, end - 3, end - 4]) {
    const label = isWord(tokens, start, WORDS.ordinal) ? readOrdinal(tokens, start + 1) : null;
    if (label?.end === end) order = Number(label.ids[0]);
  }
  const words = lexemesOf(tokens, from, end).flatMap(({ kind, base }) => {
    return kind === 'mark' ? [] : [base];
  });
  return { words: words.join(' '), order };
}

/** `hành theo` of "ban hành theo" */
function isIssuedBy(tokens: Tokens, at: number): boolean {
  const isIssued = isWord(tokens, at - 1, WORDS.issue) && isWord(tokens, at, WORDS.issueEnd);
  return isIssued && isWord(tokens, at + 1, WORDS.withEnd);
}

/** `kèm theo` · `ban hành theo`: the last two words before the document. */
function isWith(tokens: Tokens, at: number): boolean {
  if (isIssuedBy(tokens, at)) return true;
  return isWord(tokens, at, WORDS.with) && isWord(tokens, at + 1, WORDS.withEnd);
}

/**
 * The units that stand after their document: `QĐ 360, Điều 1`, `Luật … (khoản 2 Điều 5)`,
 * `Hiến pháp 2013 - Điều 4`. Not when they have a document of their own.
 */
export function readUnitsAfter(
  tokens: Tokens,
  document: CitedDocument,
  readDocument: ReadDocument,
): { run: ProvisionRun; end: number } | null {
  if (document.form === 'note' || document.form === 'pointer') return null;
  const { base } = lexemeAt(tokens, document.end);
  const marked = base === ',' || base === '(' || base === '-';
  const linkAt = marked ? document.end + 1 : document.end;
  const at = base !== '(' && isWord(tokens, linkAt, WORDS.at) ? linkAt + 1 : linkAt;
  if (!readUnitWord(tokens, at) || gapAt(tokens, at) === GAP.paragraph) return null;
  if (isHeadingAt(tokens, at)) return null;
  const run = readProvisionRun(tokens, at);
  if (!run || run.targets.length === 0) return null;
  if (base === '(') {
    return lexemeAt(tokens, run.end).base === ')' ? { run, end: run.end + 1 } : null;
  }
  return readTarget(tokens, run, readDocument) ? null : { run, end: run.end };
}

/**
 * Whether a run without document words is a citation at all: it reaches an article, is relative
 * ("khoản này"), or names two levels ("điểm 2 mục III").
 */
export function isBareProvision(tokens: Tokens, run: ProvisionRun): boolean {
  const path = run.targets[0]?.ids ?? {};
  if (path.article?.includes('0')) return false;
  const isRelative = Object.values(path).some((labels) => labels.includes('this'));
  // "Điều này cho thấy …": what was said, not an article.
  if (isRelative) return run.groups.length > 1 || !path.article || !isSaying(tokens, run.end);
  if (!path.article) return run.groups.length > 1 || isAmendedDirectly(tokens, run.start);
  if (run.targets.some(({ ids }) => ids.clause ?? ids.point)) return true;
  if (isQuoted(tokens, run) || isListedRule(tokens, run)) return false;
  const cue = isWord(tokens, run.start - 1, WORDS.beforeArticle);
  return cue || isCapital(tokens, run.start) || isWord(tokens, run.start - 1, WORDS.plural);
}

/** "Điều 1: Yêu dân. Điều 2: Gần dân.": rules written out in one line. */
function isListedRule(tokens: Tokens, { start, end }: ProvisionRun): boolean {
  const isNew = start === 0 || /^[.;:!?]$/.test(lexemeAt(tokens, start - 1).base);
  return isNew && lexemeAt(tokens, end).base === ':' && gapAt(tokens, end + 1) < GAP.line;
}

function isSaying(tokens: Tokens, at: number): boolean {
  return isWord(tokens, at, WORDS.saying) && gapAt(tokens, at) < GAP.line;
}

/** "Sửa đổi khoản 2", "Bãi bỏ các điểm c và d": the article stands in the line above. */
function isAmendedDirectly(tokens: Tokens, start: number): boolean {
  const before = isWord(tokens, start - 1, WORDS.plural) ? start - 2 : start - 1;
  const verbs = [WORDS.amendEnd, WORDS.addEnd, WORDS.repealEnd];
  return verbs.some((verb) => isWord(tokens, before, verb));
}

/**
 * Whether a document stands behind a run that no rule has read: "Điều 5 của nội quy thôn", "Điều 3
 * hợp đồng". Then the units are of no document that the text has cited.
 */
export function isOfOther(tokens: Tokens, at: number): boolean {
  if (isWord(tokens, at, WORDS.owner) || matchPhrase(OTHER_DOCUMENTS, tokens, at)) return true;
  const type = readTypeWord(tokens, at);
  return type !== null && type.value.types.length > 0 && isNoun(tokens, type.end);
}

/** "Điều 5 quy định rõ" goes on with the verb, "Điều 5 quy chế cơ quan" with a noun. */
function isNoun(tokens: Tokens, afterType: number): boolean {
  return !VERB_TYPES.has(lexemeAt(tokens, afterType - 1).base);
}

/** Last syllables of quy định, hướng dẫn, kết luận, quyết định, báo cáo, thông báo: verbs, too. */
const VERB_TYPES = new Set(['dinh', 'dan', 'luan', 'cao', 'bao']);

/** Documents that are none of the State's or Party's. */
const OTHER_DOCUMENTS: PhraseBook<true> = createPhrases();
for (const name of [
  'nội quy',
  'hợp đồng',
  'hương ước',
  'quy ước',
  'thỏa thuận',
  'công ước',
  'hiệp định',
  'hiệp ước',
  'tuyên ngôn',
  'biên bản',
  'bản cam kết',
  'quy tắc',
  'quy trình',
]) {
  addPhrase(OTHER_DOCUMENTS, name, true);
}

/** “Điều 5” in quotation marks is a name or a word that is spoken of. */
function isQuoted(tokens: Tokens, run: ProvisionRun): boolean {
  return (
    /^[“"]$/.test(lexemeAt(tokens, run.start - 1).base) &&
    /^[”"]$/.test(lexemeAt(tokens, run.end).base)
  );
}

/** "vào sau Điều 5" says where, not what; with it goes the new unit: "Bổ sung Điều 5a vào sau …". */
export function isPlaceOfInsertion(tokens: Tokens, run: ProvisionRun): boolean {
  const behind = isWord(tokens, run.start - 1, WORDS.besides);
  if (behind && isWord(tokens, run.start - 2, WORDS.into)) return true;
  return isWord(tokens, run.end, WORDS.into) && isWord(tokens, run.end + 1, WORDS.besides);
}

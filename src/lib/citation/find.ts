import type { DocumentType } from '../document/types.ts';
import { findAddresses, type AddressedDocument } from './address-rule.ts';
import {
  readNotePointer,
  readPointingDocument,
  type NotePointer,
  type PointingDocument,
} from './anaphora-rule.ts';
import { readNumberedDocument, readTypeWord, type NumberedDocument } from './document-rule.ts';
import { readEvidenceAfter, readEvidenceBefore, type Evidence } from './evidence.ts';
import { isHeadingAt, isQuotedHeading } from './headings.ts';
import { beginningsOf, type Beginnings } from './beginnings.ts';
import { readLabel, readUnitWord } from './labels.ts';
import { DEFAULT_LEXICON, type CitationLexicon } from './citation-lexicon.ts';
import { AliasBook } from './local-aliases.ts';
import {
  readNamedDocument,
  readPlenumDocument,
  type NamedDocument,
  type PlenumDocument,
} from './name-rule.ts';
import { findPlaces, PositionReader, type OwnPosition, type Places } from './places.ts';
import {
  isBareProvision,
  isOfOther,
  isPlaceOfInsertion,
  readTarget,
  readUnitsAfter,
  type ProvisionTarget,
} from './provision-rule.ts';
import { readProvisionRun, type ProvisionRun } from './provision-run.ts';
import { matchPhrase, type PhraseMatch } from './phrases.ts';
import { GAP, gapAt, lexemeAt, mayStartLine, startsLine, tokenize, type Tokens } from './tokens.ts';
import { WHOLE, type CitedInstrument, type PlaceWords } from './unit-places.ts';
import { isWord, WORDS } from './words.ts';
import { findClosers, skipZone } from './zones.ts';

/** A document as the text cites it: which rule read it, and what the rule read. */
export type CitedDocument =
  | ({ form: 'number' } & NumberedDocument)
  | ({ form: 'name' } & NamedDocument)
  | ({ form: 'plenum' } & PlenumDocument)
  | ({ form: 'pointer' } & PointingDocument)
  | ({ form: 'note' } & NotePointer)
  | ({ form: 'address' } & AddressedDocument)
  /** A short name that the text itself defined; `of`: index of the citation it stands for. */
  | { form: 'alias'; start: number; end: number; of: number };

/** A citation as the grammar reads it, not yet tied to any document of a library. */
export interface FoundCitation {
  kind: 'document' | 'provision';
  /** Tokens of the whole citation. */
  start: number;
  end: number;
  /** Null for a provision without document words. */
  document: CitedDocument | null;
  /** Types of the instrument that the document is cited through: "Quy chế ban hành kèm theo …". */
  attachedTypes: readonly DocumentType[] | null;
  /** That instrument as the text names it. */
  instrument: CitedInstrument | null;
  /** Null for a document. */
  run: ProvisionRun | null;
  evidence: Evidence;
  sentence: number;
  paragraph: number;
  /** The unit of the text itself in which the citation stands. */
  position: OwnPosition;
  /** "Sửa đổi", "bổ sung" or "bãi bỏ" stands before it in the sentence. */
  isAmended: boolean;
  /** Only a list mark stands between the citation before and this one. */
  joined: boolean;
}

/** A document that somebody issued, told by its type alone. */
export interface UnnamedDocument {
  /** Token of the type word. */
  at: number;
  types: readonly DocumentType[];
}

/** All citations of a text, in its order, and the tokens they were read from. */
export interface FoundCitations {
  tokens: Tokens;
  places: Places;
  citations: readonly FoundCitation[];
  /** The text has articles of its own, so "Luật này" and "Điều 5" mean the text itself. */
  hasOwnArticles: boolean;
  /** Documents that the text speaks of without saying which: "Chi bộ ra nghị quyết". In text order. */
  unnamed: readonly UnnamedDocument[];
  /** Numbers of footnotes, each with the tokens between which its text stands. */
  notes: ReadonlyMap<number, { start: number; end: number }>;
}

/**
 * Find the citations of a text. Grammar only: nothing is looked up except names.
 *
 * @param text Any text, exactly as given.
 * @param lexicon Names of documents and bodies; by default those that every text of the field uses.
 * @param onPosition By default nobody is told.
 * @returns In the order of the text, not overlapping. Never throws; cost is linear.
 */
export function findCitations(
  text: string,
  lexicon: CitationLexicon = DEFAULT_LEXICON,
  onPosition: OnPosition = () => undefined,
): FoundCitations {
  return new Finder(tokenize(text), lexicon).run(onPosition);
}

/** Told how much of a text has been read, 0 to 1, some twenty times. */
export type OnPosition = (share: number) => void;

const POSITIONS = 20;

/** Units of ranges after which a text has only the ends of further ones; no real text has as many. */
const MOST_IN_RANGES = 20_000;

class Finder {
  private readonly tokens: Tokens;
  private readonly lexicon: CitationLexicon;
  private readonly places: Places;
  private readonly closers: () => Int32Array;
  private readonly beginnings: Beginnings;
  private readonly positions: PositionReader;
  private readonly aliases = new AliasBook();
  private readonly addresses: ReadonlyMap<number, AddressedDocument>;
  private readonly citations: FoundCitation[] = [];
  private readonly unnamed: UnnamedDocument[] = [];
  private hasOwnArticles = false;
  private inRanges = 0;

  constructor(tokens: Tokens, lexicon: CitationLexicon) {
    this.tokens = tokens;
    this.lexicon = lexicon;
    this.places = findPlaces(tokens);
    let closers: Int32Array | null = null;
    this.closers = () => (closers ??= findClosers(tokens));
    this.beginnings = beginningsOf(lexicon);
    this.positions = new PositionReader(tokens);
    this.addresses = findAddresses(tokens, lexicon.slugs);
  }

  run(onPosition: OnPosition): FoundCitations {
    const { count } = this.tokens;
    let next = count / POSITIONS;
    let at = 0;
    while (at < count) {
      at = this.isPassed(at) ? at + 1 : Math.max(this.stepFrom(at), at + 1);
      if (at < next) continue;
      onPosition(Math.min(at / count, 1));
      next = at + count / POSITIONS;
    }
    this.readEvidence();
    return {
      tokens: this.tokens,
      places: this.places,
      citations: this.citations,
      hasOwnArticles: this.hasOwnArticles,
      unnamed: this.unnamed,
      notes: findNotes(this.tokens),
    };
  }

  /** Nothing begins at a token, as at nearly all. */
  private isPassed(at: number): boolean {
    if (this.beginnings.mayBegin(this.tokens, at) || mayStartLine(this.tokens, at)) return false;
    return this.addresses.size === 0 || !this.addresses.has(at);
  }

  /** {@link step}, where every rule turns away at its first look with less. */
  private stepFrom(at: number): number {
    const mayBegin = this.beginnings.mayBegin(this.tokens, at) || this.addresses.has(at);
    return mayBegin ? this.step(at) : this.readHeading(at);
  }

  /** Reads what begins at a token and returns the token after it; the same token for nothing. */
  private step(at: number): number {
    const zoneEnd = skipZone(this.tokens, this.closers, at);
    if (zoneEnd > at) return zoneEnd;
    const headingEnd = this.readHeading(at);
    if (headingEnd > at) return headingEnd;
    const defined = this.aliases.readDefinition(this.tokens, at, this.citations, this.places);
    if (defined > at) return defined;
    const address = this.addresses.get(at);
    if (address) return this.addAddress(address);
    const run = readUnitWord(this.tokens, at) ? readProvisionRun(this.tokens, at) : null;
    const named = this.readPlace(at, run?.end ?? at);
    if (named) return this.addPlace(at, named);
    if (run) return this.addProvision(run);
    const document = this.readDocument(at);
    if (document) return this.addDocument(document);
    this.noteUnnamed(at);
    return at;
  }

  /**
   * "Chi bộ ra nghị quyết", "thông qua Nghị quyết về thu phí". Not "Quyết định 901-QĐ/TV ban hành Quy
   * chế": that is what the decision is about.
   */
  private noteUnnamed(at: number): void {
    if (!isWord(this.tokens, at - 1, WORDS.newLead)) return;
    const type = readTypeWord(this.tokens, at);
    if (!type || type.value.short || type.value.types.length === 0) return;
    const { types } = type.value;
    const before = this.citations.at(-1);
    const cited =
      before?.document && 'type' in before.document ? before.document.type?.types : null;
    const isWithin = before?.sentence === this.places.sentenceOf(at);
    const isOwn = isWithin && !cited?.some((each) => types.includes(each));
    if (!isOwn) this.unnamed.push({ at, types });
  }

  private readHeading(at: number): number {
    if (!startsLine(this.tokens, at)) return at;
    if (isHeadingAt(this.tokens, at)) {
      const word = readUnitWord(this.tokens, at);
      this.hasOwnArticles ||= word?.unit === 'article' && !isQuotedHeading(this.tokens, at);
      const label = word ? readLabel(this.tokens, word.end, word.unit) : null;
      return label?.end ?? at;
    }
    return skipOwnNumber(this.tokens, at);
  }

  /** The longest reading of a document at a token. */
  private readDocument(at: number): CitedDocument | null {
    const { tokens } = this;
    const { kind } = lexemeAt(tokens, at);
    if (kind === 'mark' || isTailOfWord(tokens, at)) return null;
    const readings: (CitedDocument | null)[] = [
      tag('number', readNumberedDocument(tokens, at)),
      ...(kind === 'word'
        ? [
            this.aliases.read(tokens, at),
            tag('plenum', readPlenumDocument(tokens, at)),
            tag('name', readNamedDocument(tokens, at, this.lexicon.names)),
            tag('pointer', readPointingDocument(tokens, at)),
            tag('note', readNotePointer(tokens, at)),
          ]
        : []),
    ];
    return readings.reduce(
      (best, next) => (next && next.end > (best?.end ?? 0) ? next : best),
      null,
    );
  }

  private addProvision(run: ProvisionRun): number {
    if (run.targets.length === 0 || isPlaceOfInsertion(this.tokens, run)) return run.end;
    const held = this.readHolder(run);
    if (held) return this.addTarget(held.run, held.target);
    const target = readTarget(this.tokens, run, (at) => this.readDocument(at));
    if (!target && (isOfOther(this.tokens, run.end) || !isBareProvision(this.tokens, run))) {
      return run.end;
    }
    return this.addTarget(run, target);
  }

  private addTarget(run: ProvisionRun, target: ProvisionTarget | null): number {
    const end = target?.end ?? run.end;
    this.add(run.start, end, run, target);
    return end;
  }

  /** Words of the library that name a unit: "phần mở đầu", "toàn văn"; longer than a run there. */
  private readPlace(at: number, runEnd: number): PhraseMatch<string> | null {
    const match = matchPhrase(this.lexicon.places, this.tokens, at, 'loose');
    return match && match.end > runEnd ? match : null;
  }

  /** Such words name a unit only of a document that follows them. */
  private addPlace(start: number, { value, end }: PhraseMatch<string>): number {
    const unit = runOf(start, end, { unit: value });
    const annexes = readProvisionRun(this.tokens, end);
    const isHeld = annexes?.targets.length === 1 && annexes.targets[0]?.ids.annex !== undefined;
    const inAnnex = isHeld
      ? {
          ...annexes,
          start,
          targets: annexes.targets.map((path) => ({ ...path, place: { unit: value } })),
        }
      : null;
    const held = inAnnex ? null : this.readHolder(unit);
    const run = inAnnex ?? held?.run ?? unit;
    const target = held?.target ?? readTarget(this.tokens, run, (at) => this.readDocument(at));
    const isNamed = value !== WHOLE || target?.attachedTypes != null;
    if (!target || target.document.form === 'pointer' || !isNamed) return start;
    return this.addTarget(run, target);
  }

  /** `mục 1 Mẫu số 01 ban hành kèm theo …`: the form that holds the units. */
  private readHolder(run: ProvisionRun): { run: ProvisionRun; target: ProvisionTarget } | null {
    const form = this.readPlace(run.end, run.end);
    if (!form || form.value === WHOLE) return null;
    const targets = run.targets.map((path) => ({
      ...path,
      place: { ...path.place, scope: form.value },
    }));
    const held = { ...run, end: form.end, targets };
    const target = readTarget(this.tokens, held, (at) => this.readDocument(at));
    return target ? { run: held, target } : null;
  }

  private addAddress(address: AddressedDocument): number {
    const { start, end } = address;
    const { anchor } = address.address;
    const run = anchor === null ? null : runOf(start, end, { anchor });
    this.add(start, end, run, { document: { form: 'address', ...address } });
    return end;
  }

  private addDocument(document: CitedDocument): number {
    const after = readUnitsAfter(this.tokens, document, (at) => this.readDocument(at));
    const end = after?.end ?? document.end;
    this.add(document.start, end, after?.run ?? null, { document });
    return end;
  }

  /**
   * Ranges of one text are written out only so often: "từ Điều 1 đến Điều 99" is quickly repeated. A
   * list is as long as its words, so it keeps all its units.
   */
  private limited(run: ProvisionRun): ProvisionRun {
    const [first] = run.targets;
    const last = run.targets.at(-1);
    if (!first || !last || run.targets.length <= run.end - run.start) return run;
    this.inRanges += run.targets.length;
    return this.inRanges <= MOST_IN_RANGES ? run : { ...run, targets: [first, last] };
  }

  private add(
    start: number,
    end: number,
    run: ProvisionRun | null,
    target: Partial<ProvisionTarget> | null,
  ): void {
    const { document = null, attachedTypes = null, instrument = null } = target ?? {};
    const before = this.citations.at(-1);
    const limited = run ? this.limited(run) : null;
    this.citations.push({
      kind: run ? 'provision' : 'document',
      start,
      end,
      document,
      attachedTypes,
      instrument,
      run: limited,
      evidence: NO_EVIDENCE,
      sentence: this.places.sentenceOf(start),
      paragraph: this.places.paragraphOf(start),
      position: this.positions.positionOf(start),
      isAmended: isAmended(this.tokens, start),
      joined: before !== undefined && isListMark(this.tokens, before.end, start),
    });
  }

  /** Once all citations are known, so that each reading stops at the next citation. */
  private readEvidence(): void {
    this.citations.forEach((citation, index) => {
      if (!citation.document) return;
      const limit = this.citations[index + 1]?.start ?? this.tokens.count;
      const from = Math.max(
        citation.document.end,
        citation.kind === 'provision' ? citation.end : 0,
      );
      const evidence = readEvidenceAfter(this.tokens, from, limit, this.lexicon.issuers);
      readEvidenceBefore(this.tokens, citation.start, this.lexicon.issuers, evidence);
      citation.evidence = evidence;
    });
  }
}

/** A run of words instead of numbers. */
function runOf(start: number, end: number, place: PlaceWords): ProvisionRun {
  return { start, end, targets: [{ ids: {}, roman: false, place }], groups: [] };
}

const NO_EVIDENCE: Evidence = {
  issuer: null,
  isLocal: false,
  isAfterWork: false,
  terms: [],
  date: null,
  nearDate: null,
  subject: [],
  isSubjectStated: false,
};

function tag<F extends CitedDocument['form'], T extends object>(
  form: F,
  reading: T | null,
): ({ form: F } & T) | null {
  return reading ? { form, ...reading } : null;
}

const LONGEST_AMENDMENT = 16;

/** `Sửa đổi, bổ sung các …` · `Bãi bỏ …` · `Sửa đổi, bổ sung một số điều của …` */
function isAmended(tokens: Tokens, start: number): boolean {
  // "thay cụm từ “A” bằng cụm từ “B” tại khoản 1 Điều 9"
  if (isWord(tokens, start - 1, WORDS.at) && /^[”"]$/.test(lexemeAt(tokens, start - 2).base)) {
    return true;
  }
  for (let at = start - 1; at >= 0 && at > start - LONGEST_AMENDMENT; at--) {
    if (isWord(tokens, at, WORDS.amend) && isWord(tokens, at + 1, WORDS.amendEnd)) return true;
    if (isWord(tokens, at, WORDS.add) && isWord(tokens, at + 1, WORDS.addEnd)) return true;
    if (isWord(tokens, at, WORDS.repeal) && isWord(tokens, at + 1, WORDS.repealEnd)) return true;
    if (gapAt(tokens, at) === GAP.paragraph || /^[.;:“”"]$/.test(lexemeAt(tokens, at).base)) break;
  }
  return false;
}

/** "luật" of "pháp luật" and "kỷ luật" names no law. */
function isTailOfWord(tokens: Tokens, at: number): boolean {
  return lexemeAt(tokens, at).base === 'luat' && isWord(tokens, at - 1, WORDS.beforeLaw);
}

/** `,` · `;` · `và` · `, và`, between two citations. */
function isListMark(tokens: Tokens, from: number, to: number): boolean {
  if (to - from > 3 || to <= from) return false;
  for (let at = from; at < to; at++) {
    if (!/^(,|;|va|hoac|cac|so)$/.test(lexemeAt(tokens, at).base)) return false;
  }
  return true;
}

/** "Số: 901-NQ/TV", "Luật số: 5/2031/QH20" alone on its line: the number of the text itself. */
function skipOwnNumber(tokens: Tokens, at: number): number {
  const type = readTypeWord(tokens, at);
  const { base, capital } = lexemeAt(tokens, at);
  const word = type?.end ?? at;
  const isColon = lexemeAt(tokens, word).base === 'so' && lexemeAt(tokens, word + 1).base === ':';
  if (!isColon && (base !== 'so' || !capital)) return at;
  const own = readNumberedDocument(tokens, at);
  return own?.date === null && gapAt(tokens, own.end) >= GAP.line ? own.end : at;
}

/** Notes at the foot: a line that begins with `[3]` or `(3)`. */
function findNotes(tokens: Tokens): Map<number, { start: number; end: number }> {
  const notes = new Map<number, { start: number; end: number }>();
  let open: { start: number; end: number } | null = null;
  for (let at = 0; at < tokens.count; at++) {
    if (gapAt(tokens, at) < GAP.line) continue;
    const [mark, number, close] = [0, 1, 2].map((i) => lexemeAt(tokens, at + i));
    if (
      number?.kind !== 'number' ||
      !/^[[(]$/.test(mark?.base ?? '') ||
      !/^[\])]$/.test(close?.base ?? '')
    ) {
      continue;
    }
    if (open) open.end = at;
    open = { start: at, end: tokens.count };
    notes.set(Number(number.base), open);
  }
  return notes;
}

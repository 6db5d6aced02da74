import { checkText } from '../citation/check.ts';
import { buildCitationIndex, type CitationIndex } from '../citation/citation-index.ts';
import type { OnPosition } from '../citation/find.ts';
import {
  buildNotionIndex,
  findNotions,
  type NotionIndex,
  type NotionMention,
} from '../citation/notions.ts';
import type { CitationItem } from '../citation/types.ts';
import { citableOf, sharedUnits } from '../citation/shared.ts';
import { citableProvision } from '../document/citable-provision.ts';
import { formatCitation, type CitableProvision, type CitationGap } from '../document/cite.ts';
import { documentName, issuedOn } from '../document/naming.ts';
import type { TextState } from '../document/types.ts';
import { issuerNames, successors } from '../library/successors.ts';
import type { Library, LibraryDocument } from '../library/types.ts';
import { compareWords, type Comparison } from './compare-words.ts';
import { findCorrections } from './correct.ts';
import type { Correction } from './correction.ts';
import { findQuotations, type Quotation } from './quotations.ts';

/** A library made ready for checking many texts. */
export interface Checker {
  library: Library;
  index: CitationIndex;
  notions: NotionIndex;
}

/** What a reader is told of a citation beyond its verdict. */
export interface CheckedItem extends CitationItem {
  /** Full citation of what is meant, to be copied; null when that is not known. */
  citation: string | null;
  /** Whether {@link citation} names the unit, too. */
  hasUnit: boolean;
  quoted: CheckedQuotation | null;
}

/** Words in quotation marks held against the official text. */
export interface CheckedQuotation {
  start: number;
  end: number;
  /** `same`: word for word. `differs`: evidently these words, but not all. `absent`: not there. */
  fit: 'same' | 'differs' | 'absent';
  /** Null for `absent`. */
  comparison: Comparison | null;
  /** The library's text was read by machine and not yet checked. */
  isUnchecked: boolean;
}

/** A document as results show it. */
export interface DocumentCard {
  slug: string;
  name: string;
  title: string;
  issuer: string;
  /** As printed, `30/7/2021` or `2016`; '' when not known. */
  date: string;
  citation: string;
  gaps: CitationGap[];
  /** Slugs; each has a card of its own. */
  successors: string[];
}

/** Everything found in one text. */
export interface LectureResult {
  items: CheckedItem[];
  /** Every document that an item names, and what took its place, by slug. */
  documents: Record<string, DocumentCard>;
  /** See `findCorrections`. */
  corrections: Correction[];
  /** Notions that the text names; no citations, and nothing that could be wrong. */
  notions: NotionMention[];
}

/** Official texts, asked for by slug. */
export type ReadTexts = (slugs: readonly string[]) => Promise<ReadonlyMap<string, OfficialText>>;

/** Official text of a document. */
export interface OfficialText {
  /** Own text of each unit with all below it is found by its anchor; '' is the whole document. */
  textOf: (anchor: string) => string | null;
}

/** What the check is doing. */
export type Stage = 'check' | 'correct' | 'compare';

/** Prepare a library for checking. */
export function createChecker(library: Library): Checker {
  const index = buildCitationIndex(library);
  return { library, index, notions: buildNotionIndex(library, index) };
}

/**
 * Check a whole lecture: citations, certain corrections, quotations.
 *
 * @param asOf Day of the lecture, `YYYY-MM-DD`.
 * @param readTexts Called at most once, and only when a quotation stands beside a document whose
 *   text the library holds; documents it does not give are not compared.
 * @param onStage Told before each stage with 0, then how far the stage is, up to 1.
 */
export async function checkLecture(
  text: string,
  asOf: string,
  { library, index, notions }: Checker,
  readTexts: ReadTexts,
  onStage: (stage: Stage, share: number) => void = () => undefined,
): Promise<LectureResult> {
  const tell = (stage: Stage): OnPosition => {
    onStage(stage, 0);
    return (share) => {
      onStage(stage, share);
    };
  };
  const found = checkText(text, index, { asOf, onPosition: tell('check') });
  const onPosition = tell('correct');
  const corrections = findCorrections(text, found, library, { index, asOf, onPosition });
  const quotations = await compareQuotations(text, found, library, readTexts, tell('compare'));
  return {
    items: found.map((item, i) => ({
      ...item,
      ...citeItem(item, library),
      quoted: quotations.get(i) ?? null,
    })),
    documents: describeDocuments(found, library),
    corrections,
    notions: findNotions(text, found, notions),
  };
}

function citeItem(item: CitationItem, library: Library): Pick<CheckedItem, 'citation' | 'hasUnit'> {
  const document = item.doc === null ? undefined : library.bySlug.get(item.doc);
  if (!document) return { citation: null, hasUnit: false };
  const unit = item.provision === null ? undefined : document.tree.byId.get(item.provision);
  const isShared = unit !== undefined && sharedUnits(library, document).has(unit.id);
  const provision = unit ? citableProvision(unit, isShared) : null;
  return { citation: cite(document, library, provision), hasUnit: provision !== null };
}

function cite(
  document: LibraryDocument,
  library: Library,
  provision: CitableProvision | null = null,
): string {
  const style = document.data.system === 'nha-nuoc' ? 'state' : 'party';
  return formatCitation(citableOf(library, document), provision, style);
}

function describeDocuments(
  items: readonly CitationItem[],
  library: Library,
): Record<string, DocumentCard> {
  const named = items.flatMap(({ doc, candidates }) => [
    ...(doc === null ? [] : [doc]),
    ...candidates,
  ]);
  const slugs = new Set(named);
  // A set grows while it is read: successors of successors are described, too.
  for (const slug of slugs) for (const next of successors(library, slug)) slugs.add(next.slug);
  const documents = [...slugs].flatMap((slug) => library.bySlug.get(slug) ?? []);
  return Object.fromEntries(
    documents.map((document) => [document.slug, describe(document, library)]),
  );
}

function describe(document: LibraryDocument, library: Library): DocumentCard {
  const { slug, data } = document;
  return {
    slug,
    name: documentName(data),
    title: data.title,
    issuer: issuerNames(library, document).join(', '),
    date: issuedOn(data)?.text ?? '',
    citation: cite(document, library),
    gaps: citableOf(library, document).gaps,
    successors: successors(library, slug).map((next) => next.slug),
  };
}

/** Text states whose words may be held against a quotation. */
const OFFICIAL: ReadonlySet<TextState> = new Set(['full', 'ocr-unchecked']);

async function compareQuotations(
  text: string,
  items: readonly CitationItem[],
  library: Library,
  readTexts: ReadTexts,
  onPosition: OnPosition,
): Promise<Map<number, CheckedQuotation>> {
  const quotations = findQuotations(text, items).flatMap((quotation) => {
    const known = quotation.items.filter((place) => isComparable(items[place], library));
    return known.length === 0 ? [] : [{ ...quotation, items: known }];
  });
  const compared = new Map<number, CheckedQuotation>();
  if (quotations.length === 0) return compared;
  const slugs = quotations.flatMap((quotation) =>
    quotation.items.map((place) => items[place]?.doc ?? ''),
  );
  const texts = await readTexts([...new Set(slugs)]);
  for (const [place, quotation] of quotations.entries()) {
    onPosition(place / quotations.length);
    const best = compareBest(text, quotation, items, texts);
    if (!best) continue;
    const state = library.bySlug.get(items[best.item]?.doc ?? '')?.data.text.state;
    compared.set(best.item, { ...best.quoted, isUnchecked: state === 'ocr-unchecked' });
  }
  return compared;
}

function isComparable(item: CitationItem | undefined, library: Library): boolean {
  if (item?.doc == null || item.verdict === 'unknown-provision') return false;
  const state = library.bySlug.get(item.doc)?.data.text.state;
  return state !== undefined && OFFICIAL.has(state);
}

/** Share of wrong words above which the words are not those of the text. */
const MOST_ERRORS = 0.4;

function compareBest(
  text: string,
  { start, end, items: places, isAnnounced }: Quotation,
  items: readonly CitationItem[],
  texts: ReadonlyMap<string, OfficialText>,
): { item: number; quoted: Omit<CheckedQuotation, 'isUnchecked'> } | null {
  const compared = places.flatMap((item) => {
    const { doc, provision } = items[item] ?? {};
    const source = texts.get(doc ?? '')?.textOf(provision ?? '');
    const comparison = source ? compareWords(text.slice(start, end), source) : null;
    return comparison ? [{ item, comparison }] : [];
  });
  const [best] = compared.sort((a, b) => a.comparison.errors - b.comparison.errors);
  if (!best) return null;
  const { item, comparison } = best;
  if (comparison.errors > comparison.words * MOST_ERRORS) {
    // Words in quotation marks may be a title or a saying: only an announced quotation is missed.
    if (!isAnnounced) return null;
    return { item, quoted: { start, end, fit: 'absent', comparison: null } };
  }
  const fit = comparison.errors === 0 ? 'same' : 'differs';
  return { item, quoted: { start, end, fit, comparison } };
}

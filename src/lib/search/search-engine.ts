import { buildAbbreviations } from './abbreviations.ts';
import { rankWords, scoreCandidate, type Candidate, type Tier } from './candidates.ts';
import { findAnchors, readClosely, readOne } from './close-reading.ts';
import { evaluate, evaluateNames, type Evaluation, type Indexes } from './evaluate.ts';
import {
  countFacets,
  nameFacets,
  passes,
  type FacetCounts,
  type FacetNames,
  type Filters,
} from './filters.ts';
import { foldCopies } from './fold-copies.ts';
import type { Region, SearchDocument, SearchTable, SearchText } from './index-format.ts';
import { markText, type MarkedRun } from './marked-text.ts';
import { buildNameIndex } from './name-index.ts';
import type { Notice } from './notice.ts';
import { buildNumberIndex, typeWordsOf } from './number-index.ts';
import { parseQuery, type ParsedQuery, type QueryTerm } from './query.ts';
import { compareByPrior, putSuccessorsFirst } from './rank.ts';
import { rankDays, rankNumbers } from './rank-numbers.ts';
import { correctedReading, makeReadings, type ReadingTables } from './readings.ts';
import type { Place } from './score-places.ts';
import { createPageFinder, type FindPages, type FoundPage } from './find-pages.ts';
import { findHeading, findScope, LEAST_HEADING, type Scope } from './scope.ts';
import { splitSyllables } from './syllables.ts';
import { suggestQueries } from './suggest-queries.ts';
import type { SearchSource } from './search-source.ts';
import type { TextSource } from './text-store.ts';

export interface SearchOptions {
  filters?: Filters;
  /** `date`: newest first. Default `relevance`. */
  sort?: 'relevance' | 'date';
  /** Rows to skip, default 0. */
  offset?: number;
  /** Most rows, default 10. */
  limit?: number;
}

/** A place of a document, as a row of results shows it. */
export interface ResultPlace {
  anchor: string;
  /** @example 'khoản 2 Điều 5' */
  label: string;
  /** Empty when it has none. */
  heading: MarkedRun[];
  excerpt: MarkedRun[];
}

/** One document among the results. */
export interface SearchResult {
  document: SearchDocument;
  /** Documents that took its place. */
  successors: SearchDocument[];
  /** The same document in other libraries. */
  copies: SearchDocument[];
  /** Anchor of the place to open, or null for the whole document. */
  anchor: string | null;
  /** Name of that place. */
  label: string | null;
  /** Heading of that place; empty when it has none. */
  heading: MarkedRun[];
  /** What stands there, or what else answers the query; empty when only names do. */
  excerpt: MarkedRun[];
  /** Whose words the excerpt is: the document's (`text`) or this library's; null without one. */
  excerptRegion: Region | null;
  title: MarkedRun[];
  tier: Tier;
  /** Larger is better; comparable inside one answer only. */
  score: number;
  /** Further places of the document. */
  places: ResultPlace[];
}

export interface SearchAnswer {
  /** The query, NFC, without quotation marks. */
  query: string;
  /** Documents found, after filters. */
  total: number;
  results: SearchResult[];
  facets: FacetCounts;
  names: FacetNames;
  /** The query as it was understood when it seemed mistyped, else null. */
  corrected: string | null;
  /** What to know about the answer where it is not what the query names, else null. */
  notice: Notice | null;
  /** Queries to try instead; empty unless nothing was found. */
  suggestions: string[];
  /** Pages that the query means: they are no documents. */
  pages: FoundPage[];
}

/** Documents found for a query, best first. */
interface Ranking {
  candidates: Candidate[];
  /** Number of documents at the start that the query names outright. */
  named: number;
  notice: Notice | null;
  /** The document inside which the query names a heading, or null. */
  scope: Scope | null;
  /** The reading of a query that seems mistyped, or null. */
  correction: Evaluation | null;
}

/** Share of the query in the best name or stretch of text below which it may be mistyped. */
const DOUBTFUL = 0.85;
const NO_TEXT: SearchText = { provisions: [], segments: [] };
/** By how much a corrected reading must be better to be taken. */
const BETTER = 0.05;

/** Searches a library, or several as one. The same code runs in the browser and in Node. */
export class SearchEngine {
  readonly #table: SearchTable;
  readonly #texts: TextSource;
  readonly #indexes: Indexes;
  readonly #tables: ReadingTables;
  readonly #findPages: FindPages;

  constructor({ table, postings, texts }: SearchSource) {
    const names = buildNameIndex(table);
    this.#table = table;
    this.#findPages = createPageFinder(table.pages);
    this.#texts = texts;
    this.#indexes = {
      documents: table.documents,
      typeWords: table.documents.map(typeWordsOf),
      postings,
      names,
      numbers: buildNumberIndex(table.documents),
    };
    this.#tables = {
      abbreviations: buildAbbreviations(table.abbreviations),
      lexicon: { names, syllables: new Set([...table.syllables.split(' '), ...names.keys]) },
    };
  }

  /**
   * Answer a query.
   *
   * @param early Gets the answer without excerpts and places, in nearly the final order, when texts
   *   must be loaded first.
   * @returns For every text, however odd; rejects only when a file of the index cannot be read.
   */
  async search(
    text: string,
    options: SearchOptions = {},
    early?: (answer: SearchAnswer) => void,
  ): Promise<SearchAnswer> {
    const query = parseQuery(text);
    const ranking = await this.#rank(query);
    if (early) {
      const { shown, ...answer } = this.#select(query, ranking.candidates, options);
      const absent = shown.some(({ document }) => !this.#hasText(document));
      const results = absent
        ? shown.flatMap((candidate) => this.#show(candidate, NO_TEXT) ?? [])
        : [];
      if (results.length > 0)
        early({ ...answer, results, corrected: null, notice: ranking.notice });
    }
    const { candidates, notice } = await this.#refine(query, ranking);
    const { shown, ...answer } = this.#select(query, candidates, options);
    const results = await Promise.all(shown.map((candidate) => this.#present(candidate, query)));
    const { correction } = ranking;
    return {
      ...answer,
      results: results.filter((result) => result !== null),
      corrected: correction && candidates[0]?.found === correction ? writtenAs(correction) : null,
      notice,
    };
  }

  /** The part of an answer that options leave. */
  #select(
    query: ParsedQuery,
    candidates: readonly Candidate[],
    { filters = {}, sort, offset = 0, limit = 10 }: SearchOptions,
  ): Omit<SearchAnswer, 'results' | 'corrected' | 'notice'> & { shown: Candidate[] } {
    const found = candidates.flatMap(({ document }) => this.#table.documents[document] ?? []);
    const kept = candidates.filter(({ document }) => {
      const entry = this.#table.documents[document];
      return entry !== undefined && passes(entry, filters, this.#table);
    });
    if (sort === 'date') kept.sort((a, b) => this.#compareDates(a, b));
    const facets = countFacets(found, filters, this.#table);
    return {
      query: query.text,
      total: kept.length,
      shown: kept.slice(offset, offset + limit),
      facets,
      names: nameFacets(facets, this.#table),
      pages: this.#findPages(query.syllables),
      suggestions: candidates.length > 0 ? [] : suggestQueries(query, this.#table, this.#indexes),
    };
  }

  /**
   * Documents by number, title and nickname, without loading anything: for an answer at once, while
   * {@link search} is under way.
   *
   * @param limit Most rows.
   */
  suggest(text: string, limit: number): SearchResult[] {
    const query = parseQuery(text);
    const evaluations = makeReadings(query, this.#tables).map((reading) =>
      evaluateNames(reading, query.accented, this.#indexes),
    );
    const ranked = rankWords(evaluations, this.#indexes).filter(({ tier }) => tier === 'name');
    const { candidates: numbered } = rankNumbers(query, evaluations, ranked, this.#indexes);
    const taken = new Set(numbered.map(({ document }) => document));
    const names = putSuccessorsFirst(ranked, this.#table.documents, query.years);
    const found = [...numbered, ...names.filter(({ document }) => !taken.has(document))];
    return foldCopies(found, this.#table.documents)
      .slice(0, limit)
      .flatMap((candidate) => this.#show(candidate, NO_TEXT) ?? []);
  }

  /** What the index tells before any text is read. */
  async #rank(query: ParsedQuery): Promise<Ranking> {
    const typed = await Promise.all(
      makeReadings(query, this.#tables).map((reading) =>
        evaluate(reading, query.accented, this.#indexes),
      ),
    );
    const correction = await this.#correct(query, typed);
    const evaluations = correction ? [...typed, correction] : typed;
    const { documents } = this.#table;
    const ranked = putSuccessorsFirst(
      rankWords(evaluations, this.#indexes),
      documents,
      query.years,
    );
    const {
      candidates: numbered,
      notice,
      beside,
    } = rankNumbers(query, evaluations, ranked, this.#indexes);
    const named =
      numbered.length > 0 ? numbered : rankDays(query, evaluations, ranked, this.#indexes);
    const taken = new Set(named.map(({ document }) => document));
    const others = ranked.filter(({ document }) => !taken.has(document));
    const found = [...named, ...others];
    const candidates = foldCopies(
      found.length === 0 && query.address ? this.#everything(evaluations) : found,
      documents,
    );
    return {
      candidates,
      named: foldCopies(named, documents).length,
      notice,
      scope: query.exact
        ? null
        : numbered.length > 0
          ? scopeBeside(numbered, beside)
          : ((typed[0] && findScope(typed[0], this.#indexes)) ?? null),
      correction,
    };
  }

  /** Put what only the texts tell into the order. */
  async #refine(
    query: ParsedQuery,
    { candidates, named, notice, scope }: Ranking,
  ): Promise<Pick<Ranking, 'candidates' | 'notice'>> {
    const read = await readClosely(candidates, named, query, this.#indexes, this.#texts);
    if (!query.address) {
      return { candidates: scope ? await this.#within(scope, read, named) : read, notice };
    }
    const { address } = query;
    const found = await findAnchors(read, named, address, query, this.#indexes, this.#texts);
    const document = this.#table.documents[found.missing ?? -1];
    const place = document && placeNotice(query, document, named > 0);
    return { candidates: found.candidates, notice: notice ?? place ?? null };
  }

  /** Open the documents of a scope at the heading that the query names, where they have it. */
  async #within(scope: Scope, candidates: Candidate[], named: number): Promise<Candidate[]> {
    const opened = await Promise.all(
      candidates.map(async (candidate) => {
        const entry = this.#table.documents[candidate.document];
        if (!entry || !scope.documents.has(candidate.document)) return candidate;
        const anchor = findHeading(scope.heading, await this.#texts.get(entry));
        return anchor === null ? candidate : atHeading(candidate, anchor);
      }),
    );
    const others = opened.slice(named).sort((a, b) => b.score - a.score);
    return [...opened.slice(0, named), ...others];
  }

  #hasText(document: number): boolean {
    const entry = this.#table.documents[document];
    return entry !== undefined && this.#texts.has(entry);
  }

  /** A corrected reading, when the query finds little and the correction finds more. */
  async #correct(
    query: ParsedQuery,
    evaluations: readonly Evaluation[],
  ): Promise<Evaluation | null> {
    const before = bestFit(evaluations);
    if (before >= DOUBTFUL) return null;
    const together = new Set(
      evaluations[0]?.units.flatMap(({ at, length, positions }) =>
        length === 2 && positions.length > 0 ? [at] : [],
      ),
    );
    const reading = correctedReading(query, this.#tables, (first) => together.has(first));
    if (!reading) return null;
    const corrected = await evaluate(reading, query.accented, this.#indexes);
    return bestFit([corrected]) > before + BETTER ? corrected : null;
  }

  /** All documents, for a query that names only a place inside one. */
  #everything([evaluation]: readonly Evaluation[]): Candidate[] {
    if (!evaluation) return [];
    return this.#table.documents
      .map((_, document) => scoreCandidate(document, evaluation, this.#indexes))
      .sort((a, b) => compareByPrior(a, b, this.#table.documents));
  }

  async #present(candidate: Candidate, query: ParsedQuery): Promise<SearchResult | null> {
    const document = this.#table.documents[candidate.document];
    if (!document) return null;
    const text = await this.#texts.get(document);
    const read =
      candidate.places.length > 0
        ? candidate
        : await readOne(candidate, query, this.#indexes, this.#texts);
    return this.#show({ ...candidate, places: read.places }, text);
  }

  #show(candidate: Candidate, { provisions }: SearchText): SearchResult | null {
    const document = this.#table.documents[candidate.document];
    if (!document) return null;
    const places = candidate.places.map((place) => ({
      place,
      provision: provisions[place.provision],
    }));
    const best = isAboutPlace(candidate) ? (places[0]?.provision?.[0] ?? null) : null;
    const anchor = candidate.anchor ?? best;
    const shown =
      candidate.anchor === null
        ? places[0]
        : places.find(({ provision }) => provision?.[0] === anchor);
    const landing = provisions.find(([known]) => known === anchor);
    return {
      document,
      successors: this.#documentsAt(document.successors),
      copies: this.#documentsAt(document.copies ?? []),
      anchor,
      label: landing?.[1] ?? null,
      heading: shown?.place.heading ?? plain(landing?.[2] ?? ''),
      excerpt: shown?.place.excerpt ?? [],
      excerptRegion: shown?.place.excerptRegion ?? null,
      title: markTitle(document.title, candidate),
      tier: candidate.tier,
      score: Math.round(candidate.score * 1000) / 1000,
      places: places.flatMap(({ place, provision }) =>
        provision && provision[0] !== anchor ? [describe(place, provision)] : [],
      ),
    };
  }

  #documentsAt(indices: readonly number[]): SearchDocument[] {
    return indices.flatMap((index) => this.#table.documents[index] ?? []);
  }

  #compareDates(a: Candidate, b: Candidate): number {
    const dateOf = ({ document }: Candidate) => this.#table.documents[document]?.date ?? '';
    return dateOf(b) < dateOf(a) ? -1 : dateOf(b) > dateOf(a) ? 1 : 0;
  }
}

/** Share of the query that the best name, or the best stretch of a text, holds. */
function bestFit(evaluations: readonly Evaluation[]): number {
  let best = 0;
  for (const { names, content } of evaluations) {
    for (const { coverage } of names.values()) best = Math.max(best, coverage);
    for (const { window } of content.values()) best = Math.max(best, window);
  }
  return best;
}

function scopeBeside(numbered: readonly Candidate[], beside: readonly QueryTerm[]): Scope | null {
  if (beside.length < LEAST_HEADING) return null;
  return { documents: new Set(numbered.map(({ document }) => document)), heading: beside };
}

/** Raise of a document that has the heading named, above documents that only have its words. */
const HEADING_RAISE = 1;

function atHeading(candidate: Candidate, anchor: string): Candidate {
  if (candidate.tier === 'number' || candidate.tier === 'date') return { ...candidate, anchor };
  return { ...candidate, anchor, tier: 'place', score: candidate.score + HEADING_RAISE };
}

/** That a document has no such place as the query names. */
function placeNotice(
  { text, syllables, placed }: ParsedQuery,
  { symbol, typeName, shortTitle, title }: SearchDocument,
  byNumber: boolean,
): Notice {
  const words = syllables.filter((_, at) => placed.has(at));
  const place = words.map(({ start, end }) => text.slice(start, end)).join(' ');
  const numbered = symbol === null ? title : `${typeName} ${symbol}`;
  return { kind: 'place', place, document: byNumber ? numbered : (shortTitle ?? numbered) };
}

function writtenAs({ reading }: Evaluation): string {
  return reading.terms.map(({ written }) => written).join(' ');
}

/** Share of the query in a name, and of the name in the query, from which the document is meant. */
const NAMED = 0.85;
const WHOLE_NAME = 0.9;
/** By how much a place must fit better than the name. */
const BETTER_PLACE = 0.1;

/** The hit lies in one place of the text, not in the document's names. */
function isAboutPlace({ name, content, tier, places }: Candidate): boolean {
  if (tier === 'number' || tier === 'near' || tier === 'date' || !content) return false;
  if (!name || name.coverage < NAMED || content.score > name.score + BETTER_PLACE) return true;
  return name.fill < WHOLE_NAME && places[0]?.titled === true;
}

function describe(
  { heading, excerpt }: Place,
  [anchor, label]: [string, string, ...unknown[]],
): ResultPlace {
  return { anchor, label, heading, excerpt };
}

function markTitle(title: string, { found }: Candidate): MarkedRun[] {
  const keys = new Set(found.reading.terms.map(({ key }) => key));
  const syllables = splitSyllables(title);
  const marked = new Set(syllables.flatMap(({ key }, at) => (keys.has(key) ? [at] : [])));
  return markText(title, syllables, marked);
}

function plain(text: string): MarkedRun[] {
  return text === '' ? [] : [{ text, marked: false }];
}

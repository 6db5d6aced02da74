import type { Evaluation, Indexes } from './evaluate.ts';
import { findUnknownNumbers } from './find-numbers.ts';
import type { SearchDocument } from './index-format.ts';
import { priorOf } from './rank.ts';
import type { ContentMatch } from './score-content.ts';
import type { NameMatch } from './score-names.ts';
import type { Place } from './score-places.ts';

/**
 * What made a document a result: its number, a number like the one typed, which nothing bears, a
 * place inside it that the query names, its day, its name, words that follow each other in its text,
 * or words somewhere in it.
 */
export type Tier = 'number' | 'near' | 'place' | 'date' | 'name' | 'phrase' | 'words';

/** A document on its way to being a result. */
export interface Candidate {
  /** Index of the document. */
  document: number;
  score: number;
  tier: Tier;
  name: NameMatch | null;
  content: ContentMatch | null;
  /** The reading that found it. */
  found: Evaluation;
  /** Anchor that the query names, if it names one. */
  anchor: string | null;
  /** Places that answer the query, best first; known once the text has been read. */
  places: Place[];
}

/** A hit of half the query is worth less than half a hit of all of it. */
const NAME_POWER = 1.6;
const CONTENT_POWER = 1.1;
/** Worth of the best text beside the best name. */
const CONTENT_WORTH = 0.8;
/** Worth of what names and text hold together, beside what one of them holds. */
const JOINT_WORTH = 0.25;
/** Worth of a syllable in the text beside one in a name. */
const JOINT_TEXT = 0.9;
/** Worth of a document of the type that the query begins with, and of another type. */
const TYPE_AGREES = 1.04;
const TYPE_DIFFERS = 0.94;
/** Who names a type and a subject wants the one that applies, not one that has expired. */
const TYPE_AGREES_EXPIRED = 0.98;
/** Worth of a document of a year that the query names. */
const YEAR_AGREES = 1.08;
/** Share of the query that a name or a run of text must hold to give the result its tier. */
const TIER_SHARE = 0.85;

/** Weigh what was found for a document by one reading. */
export function scoreCandidate(document: number, found: Evaluation, indexes: Indexes): Candidate {
  const name = found.names.get(document) ?? null;
  const content = found.content.get(document) ?? null;
  const byName = name ? name.score ** NAME_POWER : 0;
  const byContent = content ? CONTENT_WORTH * content.score ** CONTENT_POWER : 0;
  const joint = jointCoverage(found, name, content) ** 2;
  const match = (1 - JOINT_WORTH) * Math.max(byName, byContent) + JOINT_WORTH * joint;
  const entry = indexes.documents[document];
  const known = entry
    ? priorOf(entry) *
      typeAgreement(found.type, indexes.typeWords[document], entry) *
      yearAgreement(found, entry.date)
    : 0;
  return {
    document,
    score: match * known * found.reading.worth,
    tier: tierOf(name, content, byName >= byContent),
    name,
    content,
    found,
    anchor: null,
    places: [],
  };
}

/** Share of the query that names and text hold together. */
function jointCoverage(
  { termWeights }: Evaluation,
  name: NameMatch | null,
  content: ContentMatch | null,
): number {
  let total = 0;
  let held = 0;
  termWeights.forEach((weight, at) => {
    total += weight;
    held += weight * Math.max(name?.shares[at] ?? 0, content?.terms.has(at) ? JOINT_TEXT : 0);
  });
  return total === 0 ? 0 : held / total;
}

function typeAgreement(
  type: string,
  own: ReadonlySet<string> | undefined,
  { status }: Pick<SearchDocument, 'status'>,
): number {
  if (type === '') return 1;
  if (own?.has(type) !== true) return TYPE_DIFFERS;
  return status === 'expired' ? TYPE_AGREES_EXPIRED : TYPE_AGREES;
}

/** A year among the words speaks for the documents of that year. */
function yearAgreement({ reading }: Evaluation, date: string | null): number {
  const year = date?.slice(0, 4);
  return reading.terms.some(({ key, dated }) => !dated && key === year) ? YEAR_AGREES : 1;
}

function tierOf(name: NameMatch | null, content: ContentMatch | null, byName: boolean): Tier {
  if (name && byName && name.coverage > TIER_SHARE) return 'name';
  return content && content.run > TIER_SHARE ? 'phrase' : 'words';
}

/**
 * The best candidate of each document over all readings, best first.
 *
 * @returns Without documents that are far behind the best one.
 */
export function rankWords(evaluations: readonly Evaluation[], indexes: Indexes): Candidate[] {
  const best = new Map<number, Candidate>();
  for (const found of evaluations) {
    const unknown = findUnknownNumbers(found.reading.terms, indexes.numbers);
    for (const document of new Set([...found.names.keys(), ...found.content.keys()])) {
      if (!unknown.every((at) => holdsTerm(document, at, found))) continue;
      const candidate = scoreCandidate(document, found, indexes);
      const known = best.get(document);
      if (!known || candidate.score > known.score) best.set(document, candidate);
    }
  }
  const sorted = [...best.values()].sort((a, b) => b.score - a.score || a.document - b.document);
  const least = (sorted[0]?.score ?? 0) * LEAST_SHARE;
  return sorted.filter(({ score }) => score >= least && score > 0);
}

/** A number that no document has is looked for where it is cited, never read as another one. */
function holdsTerm(document: number, at: number, { names, content }: Evaluation): boolean {
  const named = (names.get(document)?.shares[at] ?? 0) > 0;
  return named || content.get(document)?.terms.has(at) === true;
}

/** Share of the best score below which a document is no result. */
const LEAST_SHARE = 0.3;

import { scoreCandidate, type Candidate } from './candidates.ts';
import type { Indexes } from './evaluate.ts';
import { resolveAddress, type ProvisionAddress } from './find-address.ts';
import type { SearchDocument } from './index-format.ts';
import type { ParsedQuery } from './query.ts';
import { putSuccessorsFirst } from './rank.ts';
import type { ContentMatch } from './score-content.ts';
import { findPlaces, holdsPhrase } from './score-places.ts';
import { splitSyllables } from './syllables.ts';
import type { TextSource } from './text-store.ts';

/** Documents whose texts are read before the final order is fixed: at most, at least … */
const MOST_READ = 12;
const LEAST_READ = 4;
/** … and until so many syllables are read, about 100 kB to be loaded. */
const SYLLABLES_READ = 40_000;
/** … when the query stands in quotation marks, and only the text tells whether it is met. */
const EXACTLY_READ = 48;
/** Worth of the best place beside the impression of the whole text. */
const PLACE_WORTH = 0.6;
/** Least share of its score that a text keeps when no diacritic agrees. */
const OTHER_ACCENTS = 0.7;
/** Raise of a text with a provision whose heading is what was looked for, word for word. */
const TITLED_RAISE = 0.06;
/** Raise of a document that has the place the query names, or only what encloses it. */
const PLACE_RAISE = 0.3;
const NEAR_PLACE_RAISE = 0.1;
/** Raise of a document that the query calls by its whole name: no other one is meant. */
const MEANT_RAISE = 0.5;

/**
 * Read the texts of the best candidates: diacritics, quoted words and places are seen only there.
 *
 * @param candidates Best first.
 * @param fixed Number of candidates at the start whose order stands.
 */
export async function readClosely(
  candidates: readonly Candidate[],
  fixed: number,
  query: ParsedQuery,
  indexes: Indexes,
  texts: TextSource,
): Promise<Candidate[]> {
  const most = query.exact ? fixed + EXACTLY_READ : closeNumber(candidates, fixed, indexes);
  const close = await Promise.all(
    candidates.slice(0, most).map((candidate) => readOne(candidate, query, indexes, texts)),
  );
  const kept = query.exact
    ? close.filter((candidate) => isExact(candidate, query, indexes))
    : close;
  const moved = kept.slice(fixed).sort((a, b) => b.score - a.score);
  const rest = candidates.slice(most).filter(({ content }) => !query.exact || isRun(content));
  return putSuccessorsFirst(
    [...kept.slice(0, fixed), ...moved, ...rest],
    indexes.documents,
    query.years,
  );
}

/** Number of candidates that are read, those whose order stands included. */
function closeNumber(
  candidates: readonly Candidate[],
  fixed: number,
  { documents }: Indexes,
): number {
  let syllables = 0;
  let number = 0;
  while (number < MOST_READ && (number < LEAST_READ || syllables < SYLLABLES_READ)) {
    const entry = documents[candidates[fixed + number]?.document ?? -1];
    syllables += entry?.regions.reduce((sum, count) => sum + count, 0) ?? 0;
    number++;
  }
  return fixed + number;
}

/** Read one candidate's text and weigh it anew. */
export async function readOne(
  candidate: Candidate,
  query: ParsedQuery,
  indexes: Indexes,
  texts: TextSource,
): Promise<Candidate> {
  const entry = indexes.documents[candidate.document];
  if (!entry || !candidate.content) return candidate;
  const { reading, units, weights } = candidate.found;
  const { accented } = query;
  const search = { terms: reading.terms, units, weights, accented };
  const places = findPlaces(await texts.get(entry), entry.start, search);
  const [best] = places;
  if (!best) return candidate;
  const accents = OTHER_ACCENTS + (1 - OTHER_ACCENTS) * best.accents;
  const whole = (1 - PLACE_WORTH) * candidate.content.score + PLACE_WORTH * best.score;
  const raised = best.titled ? whole + TITLED_RAISE : whole;
  const content = { ...candidate.content, score: raised * accents };
  const found = { ...candidate.found, content: new Map([[candidate.document, content]]) };
  const { score, tier } = scoreCandidate(candidate.document, found, indexes);
  return isNamedOutright(candidate)
    ? { ...candidate, content, places }
    : { ...candidate, content, places, score, tier };
}

function isNamedOutright({ tier }: Candidate): boolean {
  return tier === 'number' || tier === 'near' || tier === 'date';
}

/** The text holds all words one after the other, whatever their diacritics. */
function isRun(content: ContentMatch | null): boolean {
  return content !== null && content.run > 0.999;
}

/** Whether a document holds the quoted words as they stand, in its text or its names. */
function isExact({ document, places, found }: Candidate, query: ParsedQuery, indexes: Indexes) {
  if (places.some(({ phrase }) => phrase)) return true;
  const entry = indexes.documents[document];
  if (!entry) return false;
  return [entry.title, entry.shortTitle, entry.issuedWith, ...entry.aliases].some(
    (name) =>
      name !== null && holdsPhrase(splitSyllables(name), found.reading.terms, query.accented),
  );
}

/**
 * Find the place that the query names in the best candidates; those that have it come first.
 *
 * @param fixed Number of candidates at the start whose order stands.
 * @returns `missing`: the document that the query names outright, when it has no such place.
 */
export async function findAnchors(
  candidates: readonly Candidate[],
  fixed: number,
  address: ProvisionAddress,
  query: ParsedQuery,
  indexes: Indexes,
  texts: TextSource,
): Promise<{ candidates: Candidate[]; missing: number | null }> {
  const most = closeNumber(candidates, fixed, indexes);
  const close = await Promise.all(
    candidates
      .slice(0, most)
      .map((candidate) => findAnchor(candidate, address, query, indexes, texts)),
  );
  const order = close
    .slice(fixed)
    .map((row) => (isMeant(row.candidate, indexes) ? raise(row, MEANT_RAISE) : row))
    .sort((a, b) => b.candidate.score - a.candidate.score);
  const ranked = [...close.slice(0, fixed), ...order];
  const [first] = ranked;
  const isNamed = first && (fixed > 0 || isMeant(first.candidate, indexes));
  return {
    candidates: [...ranked.map(({ candidate }) => candidate), ...candidates.slice(most)],
    missing: isNamed && !first.exact ? first.candidate.document : null,
  };
}

/** Share of the query in a name, and of the name in the query, from which the document is meant. */
const NAMED = 0.85;
const WHOLE_NAME = 0.9;

function raise<T extends { candidate: Candidate }>(row: T, by: number): T {
  return { ...row, candidate: { ...row.candidate, score: row.candidate.score + by } };
}

/** The query calls the document by its type and whole name, so that no other one is meant. */
function isMeant({ document, name, found }: Candidate, { typeWords }: Indexes): boolean {
  return (
    name !== null &&
    name.coverage >= NAMED &&
    name.fill >= WHOLE_NAME &&
    typeWords[document]?.has(found.type) === true
  );
}

async function findAnchor(
  candidate: Candidate,
  address: ProvisionAddress,
  query: ParsedQuery,
  { documents }: Indexes,
  texts: TextSource,
): Promise<{ candidate: Candidate; exact: boolean }> {
  const entry = documents[candidate.document];
  if (!entry) return { candidate, exact: false };
  const { provisions } = await texts.get(entry);
  const anchors = new Set(provisions.map(([anchor]) => anchor));
  const place = resolveAddress(address, (anchor) => anchors.has(anchor), scopesOf(entry, query));
  if (!place) return { candidate, exact: false };
  const found: Candidate = {
    ...candidate,
    anchor: place.anchor,
    tier: isNamedOutright(candidate) ? candidate.tier : 'place',
    score: candidate.score + (place.exact ? PLACE_RAISE : NEAR_PLACE_RAISE),
  };
  return { candidate: found, exact: place.exact };
}

/** Prefixes of anchors: the document's own numbering, then that of what is issued with it. */
const SCOPES = ['', 'kt-', 'kt1-', 'kt2-', 'pl1-', 'pl-'];

/** The instrument's numbering comes first when the query calls the document by it. */
function scopesOf({ issuedWith }: SearchDocument, { syllables }: ParsedQuery): string[] {
  const [first, second] = splitSyllables(issuedWith ?? '');
  const named =
    second !== undefined &&
    syllables.some(({ key }, at) => key === first?.key && syllables[at + 1]?.key === second.key);
  return named ? [...SCOPES.slice(1), ''] : SCOPES;
}

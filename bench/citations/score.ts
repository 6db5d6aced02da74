import type { CitationItem } from '../../src/lib/citation/types.ts';
import type { GoldPassage, GoldTarget } from './read-gold.ts';

/** A share with its bounds. */
export interface Share {
  hits: number;
  of: number;
  value: number;
  /** Wilson interval, 95 %. */
  low: number;
  high: number;
}

/** Precision and recall of one question. */
export interface Measure {
  precision: Share;
  recall: Share;
  f1: number;
}

/** Figures for a set of passages. */
export interface Score {
  passages: number;
  targets: number;
  /** Same kind, spans equal to the character. */
  spans: Measure;
  /** Same kind, spans that touch. */
  overlaps: Measure;
  /** The document that is named. */
  documents: Measure;
  /** Document and unit. */
  provisions: Measure;
  verdicts: Share;
  /** Targets that name a document which is not the one meant: the harm. */
  wrongTargets: Share;
  /** Ambiguous citations whose candidates are the expected ones. */
  candidates: Share;
  /** Passages without any citation that raise no alarm. */
  quietNegatives: Share;
}

/** A passage with what was found in it, paired with what was expected. */
export interface Outcome {
  passage: GoldPassage;
  pairs: readonly { gold: GoldTarget | null; found: CitationItem | null }[];
}

/** Pair what was found with what was expected, each at most once, best fit first. */
export function compare(passage: GoldPassage, found: readonly CitationItem[]): Outcome {
  const left = [...found];
  const pairs: { gold: GoldTarget | null; found: CitationItem | null }[] = [];
  for (const gold of passage.targets) {
    const fits = left
      .map((item) => ({ item, fit: fitOf(gold, item) }))
      .filter(({ fit }) => fit > 0)
      .sort((a, b) => b.fit - a.fit);
    const best = fits[0]?.item ?? null;
    if (best) left.splice(left.indexOf(best), 1);
    pairs.push({ gold, found: best });
  }
  return { passage, pairs: [...pairs, ...left.map((item) => ({ gold: null, found: item }))] };
}

/** 0: not the same citation. */
function fitOf(gold: GoldTarget, item: CitationItem): number {
  if (gold.kind !== item.kind || item.start >= gold.end || item.end <= gold.start) return 0;
  const exact = gold.start === item.start && gold.end === item.end;
  return (
    1 +
    Number(exact) +
    2 * Number(gold.doc === item.doc) +
    4 * Number(gold.provision === item.provision)
  );
}

/** All figures of a set of outcomes. */
export function score(outcomes: readonly Outcome[]): Score {
  const pairs = outcomes.flatMap((outcome) => outcome.pairs);
  const golds = pairs.flatMap(({ gold }) => gold ?? []);
  const items = pairs.flatMap(({ found }) => found ?? []);
  const both = pairs.flatMap(({ gold, found }) => (gold && found ? [{ gold, found }] : []));
  const exact = both.filter(
    ({ gold, found }) => gold.start === found.start && gold.end === found.end,
  );
  const sameDoc = both.filter(({ gold, found }) => found.doc !== null && gold.doc === found.doc);
  const units = both.filter(
    ({ gold, found }) =>
      gold.provision !== null && gold.provision === found.provision && gold.doc === found.doc,
  );
  const named = items.filter(({ doc }) => doc !== null);
  const ambiguous = both.filter(({ gold }) => gold.candidates !== null);
  const negatives = outcomes.filter(({ passage }) => passage.targets.length === 0);
  return {
    passages: outcomes.length,
    targets: golds.length,
    spans: measure(exact.length, items.length, golds.length),
    overlaps: measure(both.length, items.length, golds.length),
    documents: measure(
      sameDoc.length,
      named.length,
      golds.filter(({ doc }) => doc !== null).length,
    ),
    provisions: measure(
      units.length,
      items.filter(({ kind }) => kind === 'provision').length,
      golds.filter(({ kind }) => kind === 'provision').length,
    ),
    verdicts: share(
      both.filter(({ gold, found }) => gold.verdict === found.verdict).length,
      both.length,
    ),
    wrongTargets: share(named.length - sameDoc.length, named.length),
    candidates: share(ambiguous.filter(sameCandidates).length, ambiguous.length),
    quietNegatives: share(negatives.filter(isQuiet).length, negatives.length),
  };
}

function sameCandidates({ gold, found }: { gold: GoldTarget; found: CitationItem }): boolean {
  return [...(gold.candidates ?? [])].sort().join() === [...found.candidates].sort().join();
}

function isQuiet({ pairs }: Outcome): boolean {
  return pairs.every(({ found }) => found === null || found.verdict === 'ok');
}

function measure(hits: number, found: number, expected: number): Measure {
  const precision = share(hits, found);
  const recall = share(hits, expected);
  const sum = precision.value + recall.value;
  return { precision, recall, f1: sum === 0 ? 0 : (2 * precision.value * recall.value) / sum };
}

/**
 * A share with its Wilson interval.
 *
 * @returns Of nothing: 1 between 0 and 1.
 */
export function share(hits: number, of: number): Share {
  if (of === 0) return { hits, of, value: 1, low: 0, high: 1 };
  const z = 1.96;
  const value = hits / of;
  const centre = value + (z * z) / (2 * of);
  const spread = z * Math.sqrt((value * (1 - value)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return {
    hits,
    of,
    value,
    low: Math.max(0, (centre - spread) / scale),
    high: (centre + spread) / scale,
  };
}

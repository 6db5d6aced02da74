import { compareDocuments, type ComparisonRow } from '../compare/compare-documents.ts';
import type { CompareUnit } from '../compare/units.ts';
import type { DocumentSource } from '../document/schema.ts';
import type { ComparisonPair } from '../library/comparisons.ts';
import { DATA_FOLDER } from './files.ts';

/** Address of the data of two documents side by side. @param pair `<old>--<new>` */
export function comparisonDataUrl(pair: string): string {
  return `/${DATA_FOLDER}/doi-chieu/${pair}.json`;
}

/**
 * Two documents side by side as data: what is known, with whole sources, and, where both full texts
 * are there, every provision with its words.
 *
 * @returns For `JSON.stringify`; `known` is empty and `comparison` null where there is nothing.
 */
export function toComparisonJson(pair: ComparisonPair): unknown {
  const { concordance } = pair;
  return {
    old: pair.old.slug,
    new: pair.new.slug,
    summary: concordance?.summary ?? null,
    known: (concordance?.rows ?? []).map((row) => ({
      topic: row.topic,
      change: row.change,
      old: row.old ?? null,
      new: row.new ?? null,
      note: row.note ?? null,
      sources: row.sources.flatMap((id) => findSource(pair, id) ?? []),
    })),
    comparison: pair.hasTexts ? comparisonJson(pair) : null,
  };
}

function findSource(
  { old, new: now, concordance }: ComparisonPair,
  id: string,
): { url: string; title: string } | null {
  const [, side, own = id] = /^(old|new)\.(.+)$/.exec(id) ?? [];
  const sources: Record<string, readonly DocumentSource[]> = {
    old: old.data.sources,
    new: now.data.sources,
  };
  const list = side === undefined ? (concordance?.sources ?? []) : (sources[side] ?? []);
  const source = list.find((one) => one.id === own);
  return source ? { url: source.url, title: source.title } : null;
}

function comparisonJson({ old, new: now, concordance }: ComparisonPair): unknown {
  const { rows, counts } = compareDocuments(old.tree, now.tree, concordance?.alignments);
  return { counts, rows: rows.map(rowJson) };
}

/** Words that are the same are not repeated: the texts are in the data of the documents. */
function rowJson({ old, new: now, change, isGroup, isMoved, byHand, stretches }: ComparisonRow) {
  return {
    old: old.map(unitJson),
    new: now.map(unitJson),
    change,
    group: isGroup,
    moved: isMoved,
    byHand,
    ...(change === 'changed' ? { words: stretches } : {}),
  };
}

function unitJson({ id, label, heading }: CompareUnit) {
  return { id, label, heading };
}

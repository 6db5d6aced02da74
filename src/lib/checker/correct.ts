import { checkText, type CheckOptions } from '../citation/check.ts';
import type { CitationIndex } from '../citation/citation-index.ts';
import type { CitationItem, Verdict } from '../citation/types.ts';
import { formatDay, formatLongDay } from '../document/dates.ts';
import { typeName } from '../document/naming.ts';
import type { DocumentData } from '../document/schema.ts';
import { DOCUMENT_TYPES } from '../document/types.ts';
import type { Library } from '../library/types.ts';
import { applyCorrections, type Correction } from './correction.ts';

/** Verdicts after which a citation names what it means. */
const RIGHT: ReadonlySet<Verdict> = new Set(['ok', 'superseded', 'expired']);

const NUMERIC_DAY = /\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{4}/gu;
const LONG_DAY = /\d{1,2}\s+tháng\s+\d{1,2}\s*,?\s+năm\s+\d{4}/giu;
const YEAR = /(?<=\(\s*(?:năm\s+)?|năm\s+)\d{4}(?!\d)/giu;
const SYMBOL = /\d+[a-z]?(?:\s*[-–/]\s*[\p{L}\d]+)+/giu;
const TYPES = Object.values(DOCUMENT_TYPES).map(({ name }) => name);
const TYPE = new RegExp(
  `(?:${TYPES.sort((a, b) => b.length - a.length).join('|')})(?=\\s+(?:số\\s*:?\\s*)?\\d)`,
  'giu',
);

/**
 * A wrong citation with its one wrong part replaced, all other words kept.
 *
 * @returns null when the part is not there exactly once, or the record does not know better.
 * @example correctQuote({ quote: 'Chỉ thị 16/CT-TTg ngày 16/5/2018', … }, data)
 * // 'Chỉ thị 16/CT-TTg ngày 16/5/2016'
 */
export function correctQuote(
  { quote, verdict }: Pick<CitationItem, 'quote' | 'verdict'>,
  data: DocumentData,
): string | null {
  if (verdict === 'wrong-date') return correctDate(quote, data);
  if (verdict === 'wrong-type') return replaceOnly(quote, TYPE, typeName(data));
  if (verdict !== 'wrong-number-form' || data.symbol === null) return null;
  return isUnverified(data, 'symbol') ? null : replaceOnly(quote, SYMBOL, data.symbol, /\p{L}/u);
}

function correctDate(quote: string, data: DocumentData): string | null {
  const { issuedDate } = data;
  if (issuedDate === null || isUnverified(data, 'issuedDate')) return null;
  if (count(quote, NUMERIC_DAY) + count(quote, LONG_DAY) > 1) return null;
  return (
    replaceOnly(quote, NUMERIC_DAY, formatDay(issuedDate)) ??
    replaceOnly(quote, LONG_DAY, formatLongDay(issuedDate)) ??
    replaceOnly(quote, YEAR, issuedDate.slice(0, 4))
  );
}

function isUnverified({ verification }: DocumentData, field: string): boolean {
  return verification[field] === 'unverified';
}

/** @param only What a match must hold to count. */
function replaceOnly(text: string, pattern: RegExp, by: string, only?: RegExp): string | null {
  const matches = [...text.matchAll(pattern)].filter(([match]) => !only || only.test(match));
  const [match] = matches;
  if (!match || matches.length > 1) return null;
  return text.slice(0, match.index) + by + text.slice(match.index + match[0].length);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/**
 * Corrections that are certain: exactly one part is wrong, the record knows better, and the engine
 * finds the corrected citation right while every other citation of the text stays as it was.
 *
 * @param items Of the text, see `checkText`.
 * @returns In order of their place, apart from each other.
 */
export function findCorrections(
  text: string,
  items: readonly CitationItem[],
  library: Library,
  { index, ...options }: { index: CitationIndex } & CheckOptions,
): Correction[] {
  const wanted = proposeCorrections(items, library);
  if (wanted.length === 0) return [];
  const spoilt = spoiltBy(wanted);
  if (spoilt === null || spoilt.length === 0) return spoilt ? wanted : [];
  const wrong = new Set(spoilt.map(spanOf));
  const kept = wanted.filter((one) => !wrong.has(spanOf(one)));
  return spoiltBy(kept)?.length === 0 ? kept : [];

  /** Citations that corrections would not leave as they should be; null: they change their number. */
  function spoiltBy(corrections: readonly Correction[]): CitationItem[] | null {
    const after = checkText(applyCorrections(text, corrections), index, options);
    if (after.length !== items.length) return null;
    const corrected = new Set(corrections.map(spanOf));
    return items.filter((item, i) => !isKept(item, after[i], corrected));
  }
}

function proposeCorrections(items: readonly CitationItem[], library: Library): Correction[] {
  const proposed: Correction[] = [];
  for (const group of groupBySpan(items)) {
    const afters = new Set(
      group.map((item) => {
        const document = item.doc === null ? undefined : library.bySlug.get(item.doc);
        return document ? correctQuote(item, document.data) : null;
      }),
    );
    const [first] = group;
    const [after] = afters;
    if (!first || afters.size !== 1 || after == null || after === first.quote) continue;
    if ((proposed.at(-1)?.end ?? 0) > first.start) continue;
    proposed.push({ start: first.start, end: first.end, before: first.quote, after });
  }
  return proposed;
}

function groupBySpan(items: readonly CitationItem[]): CitationItem[][] {
  const groups: CitationItem[][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last?.[0]?.start === item.start && last[0].end === item.end) last.push(item);
    else groups.push([item]);
  }
  return groups;
}

/**
 * A corrected citation must be right now; any other must be judged as before.
 *
 * @param corrected Spans of the corrections.
 */
function isKept(
  item: CitationItem,
  now: CitationItem | undefined,
  corrected: ReadonlySet<string>,
): boolean {
  if (now?.doc !== item.doc || now.provision !== item.provision) return false;
  return corrected.has(spanOf(item)) ? RIGHT.has(now.verdict) : now.verdict === item.verdict;
}

function spanOf({ start, end }: { start: number; end: number }): string {
  return `${start}-${end}`;
}

import type { CheckedItem, LectureResult } from './check-lecture.ts';
import { findingOf, type Finding } from './rank.ts';

/** Words of the exported files. */
export interface ExportWords {
  csv: {
    line: string;
    quote: string;
    verdict: string;
    message: string;
    document: string;
    provision: string;
    fix: string;
    citation: string;
  };
  verdict: Record<Finding, string>;
}

/** What stands in place of a citation, by item: see `findCorrections`. */
export function fixOf(item: CheckedItem, { corrections }: LectureResult): string | null {
  const found = corrections.find(({ start, end }) => start === item.start && end === item.end);
  return found?.after ?? null;
}

/** Line of each item, from 1. */
export function linesOf(text: string, items: readonly CheckedItem[]): number[] {
  let line = 1;
  let from = 0;
  return items.map(({ start }) => {
    for (let at = text.indexOf('\n', from); at >= 0 && at < start; at = text.indexOf('\n', from)) {
      line++;
      from = at + 1;
    }
    return line;
  });
}

/** Rows of a table of all citations, its head first. */
export function resultRows(text: string, result: LectureResult, words: ExportWords): string[][] {
  const { csv } = words;
  const head = [csv.line, csv.quote, csv.verdict, csv.message];
  const lines = linesOf(text, result.items);
  return [
    [...head, csv.document, csv.provision, csv.fix, csv.citation],
    ...result.items.map((item, i) => [
      String(lines[i] ?? ''),
      item.quote.replace(/\s+/g, ' '),
      words.verdict[findingOf(item)],
      item.message,
      item.doc ?? item.candidates.join(' '),
      item.provision ?? '',
      fixOf(item, result) ?? '',
      item.citation ?? '',
    ]),
  ];
}

/**
 * A table as CSV (RFC 4180), with the mark by which Excel knows UTF-8. A cell that a spreadsheet
 * would take for a formula gets an apostrophe.
 */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map(formatCell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function formatCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${safe.replace(/"/g, '""')}"`;
}

/**
 * A report as plain text.
 *
 * @param head Lines above the list.
 * @param chosen The items of the report.
 */
export function formatTextReport(
  text: string,
  result: LectureResult,
  words: ExportWords,
  head: readonly string[],
  chosen: readonly CheckedItem[],
): string {
  const lines = linesOf(text, chosen);
  const parts = chosen.map((item, i) => {
    const fix = fixOf(item, result);
    return [
      `${i + 1}. ${words.csv.line} ${lines[i] ?? ''}: “${item.quote.replace(/\s+/g, ' ')}” – ${words.verdict[findingOf(item)]}`,
      `   ${item.message}`,
      ...(fix === null ? [] : [`   ${words.csv.fix}: ${fix}`]),
      ...(item.citation === null ? [] : [`   ${words.csv.citation}: ${item.citation}`]),
    ].join('\r\n');
  });
  return `\uFEFF${[head.join('\r\n'), ...parts].join('\r\n\r\n')}\r\n`;
}

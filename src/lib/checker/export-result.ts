import { fillSlots } from '../../i18n/slots.ts';
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
  result: { notion: string; 'notions-note': string };
}

/** What stands in place of a citation, by item: see `findCorrections`. */
export function fixOf(item: CheckedItem, { corrections }: LectureResult): string | null {
  const found = corrections.find(({ start, end }) => start === item.start && end === item.end);
  return found?.after ?? null;
}

/** Line of each place, from 1; places in the order of the text. */
export function linesOf(text: string, items: readonly { start: number }[]): number[] {
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
 * A report as plain text: the chosen items, then all notions.
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
  const blocks = [head.join('\r\n'), ...parts, ...describeNotions(text, result, words)];
  return `\uFEFF${blocks.join('\r\n\r\n')}\r\n`;
}

function describeNotions(
  text: string,
  { notions }: LectureResult,
  { result: words }: ExportWords,
): string[] {
  if (notions.length === 0) return [];
  const lines = linesOf(text, notions);
  const parts = notions.map(({ quote, count, name, url, message }, i) => {
    const values = { quote: quote.replace(/\s+/g, ' '), line: lines[i] ?? '', count };
    return [fillSlots(words.notion, values), `   ${name}: ${url.slice(1)}`, `   ${message}`].join(
      '\r\n',
    );
  });
  return [words['notions-note'], ...parts];
}

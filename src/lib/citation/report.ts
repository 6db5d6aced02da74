import { message } from '../../i18n/messages.ts';
import { formatDay } from '../document/dates.ts';
import { typeName } from '../document/naming.ts';
import type { Library, LibraryDocument } from '../library/types.ts';
import type { NotionMention } from './notions.ts';
import type { CitationItem, Verdict } from './types.ts';

/** Verdicts whose citation can be put right from the record. */
const CORRECTABLE: ReadonlySet<Verdict> = new Set([
  'wrong-date',
  'wrong-type',
  'wrong-issuer',
  'wrong-number-form',
]);

/**
 * Number and date of a document as a text should cite it.
 *
 * @returns null when the number is not known.
 * @example 'Nghị quyết số 25-NQ/TW, ngày 03/6/2013' · 'Chỉ thị số 16/CT-TTg ngày 16/5/2016'
 */
export function properCitation({ data }: Pick<LibraryDocument, 'data'>): string | null {
  if (data.symbol === null) return null;
  const number = `${typeName(data)} số ${data.symbol}`;
  if (data.issuedDate === null) return number;
  // Party documents put a comma before the date, State documents none.
  return `${number}${data.system === 'dang' ? ',' : ''} ngày ${formatDay(data.issuedDate)}`;
}

/**
 * How a wrong citation should read; null when it is not wrong or its number is not known.
 */
export function correctionOf(item: CitationItem, library: Library): string | null {
  if (item.doc === null || !CORRECTABLE.has(item.verdict)) return null;
  const document = library.bySlug.get(item.doc);
  return document ? properCitation(document) : null;
}

/**
 * The report for a reader at a terminal: each citation with its line, verdict, explanation and
 * correction, then a summary, then the notions that the text names.
 *
 * @param text The text that was checked.
 */
export function formatReport(
  text: string,
  items: readonly CitationItem[],
  library: Library,
  notions: readonly NotionMention[] = [],
): string {
  const lines = new LineCounter(text);
  const parts = items.map((item) => formatItem(item, lines.lineOf(item.start), library));
  return [...parts, formatSummary(items), ...formatNotions(text, notions)].join('\n\n');
}

function formatNotions(text: string, notions: readonly NotionMention[]): string[] {
  if (notions.length === 0) return [];
  const lines = new LineCounter(text);
  const parts = notions.map(({ start, quote, name, count, url, message: explanation }) => {
    const line = lines.lineOf(start);
    const values = { line, quote: quote.replace(/\s+/g, ' '), name, count };
    return [message('cite.report.notion', values), `  ${url.slice(1)}`, `  ${explanation}`].join(
      '\n',
    );
  });
  return [message('cite.report.notions'), ...parts];
}

function formatItem(item: CitationItem, line: number, library: Library): string {
  const quote = item.quote.replace(/\s+/g, ' ');
  const verdict = message(`cite.label.${item.verdict}`);
  const correction = correctionOf(item, library);
  return [
    message('cite.report.item', { line, quote, verdict }),
    ...(item.doc === null && item.provision === null ? [] : [`  ${targetOf(item)}`]),
    `  ${item.message}`,
    ...(correction === null ? [] : [`  ${message('cite.report.correction', { correction })}`]),
  ].join('\n');
}

function targetOf({ doc, provision }: CitationItem): string {
  return provision === null ? (doc ?? '') : `${doc ?? '–'}#${provision}`;
}

function formatSummary(items: readonly CitationItem[]): string {
  const counts = new Map<Verdict, number>();
  for (const { verdict } of items) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const list = [...counts].map(
    ([verdict, count]) => `${message(`cite.label.${verdict}`)}: ${count}`,
  );
  const total = message('cite.report.total', { count: items.length });
  return items.length === 0 ? total : `${total} ${list.join('; ')}.`;
}

/** Finds the line of ascending offsets in one pass. */
class LineCounter {
  private readonly text: string;
  private at = 0;
  private line = 1;

  constructor(text: string) {
    this.text = text;
  }

  lineOf(offset: number): number {
    for (let next = this.nextEnd(); next !== -1 && next < offset; next = this.nextEnd()) {
      this.line++;
      this.at = next + 1;
    }
    return this.line;
  }

  private nextEnd(): number {
    return this.text.indexOf('\n', this.at);
  }
}

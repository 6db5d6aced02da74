import { formatCitation } from '../document/cite.ts';
import { trayKey, type Tray, type TrayItem } from './tray.ts';

/** A tray written out: what is printed, copied and saved. */
export interface Handout {
  title: string;
  items: HandoutItem[];
}

export interface HandoutItem {
  /** 1-based. */
  number: number;
  citation: string;
  /** Empty when there is nothing to warn of. */
  warning: string;
  quote: string | null;
  note: string;
  /** To be typed from paper. @example '901-qd-tv-2031#kt-d5' */
  printed: string;
  /** Public address; null when the site has none. */
  href: string | null;
}

/** Words of a handout. */
export interface HandoutWords {
  /** Heading when the reader has given none. */
  title: string;
  /** Before a note. */
  note: string;
  /** Before a printed address. */
  printed: string;
}

/** Byte order mark: by it old Notepads know that a file is UTF-8. */
const BOM = '\uFEFF';

/** Write a tray out in its style. */
export function buildHandout(tray: Tray, words: HandoutWords): Handout {
  return {
    title: tray.title.trim() === '' ? words.title : tray.title.trim(),
    items: tray.items.map((item, index) => handoutItem(item, index + 1, tray)),
  };
}

function handoutItem(item: TrayItem, number: number, tray: Tray): HandoutItem {
  return {
    number,
    citation: formatCitation(item.document, item.provision, tray.style),
    warning: item.warning,
    quote: tray.withQuotes ? item.quote : null,
    note: item.note.trim(),
    printed: trayKey(item),
    href: item.address,
  };
}

/**
 * A handout as plain text, lines ended by `\n`.
 *
 * @example '1. Điều 5 Quyết định 901-QĐ/TV (2031)\n   Mã: 901-qd-tv-2031#d5\n'
 */
export function handoutText({ title, items }: Handout, words: HandoutWords): string {
  const written = items.map(({ number, ...item }) => {
    const [first = '', ...rest] = itemLines(item, words);
    return [`${number}. ${first}`, ...rest.map((line) => `   ${line}`)].join('\n');
  });
  return `${[title, ...written].join('\n\n')}\n`;
}

/** The same as a file for old and new Windows: marked as UTF-8, lines ended by `\r\n`. */
export function handoutFile(handout: Handout, words: HandoutWords): string {
  return BOM + handoutText(handout, words).replace(/\n/g, '\r\n');
}

function itemLines(
  { citation, warning, quote, note, printed, href }: Omit<HandoutItem, 'number'>,
  words: HandoutWords,
): string[] {
  return [
    citation,
    ...(warning === '' ? [] : [warning]),
    ...(quote === null ? [] : quoted(quote).split('\n')),
    ...(note === '' ? [] : `${words.note}: ${note}`.split('\n')),
    `${words.printed}: ${printed}`,
    ...(href === null ? [] : [href]),
  ];
}

/** Official text in quotation marks. */
export function quoted(text: string): string {
  return `“${text}”`;
}

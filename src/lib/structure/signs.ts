import { parseBareLabel, parseHeadingLabel, parseLabel } from '../provision/labels.ts';
import type { LabelForm, PrintedLabel } from '../provision/types.ts';
import { formatRoman, parseOrdinal, parseRoman } from '../text/numerals.ts';

/** A label at the start of a line, and where the text goes on. */
export interface Sign {
  label: PrintedLabel;
  /** Characters of the line up to the end of the label. */
  length: number;
  /** Place in the order of its form; units inserted later come after it by `suffix`. */
  order: number;
  suffix: number;
  /** An opening quotation mark stands before it. */
  isQuoted: boolean;
}

/**
 * Read the label with which a line begins.
 *
 * @param text NFC, single spaces.
 * @returns null when it begins with none.
 * @example findSign('đ) Tủ sách')?.label.number // 'đ'
 */
export function findSign(text: string): Sign | null {
  const quote = /^[“"«‘'(]*(?=[“"«‘'])[“"«‘'] ?/.exec(text)?.[0] ?? '';
  const rest = text.slice(quote.length);
  const sign = findWordSign(rest) ?? findShortSign(rest);
  if (!sign) return null;
  return { ...sign, length: quote.length + sign.length, isQuoted: quote !== '' };
}

/**
 * Read a number at the start of a line that has lost the sign after it: `2 Quỹ …`, `3, Chấp hành …`.
 * It may as well be a word of the text; the list that it stands in has to prove it.
 *
 * @param text NFC, single spaces.
 * @returns null where no capital follows, or what follows is an address: `2 Điều 5`.
 */
export function findBareSign(text: string): Sign | null {
  const printed = /^(?:\d{1,3}|[a-zđ]),?(?= \p{Lu})/u.exec(text)?.[0];
  if (printed === undefined || isAddress(text.slice(printed.length))) return null;
  const label = parseBareLabel(printed);
  const place = label && shortOrder(label.form, label.number);
  return label && place ? { label, length: printed.length, ...place, isQuoted: false } : null;
}

function isAddress(text: string): boolean {
  return /^ (?:Phần|Chương|Mục|Điều|Khoản|Điểm) (?:\d|[IVX]+\b)/u.test(text);
}

/** Letters of a list of điểm, in the order of Vietnamese law. */
const LETTERS = 'abcdđeghiklmnopqrstuvxy';
const ASCII = 'abcdefghijklmnopqrstuvwxyz';

/** Place of a letter; `ascii`: in the alphabet that Word counts by. */
export function letterOrder(letter: string, ascii: boolean): number {
  const index = (ascii ? ASCII : LETTERS).indexOf(letter);
  return index < 0 ? -1 : index + 1;
}

/**
 * Write the number at a place of a list as the list's own numbers are written.
 *
 * @param form Of the list. @param like A number of the list.
 * @param ascii Letters count by Word's alphabet.
 * @example formatOrder('letter', 'e', 5, false) // 'đ'; formatOrder('chapter', 'IV', 3, false) // 'III'
 */
export function formatOrder(form: LabelForm, like: string, order: number, ascii: boolean): string {
  const letter = (ascii ? ASCII : LETTERS).charAt(order - 1);
  if (form === 'letter' || form === 'letter-dot') return letter;
  if (form === 'small-roman') return formatRoman(order).toLowerCase();
  if (form === 'capital') return letter.toUpperCase();
  if (/^[IVXLCDM]+[a-zđ]?$/.test(like)) return formatRoman(order);
  if (/^[A-ZĐ]$/.test(like)) return letter.toUpperCase();
  const lead = /^(?:.*\.|thứ )/i.exec(like)?.[0] ?? '';
  return `${lead}${order}`;
}

type Found = Omit<Sign, 'isQuoted'>;

/** `Điều 5.`, `CHƯƠNG IV`, `Điều5`, `Mục 2` */
const WORD =
  /^(Phần|PHẦN|Chương|CHƯƠNG|Tiểu mục|Tiểu Mục|TIỂU MỤC|Mục|MỤC|Điều|ĐIỀU)[ \n]?(?=[\dIVXLCDMA-ZĐt ]|(?:thứ|Thứ|THỨ)\b)/;

function findWordSign(text: string): Found | null {
  const word = WORD.exec(text);
  if (!word?.[1]) return null;
  const lead = `${word[1]} `;
  // The parser wants a space after the label; a missing one is no character of the text.
  const afterWord = text.slice(word[0].length).replace(/\n/g, ' ').slice(0, 80);
  const number =
    /^(?:(?:thứ|Thứ|THỨ) [\p{L}\d]+(?: [\p{L}\d]+){0,2}|\d{1,4}(?:[a-zđ]\d?)?|[IVXLCDM]+[a-zđ]?|[A-ZĐ])(?![\p{L}\d])/u.exec(
      afterWord,
    )?.[0];
  if (number === undefined) return null;
  const found = parseHeadingLabel(spaced(lead + afterWord, lead.length + number.length));
  if (!found) return null;
  const { label } = found;
  const place = wordOrder(label.number);
  if (!place) return null;
  return { label, length: word[0].length + label.printed.length - lead.length, ...place };
}

/** `Điều 5.Tên` → `Điều 5. Tên`, so that the parser sees the end of the label. */
function spaced(text: string, end: number): string {
  const punctuation = /^ ?[.:]/.exec(text.slice(end))?.[0] ?? '';
  const at = end + punctuation.length;
  return punctuation === '' || text.charAt(at) === ' '
    ? text
    : `${text.slice(0, at)} ${text.slice(at)}`;
}

function wordOrder(number: string): { order: number; suffix: number } | null {
  const ordinal = /^thứ (.+)$/i.exec(number)?.[1];
  if (ordinal !== undefined) {
    const order = parseOrdinal(ordinal) ?? Number(ordinal);
    return Number.isInteger(order) ? { order, suffix: 0 } : null;
  }
  return figureOrder(number) ?? romanOrder(number) ?? capitalOrder(number);
}

const SHORT: readonly RegExp[] = [
  // 1.1. 2.1.3) 1.2-
  /^[1-9]\d?(?:\.[1-9]\d?)+[a-zđ]?(?: ?[.):](?!\d)| ?[-–—](?= ?\p{Lu})|(?= \p{L}))/u,
  // 1. 12a. 1/ 1 -
  /^\d{1,3}[a-zđ]?(?: ?[./](?![\d/])|(?: [-–—]|[-–](?= ))(?= ?\p{L}))/u,
  /^\(\d{1,3}[a-zđ]?\)/,
  /^\d{1,3}[a-zđ]? ?\)/,
  // a.1) d.2
  /^[a-zđ]\.\d{1,2}(?: ?[.)](?!\d)|(?= ))/,
  /^\([ivx]{2,5}\)|^[ivx]{2,5} ?[.)]/,
  /^\([a-zđ]\d?\)/,
  /^[a-zđ]\d? ?\)/,
  /^[a-zđ] ?[.](?= \p{L}|\p{Lu})|^[a-zđ] ?\/(?= )|^[a-zđ] ?[-–—](?= ?\p{Lu})/u,
  // I. IV - II/
  /^[IVXLCDM]+[a-zđ]? ?(?:[./)](?![\p{L}\d]\.)|[-–—](?= ))/u,
  /^[A-ZĐ] ?(?:[./)](?= |\p{Lu}\p{Ll})|[-–—](?= ))/u,
  /^[-–—−](?=[ \p{L}“"(])/u,
  /^\+(?=[ \p{L}“"(])/u,
  /^[•*·▪●○◦■](?=[ \p{L}“"(])/u,
];

function findShortSign(text: string): Found | null {
  for (const pattern of SHORT) {
    const printed = pattern.exec(text)?.[0];
    if (printed === undefined) continue;
    const label = parseLabel(printed);
    const place = label && shortOrder(label.form, label.number);
    if (label && place) return { label, length: printed.length, ...place };
  }
  return null;
}

function shortOrder(form: LabelForm, number: string): { order: number; suffix: number } | null {
  switch (form) {
    case 'dash':
    case 'plus':
    case 'bullet':
      return { order: 0, suffix: 0 };
    case 'roman':
      return romanOrder(number);
    case 'small-roman':
      return romanOrder(number.toUpperCase());
    case 'capital':
      return capitalOrder(number);
    case 'letter':
    case 'letter-dot': {
      const order = letterOrder(number.charAt(0), false);
      const suffix = Number(number.slice(1)) || 0;
      return { order: order < 0 ? letterOrder(number.charAt(0), true) : order, suffix };
    }
    case 'letter-number':
      return figureOrder(number.split('.')[1] ?? '');
    default:
      return figureOrder(number.split('.').at(-1) ?? '');
  }
}

/** `5`, `5a`, `217b1` */
function figureOrder(number: string): { order: number; suffix: number } | null {
  const match = /^(\d+)([a-zđ]?)(\d?)$/.exec(number);
  if (!match) return null;
  const [, figures = '', letter = '', more = ''] = match;
  const suffix = letter === '' ? 0 : letterOrder(letter, false) * 10 + (Number(more) || 0);
  return { order: Number(figures), suffix: Math.max(0, suffix) };
}

function romanOrder(number: string): { order: number; suffix: number } | null {
  const match = /^([IVXLCDM]+)([a-zđ]?)$/.exec(number);
  const order = parseRoman(match?.[1] ?? '');
  if (order === null) return null;
  const letter = match?.[2] ?? '';
  return { order, suffix: letter === '' ? 0 : letterOrder(letter, false) * 10 };
}

function capitalOrder(number: string): { order: number; suffix: number } | null {
  if (!/^[A-ZĐ]$/.test(number)) return null;
  const order = letterOrder(number.toLowerCase(), false);
  return order < 0 ? null : { order, suffix: 0 };
}

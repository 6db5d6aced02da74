/**
 * The canonical reading of a text for recognising citations, with the way back to the text as
 * given: look-alike letters, odd dashes and spaces, invisible characters and decomposed marks all
 * read the same, and every offset of the reading is known in the original.
 */
export interface NormalizedText {
  /** NFC; hyphens are `-`, slashes `/`, spaces ` `, line ends `\n`; no invisible characters. */
  text: string;
  /** Per UTF-16 unit of `text`: where its source begins in the original. Not to be written to. */
  starts: Int32Array;
  /** Per UTF-16 unit of `text`: where its source ends in the original, exclusive; as `starts`. */
  ends: Int32Array;
}

/** Characters that are read as another one. The empty string: not read at all. */
const READ_AS = new Map<string, string>();

function readAs(characters: string, reading: string): void {
  for (const character of characters) READ_AS.set(character, reading);
}

// Dashes: hyphen, non-breaking hyphen, figure, en, em dash, bar, minus, small and full-width hyphen.
readAs('\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D\u2043', '-');
// Slashes: division, fraction, full width.
readAs('\u2215\u2044\uFF0F\u29F8', '/');
readAs('\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A', ' ');
readAs('\u202F\u205F\u3000\t', ' ');
readAs('\r\u000B\f\u0085\u2028\u2029', '\n');
readAs('\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u2060\uFEFF', '');
// Footnote marks in superscript: "Điều 5¹".
readAs('\u00B9\u00B2\u00B3\u2070\u2074\u2075\u2076\u2077\u2078\u2079', '');
readAs('\u00D0\u0189', 'Đ');
readAs('\u00F0\u0256', 'đ');
// Cyrillic and Greek letters that look Latin.
for (const [foreign, latin] of [
  ['АВЕЅІЈКМНОРСТУХ', 'ABESIJKMHOPCTYX'],
  ['аеѕіјорсухктнмв', 'aesijopcyxkthmb'],
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
  ['ο', 'o'],
] as const) {
  Array.from(foreign).forEach((letter, i) => READ_AS.set(letter, latin.charAt(i)));
}
readAs('«„‟', '“');
readAs('»', '”');
for (let code = 0xff01; code <= 0xff5e; code++) {
  const character = String.fromCharCode(code);
  if (!READ_AS.has(character)) READ_AS.set(character, String.fromCharCode(code - 0xfee0));
}

const SOFT_HYPHEN = '\u00AD';

/**
 * Read a text canonically.
 *
 * @param text Any text, exactly as given.
 * @returns The reading and the offset map. Cost is linear in the length of the text.
 * @example normalizeText('25–NQ/TW').text // '25-NQ/TW'
 */
export function normalizeText(text: string): NormalizedText {
  if (plainRunEnd(text, 0) === text.length) return { text, ...mapOfItself(text.length) };
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  let reading = '';
  let length = 0;
  for (let start = 0; start < text.length;) {
    const plainEnd = plainRunEnd(text, start);
    if (plainEnd > start) {
      reading += text.slice(start, plainEnd);
      for (; start < plainEnd; start++, length++) {
        starts[length] = start;
        ends[length] = start + 1;
      }
      continue;
    }
    const end = clusterEnd(text, start);
    const cluster = readCluster(text, start, end);
    starts.fill(start, length, length + cluster.length);
    ends.fill(end, length, length + cluster.length);
    length += cluster.length;
    reading += cluster;
    start = end;
  }
  return { text: reading, starts: starts.subarray(0, length), ends: ends.subarray(0, length) };
}

/** 0, 1, 2 …, as long as any text that reads as itself was until now. */
let counting = new Int32Array();

/** The offsets of a text that is read unit by unit: a part of one list for all. */
export function mapOfItself(length: number): Pick<NormalizedText, 'starts' | 'ends'> {
  if (counting.length <= length) {
    counting = new Int32Array(length * 2 + 1);
    for (let at = 0; at < counting.length; at++) counting[at] = at;
  }
  return { starts: counting.subarray(0, length), ends: counting.subarray(1, length + 1) };
}

/** Whether each UTF-16 unit reads as itself wherever it stands: 1 yes, 2 no; 0 until first asked for. */
const selfReading = new Uint8Array(0x10000);

/** End of the characters from an offset on that read as themselves, one by one. */
function plainRunEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && readsAsItself(text.charCodeAt(end))) end++;
  // A mark after the last one joins it.
  return end > start && end < text.length && isCombining(text.charCodeAt(end)) ? end - 1 : end;
}

/** Whether a UTF-16 unit reads as itself wherever it stands, unless a combining mark follows it. */
export function readsAsItself(code: number): boolean {
  if (selfReading[code] === 0) selfReading[code] = isAlwaysItself(code) ? 1 : 2;
  return selfReading[code] === 1;
}

function isAlwaysItself(code: number): boolean {
  const character = String.fromCharCode(code);
  if (isCombining(code) || character === '\r' || character === SOFT_HYPHEN) return false;
  return readCluster(character, 0, 1) === character;
}

/**
 * What a dash, slash, quotation mark or space is read as when no combining mark follows it: another
 * one. null for any other character.
 */
export function readMark(code: number): string | null {
  const reading = READ_AS.get(String.fromCharCode(code)) ?? '';
  return /^[-/ “”]$/.test(reading) ? reading : null;
}

/** A base character with its combining marks, at most eight: enough for Vietnamese. */
function clusterEnd(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && end < start + 8 && isCombining(text.charCodeAt(end))) end++;
  return end;
}

function isCombining(code: number): boolean {
  return code >= 0x300 && code <= 0x36f;
}

/** Never longer than its source, so that the offset arrays need no more room than the text. */
function readCluster(text: string, start: number, end: number): string {
  const base = text.charAt(start);
  if (end === start + 1) {
    if (isPlain(text.charCodeAt(start))) return base;
    if (base === '\r' && text.charAt(end) === '\n') return '';
    if (base === SOFT_HYPHEN) return isSymbolHyphen(text, start) ? '-' : '';
    return READ_AS.get(base) ?? shortest(base.normalize('NFC'), base);
  }
  const source = text.slice(start, end);
  return shortest(((READ_AS.get(base) ?? base) + source.slice(1)).normalize('NFC'), source);
}

/** Printable ASCII and the line feed read as themselves. */
function isPlain(code: number): boolean {
  return (code >= 0x20 && code < 0x7f) || code === 0x0a;
}

function shortest(reading: string, source: string): string {
  return reading.length > source.length ? source : reading;
}

/** A soft hyphen inside a number is a hyphen: "25<SHY>NQ/TW"; inside a word it is nothing. */
function isSymbolHyphen(text: string, at: number): boolean {
  return /\d/.test(text.charAt(at - 1)) || /\d/.test(text.charAt(at + 1));
}

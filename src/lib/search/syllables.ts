import { parseOrdinal, parseRoman } from '../text/numerals.ts';

/**
 * Syllables: the units that Vietnamese is looked up by. A syllable is compared in two parts, its
 * folded letters and its diacritics, so that `hoà` equals `hòa` and both are found by `hoa`.
 */

/** One syllable, number or code of a text. */
export interface Syllable {
  /** Folded letters and digits, see {@link foldSyllable}. @example 'dan' */
  key: string;
  /** Diacritics; '' when it has none. Equal for every spelling of one syllable. */
  marks: string;
  /** UTF-16 offsets into the text, end exclusive. */
  start: number;
  end: number;
  /** True when a sentence or block begins here: it forms no pair with the syllable before. */
  opens: boolean;
}

/** The part of a syllable that does not depend on where it stands. */
type Form = Pick<Syllable, 'key' | 'marks'>;

/** Between two syllables: the end of a sentence or of a block. */
const SENTENCE_END = /[.;:!?…\n]/;

/**
 * Cut a text into syllables.
 *
 * @param text Any normal form. Offsets refer to it as given.
 * @returns In order of the text. Empty when it has no letter and no digit.
 * @example splitSyllables('Dân vận khéo').map(({ key }) => key) // ['dan', 'van', 'kheo']
 */
export function splitSyllables(text: string): Syllable[] {
  const syllables: Syllable[] = [];
  let before = '';
  eachWord(text, (start, end, opens) => {
    const word = text.slice(start, end);
    const form = numeralAfter(opens ? '' : before, word) ?? formOf(word);
    syllables.push({ key: form.key, marks: form.marks, start, end, opens });
    before = form.key;
  });
  return syllables;
}

/**
 * Visit the words of a text that {@link splitSyllables} makes syllables of.
 *
 * @param visit Given offsets of the word, end exclusive, and whether it opens a sentence or the text.
 */
export function eachWord(
  text: string,
  visit: (start: number, end: number, opens: boolean) => void,
): void {
  let last = 0;
  for (let start = wordStart(text, 0); start < text.length; start = wordStart(text, last)) {
    const end = wordEnd(text, start);
    visit(start, end, last === 0 || endsSentence(text, last, start));
    last = end;
  }
}

/** Words, by their keys, after which a numeral may be meant, which has a key of its own there. */
export function mayCount(key: string): boolean {
  return COUNTED.has(key);
}

/**
 * Key of a word of a text.
 *
 * @param before Key of the word before in its sentence, or ''.
 */
export function keyAfter(before: string, word: string): string {
  return (numeralAfter(before, word) ?? formOf(word)).key;
}

/** What a word or sign, as `TextWords` cuts them, is to syllables. */
export type Role =
  /** Between syllables. */
  | 'gap'
  /** Between them, a full stop: alone it ends nothing. */
  | 'stop'
  /** Between them, the end of a sentence or block. */
  | 'end'
  /** A syllable or part of one. */
  | 'part'
  /** Likewise, after a space. */
  | 'spaced'
  /** Part of a syllable that has begun; otherwise between them. */
  | 'mark'
  /** Something else. */
  | 'odd';

/** @param word As `TextWords` cuts it. */
export function roleOf(word: string): Role {
  const isSpaced = word.length > 1 && word.startsWith(' ');
  const [first, ...others] = Array.from(word.slice(isSpaced ? 1 : 0), kindOfCharacter);
  if (first === BEGINS && !others.includes(OTHER)) return isSpaced ? 'spaced' : 'part';
  if (word.length > 1 || isSurrogate(word.charCodeAt(0))) return 'odd';
  if (first === FOLLOWS) return 'mark';
  if (word === '.') return 'stop';
  return SENTENCE_END.test(word) ? 'end' : 'gap';
}

/**
 * What a character is to words, which are runs of letters and digits, with marks and invisible
 * characters that may stand between them.
 */
const OTHER = 1;
const FOLLOWS = 2;
const BEGINS = 3;

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const INSIDE = /[\p{M}\u00AD\u200B-\u200F\u2060\uFEFF]/u;
/** Kinds of UTF-16 units already met; 0 where none has been. */
const kinds = new Uint8Array(0x10000);

/** Offset of the first character from an offset on that begins a word; the end when there is none. */
function wordStart(text: string, from: number): number {
  let at = from;
  while (at < text.length && kindAt(text, at) !== BEGINS) at += widthAt(text, at);
  return at;
}

function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && kindAt(text, at) !== OTHER) at += widthAt(text, at);
  return at;
}

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (isHighSurrogate(unit)) return kindOf(text.codePointAt(at) ?? unit);
  const known = kinds[unit] ?? 0;
  return known === 0 ? (kinds[unit] = kindOf(unit)) : known;
}

function widthAt(text: string, at: number): number {
  return isHighSurrogate(text.charCodeAt(at)) && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function kindOfCharacter(character: string): number {
  return kindAt(character, 0);
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function kindOf(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  return LETTER_OR_DIGIT.test(character) ? BEGINS : INSIDE.test(character) ? FOLLOWS : OTHER;
}

/** Words after which a numeral is written now in Roman, now in Arabic digits, now as a word. */
const COUNTED = new Set(['khoa', 'thu', 'hoi']);
const ORDINALS = ['nhat', 'hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi'];

/** `khóa XI`, `khóa 11`; `lần thứ bảy`, `lần thứ 7`: one key for all spellings. */
function numeralAfter(before: string, word: string): Form | null {
  if (!COUNTED.has(before)) return null;
  const capitals = word.toUpperCase();
  const roman = before === 'hoi' && word !== capitals ? null : parseRoman(capitals);
  const ordinal = before === 'thu' ? ordinalOf(word) : null;
  const value = roman ?? ordinal;
  return value === null ? null : { key: `${value}`, marks: '' };
}

function ordinalOf(word: string): number | null {
  const folded = ORDINALS.indexOf(foldLetters(word));
  return parseOrdinal(word.normalize('NFC')) ?? (folded < 0 ? null : folded + 1);
}

/** A full stop directly between letters, as in `T.Ư`, ends nothing. */
function endsSentence(text: string, from: number, to: number): boolean {
  if (to === from + 1) {
    const unit = text.charCodeAt(from);
    if (unit === SPACE || unit === FULL_STOP) return false;
  }
  return SENTENCE_END.test(text.slice(from, to));
}

const SPACE = 0x20;
const FULL_STOP = 0x2e;

/** Forms of words already met: a corpus has few thousand distinct ones. */
const forms = new Map<string, Form>();
const MOST_FORMS = 50_000;

function formOf(word: string): Form {
  const known = forms.get(word);
  if (known) return known;
  if (forms.size >= MOST_FORMS) forms.clear();
  const form = { key: foldSyllable(word), marks: marksOf(word) };
  forms.set(word, form);
  return form;
}

const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;

/** Letters of other scripts that look like Latin ones and come in by copying. */
const LOOK_ALIKES: Record<string, string> = {
  '\u00F0': 'đ', // Eth, from old fonts
  '\u0256': 'đ', // African D
  '\u1E0F': 'đ', // d with line below
  '\u0430': 'a',
  '\u0441': 'c',
  '\u0435': 'e',
  '\u043D': 'h',
  '\u043A': 'k',
  '\u043C': 'm',
  '\u043E': 'o',
  '\u0440': 'p',
  '\u0442': 't',
  '\u0443': 'y',
  '\u0445': 'x',
};
const LOOK_ALIKE = new RegExp(`[${Object.keys(LOOK_ALIKES).join('')}]`, 'g');

/** The word's letters without case, invisible characters and look-alikes, decomposed. */
function decompose(word: string): string {
  const lower = word.replace(INVISIBLE, '').normalize('NFC').toLowerCase();
  return lower.replace(LOOK_ALIKE, (letter) => LOOK_ALIKES[letter] ?? letter).normalize('NFD');
}

const MARKS = /\p{M}+/gu;
/** Open syllables in which writers choose freely between y and i: `lý` and `lí`. */
const FREE_Y = /^(h|k|l|m|qu|s|t|v|)y$/;

/**
 * The key under which every spelling of a syllable meets: lower case, no diacritics, đ → d, and one
 * of the two letters where the language allows `i` and `y`.
 *
 * @example foldSyllable('LÝ') // 'li'
 */
export function foldSyllable(word: string): string {
  return foldLetters(word).replace(FREE_Y, '$1i');
}

/**
 * The letters alone, for what is still being typed: `quy` may become `quyền`.
 *
 * @example foldLetters('Đảng') // 'dang'
 */
export function foldLetters(word: string): string {
  return decompose(word).replace(MARKS, '').replaceAll('đ', 'd');
}

/** Tone marks, wherever in the syllable they are set. */
const TONES = '\u0300\u0301\u0309\u0303\u0323';
/** Marks that make another letter: circumflex; breve and horn, which never stand on one letter. */
const QUALITIES: Record<string, string> = { '\u0302': '1', '\u0306': '2', '\u031B': '2' };

/**
 * Diacritics of a syllable as digits: the tone, then the quality of each letter that can have one.
 *
 * @returns '' when there are none.
 * @example marksOf('vận') // '51'
 */
export function marksOf(word: string): string {
  let tone = 0;
  const qualities: string[] = [];
  for (const character of decompose(word)) {
    const quality = QUALITIES[character];
    if (quality !== undefined) qualities[qualities.length - 1] = quality;
    else if (TONES.includes(character)) tone = TONES.indexOf(character) + 1;
    else if ('aeoud'.includes(character)) qualities.push('0');
    else if (character === 'đ') qualities.push('1');
  }
  const digits = `${tone}${qualities.join('')}`.replace(/0+$/, '');
  return digits;
}

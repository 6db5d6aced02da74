import { parseOrdinal, parseRoman } from '../text/numerals.ts';
import type { Inline, LabelForm, PrintedLabel, ProvisionKind } from './types.ts';

/**
 * Read a text that is one label and nothing else, as it stands between `**` and `**`.
 *
 * `kind` is what the label means by itself; where it stands may change it (`1.` is a khoản under an
 * article), which the tree builder decides.
 *
 * @param text NFC.
 * @returns null when the text is not a label.
 * @example parseLabel('đ)') // { printed: 'đ)', form: 'letter', kind: 'point', number: 'đ' }
 */
export function parseLabel(text: string): PrintedLabel | null {
  if (text.length > LONGEST_LABEL) return null;
  const word = parseWordLabel(text);
  if (word) return word.label.printed === text ? word.label : null;
  for (const [form, kind, pattern] of SIGN_PATTERNS) {
    const match = pattern.exec(text);
    if (match) return signLabel(text, form, kind, match);
  }
  return null;
}

/**
 * The label with which a paragraph opens a unit: bold, at its start, set off by a space or by a
 * footnote mark. Only such a paragraph is a provision.
 *
 * @returns null when the paragraph is plain text.
 */
export function boldLabel(content: readonly Inline[]): PrintedLabel | null {
  const [first, next] = content;
  if (first?.type !== 'strong' || first.children.length !== 1) return null;
  const [text] = first.children;
  if (text?.type !== 'text') return null;
  if (next && next.type !== 'footnote-ref' && !(next.type === 'text' && /^\s/.test(next.value)))
    return null;
  return parseLabel(text.value) ?? parseBareLabel(text.value);
}

/**
 * Read a number or letter that has lost the sign after it, or has a comma there, as a copy may print
 * a khoản. By itself it is no label: only bold type, or its place in a list, makes it one.
 *
 * @returns null when the text is anything more.
 * @example parseBareLabel('2') // { printed: '2', form: 'arabic', kind: 'number', number: '2' }
 */
export function parseBareLabel(text: string): PrintedLabel | null {
  const match = /^(?:(\d{1,3})|([a-zđ])),?$/.exec(text);
  if (!match) return null;
  const [printed, figures, letter] = match;
  return figures === undefined
    ? { printed, form: 'letter', kind: 'point', number: letter ?? '' }
    : { printed, form: 'arabic', kind: 'number', number: figures };
}

/**
 * Read the label at the start of a heading.
 *
 * @param text NFC, the heading's text up to its first mark-up.
 * @returns The label and what follows it without the separating space; null when there is no label.
 * @example parseHeadingLabel('Chương I QUY ĐỊNH CHUNG') // { label: { printed: 'Chương I', … }, rest: 'QUY ĐỊNH CHUNG' }
 */
export function parseHeadingLabel(text: string): { label: PrintedLabel; rest: string } | null {
  const word = parseWordLabel(text);
  if (word) return word;
  const sign = /^(?:[A-ZĐ]{1,7}[a-zđ]?|\d[\d.]*[a-zđ]?)(?:[.)/:]| ?[-–—](?= |$)|(?= |$))/.exec(
    text,
  )?.[0];
  if (sign === undefined) return null;
  const label = parseLabel(sign);
  const rest = text.slice(sign.length);
  if (!label || (rest !== '' && !rest.startsWith(' '))) return null;
  return { label, rest: rest.slice(1) };
}

/**
 * Read the name of an annex or form: the label of an `<Annex>`, from its first block.
 *
 * @returns `number` is '' when the annex has none.
 * @example parseAnnexLabel('PHỤ LỤC SỐ 02 DANH MỤC') // { printed: 'PHỤ LỤC SỐ 02', number: '02', form: false, rest: 'DANH MỤC' }
 */
export function parseAnnexLabel(
  text: string,
): { printed: string; number: string; isForm: boolean; rest: string } | null {
  const match = ANNEX.exec(text);
  if (!match) return null;
  const [printed, word = '', number = ''] = match;
  const isForm = !/^ph/i.test(word);
  if (isForm && number === '') return null;
  return { printed: printed.trimEnd(), number, isForm, rest: text.slice(printed.length).trim() };
}

/**
 * ASCII form of a printed number for an id: Roman and ordinal numbers become Arabic, đ becomes dd.
 *
 * @example numberToken('III') // '3'
 * @example numberToken('2đ') // '2dd'
 */
export function numberToken(number: string): string {
  const ordinal = /^thứ (.+)$/i.exec(number)?.[1];
  if (ordinal !== undefined) return String(parseOrdinal(ordinal) ?? Number(ordinal));
  const roman = /^([IVXLCDM]+)([a-zđ]?)$/.exec(number);
  if (roman && !/^[CDLM]$/.test(number)) {
    const value = parseRoman(roman[1] ?? '');
    if (value !== null) return `${value}${asciiLetters(roman[2] ?? '')}`;
  }
  return asciiLetters(number).replace(/^0+(?=\d)/, '');
}

/**
 * Read the ladder of labels that a document declares.
 *
 * @returns `forms`: outermost first; `unknown`: entries that are no label.
 * @example parseScale(['Chương', 'Điều', '1.', 'a)']).forms // ['chapter', 'article', 'arabic', 'letter']
 */
export function parseScale(scale: readonly string[]): { forms: LabelForm[]; unknown: string[] } {
  const forms: LabelForm[] = [];
  const unknown: string[] = [];
  for (const entry of scale) {
    const form = parseScaleEntry(entry.trim());
    if (form) forms.push(form);
    else unknown.push(entry);
  }
  return { forms, unknown };
}

const LONGEST_LABEL = 40;

const WORD_FORMS = {
  phần: 'part',
  chương: 'chapter',
  mục: 'section',
  'tiểu mục': 'subsection',
  điều: 'article',
} as const satisfies Record<string, LabelForm>;

type WordForm = (typeof WORD_FORMS)[keyof typeof WORD_FORMS];

/** `Chương `, `TIỂU MỤC ` */
const WORD = /^(Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|Tiểu Mục|TIỂU MỤC|Điều|ĐIỀU)[ \u00A0]+/;
/** `5a`, `217b1`, `VIIa`, `B` */
const WORD_NUMBER = /^(?:\d{1,4}(?:[a-zđ]\d?)?|[IVXLCDM]+[a-zđ]?|[A-ZĐ])(?![\p{L}\p{N}])/u;
/** `thứ 2`, `thứ nhất`, `THỨ MƯỜI HAI` */
const ORDINAL = /^(?:(thứ|Thứ) (\p{Ll}+(?: \p{Ll}+){0,2})|(THỨ) (\p{Lu}+(?: \p{Lu}+){0,2}))/u;
const ORDINAL_DIGITS = /^(?:thứ|Thứ|THỨ) \d{1,3}(?![\p{L}\p{N}])/u;
/** `.`, ` :`, ` -`: what may close a label that begins with a word. */
const WORD_PUNCTUATION = /^(?: ?[.:]| [-–—])(?= |$)/;

/** `PHỤ LỤC`, `Phụ lục số 02`, `Phụ lục I.`, `Mẫu số 01` */
const ANNEX =
  /^(Phụ lục|PHỤ LỤC|Phụ Lục|Mẫu|MẪU|Biểu mẫu|BIỂU MẪU)(?:(?: số| SỐ)?:? ((?:\d{1,3}|[IVXLC]+)(?:[a-zđ]|[.-]\d{1,2}|\.[IVX]+)?|[A-ZĐ])(?![\p{L}\p{N}])(?: ?[.:])?|(?=$| |[.:]))/u;

/** Labels that are a sign or number alone; the first group is the number. */
const SIGN_PATTERNS: readonly (readonly [LabelForm, ProvisionKind, RegExp])[] = [
  ['dash', 'dash', /^[-–—−]()$/],
  ['plus', 'dash', /^\+()$/],
  ['bullet', 'dash', /^[•*·▪●○◦■□]()$/],
  // 1.1.  2.1.3)  1.2-  – no component begins with 0 or has three digits: 5.000 is an amount.
  ['decimal2', 'number', /^([1-9]\d?(?:\.[1-9]\d?)+[a-zđ]?)(?: ?[.):]| ?[-–—])?$/],
  ['arabic', 'number', /^(\d{1,3}[a-zđ]?)(?: ?[./]| ?[-–—])$/],
  ['arabic-paren', 'number', /^(?:\((\d{1,3}[a-zđ]?)\)|(\d{1,3}[a-zđ]?) ?\))$/],
  ['roman', 'roman', /^(?![CDLM] ?[./)])([IVXLCDM]+[a-zđ]?)(?: ?[./)]| ?[-–—])$/],
  ['capital', 'part', /^([A-ZĐ])(?: ?[./)]| ?[-–—])$/],
  ['small-roman', 'subpoint', /^(?:\(([ivx]{2,5})\)|([ivx]{2,5}) ?[.)])$/],
  ['letter-number', 'subpoint', /^([a-zđ]\.\d{1,2})(?: ?[.)])?$/],
  ['letter', 'point', /^(?:\(([a-zđ]\d?)\)|([a-zđ]\d?) ?\)|(([a-zđ])\4) ?\))$/],
  ['letter-dot', 'point', /^([a-zđ]\d?)(?: ?[./]| ?[-–—])$/],
];

function signLabel(
  printed: string,
  form: LabelForm,
  kind: ProvisionKind,
  match: RegExpExecArray,
): PrintedLabel | null {
  const number = match[1] ?? match[2] ?? match[3] ?? '';
  if (form === 'roman' && parseRoman(number.replace(/[a-zđ]$/, '')) === null) return null;
  if (form === 'small-roman' && parseRoman(number.toUpperCase()) === null) return null;
  const depth = number.split('.').length;
  return { printed, form: form === 'decimal2' ? `decimal${depth}` : form, kind, number };
}

function parseWordLabel(text: string): { label: PrintedLabel; rest: string } | null {
  const lead = WORD.exec(text);
  if (!lead) return null;
  const form: WordForm = WORD_FORMS[lead[1]?.toLowerCase() as keyof typeof WORD_FORMS];
  const afterWord = text.slice(lead[0].length);
  const number = parseWordNumber(afterWord, form);
  if (number === null) return null;
  const afterNumber = afterWord.slice(number.length);
  const punctuation = WORD_PUNCTUATION.exec(afterNumber)?.[0] ?? '';
  const rest = afterNumber.slice(punctuation.length);
  if (rest !== '' && !rest.startsWith(' ')) return null;
  const printed = text.slice(0, text.length - rest.length);
  return { label: { printed, form, kind: form, number }, rest: rest.slice(1) };
}

/** The number after "Chương", "Điều" …, as printed; null when none stands there. */
function parseWordNumber(text: string, form: WordForm): string | null {
  const digits = ORDINAL_DIGITS.exec(text)?.[0];
  if (digits !== undefined) return digits;
  const ordinal = ORDINAL.exec(text);
  if (ordinal)
    return longestOrdinal(ordinal[1] ?? ordinal[3] ?? '', ordinal[2] ?? ordinal[4] ?? '');
  const number = WORD_NUMBER.exec(text)?.[0];
  if (number === undefined || (form === 'article' && !/^\d/.test(number))) return null;
  return number;
}

/** "thứ nhất những" → "thứ nhất": the words after it are the title. */
function longestOrdinal(lead: string, words: string): string | null {
  const parts = words.split(' ');
  for (let length = parts.length; length > 0; length--) {
    const word = parts.slice(0, length).join(' ');
    if (parseOrdinal(word) !== null) return `${lead} ${word}`;
  }
  return null;
}

function parseScaleEntry(entry: string): LabelForm | null {
  const word = WORD_FORMS[entry.toLowerCase() as keyof typeof WORD_FORMS] as WordForm | undefined;
  if (word) return word;
  if (/^\(?[ivx]+[.)]$/.test(entry)) return 'small-roman';
  const label = parseLabel(entry) ?? parseLabel(`${entry}.`);
  return label?.form ?? null;
}

function asciiLetters(text: string): string {
  return text.toLowerCase().replace(/đ/g, 'dd');
}

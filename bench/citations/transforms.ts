/** Ways of writing the same text that must not change what it cites. */
export interface Transform {
  name: string;
  /** @param text NFC, except where a passage is about other forms. */
  apply: (text: string) => string;
}

const DASHES = ['–', '—', '‑', '−', '‐'];
const LOOKALIKES = new Map([
  ['Đ', 'Ð'],
  ['đ', 'ð'],
  ['T', 'Т'],
  ['C', 'С'],
  ['K', 'К'],
  ['H', 'Н'],
]);
const TONES = [
  ['óa', 'oá'],
  ['òa', 'oà'],
  ['ủy', 'uỷ'],
  ['úy', 'uý'],
] as const;

/** Rows 17 and 19–22 of the table of variants, and spaces and line ends. */
export const TRANSFORMS: readonly Transform[] = [
  { name: 'dashes', apply: (text) => cycle(text, /-/g, DASHES) },
  { name: 'decomposed', apply: (text) => text.normalize('NFD') },
  {
    name: 'look-alikes',
    apply: (text) => text.replace(/[ĐđTCKH]/g, (c) => LOOKALIKES.get(c) ?? c),
  },
  { name: 'tone on the other vowel', apply: moveTones },
  { name: 'wide spaces', apply: (text) => cycle(text, / /g, ['  ', '\u00A0', ' \t', '\u2009']) },
  { name: 'invisible characters', apply: (text) => text.replace(/ /g, '\u200B \uFEFF') },
  { name: 'spaced marks', apply: (text) => text.replace(/(\d)-([A-ZĐ])/g, '$1 - $2') },
  {
    name: 'leading zeros',
    apply: (text) => text.replace(/(?<![\w/.-])(\d)(?=[-/][A-ZĐ])/g, '0$1'),
  },
  { name: 'capitals', apply: (text) => text.toUpperCase() },
  { name: 'small letters', apply: (text) => text.toLowerCase() },
  { name: 'line ends', apply: (text) => wrap(text, 40) },
];

/** The text typed without marks: the engine may abstain, but must not name another target. */
export function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
}

function cycle(text: string, pattern: RegExp, replacements: readonly string[]): string {
  let count = 0;
  return text.replace(pattern, () => replacements[count++ % replacements.length] ?? '');
}

function moveTones(text: string): string {
  return TONES.reduce((moved, [from, to]) => moved.replaceAll(from, to), text);
}

/** Breaks lines at spaces, as a page does. */
function wrap(text: string, width: number): string {
  let column = 0;
  return text.replace(/ /g, (_, at: number) => {
    if (at - column < width) return ' ';
    column = at;
    return '\n';
  });
}

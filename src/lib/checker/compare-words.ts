/** A stretch of a quotation beside the text it quotes. */
export interface WordStretch {
  /** `same`: typography apart. `different`: other words, or words on one side only. */
  kind: 'same' | 'different';
  /** As the quotation has it; '' where it leaves words out. */
  quoted: string;
  /** As the text has it; '' where the quotation adds words. */
  source: string;
}

/** How a quotation reads against its text. */
export interface Comparison {
  stretches: WordStretch[];
  /** Words of the quotation. */
  words: number;
  /** Words to be changed, added or struck to make it the text's. */
  errors: number;
}

/** Words of both sides multiplied: more would take too long. */
const MOST_WORK = 40_000_000;

/**
 * Compare a quotation word for word with the best fitting part of a text. Case, marks, quotation
 * signs, dashes, spaces and the place of a tone mark (hòa, hoà) are typography and do not count;
 * `…` and `[...]` leave out any number of words.
 *
 * @returns null when either side has no words, or both are too long.
 */
export function compareWords(quotation: string, text: string): Comparison | null {
  const parts = quotation.normalize('NFC').split(OMISSION).map(readWords);
  const source = readWords(text.normalize('NFC'));
  const words = parts.reduce((sum, part) => sum + part.length, 0);
  if (words === 0 || source.length === 0 || words * source.length > MOST_WORK) return null;
  const comparison: Comparison = { stretches: [], words, errors: 0 };
  let from = 0;
  for (const part of parts.filter(({ length }) => length > 0)) {
    const { steps, errors, end } = align(part, source.slice(from));
    comparison.errors += errors;
    comparison.stretches.push(...joinSteps(steps));
    from += end;
  }
  return comparison;
}

const OMISSION = /[([]\s*(?:\.{3,}|…)\s*[)\]]|\.{3,}|…/u;

interface Word {
  key: string;
  /** As written, with the marks up to the next word. */
  text: string;
}

function readWords(text: string): Word[] {
  const matches = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
  return matches.map(({ 0: word, index }, i) => ({
    key: keyOf(word),
    text: text.slice(index, matches[i + 1]?.index ?? text.length).trim(),
  }));
}

/**
 * The tone is taken out of its place, so that hòa and hoà, thúy and thuý are one. Old fonts have the
 * letter of another language for đ.
 */
function keyOf(word: string): string {
  const split = word.toLowerCase().replaceAll('ð', 'đ').normalize('NFD');
  const tones = split.match(TONES)?.join('') ?? '';
  return split.replace(TONES, '').normalize('NFC') + tones;
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

interface Step {
  quoted: string | null;
  source: string | null;
}

const MATCH = 0;
const CHANGE = 1;
const ADDED = 2;
const LEFT_OUT = 3;

/** Edit distance with free ends in the text, and the way that leads to it. */
function align(
  quoted: readonly Word[],
  source: readonly Word[],
): { steps: Step[]; errors: number; end: number } {
  const width = source.length + 1;
  const moves = new Uint8Array((quoted.length + 1) * width);
  let row = new Uint32Array(width);
  for (let i = 1; i <= quoted.length; i++) row = fillRow(i, quoted, source, row, moves);
  let end = 0;
  for (let j = 1; j < width; j++) if ((row[j] ?? 0) < (row[end] ?? 0)) end = j;
  return { steps: walkBack(quoted, source, moves, end), errors: row[end] ?? 0, end };
}

function fillRow(
  i: number,
  quoted: readonly Word[],
  source: readonly Word[],
  above: Uint32Array,
  moves: Uint8Array,
): Uint32Array<ArrayBuffer> {
  const row = new Uint32Array(above.length);
  row[0] = i;
  moves[i * above.length] = ADDED;
  const key = quoted[i - 1]?.key;
  for (let j = 1; j < above.length; j++) {
    const isSame = source[j - 1]?.key === key;
    let best = (above[j - 1] ?? 0) + (isSame ? 0 : 1);
    let move = isSame ? MATCH : CHANGE;
    if ((above[j] ?? 0) + 1 < best) [best, move] = [(above[j] ?? 0) + 1, ADDED];
    if ((row[j - 1] ?? 0) + 1 < best) [best, move] = [(row[j - 1] ?? 0) + 1, LEFT_OUT];
    row[j] = best;
    moves[i * above.length + j] = move;
  }
  return row;
}

function walkBack(
  quoted: readonly Word[],
  source: readonly Word[],
  moves: Uint8Array,
  end: number,
): Step[] {
  const steps: Step[] = [];
  let [i, j] = [quoted.length, end];
  while (i > 0) {
    const move = moves[i * (source.length + 1) + j];
    steps.push({
      quoted: move === LEFT_OUT ? null : (quoted[i - 1]?.text ?? ''),
      source: move === ADDED ? null : (source[j - 1]?.text ?? ''),
    });
    if (move !== LEFT_OUT) i--;
    if (move !== ADDED) j--;
  }
  return steps.reverse();
}

function joinSteps(steps: readonly Step[]): WordStretch[] {
  const stretches: WordStretch[] = [];
  for (const { quoted, source } of steps) {
    const isSame = quoted !== null && source !== null && sameWord(quoted, source);
    const kind = isSame ? 'same' : 'different';
    let last = stretches.at(-1);
    if (last?.kind !== kind) stretches.push((last = { kind, quoted: '', source: '' }));
    last.quoted = join(last.quoted, quoted);
    last.source = join(last.source, source);
  }
  return stretches;
}

function sameWord(a: string, b: string): boolean {
  return readWords(a)[0]?.key === readWords(b)[0]?.key;
}

function join(before: string, word: string | null): string {
  return before === '' || word === null ? before + (word ?? '') : `${before} ${word}`;
}

import { parseRoman } from '../text/numerals.ts';
import { followersOf, type Name, type NameIndex } from './name-index.ts';
import type { QueryTerm } from './query.ts';
import { splitSyllables } from './syllables.ts';

/** What is known of the corpus' spelling. */
export interface Lexicon {
  /** Every folded syllable of names and texts. */
  syllables: ReadonlySet<string>;
  names: NameIndex;
}

/** A way to read one term: the syllables it stands for, and what choosing it costs. */
interface Choice {
  keys: readonly string[];
  cost: number;
}

/** Gain of two syllables that stand side by side in a name. */
const TOGETHER = 1;
/** Cost of reading a syllable that occurs as another one. */
const OF_KNOWN = 0.9;
/** Cost of reading one that does not occur as another one, and of leaving it. */
const OF_UNKNOWN = 0.3;
const LEFT_UNKNOWN = 0.5;
/** Cost of reading the keys of the Telex method. */
const OF_TELEX = 0.1;
/** Further cost of another first letter: slips seldom fall there. */
const OTHER_START = 0.2;

/**
 * The query with mistyped syllables replaced: one letter wrong, missing, too many or exchanged with
 * its neighbour, a missing space, or the keys of the Telex method left untransformed. A syllable
 * that occurs is replaced too where the other one fits its neighbours.
 *
 * @param standTogether Whether two typed neighbours, by number of the first, stand side by side in
 *   a text.
 * @param accented Replacements are then written with the corpus' diacritics.
 * @returns null when nothing better is found.
 * @example correct(terms of 'dan vna kheo', …) // terms of 'dan van kheo'
 */
export function correct(
  terms: readonly QueryTerm[],
  lexicon: Lexicon,
  standTogether: (first: number) => boolean,
  accented: boolean,
): QueryTerm[] | null {
  const choices = terms.map((term) => choicesFor(term, lexicon));
  const path = bestPath(terms, choices, lexicon.names, standTogether);
  if (path.every(({ keys }, at) => keys.length === 1 && keys[0] === terms[at]?.key)) return null;
  const corrected: QueryTerm[] = [];
  path.forEach(({ keys }, at) => {
    const term = terms[at];
    if (!term) return;
    if (keys.length === 1 && keys[0] === term.key) corrected.push(term);
    else corrected.push(...rename(term, keys, corrected.at(-1)?.key, lexicon.names, accented));
  });
  return readNumerals(corrected);
}

/** After a corrected word a numeral may be one: `khoi XI` becomes `khoa 11`. */
function readNumerals(terms: readonly QueryTerm[]): QueryTerm[] {
  const again = splitSyllables(terms.map(({ written }) => written).join(' '));
  return terms.map((term, at) => {
    const key = again.length === terms.length ? again[at]?.key : undefined;
    return key !== undefined && /^\d+$/.test(key) ? { ...term, key } : term;
  });
}

/** The term itself first, then what it may be a slip for. */
function choicesFor(term: QueryTerm, lexicon: Lexicon): Choice[] {
  const known = isKnown(term, lexicon);
  const itself = { keys: [term.key], cost: known ? 0 : LEFT_UNKNOWN };
  if (!isWord(term)) return [itself];
  const others = known
    ? slipsFor(term, lexicon)
    : [...joinedFor(term, lexicon), ...slipsFor(term, lexicon)];
  return [itself, ...others];
}

/** Numbers, codes and Roman numerals are no words. */
function isWord({ key, letters }: QueryTerm): boolean {
  return !/\d/.test(key) && key.length > 1 && parseRoman(letters.toUpperCase()) === null;
}

/** An unfinished syllable may become one that occurs. */
function isKnown(term: QueryTerm, { syllables, names }: Lexicon): boolean {
  const { key, letters, open } = term;
  if (!isWord(term) || syllables.has(key)) return true;
  return open && names.keys.some((known) => known.startsWith(letters));
}

function slipsFor({ letters, key }: QueryTerm, { syllables }: Lexicon): Choice[] {
  const base = syllables.has(key) ? OF_KNOWN : OF_UNKNOWN;
  const slips = [...syllables]
    .filter((known) => isOneSlip(letters, known) || isSlipOfY(letters, known))
    .map((known) => {
      const start = known.startsWith(letters.slice(0, 1)) ? 0 : OTHER_START;
      return { keys: [known], cost: base + start };
    });
  const telex = foldTelex(letters);
  const typed = base === OF_UNKNOWN && telex !== letters && syllables.has(telex);
  return typed ? [{ keys: [telex], cost: OF_TELEX }, ...slips] : slips;
}

/** Keys have i where y may be written. */
function isSlipOfY(letters: string, key: string): boolean {
  return key.endsWith('i') && isOneSlip(letters, `${key.slice(0, -1)}y`);
}

/** `danvan` is `dan van` when these two stand side by side in a name. */
function joinedFor({ letters }: QueryTerm, { names }: Lexicon): Choice[] {
  for (let at = 2; at <= letters.length - 2; at++) {
    const keys = [letters.slice(0, at), letters.slice(at)] as const;
    if (followersOf(names, keys[0]).has(keys[1])) return [{ keys, cost: OF_UNKNOWN - TOGETHER }];
  }
  return [];
}

/** The choices that fit each other best (Viterbi). */
function bestPath(
  terms: readonly QueryTerm[],
  choices: readonly Choice[][],
  names: NameIndex,
  standTogether: (first: number) => boolean,
): Choice[] {
  let paths = [{ score: 0, path: [] as Choice[] }];
  choices.forEach((options, at) => {
    paths = options.map((choice, option) => {
      let best = { score: -Infinity, path: [] as Choice[] };
      for (const { score, path } of paths) {
        const before = path.at(-1);
        const typed = option === 0 && before !== undefined && before === choices[at - 1]?.[0];
        const open = before === undefined || terms[at]?.opens === true;
        const left = before?.keys.at(-1) ?? '';
        const fit = open ? 0 : fitOf(left, choice.keys[0] ?? '', names);
        const known = typed && standTogether(at - 1) ? TOGETHER : 0;
        const sum = score - choice.cost + Math.max(fit, known);
        if (sum > best.score) best = { score: sum, path: [...path, choice] };
      }
      return best;
    });
  });
  return paths.reduce((best, path) => (path.score > best.score ? path : best)).path;
}

/** Gain of two neighbours: more, the more names have them. */
function fitOf(first: string, second: string, index: NameIndex): number {
  const count = followersOf(index, first).get(second) ?? 0;
  return count === 0 ? 0 : TOGETHER + Math.min(0.2, 0.02 * count);
}

function rename(
  term: QueryTerm,
  keys: readonly string[],
  before: string | undefined,
  names: NameIndex,
  accented: boolean,
): QueryTerm[] {
  return keys.map((key, at) => ({
    key,
    letters: key,
    written: accented ? writtenForm(key, at === 0 ? before : keys[at - 1], names) : key,
    marks: '',
    open: false,
    gap: at === 0 ? term.gap : ' ',
    opens: at === 0 && term.opens,
    guessed: true,
    dated: false,
  }));
}

/** A syllable as names write it, after the same neighbour if there is such a name. */
function writtenForm(
  key: string,
  before: string | undefined,
  { places, names }: NameIndex,
): string {
  const all = places.get(key) ?? [];
  const place =
    all.find(({ name, position }) => names[name]?.keys[position - 1] === before) ?? all[0];
  const name: Name | undefined = place && names[place.name];
  if (!place || !name) return key;
  const syllable = splitSyllables(name.text)[place.position];
  return syllable ? name.text.slice(syllable.start, syllable.end).toLowerCase() : key;
}

/** Doubled letters and tone keys that a typing program would have turned into diacritics. */
function foldTelex(letters: string): string {
  const vowels = letters
    .replace(/([aeo])([a-z]*?)\1/, '$1$2')
    .replace(/^dd|(?<=[a-z])d$/, (match) => (match === 'dd' ? 'd' : ''))
    .replace(/w/g, '');
  return vowels
    .replace(/(?<=[aeiouy][a-z]*)[sfrxj]$/, '')
    .replace(/(?<=[aeiouy])[sfrxj](?=[a-z])/, '');
}

/** One letter wrong, missing or too many, or two neighbouring letters exchanged. */
function isOneSlip(typed: string, known: string): boolean {
  const difference = typed.length - known.length;
  if (Math.abs(difference) > 1 || typed === known || /\d/.test(known)) return false;
  let start = 0;
  while (start < typed.length && typed[start] === known[start]) start++;
  let end = 0;
  const most = Math.min(typed.length, known.length) - start;
  while (end < most && typed[typed.length - 1 - end] === known[known.length - 1 - end]) end++;
  const left = typed.slice(start, typed.length - end);
  const right = known.slice(start, known.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && left === right.slice(1) + right.slice(0, 1);
}

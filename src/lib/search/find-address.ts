import { parseRoman, parseOrdinal } from '../text/numerals.ts';
import { foldLetters, type Syllable } from './syllables.ts';

/** A place inside a document, as a query names it: numbers by unit, as anchors write them. */
export interface ProvisionAddress {
  part?: string;
  chapter?: string;
  section?: string;
  subsection?: string;
  article?: string;
  clause?: string;
  point?: string;
  annex?: string;
  /** A whole anchor as printed on a permalink. @example 'kt-d5-2-dd' */
  anchor?: string;
}

/** An address and where the query says it. */
export interface FoundAddress {
  address: ProvisionAddress;
  /** Indices of the syllables that belong to it. */
  syllables: ReadonlySet<number>;
}

type Unit = Exclude<keyof ProvisionAddress, 'anchor'>;

/** Words of units, folded. What stands for a number after each is decided by `readNumber`. */
const UNITS: readonly (readonly [words: string, unit: Unit])[] = [
  ['phu luc', 'annex'],
  ['phan', 'part'],
  ['chuong', 'chapter'],
  ['tieu muc', 'subsection'],
  ['muc', 'section'],
  ['dieu', 'article'],
  ['khoan', 'clause'],
  ['diem', 'point'],
];

/** Units that are counted with letters too. */
const LETTERED: ReadonlySet<Unit> = new Set(['point', 'part']);
/** Units that are counted with Roman numerals or ordinal words too. */
const ROMAN: ReadonlySet<Unit> = new Set(['part', 'chapter', 'section', 'subsection']);

/** A printed anchor: `d5-2-dd`, `kt-d5`, `m3-2-a`. */
const ANCHOR = /^(?:(?:kt\d*|pl\d*)-)?[dmcnp]\d+[a-z]?(?:-[a-z\d]+)*$/;
/** Runs of letters, digits and hyphens that stand alone. */
const CODE_WORD = /(?<![\p{L}\p{M}\p{N}])[a-z\d]+(?:-[a-z\d]+)*(?![\p{L}\p{M}\p{N}])/gu;

/**
 * Find the place inside a document that a query names: `khoản 2 Điều 10`, `Điều 5, khoản 2, điểm đ`,
 * `mục III.2`, `kt-d11`.
 *
 * @param text The query; syllables are its own.
 * @returns null when it names none. Words that only begin like units (`điều kiện`) are none.
 */
export function findAddress(text: string, syllables: readonly Syllable[]): FoundAddress | null {
  const address: ProvisionAddress = {};
  const used = new Set<number>();
  for (let at = 0; at < syllables.length; at++) {
    const joined = joinedAt(text, syllables, at);
    if (joined !== null && !(joined.unit in address)) {
      address[joined.unit] = joined.number;
      used.add(at);
      continue;
    }
    const unit = unitAt(syllables, at) ?? shortAt(text, syllables, at);
    if (unit === null || unit.unit in address) continue;
    const value = readNumber(text, syllables, at + unit.length, unit.unit);
    if (value === null) continue;
    address[unit.unit] = value.number;
    for (let index = at; index < at + unit.length + value.length; index++) used.add(index);
    at += unit.length + value.length - 1;
    readSubNumber(text, syllables, at, unit.unit, address, used);
  }
  if (used.size === 0 || isClauseAlone(address, syllables, used)) {
    return findAnchor(text, syllables);
  }
  return { address, syllables: used };
}

function unitAt(syllables: readonly Syllable[], at: number): { unit: Unit; length: number } | null {
  for (const [words, unit] of UNITS) {
    const keys = words.split(' ');
    if (keys.every((key, offset) => syllables[at + offset]?.key === key)) {
      return { unit, length: keys.length };
    }
  }
  return null;
}

/** `đ30`, `k2`: a unit's first letter joined on to its number. */
function joinedAt(
  text: string,
  syllables: readonly Syllable[],
  at: number,
): { unit: 'article' | 'clause'; number: string } | null {
  const syllable = syllables[at];
  if (!syllable || isInCode(text, syllable)) return null;
  const printed = text.slice(syllable.start, syllable.end).normalize('NFC').toLowerCase();
  const [, letter, number] = /^([đk])0*(\d{1,3}[a-z]?)$/.exec(printed) ?? [];
  if (number === undefined) return null;
  return { unit: letter === 'k' ? 'clause' : 'article', number };
}

/** `đ. 30`, `Đ 30`, `k. 2`: a unit's first letter before its number. */
function shortAt(
  text: string,
  syllables: readonly Syllable[],
  at: number,
): { unit: Unit; length: number } | null {
  const syllable = syllables[at];
  const next = syllables[at + 1];
  if (!syllable || !next || isInCode(text, syllable) || !/^\d{1,3}[a-z]?$/.test(next.key))
    return null;
  const letter = text.slice(syllable.start, syllable.end).normalize('NFC').toLowerCase();
  const gap = text.slice(syllable.end, next.start);
  // `30 đ 1 người`: the đ of an amount.
  const isAmount = /^\d/.test(syllables[at - 1]?.key ?? '');
  if (!/^\.\s*$/.test(gap) && (isAmount || !/^\s+$/.test(gap))) return null;
  if (letter === 'đ' || (letter === 'd' && gap.startsWith('.')))
    return { unit: 'article', length: 1 };
  return letter === 'k' && gap.startsWith('.') ? { unit: 'clause', length: 1 } : null;
}

/** Part of a code or an anchor: `d5-k2`, `QĐ/Đ30`. */
function isInCode(text: string, { start, end }: Syllable): boolean {
  return /[-–/#]/.test((text[start - 1] ?? '') + (text[end] ?? ''));
}

/** `k2` with no other unit may be anything. */
function isClauseAlone(
  address: ProvisionAddress,
  syllables: readonly Syllable[],
  used: ReadonlySet<number>,
): boolean {
  const [first = -1] = used;
  return Object.keys(address).join() === 'clause' && syllables[first]?.key !== 'khoan';
}

/** The number of a unit, as anchors write it. */
function readNumber(
  text: string,
  syllables: readonly Syllable[],
  at: number,
  unit: Unit,
): { number: string; length: number } | null {
  const syllable = syllables[at];
  if (!syllable) return null;
  const printed = text.slice(syllable.start, syllable.end);
  const letters = foldLetters(printed);
  if (/^\d+[a-z]?$/.test(letters)) return { number: letters.replace(/^0+/, ''), length: 1 };
  if (ROMAN.has(unit)) {
    const roman = parseRoman(letters.toUpperCase());
    if (roman !== null && roman < 40) return { number: `${roman}`, length: 1 };
    const next = syllables[at + 1];
    const ordinal = next && letters === 'thu' && parseOrdinal(text.slice(next.start, next.end));
    if (ordinal) return { number: `${ordinal}`, length: 2 };
  }
  if (LETTERED.has(unit) && /^[a-z]$/.test(letters)) {
    return { number: isDe(printed) ? 'dd' : letters, length: 1 };
  }
  return null;
}

/** `mục III.2` names the second number of the third section. */
function readSubNumber(
  text: string,
  syllables: readonly Syllable[],
  at: number,
  unit: Unit,
  address: ProvisionAddress,
  used: Set<number>,
): void {
  const syllable = syllables[at];
  const next = syllables[at + 1];
  if (unit !== 'section' || !syllable || !next || 'point' in address) return;
  if (!/^[.,]$/.test(text.slice(syllable.end, next.start)) || !/^\d+$/.test(next.key)) return;
  address.point = next.key;
  used.add(at + 1);
}

function isDe(letter: string): boolean {
  return letter.normalize('NFC').toLowerCase() === 'đ';
}

/** An anchor as printed under a page, alone or after `#`. */
function findAnchor(text: string, syllables: readonly Syllable[]): FoundAddress | null {
  for (const match of text.toLowerCase().matchAll(CODE_WORD)) {
    const [anchor] = match;
    if (!ANCHOR.test(anchor)) continue;
    const end = match.index + anchor.length;
    const used = syllables.flatMap((syllable, index) =>
      syllable.start >= match.index && syllable.end <= end ? [index] : [],
    );
    return { address: { anchor }, syllables: new Set(used) };
  }
  return null;
}

/**
 * The provision that an address means in a document.
 *
 * @param exists Whether the document has this anchor.
 * @param scopes Prefixes of anchors to try, in order: '' is the document itself, `kt-` the
 *   instrument issued with it.
 * @returns `exact` is false when only an enclosing unit exists; null when there is nothing near.
 */
export function resolveAddress(
  address: ProvisionAddress,
  exists: (anchor: string) => boolean,
  scopes: readonly string[],
): { anchor: string; exact: boolean } | null {
  if (address.anchor !== undefined) {
    return exists(address.anchor) ? { anchor: address.anchor, exact: true } : null;
  }
  for (const [length, paths] of addressPaths(address)) {
    for (const scope of scopes) {
      for (const path of paths) {
        const anchor = scope + path;
        if (exists(anchor)) return { anchor, exact: length === 0 };
      }
    }
  }
  return null;
}

/** Anchors without scope, the whole address first, then with inner units left out. */
function addressPaths(address: ProvisionAddress): [dropped: number, paths: string[]][] {
  const inner = [address.clause, address.point].filter((value) => value !== undefined);
  const roots = rootPaths(address);
  return Array.from({ length: inner.length + 1 }, (_, dropped) => {
    const kept = inner.slice(0, inner.length - dropped);
    return [dropped, roots.flatMap((root) => withInner(root, kept, address))];
  });
}

function withInner(root: string, inner: readonly string[], address: ProvisionAddress): string[] {
  if (inner.length === 0) return [root];
  const path = [root, ...inner].join('-');
  // A point directly under an article: `d5-0-a`; `d` typed without diacritics may be `đ`.
  const direct = address.clause === undefined ? [[root, '0', ...inner].join('-')] : [];
  return [path, ...direct].flatMap((anchor) =>
    anchor.endsWith('-d') ? [anchor, `${anchor}d`] : [anchor],
  );
}

/** Anchors of the outermost unit named; several where a word is used for more than one kind. */
function rootPaths({
  part,
  chapter,
  section,
  subsection,
  article,
  annex,
  clause,
  point,
}: ProvisionAddress): string[] {
  if (article !== undefined) return [`d${article}`];
  if (section !== undefined) {
    const inPart = part === undefined ? [] : [`p${part}-m${section}`];
    const inChapter = chapter === undefined ? [] : [`c${chapter}-m${section}`];
    const sections = [...inPart, ...inChapter, `m${section}`, `n${section}`];
    const below = subsection === undefined ? [] : sections.map((root) => `${root}-t${subsection}`);
    return [...below, ...sections];
  }
  if (part !== undefined) return [`p${part}`, `m${part}`];
  if (chapter !== undefined) return [`c${chapter}`];
  if (annex !== undefined) return [`pl${annex}`];
  // Directives count 1, 2, 3 without a unit above.
  return [clause, point].flatMap((number) => (number === undefined ? [] : [`n${number}`]));
}

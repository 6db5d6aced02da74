import type { NamedPage } from './index-format.ts';
import { splitSyllables, type Syllable } from './syllables.ts';

/** Most pages that an answer names. */
const MOST = 4;

/** So many syllables are enough to mean a page, where the query says nothing else. */
const TELLING = 3;

/** Words of a question that no name needs to have: "là gì", "và", "với". */
const ASKING = new Set(['gi', 'hay', 'la', 'nao', 'sao', 'va', 'voi']);

/** Words of a query that asks for a comparison. */
const COMPARING = [' so sanh ', ' doi chieu ', ' khac ', ' giong ', ' cu va moi ', ' cu moi '];

/** A page, or a place on it, that a query means. */
export interface FoundPage {
  /** From the root of the site. @example '/van-ban-dang-ap-dung.html#ai-phai-tiep-dan' */
  path: string;
  name: string;
  /** Number of its library; missing for the own one. */
  library?: number;
}

/** Finds the pages that a query means. @param query Syllables of the query. */
export type FindPages = (query: readonly Pick<Syllable, 'key'>[]) => FoundPage[];

/** A query ready to be held against names. */
interface Wanted {
  /** Keys with spaces around each, so that only whole syllables are found. */
  words: string;
  count: number;
  /** Different keys that are not merely asking. */
  telling: readonly string[];
  /** Neighbours among them. */
  pairs: readonly string[];
}

interface Name {
  words: string;
  count: number;
}

/** A page or a place on it, taken apart once. */
interface Target extends FoundPage {
  page: NamedPage;
  names: readonly Name[];
  /** Every key of its own names and of its page's. */
  keys: ReadonlySet<string>;
  /** Names of the two documents of a comparison; null for other pages and for places. */
  compared: readonly (readonly Name[])[] | null;
}

/**
 * Prepare pages for being found by their names and by the headings on them, with or without
 * diacritics. A query means a page when it holds one of its names; or, with three telling syllables,
 * when it is a part of one, or consists of words of them, most in the order of the name. It means a
 * comparison when it names both documents, or one of them and that it is to be compared.
 *
 * @returns Best first, each page once; none where the query is about something else.
 * @example createPageFinder(pages)(splitSyllables('thi đua dân vận khéo')) // Dân vận khéo
 */
export function createPageFinder(pages: readonly NamedPage[]): FindPages {
  let targets: Target[] | undefined;
  return (query) => {
    // Not before the first query, which is what a reader waits for least.
    targets ??= pages.flatMap(targetsOf);
    return choose(targets, wantedOf(query));
  };
}

function targetsOf(page: NamedPage): Target[] {
  const { path, name, aliases, places } = page;
  const compared = page.compared?.map((side) => side.flatMap(sideNames)) ?? null;
  const names = [name, ...aliases].map(wordsOf);
  const keys = new Set(names.flatMap(({ words }) => words.trim().split(' ')));
  return [
    { page, path, name, names, keys, compared },
    ...places.map(([heading, anchor]): Target => {
      const own = wordsOf(heading);
      return {
        page,
        path: `${path}#${anchor}`,
        name: `${name} – ${heading}`,
        names: [own],
        keys: new Set([...keys, ...own.words.trim().split(' ')]),
        compared: null,
      };
    }),
  ];
}

/** A name, and the figure of a number by itself: "290" for `290-QĐ/TW`. */
function sideNames(name: string): Name[] {
  const figure = /^\d+/.exec(name)?.[0];
  return [name, ...(figure === undefined ? [] : [figure])].map(wordsOf);
}

function wordsOf(name: string): Name {
  const syllables = splitSyllables(name);
  return { words: keysOf(syllables), count: syllables.length };
}

function wantedOf(query: readonly Pick<Syllable, 'key'>[]): Wanted {
  const telling = query.map(({ key }) => key).filter((key) => !ASKING.has(key));
  return {
    words: keysOf(query),
    count: query.length,
    telling: [...new Set(telling)],
    pairs: telling.slice(1).map((key, i) => ` ${telling[i] ?? ''} ${key} `),
  };
}

function choose(targets: readonly Target[], wanted: Wanted): FoundPage[] {
  const best = new Map<NamedPage, { target: Target; worth: number }>();
  for (const target of targets) {
    const worth = worthOf(wanted, target);
    if (worth > (best.get(target.page)?.worth ?? 0)) best.set(target.page, { target, worth });
  }
  return [...best.values()]
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST)
    .map(({ target: { path, name, page } }) => ({
      path,
      name,
      ...(page.library === undefined ? {} : { library: page.library }),
    }));
}

/** Syllables that the query and a target share; 0 when it is not meant. */
function worthOf(wanted: Wanted, { names, keys, compared }: Target): number {
  if (compared !== null) return worthOfComparison(wanted, compared);
  const worths = names.map(({ words, count }) => {
    // A whole name says more than a part of one, and both more than scattered words.
    if (wanted.words.includes(words)) return count + 0.5;
    return wanted.count >= TELLING && words.includes(wanted.words) ? wanted.count : 0;
  });
  const worth = Math.max(...worths);
  return worth > 0 || !consistsOf(wanted, names, keys) ? worth : wanted.telling.length - 0.5;
}

/** Syllables with which the query names the documents; 0 where it does not ask for both. */
function worthOfComparison({ words }: Wanted, compared: readonly (readonly Name[])[]): number {
  const named = compared.map((side) =>
    side.filter((name) => words.includes(name.words)).sort((a, b) => b.count - a.count),
  );
  const [old = [], now = []] = named;
  const isBoth = old.some((a) => now.some((b) => a.words !== b.words));
  if (!isBoth && !COMPARING.some((phrase) => words.includes(phrase))) return 0;
  return Math.max(...named.map(([longest]) => longest?.count ?? 0)) + (isBoth ? 1 : 0);
}

/** Whether every telling word of the query is one of the target's. */
function consistsOf(
  { telling, pairs }: Wanted,
  names: readonly Name[],
  keys: ReadonlySet<string>,
): boolean {
  if (telling.length < TELLING || !telling.every((key) => keys.has(key))) return false;
  const inOrder = pairs.filter((pair) => names.some(({ words }) => words.includes(pair)));
  return inOrder.length * 2 >= pairs.length;
}

function keysOf(syllables: readonly Pick<Syllable, 'key'>[]): string {
  return ` ${syllables.map(({ key }) => key).join(' ')} `;
}

import type { NamedPage } from './index-format.ts';
import { splitSyllables, type Syllable } from './syllables.ts';

/** Most pages that an answer names. */
const MOST = 3;

/** So many syllables of a name are enough to mean it, where the query says nothing else. */
const TELLING = 3;

/**
 * Pages that a query names: it holds one of their names, or is itself a part of one that is long
 * enough to tell. With or without diacritics.
 *
 * @param query Syllables of the query.
 * @returns Longest name first; none where the query is about something else.
 * @example findPages(splitSyllables('thi đua dân vận khéo'), pages) // Dân vận khéo
 */
export function findPages(
  query: readonly Pick<Syllable, 'key'>[],
  pages: readonly NamedPage[],
): NamedPage[] {
  const words = keysOf(query);
  return pages
    .map((page) => ({ page, length: longestNamed(words, query.length, page) }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST)
    .map(({ page }) => page);
}

/** Syllables that the query and a name of the page share in one run; 0 when it is not named. */
function longestNamed(words: string, count: number, { name, aliases }: NamedPage): number {
  const lengths = [name, ...aliases].map((written) => {
    const syllables = splitSyllables(written);
    const own = keysOf(syllables);
    if (words.includes(own)) return syllables.length;
    return count >= TELLING && own.includes(words) ? count : 0;
  });
  return Math.max(...lengths);
}

/** Keys with spaces around each, so that only whole syllables are found. */
function keysOf(syllables: readonly Pick<Syllable, 'key'>[]): string {
  return ` ${syllables.map(({ key }) => key).join(' ')} `;
}

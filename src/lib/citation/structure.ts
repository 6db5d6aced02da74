import { parseRoman } from '../text/numerals.ts';
import type { DocumentData } from '../document/schema.ts';
import { canExist, type KnownText } from '../provision/lookup.ts';
import type { ProvisionTree } from '../provision/types.ts';

/** How many units of a kind a document or its attached instrument has; absent: not known. */
export interface UnitCounts {
  articles?: number;
  chapters?: number;
  sections?: number;
}

/** What is known of the structure of a document: enough to say that a unit cannot exist. */
export interface KnownStructure {
  tree: ProvisionTree;
  text: KnownText;
  own: UnitCounts;
  attached: UnitCounts;
}

/** Read the structure of a record. */
export function readStructure(
  data: DocumentData,
  tree: ProvisionTree,
  isAmended: boolean,
): KnownStructure {
  const [own = '', attached = ''] = splitStructure(
    data.text.structure ?? '',
    data.issuedWith !== null,
  );
  return {
    tree,
    text: { state: data.text.state, complete: data.text.complete, isAmended },
    own: parseCounts(own),
    attached: parseCounts(data.issuedWith?.structure ?? attached),
  };
}

/** "Quyết định 3 điều; Quy chế kèm theo 4 chương, 28 điều": the parts of both instruments. */
function splitStructure(text: string, hasAttached: boolean): string[] {
  if (!hasAttached) return [text];
  const parts = text.split(';');
  return parts.length > 1 ? parts : ['', text];
}

/** A count that rests on one doubtful source ("theo một nguồn") proves nothing. */
function parseCounts(text: string): UnitCounts {
  if (text.includes('theo ')) return {};
  const counts: UnitCounts = {};
  const articles = /(\d+) điều/u.exec(text)?.[1];
  if (articles !== undefined) counts.articles = Number(articles);
  const chapters = /(\d+) chương/u.exec(text)?.[1];
  if (chapters !== undefined) counts.chapters = Number(chapters);
  const lastSection = /\(I[–-]([IVX]+)\)/u.exec(text)?.[1];
  const sections = lastSection === undefined ? null : parseRoman(lastSection);
  if (sections !== null) counts.sections = sections;
  return counts;
}

/**
 * Whether the known structure of a document shows that it has no such unit: its tree, or the number
 * of its units where the tree is not complete.
 *
 * @param anchor As of `formatAnchor`.
 * @example isImpossible(structure of a law of 91 articles, 'd95') // true
 */
export function isImpossible(
  { tree, text, own, attached }: KnownStructure,
  anchor: string,
): boolean {
  const known = canExist(tree, text, anchor);
  if (known !== 'unknown') return known === 'cannot-exist';
  const scoped = /^kt-(.+)$/.exec(anchor)?.[1];
  const [, letter = '', digits = ''] = /^([dcm])(\d+)(?=$|[-_])/.exec(scoped ?? anchor) ?? [];
  const limit = limitOf(scoped === undefined ? own : attached, letter);
  return limit !== undefined && Number(digits) > limit;
}

function limitOf(counts: UnitCounts, letter: string): number | undefined {
  if (letter === 'd') return counts.articles;
  if (letter === 'c') return counts.chapters;
  return letter === 'm' ? counts.sections : undefined;
}

import { parseRoman } from '../text/numerals.ts';
import type { DocumentData } from '../document/schema.ts';
import { canExist, type KnownText, type UnitCounts } from '../provision/lookup.ts';
import type { ProvisionTree } from '../provision/types.ts';

/** What is known of the structure of a document: enough to say that a unit cannot exist. */
export interface KnownStructure {
  tree: ProvisionTree;
  text: KnownText & Required<Pick<KnownText, 'counts'>>;
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
  const counts = {
    own: parseCounts(own),
    attached: parseCounts(data.issuedWith?.structure ?? attached),
  };
  return {
    tree,
    text: { state: data.text.state, complete: data.text.complete, isAmended, counts },
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
 * Whether the known structure of a document shows that it has no such unit.
 *
 * @param anchor As of `formatAnchor`.
 * @example isImpossible(structure of a law of 91 articles, 'd95') // true
 */
export function isImpossible({ tree, text }: KnownStructure, anchor: string): boolean {
  return canExist(tree, text, anchor) === 'cannot-exist';
}

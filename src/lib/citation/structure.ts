import { parseRoman } from '../text/numerals.ts';
import type { DocumentData } from '../document/schema.ts';
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
  /** Every unit of the upper levels is in the tree. */
  isComplete: boolean;
  /** Provisions were added or changed since: a unit like Điều 5a can exist. */
  isAmended: boolean;
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
    isComplete: data.text.complete || data.text.state === 'full',
    isAmended,
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
 * Whether a unit can exist in a document, as far as its structure is known. Nothing known: it can.
 *
 * @param anchor As of `formatAnchor`.
 * @example canExist(structure of a law of 91 articles, 'd95') // false
 */
export function canExist(structure: KnownStructure, anchor: string): boolean {
  if (structure.tree.byId.has(anchor)) return true;
  const scoped = /^kt-(.+)$/.exec(anchor);
  const [head = ''] = (scoped?.[1] ?? anchor).split(/[-_]/);
  const unit = /^(d|c|m)(\d+)([a-z]*)$/.exec(head);
  if (!unit) return true;
  const [, letter = '', digits = '', suffix = ''] = unit;
  const limit = limitOf(scoped ? structure.attached : structure.own, letter);
  if (limit !== undefined && Number(digits) > limit) return false;
  const inserted = suffix !== '' && structure.isAmended;
  if (!structure.isComplete || inserted || letter === 'm') return true;
  return structure.tree.byId.has(`${scoped ? 'kt-' : ''}${head}`);
}

function limitOf(counts: UnitCounts, letter: string): number | undefined {
  if (letter === 'd') return counts.articles;
  return letter === 'c' ? counts.chapters : counts.sections;
}

import { plainInline } from '../provision/text.ts';
import type { Block, Provision, ProvisionTree } from '../provision/types.ts';
import { findAliases, readDefinition } from './read-definition.ts';

/** A term that a document defines. */
export interface Definition {
  /** As printed where it is defined. */
  term: string;
  /** Id of the unit that defines it; null before the first unit. */
  unit: string | null;
  /**
   * What of the unit are the words that define it: all of the unit, a paragraph of it, or a sentence
   * that gives the name in passing, which then holds from there on.
   */
  in: 'unit' | 'paragraph' | 'sentence';
}

/** Headings under which units say what words mean. */
const OF_WORDS =
  /giải (?:thích|nghĩa)(?: (?:các|một số))? (?:từ ngữ|thuật ngữ|khái niệm)|^(?:định nghĩa|từ ngữ|thuật ngữ)(?=[\s,.]|$)/iu;

/**
 * The terms that a document defines: in units under a heading such as “Giải thích từ ngữ”, whatever
 * their number, and by “sau đây gọi là”. Quoted texts and summaries define nothing.
 *
 * @returns In the order of the document.
 */
export function findDefinitions({
  preamble,
  children,
}: Pick<ProvisionTree, 'preamble' | 'children'>): Definition[] {
  return [...aliasesOf(preamble, null), ...children.flatMap((unit) => definitionsOf(unit, false))];
}

/** @param isDefining Whether a heading around the unit says that words are explained. */
function definitionsOf(unit: Provision, isDefining: boolean): Definition[] {
  const { id, heading, blocks, children } = unit;
  const own = aliasesOf(blocks, id);
  const isHere = isDefining || (heading !== null && OF_WORDS.test(heading.normalize('NFC')));
  if (!isHere) return [...own, ...children.flatMap((child) => definitionsOf(child, false))];
  const terms = paragraphsOf(blocks).map(readDefinition);
  const [first] = terms;
  // What stands below a definition is part of it.
  if (isDefining && first != null) {
    const below = children.flatMap((child) => definitionsOf(child, false));
    return [{ term: first, unit: id, in: 'unit' }, ...own, ...below];
  }
  const here = terms.flatMap((term): Definition[] =>
    term === null ? [] : [{ term, unit: id, in: 'paragraph' }],
  );
  return [...here, ...own, ...children.flatMap((child) => definitionsOf(child, true))];
}

function aliasesOf(blocks: readonly Block[], unit: string | null): Definition[] {
  const aliases = paragraphsOf(blocks).flatMap(findAliases);
  return aliases.map(({ term }) => ({ term, unit, in: 'sentence' }));
}

/** Own paragraphs, without labels. */
function paragraphsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.type === 'paragraph' ? [plainInline(block.content).normalize('NFC')] : [],
  );
}

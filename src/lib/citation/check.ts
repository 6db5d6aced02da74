import type { CitationIndex } from './citation-index.ts';
import { findCitations, type OnPosition } from './find.ts';
import { anchorOf, judge } from './judge.ts';
import { explain } from './explain.ts';
import { resolveCitations, type ResolvedTarget } from './resolve.ts';
import { endOf, startOf } from './tokens.ts';
import type { CitationItem } from './types.ts';

export interface CheckOptions {
  /** Day for which the text is checked, `YYYY-MM-DD`: the day of the lecture. */
  asOf: string;
  /**
   * Also bare names of laws that something is done with ("tuyên truyền Luật Tiếp công dân"): links for
   * a reader, no citations of a writer. Default false.
   */
  withTopics?: boolean;
  /** For long texts; by default nobody is told. */
  onPosition?: OnPosition | undefined;
}

/** A citation, and the one document that an unknown one could mean. */
export interface CheckedItem {
  item: CitationItem;
  hint: string | null;
}

/** {@link checkWithHints} for one library, or what remembers its answers. */
export type Check = (text: string, options: CheckOptions) => CheckedItem[];

/**
 * Find, resolve and judge all citations of a text.
 *
 * @param text Any text, exactly as given.
 * @returns In the order of the text; a list or range has one item per target, all with the span of
 *   the whole run. Never throws; cost is linear in the length of the text.
 * @example checkText('QĐ 901', index, { asOf: '2031-05-01' })[0]?.verdict // 'superseded'
 */
export function checkText(
  text: string,
  index: CitationIndex,
  options: CheckOptions,
): CitationItem[] {
  return checkWithHints(text, index, options).map(({ item }) => item);
}

/**
 * The same, with the one document that an unknown citation could mean: "Luật 136" where the library
 * has one law of that number, and nothing tells that it is this one.
 */
export function checkWithHints(
  text: string,
  index: CitationIndex,
  { asOf, withTopics = false, onPosition }: CheckOptions,
): CheckedItem[] {
  const found = findCitations(text, index.lexicon, onPosition);
  return resolveCitations(found, index, withTopics).map((target) => ({
    item: createItem(text, target, found.tokens, asOf),
    hint: target.resolution.hint?.slug ?? null,
  }));
}

function createItem(
  text: string,
  target: ResolvedTarget,
  tokens: ReturnType<typeof findCitations>['tokens'],
  asOf: string,
): CitationItem {
  const { found, resolution, path } = target;
  const start = startOf(tokens, target.start);
  const end = endOf(tokens, target.end - 1);
  const anchor = path ? anchorOf(path, resolution, found) : null;
  const verdict = judge(resolution, anchor, asOf);
  return {
    start,
    end,
    quote: text.slice(start, end),
    kind: path ? 'provision' : 'document',
    doc: resolution.record?.slug ?? null,
    provision: anchor,
    verdict,
    candidates: verdict === 'ambiguous' ? resolution.candidates.map(({ slug }) => slug) : [],
    message: explain(target, verdict, asOf),
  };
}

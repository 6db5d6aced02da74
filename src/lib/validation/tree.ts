import { derive } from '../library/derived.ts';
import type { Block, Gist, Provision, ProvisionTree } from '../provision/types.ts';

/** Every block of a body in the order of the text, those inside quotations and footnotes too. */
export function* allBlocks(tree: ProvisionTree): Generator<Block> {
  yield* nested(tree.preamble);
  for (const provision of tree.children) yield* blocksOf(provision);
  for (const footnote of tree.footnotes) yield* nested(footnote.blocks);
}

/** Every gist of a body. */
export function findGists(tree: ProvisionTree | null): Gist[] {
  return tree ? [...allBlocks(tree)].filter((block) => block.type === 'gist') : [];
}

/** What the gists of a body name as their sources. */
export function gistSources(tree: ProvisionTree | null): Pick<Gist, 'sources' | 'line'>[] {
  if (tree === null) return [];
  return derive(tree, 'gist-sources', () =>
    findGists(tree).map(({ sources, line }) => ({ sources, line })),
  );
}

function* blocksOf(provision: Provision): Generator<Block> {
  yield* nested(provision.blocks);
  for (const child of provision.children) yield* blocksOf(child);
}

function* nested(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.type === 'quote') yield* nested(block.blocks);
  }
}

import { checkCanonical } from '../provision/check-canonical.ts';
import { lazyTree } from '../provision/lazy-tree.ts';
import { parseBody } from '../provision/parse-body.ts';
import { parseNodes } from '../provision/parse-nodes.ts';
import { createSink } from '../provision/report.ts';
import type { Gist, ParseProblem, Provision, ProvisionTree } from '../provision/types.ts';
import type { LibraryDocument } from './types.ts';

/** Our words about one provision, kept beside an imported text. */
export interface PlacedGist {
  anchor: string;
  /** 1-based line of its mark. */
  line: number;
  gist: Gist;
}

export interface GistFile {
  placed: PlacedGist[];
  problems: ParseProblem[];
}

/**
 * Read a file of `tom-luoc`: gists, each after the mark of the provision that it is about. It has
 * no front matter: its sources are those of the document.
 *
 * @param text The whole file. Never throws.
 * @example parseGistFile('<Anchor id="d5" />\n\n<Gist sources="s1">\n\nLời tóm lược.\n\n</Gist>\n')
 */
export function parseGistFile(text: string): GistFile {
  const sink = createSink();
  const body = text.replace(/^\uFEFF/, '');
  const nodes = parseNodes(body, 1, sink);
  if (sink.problems.length === 0) checkCanonical(body, nodes, 1, sink);
  const placed: PlacedGist[] = [];
  const seen = new Set<string>();
  let mark: { id: string; line: number } | null = null;
  for (const node of nodes) {
    if (node.type === 'gist' && mark !== null) {
      placed.push({ anchor: mark.id, line: mark.line, gist: node });
      mark = null;
    } else if (node.type === 'gist') {
      sink.report('gist-unplaced', node.line, 1);
    } else if (node.type === 'anchor' && node.label === null) {
      if (mark !== null) sink.report('gist-missing', mark.line, 1, { id: mark.id });
      if (seen.has(node.id)) sink.report('gist-repeated', node.line, 1, { id: node.id });
      seen.add(node.id);
      mark = node;
    } else {
      sink.report('gist-file-content', node.line, 1);
    }
  }
  if (mark !== null) sink.report('gist-missing', mark.line, 1, { id: mark.id });
  return { placed, problems: sink.problems };
}

/** A tree that holds nothing but the gists of a file, for rules that look at our own words. */
export function treeOfGists({ placed }: GistFile): ProvisionTree {
  const preamble = placed.map(({ gist }) => gist);
  return { preamble, children: [], footnotes: [], byId: new Map() };
}

/**
 * A document with gists put beside its text: each directly after the first block of its provision.
 *
 * @returns A new document with a tree of its own; gists whose provision does not exist are left out.
 */
export function withGists(document: LibraryDocument, gists: GistFile): LibraryDocument {
  const { slug, path, data, retired } = document;
  return {
    slug,
    path,
    data,
    get body() {
      return document.body;
    },
    tree: lazyTree(() => treeWithGists(document, gists)),
    retired,
  };
}

function treeWithGists({ data, body }: LibraryDocument, { placed }: GistFile): ProvisionTree {
  const { tree } = parseBody(body, data.scale ? { scale: data.scale } : {});
  for (const { anchor, gist } of placed) {
    const unit = tree.byId.get(anchor);
    if (unit) unit.blocks.splice(firstOwnBlock(unit), 0, gist);
  }
  return tree;
}

/** Behind the label line, which is the unit's first block; a place without a label has none. */
function firstOwnBlock({ printed, heading }: Provision): number {
  return printed === null && heading === null ? 0 : 1;
}

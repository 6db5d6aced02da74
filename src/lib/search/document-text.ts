import type { LibraryDocument } from '../library/types.ts';
import type { Block, Gist, Inline, Provision } from '../provision/types.ts';
import { REGIONS, type Region, type SearchSegment, type SearchText } from './index-format.ts';
import { splitSyllables } from './syllables.ts';

/** A document's text as search knows it. */
export interface CutText extends SearchText {
  /** Number of syllables in each of {@link REGIONS}. */
  regions: number[];
}

/** One block of text on its way into the index, with the provision it stands in. */
interface Piece {
  region: Region;
  provision: number;
  text: string;
}

/**
 * What is searched in a document, beside its names: headings, our summaries, official text, notes.
 *
 * @returns Segments sorted by region, so that the region of a hit follows from its position alone;
 *   inside a region in the order of the document.
 * @param count Number of syllables of a text; asked once for each segment, in their order.
 */
export function documentText(
  document: LibraryDocument,
  count: (text: string) => number = countSyllables,
): CutText {
  const units = listUnits(document.tree.children);
  const pieces = [
    ...blockPieces(document.tree.preamble, -1),
    ...units.flatMap(({ provision }, index) => unitPieces(provision, index)),
    ...document.tree.footnotes.flatMap(({ blocks }) => blockPieces(blocks, -1)),
    ...notePieces(document),
  ];
  const regions = REGIONS.map(() => 0);
  const segments = REGIONS.flatMap((region, at) =>
    pieces
      .filter((piece) => piece.region === region)
      .map(({ provision, text }): SearchSegment => {
        const length = count(text);
        regions[at] = (regions[at] ?? 0) + length;
        return [at, provision, length, text];
      }),
  );
  return {
    regions,
    provisions: units.map(({ provision, parent }) => [
      provision.id,
      provision.label,
      headingOf(provision),
      parent,
    ]),
    segments,
  };
}

function countSyllables(text: string): number {
  return splitSyllables(text).length;
}

/** Every provision in the order of the document, with the index of the one that encloses it. */
function listUnits(
  provisions: readonly Provision[],
  parent = -1,
  units: { provision: Provision; parent: number }[] = [],
): { provision: Provision; parent: number }[] {
  for (const provision of provisions) {
    units.push({ provision, parent });
    listUnits(provision.children, units.length - 1, units);
  }
  return units;
}

/** Official heading, or else our words for what the unit is about. */
function headingOf({ heading, blocks }: Provision): string {
  const gist = blocks.find((block): block is Gist => block.type === 'gist' && block.title !== null);
  return heading ?? gist?.title ?? '';
}

function unitPieces(provision: Provision, index: number): Piece[] {
  const heading = headingOf(provision);
  return [
    ...(heading === '' ? [] : [{ region: 'heading' as const, provision: index, text: heading }]),
    ...blockPieces(provision.blocks, index),
  ];
}

function blockPieces(blocks: readonly Block[], provision: number): Piece[] {
  return blocks.flatMap((block): Piece[] => {
    switch (block.type) {
      case 'heading':
        // Of a unit it is the unit's heading, indexed already.
        return block.label === null ? [piece('text', provision, block.content)] : [];
      case 'paragraph':
        return [piece('text', provision, block.content)];
      case 'quote':
        return blockPieces(block.blocks, provision);
      case 'gist':
        return block.paragraphs.map(({ content }) => piece('gist', provision, content));
      case 'table':
        return block.rows
          .flat()
          .flatMap(({ paragraphs }) => paragraphs.map((text) => piece('text', provision, text)));
    }
  });
}

function piece(region: Region, provision: number, content: readonly Inline[]): Piece {
  return { region, provision, text: plainText(content) };
}

/** What the record says beside names: content without a known place, status, relations. */
function notePieces({ data }: LibraryDocument): Piece[] {
  const unplaced = data.unplaced.map(({ label, gist }): Piece => ({
    region: 'gist',
    provision: -1,
    text: `${label}: ${gist}`,
  }));
  const notes = [
    data.status.note,
    ...data.relations.flatMap(({ unrecorded, note }) => [unrecorded, note]),
  ];
  return [
    ...unplaced,
    ...notes.flatMap((text): Piece[] =>
      text === undefined ? [] : [{ region: 'note', provision: -1, text }],
    ),
  ];
}

function plainText(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      if (inline.type === 'text') return inline.value;
      if (inline.type === 'break') return ' ';
      return inline.type === 'footnote-ref' ? '' : plainText(inline.children);
    })
    .join('');
}

import fc from 'fast-check';
import { parseLabel } from '../labels.ts';
import { plainInline } from '../text.ts';
import type {
  Block,
  BodyNode,
  FootnoteDefinition,
  Heading,
  Inline,
  Paragraph,
  PrintedLabel,
  Quote,
  Table,
  TableCell,
} from '../types.ts';

/**
 * Random texts, trees and edits that are as hostile to Markdown as law texts can be. Tests only.
 */

/** Pieces that mean something to Markdown, GFM or MDX, or that break naive string handling. */
const PIECES = [
  ...['*', '**', '_', '`', '~', '~~', '[', ']', '(', ')', '<', '>', '{', '}', '\\', '|', '$', '&'],
  ...['#', '-', '+', '=', ':', '.', '!', '^', '/', '%', '@', ',', '"', "'", '::', ':::', '\\*'],
  ...['1', '12', '1.', '2)', '---', '***', '___', '===', '```', '- ', '> ', '# ', '|---|', '[ ] '],
  ...['&copy;', '&#105;', '![', '[^1]', '[^1]: ', '[x](y)', '{x}', '<a>', '<Gist>', '</Gist>'],
  ...['<!--', '-->', 'import', 'import x', 'export', 'http://', 'https://a.vn', 'www.', 'www.a.vn'],
  ...['a@b.vn', 'mailto:a@b.vn', '://', ' ', '  ', '\t', '\u00A0', '\u2028', '\u200B', '\u00AD'],
  ...['a', 'b', 'đ', 'ế', 'é', 'İ', 'Điều', '“', '”', '😀', '\u0301'],
] as const;

const CONTROLS = /[\u0000-\u0008\u000A-\u001F\u007F-\u009F\uFFFE\uFFFF]/g;

/** One line of text, NFC, not empty. */
export const hostileText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 3 }) },
    ),
    { maxLength: 14 },
  )
  .map((pieces) => pieces.join('').replace(CONTROLS, '').normalize('NFC'))
  .filter((text) => text !== '' && text.isWellFormed());

const { content } = fc.letrec<{ node: Inline; content: Inline[] }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 5, arbitrary: hostileText.map((value): Inline => ({ type: 'text', value })) },
    { weight: 1, arbitrary: fc.constant<Inline>({ type: 'break' }) },
    { weight: 1, arbitrary: fc.constant<Inline>({ type: 'footnote-ref', label: '1' }) },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('strong'), children: tie('content') }) },
    {
      weight: 2,
      arbitrary: fc.record({ type: fc.constant('emphasis'), children: tie('content') }),
    },
    { weight: 1, arbitrary: underscored(tie('content')) },
    { weight: 1, arbitrary: linked(tie('content')) },
  ),
  content: fc.array(tie('node'), { maxLength: 4 }),
}));

function underscored(children: fc.Arbitrary<Inline[]>): fc.Arbitrary<Inline> {
  return children.map((inner) => ({ type: 'emphasis', marker: '_', children: inner }));
}

function linked(children: fc.Arbitrary<Inline[]>): fc.Arbitrary<Inline> {
  const href = fc.constantFrom('https://a.vn/x_y*', 'a.html#d5', '../b');
  return fc.record({ type: fc.constant('link'), href, children });
}

/** A bold label at the start makes a unit: such a paragraph is not plain, and comes from `labelled`. */
const paragraph = content
  .filter(([first]) => first?.type !== 'strong' || parseLabel(plainInline([first])) === null)
  .map((inner) => toParagraph(null, inner));

const labelled = fc
  .tuple(fc.constantFrom('1.', 'đ)', '-', '+', 'a1)', 'Điều 5.', '1.1.', 'I.', '•', '2a.'), content)
  .map(([printed, inner]) => toParagraph(toLabel(printed), inner));

const heading = fc
  .tuple(fc.constantFrom('Điều 5.', 'Điều 7a.', null), content)
  .map(([printed, inner]): Heading => {
    const label = printed === null ? null : toLabel(printed);
    return { type: 'heading', level: label ? 3 : 1, label, content: inner, line: 1 };
  });

const span = fc.constantFrom(1, 1, 1, 2, 3);
const cell = fc.record({
  header: fc.boolean(),
  rowSpan: span,
  colSpan: span,
  paragraphs: fc.array(content, { maxLength: 2 }),
});
const ragged = fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 3,
});
/** A header row on top, one line a cell: what GFM can write. */
const plain = fc.integer({ min: 1, max: 3 }).chain((width) =>
  fc
    .array(fc.array(content, { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((rows): TableCell[][] =>
      rows.map((row, index) =>
        row.map((inner) => ({
          header: index === 0,
          rowSpan: 1,
          colSpan: 1,
          paragraphs: [inner],
        })),
      ),
    ),
);
const table = fc.oneof(ragged, plain).map((rows): Table => ({ type: 'table', rows, line: 1 }));

const block: fc.Arbitrary<Block> = fc.oneof(paragraph, labelled, heading, table);
const quote = fc
  .array(block, { minLength: 1, maxLength: 2 })
  .map((blocks): Quote => ({ type: 'quote', blocks, line: 1 }));

const wrapper = fc.record({
  type: fc.constant('wrapper' as const),
  tag: fc.constantFrom('Opening', 'Closing', 'Attached', 'Annex'),
  children: fc.array(fc.oneof(block, quote), { maxLength: 2 }),
  line: fc.constant(1),
});
const gist = fc.array(paragraph, { maxLength: 2 }).map((paragraphs): BodyNode => ({
  type: 'gist',
  title: 'a "b" & {c} <d>',
  sources: ['s1', 's2'],
  partial: true,
  paragraphs,
  line: 1,
}));
const anchor = fc.constant<BodyNode>({ type: 'anchor', id: 'mo_1', label: 'đoạn "x"', line: 1 });

/** The footnote that `[^1]` refers to, and one sure reference, so that no note is missing. */
const NOTE: FootnoteDefinition = {
  type: 'footnote-definition',
  label: '1',
  blocks: [toParagraph(null, [{ type: 'text', value: 'Chú thích' }])],
  line: 1,
};
const REFERENCE = toParagraph(null, [
  { type: 'text', value: 'x' },
  { type: 'footnote-ref', label: '1' },
]);

/** A body of any content, with the definition of its footnote. */
export const bodyNodes: fc.Arbitrary<BodyNode[]> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: block },
      { weight: 2, arbitrary: quote },
      { weight: 1, arbitrary: wrapper },
      { weight: 1, arbitrary: gist },
      { weight: 1, arbitrary: anchor },
      { weight: 1, arbitrary: fc.constant<BodyNode>({ type: 'gap', line: 1 }) },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((nodes) => [...nodes, REFERENCE, NOTE]);

/** Pieces that change the structure of a body. */
const STRUCTURE = [
  ...['\n', '\n\n', '\\\n', ' \\\n', '> ', '- ', '1. ', '    ', '<Opening>', '</Opening>'],
  ...['<table>', '</table>', '<tr>', '<td>', '</td>', '<p>', '<br />', '**1.** ', '### Điều 5. '],
  ...['| a | b |\n| --- | --- |\n| c | d |', '<Anchor id="a" />', 'export default 1'],
] as const;

/** A change to a text: at some place, so many characters go and a piece comes. */
export const edits = fc.array(
  fc.record({ at: fc.nat(), piece: fc.constantFrom(...STRUCTURE, ...PIECES), gone: fc.nat(4) }),
  { maxLength: 3 },
);

/** Apply random edits to a text. */
export function edit(
  text: string,
  changes: readonly { at: number; piece: string; gone: number }[],
): string {
  return changes.reduce((result, { at, piece, gone }) => {
    const place = at % (result.length + 1);
    return result.slice(0, place) + piece + result.slice(place + gone);
  }, text);
}

function toParagraph(label: PrintedLabel | null, inner: Inline[]): Paragraph {
  return { type: 'paragraph', label, content: inner, line: 1 };
}

function toLabel(printed: string): PrintedLabel {
  const label = parseLabel(printed);
  if (!label) throw new Error(`no label: ${printed}`);
  return label;
}

import { message } from '../../i18n/messages.ts';
import { formatDay } from '../../lib/document/dates.ts';
import { element, escapeHtml } from '../../lib/document/html.ts';
import { issuedOn } from '../../lib/document/naming.ts';
import { documentUrl } from '../../lib/library/addresses.ts';
import type { Family, FamilyEdge, FamilyNode } from '../../lib/relations/family.ts';
import {
  layoutFamily,
  type DiagramWords,
  type EdgeLine,
  type NodeBox,
} from '../../lib/relations/layout.ts';

/**
 * A family as one SVG, without scripts and without styles of its own. What it says is also said in
 * words beside it, with sources.
 *
 * @param options `name` tells what is shown; `focus` is the slug of the document that the page is
 *   about; `rowPrefix` begins the ids of the rows that the numbers of the edges lead to, without it
 *   edges have no numbers.
 */
export function renderDiagram(
  family: Family,
  { name, focus, rowPrefix }: { name: string; focus?: string; rowPrefix?: string },
): string {
  const { width, height, boxes, lines, years } = layoutFamily(
    family,
    rowPrefix === undefined ? PLAIN_WORDS : WORDS,
  );
  const content = [
    ...years.map(({ text, y }) =>
      element('text', { class: 'dg-year', x: '0', y: round(y) }, escapeHtml(text)),
    ),
    ...lines.map(renderLine),
    ...boxes.map((box) => renderBox(box, focus)),
    ...lines.map((line) => renderLabel(line, rowPrefix)),
  ];
  const size = { width: String(width), height: String(Math.ceil(height)) };
  const svg = {
    class: 'diagram',
    viewBox: `0 0 ${size.width} ${size.height}`,
    ...size,
    role: 'group',
    'aria-label': name,
  };
  return element('svg', svg, content.join(''));
}

const WORDS: DiagramWords = {
  meta: ({ document, day }) => {
    if (document === null) return message('timeline.unrecorded');
    const { data } = document;
    const status = message(`timeline.short-status.${data.status.value}`);
    const date = issuedOn(data)?.text;
    return date === undefined || day === '' ? status : message('timeline.meta', { date, status });
  },
  title: ({ document }) => shortTitle(document),
  edge: ({ number, kind }) =>
    message('timeline.edge', { number, kind: message(`timeline.kind.${kind}`) }),
};

const PLAIN_WORDS: DiagramWords = {
  ...WORDS,
  edge: ({ kind }) => message(`timeline.kind.${kind}`),
};

/** Our short name without the number that the box begins with anyway. */
function shortTitle(document: FamilyNode['document']): string {
  if (document === null) return '';
  const { shortTitle, title, symbol } = document.data;
  if (symbol === null) return '';
  const words = shortTitle ?? title;
  const [, rest] = /^.{3,40}? [–-] (.+)$/.exec(words) ?? [];
  return rest ?? words;
}

function renderBox({ node, x, y, width, height, lines }: NodeBox, focus?: string): string {
  const rect = { x: round(x), y: round(y), width: String(width), height: round(height), rx: '2' };
  const texts = lines.map((line) =>
    element(
      'text',
      { class: `dg-${line.kind}`, x: round(line.x), y: round(line.y) },
      escapeHtml(line.text),
    ),
  );
  const content = element('rect', rect, '') + texts.join(' ');
  const status = node.document?.data.status.value ?? 'unrecorded';
  const attributes = {
    class: node.key === focus ? 'dg-box dg-focus' : 'dg-box',
    'data-status': status,
  };
  return node.document === null
    ? element('g', attributes, content)
    : element(
        'a',
        {
          ...attributes,
          href: documentUrl(node.document.slug),
          'aria-current': node.key === focus ? 'page' : null,
        },
        content,
      );
}

function renderLine({ points, edge }: EdgeLine): string {
  const path = points
    .map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`)
    .join('');
  const [x = 0, y = 0] = points.at(-1) ?? [];
  const head = `M${round(x - 4)} ${round(y + 8)}L${round(x)} ${round(y + 1)}L${round(x + 4)} ${round(y + 8)}`;
  const unverified = edge.source === null ? ' dg-unverified' : '';
  return element('path', { class: `dg-line${unverified}`, d: `${path}${head}` }, '');
}

function renderLabel({ label, labelX, labelY, edge }: EdgeLine, rowPrefix?: string): string {
  const text = element(
    'text',
    { class: 'dg-edge', x: round(labelX), y: round(labelY) },
    element('title', {}, escapeHtml(describeEdge(edge))) + escapeHtml(label),
  );
  return rowPrefix === undefined
    ? text
    : element('a', { href: `#${rowPrefix}${edge.number}` }, text);
}

/** What the edge says, and where that was seen. */
function describeEdge({ relation, kind, source }: FamilyEdge): string {
  return [
    relation.note ?? message(`timeline.kind.${kind}`),
    source === null
      ? message('timeline.unverified')
      : message('timeline.source', { title: source.title }),
  ].join('. ');
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Since when, and until when, a document is known to apply; '' when neither is known. */
export function forceDates({ document }: FamilyNode): string {
  const { effectiveFrom = null, effectiveTo = null } = document?.data ?? {};
  return [
    effectiveFrom === null ? '' : message('timeline.since', { date: formatDay(effectiveFrom) }),
    effectiveTo === null ? '' : message('timeline.until', { date: formatDay(effectiveTo) }),
  ]
    .filter((text) => text !== '')
    .join(' ');
}

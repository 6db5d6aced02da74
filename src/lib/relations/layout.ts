import type { Family, FamilyEdge, FamilyNode } from './family.ts';
import { textWidth, wrapText } from './text-width.ts';

/** A line of text in a box. */
export interface TextLine {
  text: string;
  kind: 'name' | 'meta' | 'title';
  /** Place of its beginning, on the base line. */
  x: number;
  y: number;
}

export interface NodeBox {
  node: FamilyNode;
  x: number;
  y: number;
  width: number;
  height: number;
  lines: TextLine[];
}

/** An edge: from the later document up to the earlier one. */
export interface EdgeLine {
  edge: FamilyEdge;
  /** Corners, first to last; the last is where the arrow head points. */
  points: readonly (readonly [x: number, y: number])[];
  label: string;
  /** Place of the label's beginning, on the base line. */
  labelX: number;
  labelY: number;
}

/** Years beside a row of boxes. */
export interface YearMark {
  text: string;
  y: number;
}

/** A diagram in units of about one pixel. */
export interface DiagramLayout {
  width: number;
  height: number;
  boxes: NodeBox[];
  lines: EdgeLine[];
  years: YearMark[];
}

/** What the boxes and edges say. */
export interface DiagramWords {
  /** Line under the name: date and status. */
  meta: (node: FamilyNode) => string;
  /** What it is about; '' for nothing. */
  title: (node: FamilyNode) => string;
  edge: (edge: FamilyEdge) => string;
}

/** Sizes of type, which the style sheet has too. */
export const TYPE = { name: 13, meta: 12, title: 12, edge: 11.5, year: 13 } as const;

const COLUMNS = 3;
const YEARS = 60;
const BOX = 206;
const COLUMN_GAP = 20;
const PADDING = 9;
const LEADING = { name: 17, meta: 16, title: 15 } as const;
const LABEL_HEIGHT = 15;
const LANE_STEP = 4;
const ROW_GAP = 14;
/** A large family has less room for each title: on paper all of it goes on one sheet. */
const LARGE = 9;
export const DIAGRAM_WIDTH = YEARS + COLUMNS * BOX + (COLUMNS - 1) * COLUMN_GAP + COLUMN_GAP;

/**
 * Lay a family out: oldest at the top, three boxes at most beside each other, no document beside
 * one that it speaks of, edges around the boxes between them.
 *
 * The same family always comes out the same; every text is inside its box.
 */
export function layoutFamily(family: Family, words: DiagramWords): DiagramLayout {
  const rows = makeRows(family);
  const columns = chooseColumns(rows, family);
  const boxes = new Map<string, NodeBox>();
  const gaps: Gap[] = [];
  const years: YearMark[] = [];
  const titleLines = family.nodes.length > LARGE ? 1 : 2;
  const outgoing = (key: string): FamilyEdge[] => family.edges.filter(({ from }) => from === key);

  let y = 0;
  rows.forEach((row, at) => {
    const labels = Math.max(0, ...row.map(({ key }) => outgoing(key).length));
    const tracks = family.edges.filter(({ from }) => row.some(({ key }) => key === from)).length;
    const below = passing(rows, at, family).length;
    const gap = at === 0 ? 4 : ROW_GAP + labels * LABEL_HEIGHT + (tracks + below) * LANE_STEP;
    gaps.push({ top: y, bottom: y + gap, labels, used: 0 });
    y += gap;
    const drawn = row.map((node) =>
      makeBox(node, columns.get(node.key) ?? 0, y, titleLines, words),
    );
    const height = Math.max(...drawn.map((box) => box.height));
    for (const box of drawn) boxes.set(box.node.key, { ...box, height });
    years.push({ text: yearsOf(row), y: y + PADDING + TYPE.name });
    y += height;
  });
  const lines = routeEdges(family, rows, columns, boxes, gaps, words);
  return { width: DIAGRAM_WIDTH, height: y + 6, boxes: [...boxes.values()], lines, years };
}

/** Room above a row. */
interface Gap {
  top: number;
  bottom: number;
  /** Lines of labels directly above the boxes. */
  labels: number;
  /** Horizontal stretches so far. */
  used: number;
}

function makeRows({ nodes, edges }: Family): FamilyNode[][] {
  const rows: FamilyNode[][] = [];
  for (const node of nodes) {
    const row = rows.at(-1);
    const isRelated = row?.some(({ key }) =>
      edges.some(
        ({ from, to }) => (from === key && to === node.key) || (from === node.key && to === key),
      ),
    );
    if (row && row.length < COLUMNS && !isRelated) row.push(node);
    else rows.push([node]);
  }
  return rows;
}

/** Edges that end above the row before and so pass by it. */
function passing(rows: readonly FamilyNode[][], at: number, { edges }: Family): FamilyEdge[] {
  const rowOf = new Map(rows.flatMap((row, index) => row.map(({ key }) => [key, index] as const)));
  return edges.filter(({ from, to }) => {
    const [low, high] = [rowOf.get(from) ?? 0, rowOf.get(to) ?? 0];
    return high + 1 === at && low > at;
  });
}

/** Below what it speaks of where that column is free, else the nearest free one. */
function chooseColumns(rows: readonly FamilyNode[][], { edges }: Family): Map<string, number> {
  const columns = new Map<string, number>();
  for (const row of rows) {
    const taken = new Set<number>();
    for (const node of row) {
      const above = edges
        .filter(({ from }) => from === node.key)
        .flatMap(({ to }) => columns.get(to) ?? []);
      const wish = above[0] ?? (row.length === 1 ? 1 : 0);
      const free = Array.from({ length: COLUMNS }, (_, column) => column)
        .filter((column) => !taken.has(column))
        .sort((a, b) => Math.abs(a - wish) - Math.abs(b - wish) || a - b);
      const column = free[0] ?? 0;
      taken.add(column);
      columns.set(node.key, column);
    }
  }
  return columns;
}

function columnX(column: number): number {
  return YEARS + column * (BOX + COLUMN_GAP);
}

function makeBox(
  node: FamilyNode,
  column: number,
  y: number,
  titleLines: number,
  words: DiagramWords,
): NodeBox {
  const x = columnX(column);
  const inner = BOX - 2 * PADDING;
  const lines: TextLine[] = [];
  let base = y + PADDING - 4;
  const add = (kind: TextLine['kind'], texts: readonly string[]): void => {
    for (const text of texts) {
      base += LEADING[kind];
      lines.push({ text, kind, x: x + PADDING, y: base });
    }
  };
  const most = node.document === null ? 4 : Infinity;
  add('name', wrapText(node.name, inner, TYPE.name, { bold: true, most }));
  add('meta', wrapText(words.meta(node), inner, TYPE.meta));
  const title = words.title(node);
  if (title !== '') add('title', wrapText(title, inner, TYPE.title, { most: titleLines }));
  return { node, x, y, width: BOX, height: base + PADDING - y, lines };
}

function yearsOf(row: readonly FamilyNode[]): string {
  const years = row.map(({ day }) => day.slice(0, 4)).filter((year) => year !== '');
  const [first, last] = [years.sort()[0] ?? '', years.at(-1) ?? ''];
  return first === last ? first : `${first}–${last.slice(2)}`;
}

function routeEdges(
  { edges }: Family,
  rows: readonly FamilyNode[][],
  columns: ReadonlyMap<string, number>,
  boxes: ReadonlyMap<string, NodeBox>,
  gaps: readonly Gap[],
  words: DiagramWords,
): EdgeLine[] {
  const rowOf = new Map(rows.flatMap((row, at) => row.map(({ key }) => [key, at] as const)));
  const incoming = countBy(edges, ({ to }) => to);
  const outgoing = countBy(edges, ({ from }) => from);
  const arrived = new Map<string, number>();
  const left = new Map<string, number>();
  const channels = new Map<number, number>();
  return edges.flatMap((edge) => {
    const [from, to] = [boxes.get(edge.from), boxes.get(edge.to)];
    const [low, high] = [rowOf.get(edge.from) ?? 0, rowOf.get(edge.to) ?? 0];
    const gap = gaps[low];
    const above = gaps[high + 1];
    if (!from || !to || !gap || !above) return [];
    const order = next(left, edge.from);
    const startX = leave(from, order, outgoing.get(edge.from) ?? 1);
    const endX = spread(to, next(arrived, edge.to), incoming.get(edge.to) ?? 1);
    // One line of labels for each edge: labels of one box never meet.
    const labelY = from.y - 5 - ((outgoing.get(edge.from) ?? 1) - 1 - order) * LABEL_HEIGHT;
    const turnY = gap.bottom - gap.labels * LABEL_HEIGHT - 6 - gap.used++ * LANE_STEP;
    const end = to.y + to.height;
    const points: (readonly [number, number])[] = [
      [startX, from.y],
      [startX, turnY],
    ];
    if (low === high + 1) points.push([endX, turnY]);
    else {
      const column = columns.get(edge.to) ?? 0;
      const channel = column + ((columns.get(edge.from) ?? 0) > column ? 1 : 0);
      const x = channelX(channel, next(channels, channel));
      const topY = above.bottom - above.labels * LABEL_HEIGHT - 6 - above.used++ * LANE_STEP;
      points.push([x, turnY], [x, topY], [endX, topY]);
    }
    points.push([endX, end]);
    const label = words.edge(edge);
    const labelX = Math.min(startX + 5, from.x + BOX - textWidth(label, TYPE.edge));
    return [{ edge, points, label, labelX, labelY }];
  });
}

/** Between two columns, or beside the outer ones. */
function channelX(channel: number, order: number): number {
  const middle = columnX(channel) - COLUMN_GAP / 2;
  return middle + ((order % 2 === 0 ? 1 : -1) * Math.ceil(order / 2) * LANE_STEP) / 1.3;
}

/** Places on the left of a box's upper side, so that labels have room on their right. */
function leave({ x, width }: NodeBox, order: number, count: number): number {
  return x + 18 + order * Math.min(30, (width - 36) / count);
}

/** Places along the edge of a box, evenly. */
function spread({ x, width }: NodeBox, order: number, count: number): number {
  return x + (width * (order + 1)) / (count + 1);
}

function countBy(
  edges: readonly FamilyEdge[],
  key: (edge: FamilyEdge) => string,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const edge of edges) counts.set(key(edge), (counts.get(key(edge)) ?? 0) + 1);
  return counts;
}

/** Number of earlier calls for this key. */
function next<K>(map: Map<K, number>, key: K): number {
  const count = map.get(key) ?? 0;
  map.set(key, count + 1);
  return count;
}

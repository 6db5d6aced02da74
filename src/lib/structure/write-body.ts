import { formatBody } from '../provision/format-body.ts';
import { parseLabel } from '../provision/labels.ts';
import { parseBody } from '../provision/parse-body.ts';
import { documentText, plainInline } from '../provision/text.ts';
import type {
  Block,
  BodyNode,
  Inline,
  LabelForm,
  ParseProblem,
  Provision,
  ProvisionTree,
  TableCell,
  WrapperTag,
} from '../provision/types.ts';
import { dropText, paragraphSpans, toInlines } from './lines.ts';
import type { Line } from './lines.ts';
import { RULE } from './edges.ts';
import type { LineRole, ScopeParts, Structure } from './parse-structure.ts';
import type { SourceNote, SourceParagraph, SourceTable } from './source.ts';

export interface WrittenBody {
  /** Canonical MDX, clean by the lint. */
  body: string;
  tree: ProvisionTree;
  /** Ladder of labels for the front matter; undefined where one ladder does not fit the whole. */
  scale: string[] | undefined;
  /** Lines that looked like units and were written as text, because their id was taken. */
  demoted: number[];
  /** For each line of the original, the line of the body on which it starts. */
  bodyLines: number[];
  /** Left after all repairs: our own bug when there are any. */
  problems: ParseProblem[];
}

/**
 * Write lines with their places in the structure as the body of a document.
 *
 * What the body's own reader would not accept (two units with one id) becomes text and is told.
 */
export function writeBody(
  lines: readonly Line[],
  structure: Structure,
  notes: readonly SourceNote[],
): WrittenBody {
  const roles = [...structure.roles];
  const demoted: number[] = [];
  for (;;) {
    const written = writeOnce(lines, { ...structure, roles }, notes);
    const repairs = written.problems
      .filter(({ id }) => id === 'anchor-duplicate')
      .map(({ line }) => lineAt(written.bodyLines, line))
      .filter((line) => roles[line]?.kind === 'unit');
    if (repairs.length === 0) return { ...written, demoted };
    for (const line of repairs) {
      demoted.push(line);
      demote(roles, line);
    }
  }
}

function demote(roles: LineRole[], line: number): void {
  roles[line] = { kind: 'text' };
  for (let at = line + 1; roles[at]?.kind === 'title'; at++) roles[at] = { kind: 'text' };
}

/** Index of the line of the original that is written on a line of the body. */
function lineAt(bodyLines: readonly number[], line: number): number {
  return bodyLines.findLastIndex((start) => start > 0 && start <= line);
}

function writeOnce(
  lines: readonly Line[],
  structure: Structure,
  notes: readonly SourceNote[],
): Omit<WrittenBody, 'demoted'> {
  const writer = new BodyWriter(lines, structure.roles);
  const nodes = structure.scopes.flatMap((scope) => writer.scope(scope));
  nodes.push(...noteNodes(notes, writer.called));
  const body = formatBody(nodes);
  const ladder = findLadder(parseBody(body).tree);
  const scale = ladder && fits(body, ladder) ? ladder : undefined;
  const { tree, problems } = parseBody(body, scale ? { scale } : {});
  return { body, tree, scale, problems, bodyLines: placeLines(body, nodes, writer.owners, lines) };
}

/** Text of a finished body as the proof compares it. */
export function bodyText(body: string): string {
  return documentText(parseBody(body).tree);
}

/** Nodes that came from lines; a node made of several lines names the first. */
type Owners = Map<BodyNode, number>;

class BodyWriter {
  readonly owners: Owners = new Map();
  /** Footnotes that are called, in order. */
  readonly called = new Set<string>();
  private readonly lines: readonly Line[];
  private readonly roles: readonly LineRole[];

  constructor(lines: readonly Line[], roles: readonly LineRole[]) {
    this.lines = lines;
    this.roles = roles;
  }

  scope({ kind, from, body, closing, to }: ScopeParts): BodyNode[] {
    const nodes = [
      ...this.opening(kind, from, body),
      ...this.body(body, closing),
      ...this.wrap('Closing', this.plain(closing, to)),
    ];
    if (kind === 'document') return nodes;
    return this.wrap(kind === 'annex' ? 'Annex' : 'Attached', nodes);
  }

  /** The title of an attached instrument stands directly in it: the instrument is known by it. */
  private opening(kind: ScopeParts['kind'], from: number, to: number): BodyNode[] {
    const nodes = this.plain(from, to);
    return kind === 'document' ? this.wrap('Opening', nodes) : nodes;
  }

  private wrap(tag: WrapperTag, children: BodyNode[]): BodyNode[] {
    return children.length === 0 ? [] : [{ type: 'wrapper', tag, children, line: 0 }];
  }

  /** Lines outside the body: no units, tables that only place things taken apart. */
  private plain(from: number, to: number): BodyNode[] {
    const nodes: BodyNode[] = [];
    for (let at = from; at < to; at++) {
      const line = this.lines[at];
      if (!line) continue;
      if (line.table && !line.table.bordered)
        for (const cell of line.table.rows.flat())
          nodes.push(...this.cellParagraphs(cell.paragraphs, at));
      else nodes.push(...this.line(line));
    }
    return nodes;
  }

  /** Short lines of a letter-head stand as lines of one paragraph, as in the original's cell. */
  private cellParagraphs(paragraphs: readonly SourceParagraph[], owner: number): BodyNode[] {
    const contents = paragraphs
      .map((paragraph) => this.paragraph(paragraph))
      .filter((content) => content.length > 0);
    if (contents.length === 0) return [];
    const joined = contents.flatMap((content, index): Inline[] =>
      index === 0 ? content : [{ type: 'break' }, ...content],
    );
    const node: Block = { type: 'paragraph', label: null, content: joined, line: 0 };
    this.owners.set(node, owner);
    return [node];
  }

  private body(from: number, to: number): BodyNode[] {
    const nodes: BodyNode[] = [];
    for (let at = from; at < to; at++) {
      const line = this.lines[at];
      const role = this.roles[at];
      if (!line || role?.kind === 'title') continue;
      if (role?.kind === 'unit') nodes.push(...this.unit(line, role, to));
      else if (role?.kind === 'quote') this.quote(line, nodes, at);
      else nodes.push(...this.line(line));
    }
    return nodes;
  }

  private quote(line: Line, nodes: BodyNode[], at: number): void {
    const block: Block = { type: 'paragraph', label: null, content: this.inlines(line), line: 0 };
    const last = nodes.at(-1);
    const follows = last?.type === 'quote' && this.roles[at - 1]?.kind === 'quote';
    if (follows) last.blocks.push(block);
    else nodes.push({ type: 'quote', blocks: [block], line: 0 });
    const node = nodes.at(-1);
    if (node && !follows) this.owners.set(node, at);
  }

  private line(line: Line): BodyNode[] {
    const node: Block = line.table
      ? this.table(line.table)
      : { type: 'paragraph', label: null, content: this.inlines(line), line: 0 };
    this.owners.set(node, line.index);
    return [node];
  }

  private unit(line: Line, role: LineRole & { kind: 'unit' }, to: number): BodyNode[] {
    const { label, length, isTitled } = role;
    const rest = this.note(dropText(line.spans, length));
    const level = HEADING_LEVELS[label.form];
    const isHeading = level !== undefined && (isTitled || label.form === 'article');
    if (!isHeading) {
      const node: Block = { type: 'paragraph', label, content: toInlines(rest), line: 0 };
      this.owners.set(node, line.index);
      return [node];
    }
    const title = isTitled
      ? withoutLooks([...toInlines(rest), ...this.titleLines(line.index + 1, to, rest.length > 0)])
      : [];
    const notes = isTitled ? [] : leadingNotes(toInlines(rest));
    const heading: Block = {
      type: 'heading',
      level,
      label,
      content: [...notes, ...title],
      line: 0,
    };
    this.owners.set(heading, line.index);
    const text = isTitled ? [] : toInlines(rest).slice(notes.length);
    if (text.length === 0) return [heading];
    return [heading, { type: 'paragraph', label: null, content: text, line: 0 }];
  }

  private titleLines(from: number, to: number, spaced: boolean): Inline[] {
    const title: Inline[] = [];
    for (let at = from; at < to && this.roles[at]?.kind === 'title'; at++) {
      const line = this.lines[at];
      const space = spaced || title.length > 0 ? ' ' : '';
      if (line) title.push({ type: 'text', value: space }, ...this.inlines(line));
    }
    return title;
  }

  private inlines(line: Line): Inline[] {
    return plainStart(toInlines(this.note(line.spans)));
  }

  private paragraph(paragraph: SourceParagraph): Inline[] {
    return toInlines(this.note(paragraphSpans(paragraph)));
  }

  private note<T extends { note?: string }>(spans: T[]): T[] {
    for (const { note } of spans) if (note !== undefined) this.called.add(note);
    return spans;
  }

  private table(table: SourceTable): Block {
    const rows = table.rows.map((row) =>
      row.map(({ header, rowSpan, colSpan, paragraphs }): TableCell => ({
        header,
        rowSpan,
        colSpan,
        paragraphs: paragraphs
          .map((paragraph) => this.paragraph(paragraph))
          .filter((content) => content.length > 0),
      })),
    );
    return { type: 'table', rows, line: 0 };
  }
}

/** Number of `#` of units with a title; other units are written in bold. */
const HEADING_LEVELS: Partial<Record<LabelForm, number>> = {
  part: 2,
  chapter: 2,
  section: 2,
  subsection: 2,
  capital: 2,
  roman: 2,
  article: 3,
};

/** A bold start that reads like a label would open a unit. */
function plainStart(content: Inline[]): Inline[] {
  const [first, ...rest] = content;
  if (first?.type !== 'strong' || parseLabel(plainInline(first.children)) === null) return content;
  return [...first.children, ...rest];
}

/** A heading has one look of its own; a line break in it is a space. */
function withoutLooks(content: readonly Inline[]): Inline[] {
  return content.flatMap((node): Inline[] => {
    if (node.type === 'break') return [{ type: 'text', value: ' ' }];
    return node.type === 'strong' || node.type === 'emphasis'
      ? withoutLooks(node.children)
      : [node];
  });
}

function leadingNotes(content: readonly Inline[]): Inline[] {
  const end = content.findIndex((node) => node.type !== 'footnote-ref');
  return content.slice(0, end < 0 ? content.length : end);
}

function noteNodes(notes: readonly SourceNote[], called: ReadonlySet<string>): BodyNode[] {
  return notes
    .filter(({ label }) => called.has(label))
    .map(({ label, paragraphs }) => ({
      type: 'footnote-definition' as const,
      label,
      blocks: paragraphs.map((paragraph) => ({
        type: 'paragraph' as const,
        label: null,
        content: toInlines(paragraphSpans(paragraph)),
        line: 0,
      })),
      line: 0,
    }));
}

const SCALE_ENTRIES: Partial<Record<LabelForm, string>> = {
  part: 'Phần',
  chapter: 'Chương',
  section: 'Mục',
  subsection: 'Tiểu mục',
  article: 'Điều',
  capital: 'A.',
  roman: 'I.',
  arabic: '1.',
  'arabic-paren': '1)',
  decimal2: '1.1.',
  decimal3: '1.1.1.',
  decimal4: '1.1.1.1.',
  letter: 'a)',
  'letter-dot': 'a.',
  'letter-number': 'a.1)',
  'small-roman': 'ii)',
  dash: '-',
  plus: '+',
  bullet: '•',
};

/**
 * The ladder of labels that a document shows, outermost first.
 *
 * @returns null when its parts nest the same labels in different ways, or show one of no ladder.
 */
export function findLadder(tree: ProvisionTree): string[] | null {
  const below = new Map<LabelForm, Set<LabelForm>>();
  const visit = (unit: Provision, outer: readonly LabelForm[]): void => {
    const form = unit.printed && unit.kind !== 'annex' ? unit.printed.form : null;
    if (form) {
      const inner = below.get(form) ?? new Set();
      below.set(form, inner);
      for (const other of outer) if (other !== form) below.get(other)?.add(form);
    }
    for (const child of unit.children) visit(child, form ? [...outer, form] : outer);
  };
  for (const unit of tree.children) visit(unit, []);
  return sortForms(below);
}

function sortForms(below: ReadonlyMap<LabelForm, ReadonlySet<LabelForm>>): string[] | null {
  const left = new Set(below.keys());
  const order = Object.keys(SCALE_ENTRIES) as LabelForm[];
  const ladder: string[] = [];
  while (left.size > 0) {
    const isFree = (form: LabelForm): boolean =>
      ![...left].some((other) => other !== form && below.get(other)?.has(form));
    const next = order.find((form) => left.has(form) && isFree(form));
    const entry = next && SCALE_ENTRIES[next];
    if (!next || entry === undefined) return null;
    ladder.push(entry);
    left.delete(next);
  }
  return ladder.length > 0 ? ladder : null;
}

/** Whether reading with the ladder gives the same units as reading without. */
function fits(body: string, scale: string[]): boolean {
  const plain = [...parseBody(body).tree.byId.keys()];
  const { tree, problems } = parseBody(body, { scale });
  const scaled = [...tree.byId.keys()];
  return problems.every(({ id }) => id === 'anchor-duplicate') && plain.join() === scaled.join();
}

/** Find the line of the body on which each line of the original begins. */
function placeLines(
  body: string,
  nodes: readonly BodyNode[],
  owners: Owners,
  lines: readonly Line[],
): number[] {
  const places = lines.map(() => 0);
  const flat = flatten(nodes).filter((node) => formatBody([node]) !== '');
  const parsed = flatten(parseBody(body).nodes);
  for (const [index, node] of flat.entries()) {
    const owner = owners.get(node);
    const place = parsed[index]?.line;
    if (owner !== undefined && place !== undefined && places[owner] === 0) places[owner] = place;
  }
  return places;
}

function flatten(nodes: readonly BodyNode[]): BodyNode[] {
  return nodes.flatMap((node) => (node.type === 'wrapper' ? flatten(node.children) : [node]));
}

/** Whether a line is only a rule; such lines are text all the same. */
export function isRule(line: Line): boolean {
  return line.text !== '' && RULE.test(line.text);
}

import { assignAnchors } from './anchor.ts';
import { parseAnnexLabel } from './labels.ts';
import { levelOf } from './level.ts';
import type { OpenUnit } from './level.ts';
import { assignLabels, countInstruments } from './naming.ts';
import type { ProblemSink } from './report.ts';
import { plainInline } from './text.ts';
import type {
  AnchorMark,
  Block,
  BodyNode,
  Footnote,
  GapMark,
  LabelForm,
  Paragraph,
  Heading,
  PrintedLabel,
  Provision,
  ProvisionKind,
  ProvisionTree,
  Wrapper,
} from './types.ts';

export interface BuildOptions {
  /** Ladder of forms, outermost first; null when the document declares none. */
  scale?: readonly LabelForm[] | null;
  sink: ProblemSink;
}

/**
 * Build the tree of units from the blocks of a body.
 *
 * Every block ends up in exactly one unit (or in the preamble), in the order of the file.
 */
export function buildTree(nodes: readonly BodyNode[], options: BuildOptions): ProvisionTree {
  const tree: ProvisionTree = { preamble: [], children: [], footnotes: [], byId: new Map() };
  const builder = new TreeBuilder(options);
  builder.fillScope(nodes, { unit: null, blocks: tree.preamble, children: tree.children });
  const duplicates = assignAnchors(tree, builder.overrides);
  for (const { id, first, line } of duplicates)
    options.sink.report('anchor-duplicate', line, 1, { id, first: String(first) });
  assignLabels(tree.children);
  countInstruments(tree.children);
  builder.placeFootnotes(tree);
  tree.byId.forEach(fitArrays);
  return tree;
}

/** Engines keep room for sixteen more in a list that grew: in a library that is a tenth of all memory. */
function fitArrays(unit: Provision): void {
  unit.blocks = unit.blocks.slice();
  unit.children = unit.children.slice();
}

/** A numbering of its own: the document, an attached instrument, an annex, an opening. */
interface Scope {
  unit: Provision | null;
  /** Blocks before its first unit. */
  blocks: Block[];
  children: Provision[];
}

/** Wrappers after which the numbered text of their scope is over. */
const ENDS_BODY = ['Closing', 'Attached', 'Annex'];

class TreeBuilder {
  /** Ids that an `<Anchor>` gives to labelled units, whatever their label. */
  readonly overrides = new Map<Provision, string>();
  private readonly options: BuildOptions;
  private readonly notes: { scope: Provision | null; note: Omit<Footnote, 'scope'> }[] = [];

  constructor(options: BuildOptions) {
    this.options = options;
  }

  fillScope(nodes: readonly BodyNode[], scope: Scope): void {
    const filler = new ScopeFiller(scope, this.options, this.overrides);
    for (const node of nodes) {
      if (node.type === 'wrapper') this.wrapper(node, filler);
      else if (node.type === 'footnote-definition') {
        const { label, blocks, line } = node;
        this.notes.push({ scope: noteScope(scope.unit), note: { label, blocks, line } });
      } else filler.add(node);
    }
    filler.end();
  }

  /** Footnotes can say which scope they are in only once scopes have ids. */
  placeFootnotes(tree: ProvisionTree): void {
    for (const { scope, note } of this.notes)
      tree.footnotes.push({ ...note, scope: scope?.id ?? '' });
  }

  private wrapper(node: Wrapper, filler: ScopeFiller): void {
    const unit = filler.openWrapper(node);
    this.fillScope(node.children, { unit, blocks: unit.blocks, children: unit.children });
    if (node.tag === 'Attached' || node.tag === 'Annex') nameScope(unit);
  }
}

class ScopeFiller {
  private readonly scope: Scope;
  private readonly options: BuildOptions;
  private readonly overrides: Map<Provision, string>;
  private readonly open: OpenUnit[] = [];
  /** Takes blocks when no unit is open: the wrapper that has just ended. */
  private lastWrapper: Provision | null = null;
  private isOver = false;
  private override: AnchorMark | null = null;
  private lastCapital = '';

  constructor(scope: Scope, options: BuildOptions, overrides: Map<Provision, string>) {
    this.scope = scope;
    this.options = options;
    this.overrides = overrides;
  }

  add(node: Block | AnchorMark | GapMark): void {
    if (this.isOver) this.options.sink.report('content-after-end', node.line, 1);
    if (node.type === 'anchor') this.anchor(node);
    else if (node.type === 'gap') this.gap();
    else if ((node.type === 'paragraph' || node.type === 'heading') && node.label)
      this.unit(node, node.label);
    else this.block(node);
  }

  end(): void {
    this.dropOverride();
  }

  openWrapper({ tag, line }: Wrapper): Provision {
    const { sink } = this.options;
    this.dropOverride();
    if (tag === 'Opening' && (this.open.length > 0 || this.isOver))
      sink.report('opening-not-first', line, 1);
    if (this.isOver && tag === 'Closing') sink.report('content-after-end', line, 1);
    if (ENDS_BODY.includes(tag)) this.isOver = true;
    this.open.length = 0;
    const kind = (
      { Opening: 'opening', Closing: 'closing', Attached: 'attached', Annex: 'annex' } as const
    )[tag];
    this.lastWrapper = createProvision(kind, null, this.scope.unit, line);
    this.scope.children.push(this.lastWrapper);
    return this.lastWrapper;
  }

  /** A place with a name is a unit below whatever is open; without one it renames the next unit. */
  private anchor(mark: AnchorMark): void {
    this.dropOverride();
    if (mark.label === null) {
      this.override = mark;
      return;
    }
    while (this.open.at(-1)?.unit.kind === 'anchored') this.open.pop();
    const unit = this.create('anchored', null, mark.line);
    unit.label = mark.label;
    this.overrides.set(unit, mark.id);
    this.open.push({ unit, form: null, rank: Infinity });
  }

  private gap(): void {
    this.dropOverride();
    this.open.length = 0;
  }

  private dropOverride(): void {
    if (this.override)
      this.options.sink.report('anchor-without-label', this.override.line, 1, {
        id: this.override.id,
      });
    this.override = null;
  }

  private block(block: Block): void {
    this.dropOverride();
    const open = this.open.at(-1)?.unit ?? this.lastWrapper;
    if (open) takeTitle(open, block);
    (open ? open.blocks : this.scope.blocks).push(block);
  }

  private unit(block: Paragraph | Heading, label: PrintedLabel): void {
    this.resolveCapital(label);
    const { form, rank, kind } = this.level(label, block);
    label.form = form;
    label.kind = kind;
    const unit = this.create(kind, label, block.line);
    unit.blocks.push(block);
    unit.heading = block.type === 'heading' ? plainInline(block.content).trim() || null : null;
    this.open.push({ unit, form, rank });
    if (this.override) this.overrides.set(unit, this.override.id);
    this.override = null;
  }

  /** Close what the label closes and tell its level. */
  private level(label: PrintedLabel, block: Paragraph | Heading): ReturnType<typeof levelOf> {
    const level = levelOf(label, this.open, this.options.scale ?? null);
    if (level.isOutside)
      this.options.sink.report('label-outside-scale', block.line, 1, { label: label.printed });
    this.open.length = level.keep;
    return level;
  }

  /** `I.` after `H.` is a letter, as is `V.` after `U.`; else it is a Roman number. */
  private resolveCapital(label: PrintedLabel): void {
    if (label.form === 'roman' && follows(this.lastCapital, label.number)) {
      label.form = 'capital';
      label.kind = 'part';
    }
    if (label.form === 'capital') this.lastCapital = label.number;
  }

  private create(kind: Provision['kind'], printed: PrintedLabel | null, line: number): Provision {
    const parent = this.open.at(-1)?.unit ?? null;
    const unit = createProvision(kind, printed, parent ?? this.scope.unit, line);
    (parent ? parent.children : this.scope.children).push(unit);
    return unit;
  }
}

const TITLED: readonly ProvisionKind[] = ['part', 'chapter', 'section', 'subsection', 'roman'];
const LONGEST_TITLE = 300;

/** "Chương I" alone on its line has its title in the next paragraph, which stays where it is. */
function takeTitle(unit: Provision, block: Block): void {
  if (block.type !== 'paragraph' || unit.heading !== null || unit.blocks.length !== 1) return;
  if (TITLED.includes(unit.kind)) unit.heading = titleOf(block);
}

/** A paragraph that reads like a title: short, without a full stop or the like at its end. */
function titleOf({ content }: Paragraph | Heading): string | null {
  const text = plainInline(content).replace(/\s+/g, ' ').trim();
  return text.length > LONGEST_TITLE || /[.;:,]$/.test(text) || text === '' ? null : text;
}

function createProvision(
  kind: Provision['kind'],
  printed: PrintedLabel | null,
  parent: Provision | null,
  line: number,
): Provision {
  return {
    id: '',
    kind,
    printed,
    label: '',
    heading: null,
    order: null,
    line,
    parent,
    blocks: [],
    children: [],
  };
}

function follows(letter: string, next: string): boolean {
  return next.length === 1 && ['HI', 'UV', 'TV', 'WX', 'VX'].includes(letter + next);
}

function noteScope(unit: Provision | null): Provision | null {
  for (let scope = unit; scope; scope = scope.parent)
    if (scope.kind === 'attached' || scope.kind === 'annex') return scope;
  return null;
}

/** An attached instrument is known by its title, an annex by its number and title. */
function nameScope(unit: Provision): void {
  const [first, second] = unit.blocks.length > 0 ? unit.blocks : (unit.children[0]?.blocks ?? []);
  if (first?.type !== 'heading' && first?.type !== 'paragraph') return;
  const text = plainInline(first.content).replace(/\s+/g, ' ').trim();
  const annex = unit.kind === 'annex' ? parseAnnexLabel(text) : null;
  if (!annex) {
    unit.heading = text === '' ? null : text;
    return;
  }
  const { printed, number, rest } = annex;
  unit.printed = { printed, form: 'part', kind: 'annex', number };
  const hasTitleBelow = second?.type === 'heading' || second?.type === 'paragraph';
  if (rest !== '') unit.heading = rest;
  else if (hasTitleBelow && !second.label) unit.heading = titleOf(second);
}

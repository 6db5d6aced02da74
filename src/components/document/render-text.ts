import { message } from '../../i18n/messages.ts';
import { NOTHING_RETIRED, type RetiredAnchors } from '../../lib/anchors/lock.ts';
import { numberSources, type NumberedSource } from '../../lib/document/evidence.ts';
import { element, escapeHtml } from '../../lib/document/html.ts';
import type { TextSegment } from '../../lib/citation/link-document.ts';
import type { Library, LibraryDocument } from '../../lib/library/types.ts';
import type {
  Block,
  Footnote,
  Gist,
  Heading,
  Inline,
  Paragraph,
  Provision,
  ProvisionKind,
  ProvisionTree,
  Table,
  TableCell,
} from '../../lib/provision/types.ts';
import { describedTitle } from './headings.ts';
import { renderSegments } from './render-citation.ts';

/** What rendering carries from unit to unit. */
interface Context {
  sources: readonly NumberedSource[];
  /** Gists before which the page says once that what follows are the library's words. */
  firstGists: ReadonlySet<Gist>;
  /** How often each footnote has been referred to so far, by the id of the footnote. */
  references: Map<string, number>;
  /** Tables so far: regions of one page need names of their own. */
  tables: { count: number };
  /** Id of the attached instrument or annex at hand, which numbers its own footnotes; or ''. */
  scope: string;
  /** Published ids that lead to a unit now, by its id. */
  oldIds: ReadonlyMap<string, readonly string[]>;
  citations: CitationView | null;
  /** Units that a citation has to name by their address, too. */
  shared: ReadonlySet<string>;
}

/** What rendering needs to show the citations of the text. */
export interface CitationView {
  library: Library;
  segments: ReadonlyMap<Inline, readonly TextSegment[]>;
  /** Note on who cites a unit, as HTML; empty when nobody does. */
  citedBy: (unit: Provision) => string;
  /** Note on what later changed a unit, as HTML; empty when nothing is known to have. */
  amendedBy: (unit: Provision) => string;
}

/** Level of the outermost headings; `h1` is the page's own title. */
const TOP_LEVEL = 2;
const DEEPEST_LEVEL = 4;

/**
 * The text of a document as HTML, written here and not by components, because every character
 * counts: the text outside `[data-chrome]` is the official text, each block followed by one newline.
 *
 * @param retired Ids that were published once: each still leads to its unit, or to what became of it.
 * @param citations Null shows every citation as plain text.
 * @param shared Ids of units whose label fits another unit, too, see `sharedUnits`.
 * @returns Units as nested containers with `id`, `data-label` and, where the label does not begin
 *   with the word for it, `data-kind`; a unit of one paragraph and nothing else is that paragraph.
 *   Then footnotes.
 */
export function renderText(
  {
    data,
    tree,
    retired = NOTHING_RETIRED,
  }: Pick<LibraryDocument, 'data' | 'tree'> & Partial<Pick<LibraryDocument, 'retired'>>,
  citations: CitationView | null = null,
  shared: ReadonlySet<string> = new Set(),
): string {
  const context: Context = {
    sources: numberSources(data),
    firstGists: findFirstGists(tree),
    references: new Map(),
    tables: { count: 0 },
    scope: '',
    oldIds: groupAliases(retired),
    citations,
    shared,
  };
  const preamble = renderBlocks(tree.preamble, TOP_LEVEL, null, context);
  const units = tree.children.map((unit) => renderUnit(unit, TOP_LEVEL, context));
  return [
    preamble,
    ...units,
    renderFootnotes(tree.footnotes, context),
    renderTombstones(retired, context.oldIds),
  ].join('');
}

/**
 * Most units of a text are of these kinds, each of which its label begins with: Điều, khoản, điểm,
 * tiết, gạch đầu dòng. The style sheet reads it there.
 */
const KINDS_IN_LABEL: readonly ProvisionKind[] = ['article', 'clause', 'point', 'subpoint', 'dash'];

/** What is printed before these is not set apart from their words: there are hundreds on a page. */
const KINDS_IN_LINE: readonly ProvisionKind[] = ['point', 'subpoint', 'dash'];

function renderUnit(unit: Provision, level: number, outer: Context): string {
  const isScope = unit.kind === 'attached' || unit.kind === 'annex';
  const context = isScope ? { ...outer, scope: unit.id } : outer;
  const hasHeading = unit.blocks.some(({ type }) => type === 'heading');
  const inner = hasHeading ? Math.min(level + 1, DEEPEST_LEVEL) : level;
  const isPlain = KINDS_IN_LABEL.includes(unit.kind);
  const attributes = {
    ...{ id: unit.id, 'data-label': unit.label },
    'data-kind': isPlain ? null : unit.kind,
    'data-shared': context.shared.has(unit.id),
  };
  const before = (context.oldIds.get(unit.id) ?? []).map((id) => renderOldId(id, unit.label));
  const after = [
    context.citations?.amendedBy(unit) ?? '',
    context.citations?.citedBy(unit) ?? '',
    ...unit.children.map((child) => renderUnit(child, inner, context)),
  ].join('');
  const [block, ...others] = unit.blocks;
  const isAlone = before.length === 0 && others.length === 0 && after === '';
  if (isPlain && isAlone && block?.type === 'paragraph') {
    return element('p', attributes, renderLine(block, unit, context)) + '\n';
  }
  const content = before.join('') + renderBlocks(unit.blocks, level, unit, context) + after;
  return element('div', attributes, content);
}

/** Ids that were published for what this unit is now. */
function groupAliases({ aliases }: RetiredAnchors): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [old, id] of Object.entries(aliases)) groups.set(id, [...(groups.get(id) ?? []), old]);
  return groups;
}

/** Where an old link ends: a note that only its reader sees, for it must not look like the text. */
function renderOldId(id: string, label: string): string {
  const note = message('anchors.moved', { id, label });
  return element('span', { id, class: 'old-id', 'data-chrome': true }, escapeHtml(note));
}

/** A link to a unit that is no more ends where that is said, as does one that once led there. */
function renderTombstones({ tombstones }: RetiredAnchors, oldIds: Context['oldIds']): string {
  const stones = Object.entries(tombstones).map(([id, { label, note }]) => {
    const old = (oldIds.get(id) ?? []).map((each) =>
      element('span', { id: each, class: 'old-id' }, ''),
    );
    const said = message('anchors.tombstone', { label, note }).trimEnd();
    return element('p', { id }, old.join('') + escapeHtml(said));
  });
  if (stones.length === 0) return '';
  const name = { role: 'note', 'aria-label': message('anchors.tombstones') };
  return element('div', { class: 'tombstones', ...name, 'data-chrome': true }, stones.join(''));
}

function renderBlocks(
  blocks: readonly Block[],
  level: number,
  unit: Provision | null,
  context: Context,
): string {
  return blocks
    .map((block, index) => renderBlock(block, level, index === 0 ? unit : null, context))
    .join('');
}

/** @param opens The unit that this block opens, for the library's words in place of a heading. */
function renderBlock(
  block: Block,
  level: number,
  opens: Provision | null,
  context: Context,
): string {
  switch (block.type) {
    case 'heading':
      return element(`h${level}`, {}, renderLine(block, opens, context)) + '\n';
    case 'paragraph':
      return element('p', {}, renderLine(block, opens, context)) + '\n';
    case 'quote':
      return element('blockquote', {}, renderBlocks(block.blocks, level, null, context));
    case 'table':
      return renderTable(block, context);
    case 'gist':
      return renderGist(block, context);
  }
}

function renderLine(
  { label, content }: Heading | Paragraph,
  opens: Provision | null,
  context: Context,
): string {
  const text = renderInlines(content, context);
  const name = label === null ? '' : escapeHtml(label.printed);
  const isInLine = opens !== null && KINDS_IN_LINE.includes(opens.kind);
  const printed = name === '' || isInLine ? name : element('b', {}, name);
  const space = printed !== '' && text !== '' ? ' ' : '';
  return `${printed}${space}${text}${renderDescription(opens)}`;
}

/** Our words for what a unit is about, where its official heading was not seen. */
function renderDescription(opens: Provision | null): string {
  const title = opens === null ? null : describedTitle(opens);
  if (title === null) return '';
  const words = ` ${escapeHtml(title)} ${element('small', {}, message('document.described'))}`;
  return element('span', { class: 'described', 'data-chrome': true }, words);
}

function renderInlines(content: readonly Inline[], context: Context): string {
  return content.map((inline) => renderInline(inline, context)).join('');
}

function renderInline(inline: Inline, context: Context): string {
  switch (inline.type) {
    case 'text':
      return renderTextRun(inline, context);
    case 'strong':
      return element('strong', {}, renderInlines(inline.children, context));
    case 'emphasis':
      return element('em', {}, renderInlines(inline.children, context));
    case 'link':
      return renderLink(inline.href, renderInlines(inline.children, context));
    case 'footnote-ref':
      return renderFootnoteReference(inline.label, context);
    case 'break':
      return '<br>\n';
  }
}

function renderTextRun(inline: Inline & { type: 'text' }, { citations }: Context): string {
  const segments = citations?.segments.get(inline);
  return segments === undefined || citations === null
    ? escapeHtml(inline.value)
    : renderSegments(segments, citations.library);
}

function renderLink(href: string, content: string): string {
  const isExternal = /^https?:/i.test(href);
  return element('a', { href, rel: isExternal ? 'noopener external' : null }, content);
}

/** Marks are no words of the text: a reader of the text alone gets them with the footnotes. */
function renderFootnoteReference(label: string, { references, scope }: Context): string {
  const note = footnoteId(scope, label);
  const count = (references.get(note) ?? 0) + 1;
  references.set(note, count);
  const name = message('document.footnote', { label });
  const link = { id: referenceId(note, count), href: `#${note}`, 'aria-label': name };
  return element('sup', { 'data-chrome': true }, element('a', link, escapeHtml(label)));
}

function renderFootnotes(footnotes: readonly Footnote[], context: Context): string {
  if (footnotes.length === 0) return '';
  const notes = footnotes.map((footnote) => renderFootnote(footnote, context));
  return element('div', { class: 'footnotes' }, notes.join(''));
}

function renderFootnote({ label, scope, blocks }: Footnote, context: Context): string {
  const id = footnoteId(scope, label);
  const name = message('document.footnote-back', { label });
  const back = { href: `#${referenceId(id, 1)}`, 'aria-label': name };
  const mark = context.references.has(id)
    ? element('a', back, escapeHtml(label))
    : escapeHtml(label);
  const content = renderBlocks(blocks, DEEPEST_LEVEL, null, context);
  return element(
    'div',
    { class: 'footnote', id },
    element('span', { class: 'footnote-mark', 'data-chrome': true }, mark) +
      element('div', {}, content),
  );
}

function footnoteId(scope: string, label: string): string {
  return scope === '' ? `cn-${label}` : `cn-${scope}-${label}`;
}

function referenceId(note: string, count: number): string {
  return count === 1 ? `ve-${note}` : `ve-${note}-${count}`;
}

function renderTable({ rows }: Table, context: Context): string {
  const isHead = (row: readonly TableCell[]): boolean => row.every(({ header }) => header);
  const bodyStart = rows.findIndex((row) => !isHead(row));
  const headRows = bodyStart === -1 ? rows.length : bodyStart;
  const head = rows.slice(0, headRows).map((row) => renderRow(row, 'col', context));
  const body = rows.slice(headRows).map((row) => renderRow(row, 'row', context));
  const table = element(
    'table',
    {},
    [
      head.length > 0 ? element('thead', {}, head.join('')) : '',
      body.length > 0 ? element('tbody', {}, body.join('')) : '',
    ].join(''),
  );
  const name = message('document.table', { number: ++context.tables.count });
  const region = { role: 'region', 'aria-label': name, tabindex: '0' };
  return element('div', { class: 'table-scroll', ...region }, table);
}

function renderRow(cells: readonly TableCell[], scope: string, context: Context): string {
  const written = cells.map(({ header, rowSpan, colSpan, paragraphs }) => {
    const spans = {
      rowspan: rowSpan > 1 ? String(rowSpan) : null,
      colspan: colSpan > 1 ? String(colSpan) : null,
    };
    const content = paragraphs
      .map((inlines) => `${renderInlines(inlines, context)}\n`)
      .join('<br>');
    return header ? element('th', { scope, ...spans }, content) : element('td', spans, content);
  });
  return element('tr', {}, written.join(''));
}

function renderGist(gist: Gist, context: Context): string {
  const last = gist.paragraphs.length - 1;
  const paragraphs = gist.paragraphs.map(({ content }, index) => {
    const end = index === last ? gistEnd(gist, context) : '';
    return element('p', {}, renderInlines(content, context) + end);
  });
  const label = context.firstGists.has(gist) ? renderGistLabel() : '';
  const name = { role: 'note', 'aria-label': message('document.gist.label') };
  const attributes = { class: 'gist', ...name, 'data-chrome': true };
  return label + element('div', attributes, paragraphs.join(''));
}

function renderGistLabel(): string {
  const name = element('b', {}, message('document.gist.label'));
  const text = `${name} · ${escapeHtml(message('document.gist.not-official'))}`;
  return element('p', { class: 'gist-label', 'data-chrome': true }, text);
}

/** How much of the provision was seen, and where. */
function gistEnd({ partial, sources }: Gist, context: Context): string {
  const seen = context.sources.filter(({ id }) => sources.includes(id));
  const marks = seen.map(({ number }) => renderMark(number)).join('');
  const part = partial ? ` ${element('small', {}, message('document.gist.partial'))}` : '';
  return `${part} ${element('span', { class: 'marks' }, marks)}`;
}

/** A number that leads to the list of sources. */
function renderMark(number: number): string {
  const name = message('document.source-mark', { number });
  return element('a', { href: `#nguon-${number}`, 'aria-label': name }, String(number));
}

/** Kinds of unit whose gists form one group on the page. */
const GROUP_KINDS: readonly string[] = ['part', 'chapter', 'attached', 'annex'];

/** The first gist of each group, in the order of the text. */
function findFirstGists(tree: ProvisionTree): Set<Gist> {
  const first = new Map<Provision | null, Gist>();
  for (const unit of tree.byId.values()) {
    const gist = unit.blocks.find((block) => block.type === 'gist');
    const group = groupOf(unit);
    if (gist && !first.has(group)) first.set(group, gist);
  }
  return new Set(first.values());
}

function groupOf(unit: Provision): Provision | null {
  if (GROUP_KINDS.includes(unit.kind) || unit.parent === null) {
    return GROUP_KINDS.includes(unit.kind) ? unit : null;
  }
  return groupOf(unit.parent);
}

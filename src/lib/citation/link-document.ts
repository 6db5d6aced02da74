import { issuedYear } from '../document/naming.ts';
import type { CitationFix } from '../document/schema.ts';
import { DOCUMENT_TYPES } from '../document/types.ts';
import type { Library, LibraryDocument } from '../library/types.ts';
import { scopeOf } from '../provision/naming.ts';
import type { Block, Gist, Inline, Provision } from '../provision/types.ts';
import { detachText } from '../text/detach-text.ts';
import { findFixes, splitTarget } from './apply-fixes.ts';
import { checkWithHints, type Check, type CheckedItem } from './check.ts';
import type { CitationIndex } from './citation-index.ts';
import type { CitationItem, Verdict } from './types.ts';

/** A unit of a document, or the document as a whole. */
export interface CitedTarget {
  /** Slug. */
  doc: string;
  /** Anchor that exists in the document's tree; null for the whole document. */
  provision: string | null;
}

/** A citation in a text of the library, ready to be shown. */
export interface LinkedCitation {
  /** The words that cite, as they stand in the text. */
  quote: string;
  /**
   * `linked`: its targets are known. `ambiguous`: `candidates` fit equally well. `unknown`: the
   * library has no such document. Errors in a citation are shown to its writer, not to readers:
   * they stay plain text.
   */
  state: 'linked' | 'ambiguous' | 'unknown';
  /** In the order of the text; more than one for a list or a range. */
  targets: CitedTarget[];
  /** Slugs. */
  candidates: string[];
}

/** A piece of text, whole or partly a citation. */
export interface TextSegment {
  text: string;
  citation: LinkedCitation | null;
}

/** A citation with the place that cites. */
export interface Mention {
  /** Unit that cites; null outside every unit. */
  from: string | null;
  /** Whether the official text cites or the library's own words do. */
  voice: 'text' | 'gist';
  citation: LinkedCitation;
}

/** All citations of a document's body. */
export interface DocumentLinks {
  /** Pieces of each run of text in which something is cited. */
  segments: ReadonlyMap<Inline, readonly TextSegment[]>;
  mentions: readonly Mention[];
}

/** Verdicts under which what is cited is certain, whatever became of it since. */
const LINKED: readonly Verdict[] = ['ok', 'superseded', 'expired', 'unknown-provision'];

/**
 * Whose words they are. `text`: the official text, where "Điều này" and a bare "Điều 5" are its own.
 * `gist`: our summary of a unit; a bare "Điều 5" is the document's. `note`: a remark on the record,
 * which may speak of several documents, so that only a document that is named is linked.
 */
type Voice = 'text' | 'gist' | 'note';

/** What linking one document needs to know. */
interface Context {
  document: LibraryDocument;
  library: Library;
  check: Check;
}

/**
 * Find what the text and the gists of a document cite.
 *
 * Headings cite nothing, and quoted amending text cites for another document: both are left alone.
 *
 * @param check Answers as `checkWithHints` does with the index of the library.
 */
export function linkDocument(
  document: LibraryDocument,
  library: Library,
  check: Check,
): DocumentLinks {
  const context: Context = { document, library, check };
  const segments = new Map<Inline, readonly TextSegment[]>();
  const mentions: Mention[] = [];
  const official = new Run();
  const preamble = { unit: null, blocks: document.tree.preamble };
  const units = [...document.tree.byId.values()].map((unit) => ({ unit, blocks: unit.blocks }));
  for (const { unit, blocks } of [preamble, ...units]) {
    for (const block of blocks) {
      if (block.type === 'gist') linkGist(block, unit);
      else official.addBlock(block, unit);
    }
  }
  for (const { scope, blocks } of document.tree.footnotes) {
    const unit = scope === '' ? null : (document.tree.byId.get(scope) ?? null);
    for (const block of blocks) official.addBlock(block, unit);
  }
  link(official, 'text');
  mentions.push(...linkRecord(context));
  return { segments, mentions };

  function linkGist(gist: Gist, unit: Provision | null): void {
    const run = new Run();
    for (const paragraph of gist.paragraphs) run.addBlock(paragraph, unit);
    link(run, 'gist');
  }

  function link(run: Run, voice: 'text' | 'gist'): void {
    for (const { citation, unit } of markCitations(run, voice, context)) {
      mentions.push({ from: unit?.id ?? null, voice, citation });
    }
    for (const [inline, pieces] of run.split()) segments.set(inline, pieces);
  }
}

/** What the title cites, and what our words cite about content whose place is not known. */
function linkRecord(context: Context): Mention[] {
  const { title, unplaced } = context.document.data;
  return [
    { text: title, voice: 'text' as const },
    ...unplaced.map(({ gist }) => ({ text: gist, voice: 'gist' as const })),
  ].flatMap(({ text, voice }) => {
    const run = new Run();
    run.addInlines([{ type: 'text', value: text }]);
    return markCitations(run, 'note', context).map(({ citation }) => ({
      from: null,
      voice,
      citation,
    }));
  });
}

/** Find which documents a remark on a document's record names. */
export function linkNote(
  text: string,
  document: LibraryDocument,
  library: Library,
  index: CitationIndex,
): readonly TextSegment[] {
  const inline: Inline = { type: 'text', value: text };
  const run = new Run();
  run.addInlines([inline]);
  const check: Check = (written, options) => checkWithHints(written, index, options);
  markCitations(run, 'note', { document, library, check });
  return run.split().get(inline) ?? [{ text, citation: null }];
}

interface PlacedCitation {
  citation: LinkedCitation;
  unit: Provision | null;
}

/** Mark the citations of a run, a person's decisions first; items of one span become one citation. */
function markCitations(run: Run, voice: Voice, context: Context): PlacedCitation[] {
  const fixed = findFixes(run.text, fixesOf(context)).map(({ start, end, fix }) => ({
    start,
    end,
    citation: readFix(fix, context),
  }));
  const found = groupBySpan(
    context.check(run.text, { asOf: lookUpDay(context.document), withTopics: true }).map(withHint),
  )
    .filter(({ start, end }) => !fixed.some((fix) => fix.start < end && start < fix.end))
    .filter(({ start }) => !run.isHeading(start))
    .map(({ start, end, items }) => ({
      start,
      end,
      citation: readCitation(items, run.unitAt(start), voice, context),
    }));
  const placed: PlacedCitation[] = [];
  for (const { start, end, citation } of [...fixed, ...found].sort((a, b) => a.start - b.start)) {
    if (citation === null || !run.mark(start, end, citation)) continue;
    placed.push({ citation, unit: run.unitAt(start) });
  }
  return placed;
}

/** In our own words what the library has may be settled by relations, so it is one candidate here. */
function withHint({ item, hint }: CheckedItem): CitationItem {
  return hint === null ? item : { ...item, verdict: 'ambiguous', candidates: [hint] };
}

function fixesOf({ document, library }: Context): readonly CitationFix[] {
  return library.citationFixes.get(document.slug)?.data.fixes ?? [];
}

/** @returns null where the person says that nothing is cited. */
function readFix({ quote, target }: CitationFix, { library }: Context): LinkedCitation | null {
  if (target === null) return null;
  const { doc, provision } = splitTarget(target);
  const cited = library.bySlug.get(doc);
  return cited
    ? { quote, state: 'linked', targets: [existing(cited, provision)], candidates: [] }
    : null;
}

function groupBySpan(
  items: readonly CitationItem[],
): { start: number; end: number; items: [CitationItem, ...CitationItem[]] }[] {
  const bySpan = new Map<string, [CitationItem, ...CitationItem[]]>();
  for (const item of items) {
    const key = `${item.start}-${item.end}`;
    const group = bySpan.get(key);
    if (group) group.push(item);
    else bySpan.set(key, [item]);
  }
  return [...bySpan.values()].map((group) => ({
    start: group[0].start,
    end: group[0].end,
    items: group,
  }));
}

/** A link leads to what is cited whatever became of it: no day may decide over it. */
function lookUpDay({ data }: LibraryDocument): string {
  return data.issuedDate ?? `${issuedYear(data) ?? 9999}-12-31`;
}

/** @returns null when the words are to stay plain text. */
function readCitation(
  items: readonly [CitationItem, ...CitationItem[]],
  unit: Provision | null,
  voice: Voice,
  context: Context,
): LinkedCitation | null {
  const [{ quote, verdict, candidates, provision }] = items;
  const named = namesDocument(quote);
  if (voice === 'note' && !named) return null;
  // Not to hold the text of the whole run for as long as it is cited.
  const base = { quote: detachText(quote), targets: [], candidates: [] };
  if (verdict === 'ambiguous') {
    const settled = voice === 'text' ? null : settleByRelations(candidates, context);
    if (settled?.slug === context.document.slug) return null;
    if (settled !== null) {
      return { ...base, state: 'linked', targets: [existing(settled, provision)] };
    }
    return candidates.length > 1 ? { ...base, state: 'ambiguous', candidates } : null;
  }
  if (verdict === 'unknown-document') return named ? { ...base, state: 'unknown' } : null;
  const targets = items.map((item) => readTarget(item, unit, voice, context));
  const found = targets.filter((target) => target !== null);
  // A list of which one unit cannot be settled is not linked by halves.
  return found.length > 0 && found.length === targets.length
    ? { ...base, state: 'linked', targets: found }
    : null;
}

/** A type with its number or name, a symbol: more than "Điều 5", "luật này" or "văn bản trên". */
function namesDocument(quote: string): boolean {
  if (/(?<!\p{L})(?:này|trên|đó|nói trên|nêu trên)$/iu.test(quote)) return false;
  return /\d[\p{L}\d]*\s?[-/]\s?\p{L}|\d{4}\/|\d\/\d/u.test(quote) || TYPE_NAME.test(quote);
}

const TYPE_NAME = new RegExp(
  `(?<!\\p{L})(?:${Object.values(DOCUMENT_TYPES)
    .map(({ name }) => name)
    .join('|')})(?!\\p{L})`,
  'iu',
);

/** In our own words a bare number is the document at hand, or the one it is related to. */
function settleByRelations(
  candidates: readonly string[],
  { document, library }: Context,
): LibraryDocument | null {
  const related = (library.relations.get(document.slug) ?? []).flatMap(({ other }) => other ?? []);
  const fitting = [document, ...related].filter(({ slug }) => candidates.includes(slug));
  const [only] = fitting;
  return only !== undefined && fitting.every(({ slug }) => slug === only.slug) ? only : null;
}

function readTarget(
  { doc, provision, verdict, quote }: CitationItem,
  unit: Provision | null,
  voice: Voice,
  { document, library }: Context,
): CitedTarget | null {
  if (!LINKED.includes(verdict)) return null;
  if (doc !== null && doc !== document.slug) {
    const cited = library.bySlug.get(doc);
    // Bare units of another document are certain in its own text only.
    return cited && (voice === 'text' || namesDocument(quote)) ? existing(cited, provision) : null;
  }
  if (provision === null) return null;
  const own = ownAnchor(provision, quote, unit, document);
  return own === null || own === unit?.id ? null : { doc: document.slug, provision: own };
}

/** The cited unit, or the innermost unit around it that the library has. */
function existing({ slug, tree }: LibraryDocument, provision: string | null): CitedTarget {
  let anchor = provision;
  while (anchor !== null && !tree.byId.has(anchor)) {
    const cut = anchor.lastIndexOf('-');
    anchor = cut === -1 ? null : anchor.slice(0, cut);
  }
  return { doc: slug, provision: anchor };
}

/** Bare units inside an attached instrument are its own: its Điều 5 is `kt-d5`. */
function ownAnchor(
  provision: string,
  quote: string,
  unit: Provision | null,
  { tree }: LibraryDocument,
): string | null {
  const scope = unit === null ? null : scopeOf(unit);
  if (scope === null || /(?:quyết định|nghị định|luật) này/iu.test(quote)) {
    return tree.byId.has(provision) ? provision : null;
  }
  const scoped = provision.startsWith(`${scope.id}-`) ? provision : `${scope.id}-${provision}`;
  return tree.byId.has(scoped) ? scoped : null;
}

/** Blocks joined to one text, which knows where each run of it came from. */
class Run {
  text = '';
  readonly #pieces: { inline: Inline & { type: 'text' }; start: number }[] = [];
  readonly #lines: { start: number; unit: Provision | null; heading: boolean }[] = [];
  readonly #marks: { start: number; end: number; citation: LinkedCitation }[] = [];

  addBlock(block: Block, unit: Provision | null): void {
    if (block.type === 'table') {
      for (const cell of block.rows.flat()) {
        for (const paragraph of cell.paragraphs) this.#addLine(paragraph, unit, false);
      }
    } else if (block.type === 'heading' || block.type === 'paragraph') {
      const label = block.label === null ? '' : `${block.label.printed} `;
      this.#addLine(block.content, unit, block.type === 'heading', label);
    }
  }

  addInlines(content: readonly Inline[]): void {
    this.#addLine(content, null, false);
  }

  /** A blank line between paragraphs: no citation runs on from one to the next. */
  #addLine(content: readonly Inline[], unit: Provision | null, heading: boolean, label = ''): void {
    this.#lines.push({ start: this.text.length, unit, heading });
    this.text += label;
    this.#addContent(content);
    this.text += '\n\n';
  }

  #addContent(content: readonly Inline[]): void {
    for (const inline of content) {
      if (inline.type === 'text') {
        this.#pieces.push({ inline, start: this.text.length });
        this.text += inline.value;
      } else if (inline.type === 'break') {
        this.text += '\n';
      } else if (inline.type === 'strong' || inline.type === 'emphasis') {
        this.#addContent(inline.children);
      }
    }
  }

  /** Unit whose block holds a place of the text. */
  unitAt(offset: number): Provision | null {
    return this.#lineAt(offset)?.unit ?? null;
  }

  isHeading(offset: number): boolean {
    return this.#lineAt(offset)?.heading ?? false;
  }

  #lineAt(offset: number): { unit: Provision | null; heading: boolean } | undefined {
    let low = 0;
    let high = this.#lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#lines[middle]?.start ?? Infinity) <= offset) low = middle + 1;
      else high = middle;
    }
    return this.#lines[low - 1];
  }

  /** Marks come in the order of the text; @returns false for one that overlaps the last. */
  mark(start: number, end: number, citation: LinkedCitation): boolean {
    if ((this.#marks.at(-1)?.end ?? 0) > start) return false;
    this.#marks.push({ start, end, citation });
    return true;
  }

  /** Each run of text that a citation touches, cut at the citations' ends. */
  split(): Map<Inline, TextSegment[]> {
    const cut = new Map<Inline, TextSegment[]>();
    let next = 0;
    for (const { inline, start } of this.#pieces) {
      const end = start + inline.value.length;
      // Out of the run's own text, not out of the joined one, which then need not be held.
      const cutOut = (from: number, to: number) => inline.value.slice(from - start, to - start);
      while ((this.#marks[next]?.end ?? Infinity) <= start) next++;
      const segments: TextSegment[] = [];
      let position = start;
      for (let i = next; (this.#marks[i]?.start ?? Infinity) < end; i++) {
        const mark = this.#marks[i];
        if (mark === undefined) break;
        const from = Math.max(mark.start, start);
        const to = Math.min(mark.end, end);
        if (from > position) segments.push({ text: cutOut(position, from), citation: null });
        segments.push({ text: cutOut(from, to), citation: mark.citation });
        position = to;
      }
      if (segments.length === 0) continue;
      if (position < end) segments.push({ text: cutOut(position, end), citation: null });
      cut.set(inline, segments);
    }
    return cut;
  }
}

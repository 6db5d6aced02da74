import type { Provision, ProvisionKind, ProvisionTree } from '../../lib/provision/types.ts';
import { describedTitle } from './headings.ts';

/** One line of a table of contents. */
export interface TocEntry {
  id: string;
  /** As printed: "Điều 5.", "III."; of a scope its name. */
  label: string;
  /** Official heading, or our words for it; null when neither is known. */
  title: string | null;
  /** True when `title` is ours. */
  isDescribed: boolean;
  children: TocEntry[];
}

/** Units that a table of contents lists wherever they stand. */
const LISTED: readonly ProvisionKind[] = [
  'part',
  'chapter',
  'section',
  'subsection',
  'article',
  'roman',
  'attached',
  'annex',
];

/**
 * The table of contents of a text: scopes, parts to articles, Roman items; numbered items where
 * they are the outermost units or have a title.
 */
export function buildToc({ children }: Pick<ProvisionTree, 'children'>): TocEntry[] {
  return children.flatMap(entriesOf);
}

/** More entries than this do not fit on a screen or two. */
const LONG = 40;

/**
 * Whether a table of contents is long enough to be shortened to what holds its articles: more than
 * 40 entries, in more than one level.
 */
export function isFoldable(entries: readonly TocEntry[]): boolean {
  return count(entries) > LONG && entries.some(({ children }) => children.length > 0);
}

function count(entries: readonly TocEntry[]): number {
  return entries.reduce((sum, { children }) => sum + 1 + count(children), 0);
}

function entriesOf(unit: Provision): TocEntry[] {
  const children = unit.children.flatMap(entriesOf);
  if (!isListed(unit)) return children;
  return [{ id: unit.id, ...nameOf(unit), children }];
}

/** An attached instrument goes by its title, which says what it is. */
function nameOf(unit: Provision): Pick<TocEntry, 'label' | 'title' | 'isDescribed'> {
  const { kind, heading, printed, label } = unit;
  if (kind === 'attached') return { label: heading ?? label, title: null, isDescribed: false };
  const described = describedTitle(unit);
  const title = heading ?? described;
  return { label: printed?.printed ?? label, title, isDescribed: described !== null };
}

function isListed({ kind, parent, heading }: Provision): boolean {
  if (LISTED.includes(kind)) return true;
  return kind === 'number' && (parent === null || parent.kind === 'attached' || heading !== null);
}

import { message } from '../../i18n/messages.ts';
import type { ComparisonRow, RowChange } from '../../lib/compare/compare-documents.ts';
import type { Stretch } from '../../lib/compare/diff-words.ts';
import type { CompareUnit } from '../../lib/compare/units.ts';
import { element, escapeHtml } from '../../lib/document/html.ts';
import { documentUrl } from '../../lib/library/addresses.ts';

/**
 * One side of a comparison as HTML. What the other side does not have is marked by an element, by
 * a line, and by a word for those who listen. Punctuation is not compared, so none is marked behind
 * the last word.
 */
export function renderSide(stretches: readonly Stretch[], side: 'old' | 'new'): string {
  const [tag, word] =
    side === 'old'
      ? (['del', message('comparison.removed')] as const)
      : (['ins', message('comparison.added')] as const);
  return stretches
    .map((stretch) => {
      const text = stretch[side];
      if (text === '' || stretch.kind === 'same') return escapeHtml(text);
      const [, words = '', rest = ''] = /^(.*?)([\s.,;:!?…)\]”’»"'–—-]*)$/su.exec(text) ?? [];
      const hidden = element('span', { class: 'visually-hidden' }, escapeHtml(word));
      return element(tag, {}, hidden + escapeHtml(words)) + rest;
    })
    .join('');
}

/** Links to the units of one side, in order. */
export function renderUnits(units: readonly CompareUnit[], slug: string): string {
  return units
    .map((unit) => element('a', { href: documentUrl(slug, unit.id) }, escapeHtml(nameOf(unit))))
    .join(', ');
}

/** Links to the rows of each change but `same`, for a list of contents. */
export function changedRows(
  rows: readonly ComparisonRow[],
): { change: Exclude<RowChange, 'same'>; links: { href: string; name: string }[] }[] {
  return (['changed', 'dropped', 'new'] as const).flatMap((change) => {
    const links = rows
      .filter((row) => row.change === change)
      .map((row) => ({ href: `#${rowId(row)}`, name: rowName(row) }));
    return links.length === 0 ? [] : [{ change, links }];
  });
}

/** By the labels of the new document; of the old one where it has none. */
function rowName({ old, new: now }: ComparisonRow): string {
  return (now.length > 0 ? now : old).map(nameOf).join(', ');
}

function nameOf({ label }: CompareUnit): string {
  return label === '' ? message('comparison.opening') : label;
}

/** Whether a row has words besides the heading that its own heading shows. */
export function hasMoreThanHeading({ new: now }: ComparisonRow): boolean {
  return now.some(({ text, heading }) => text !== (heading ?? ''));
}

/** What there is to say of a row besides its change: `đổi số`, `tách ra` … */
export function rowRemarks({ old, new: now, isMoved }: ComparisonRow): string[] {
  const renumbered = old.length === 1 && now.length === 1 && old[0]?.label !== now[0]?.label;
  return [
    ...(isMoved ? [message('comparison.moved')] : []),
    ...(renumbered ? [message('comparison.renumbered')] : []),
    ...(old.length > 0 && now.length > old.length ? [message('comparison.split')] : []),
    ...(now.length > 0 && old.length > now.length ? [message('comparison.merged')] : []),
  ];
}

/** Id of a row: the first unit of the new document, else of the old one. */
export function rowId({ old, new: now }: ComparisonRow): string {
  const [unit] = now.length > 0 ? now : old;
  return `${now.length > 0 ? 'moi' : 'cu'}-${unit?.id === '' ? 'dau' : (unit?.id ?? '')}`;
}

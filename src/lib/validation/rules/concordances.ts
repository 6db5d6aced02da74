import { compareUnits } from '../../compare/units.ts';
import type { ConcordanceData } from '../../document/schema.ts';
import { comparisonPairs, hasFullText, splitPair } from '../../library/comparisons.ts';
import type { FieldPath } from '../../library/front-matter.ts';
import { isEnded } from '../../library/indexes.ts';
import { successors } from '../../library/successors.ts';
import type { LibraryDocument, Reading } from '../../library/types.ts';
import { nearest } from '../../text/nearest.ts';
import { errorIn, FILE_START, warningIn, type Rule, type RuleContext } from '../context.ts';
import type { Problem } from '../problem.ts';

/**
 * Two documents side by side: both exist, every row leads to provisions that exist and names its
 * sources, and no decision about what answers to what contradicts another.
 */
export const checkConcordances: Rule = (context) =>
  context.readings
    .filter(({ collection }) => collection === 'doi-chieu')
    .flatMap((reading) => {
      const nameProblems = checkName(reading, context);
      if (nameProblems.length > 0) return nameProblems;
      const pair = comparisonPairs(context.library).find(({ slug }) => slug === reading.slug);
      // A record with errors of its own is reported there.
      if (!pair?.concordance) return [];
      const sides = { old: pair.old, new: pair.new };
      return [
        ...checkCurrent(reading, pair.new, context),
        ...checkRows(reading, pair.concordance, sides),
        ...checkAlignments(reading, pair.concordance, sides),
        ...checkOwnSources(reading, pair.concordance),
      ];
    });

interface Sides {
  old: LibraryDocument;
  new: LibraryDocument;
}
const SIDES = ['old', 'new'] as const;

function checkName(reading: Reading, { bySlug }: RuleContext): Problem[] {
  const names = splitPair(reading.slug);
  if (names === null || names.old === names.new)
    return [errorIn(reading, 'concordance-name', FILE_START, { slug: reading.slug })];
  return SIDES.flatMap((side) => {
    const value = names[side];
    if (bySlug.has(value)) return [];
    const values = { value, nearest: nearest(value, bySlug.keys()).join(', ') };
    return [errorIn(reading, 'concordance-document-unknown', FILE_START, values)];
  });
}

/** The newer of two documents may have been replaced since: readers must be told. */
function checkCurrent(reading: Reading, now: LibraryDocument, { library }: RuleContext): Problem[] {
  if (!isEnded(now)) return [];
  const later = successors(library, now.slug).map(({ slug }) => slug);
  const values = { slug: now.slug, later: later.join(', ') };
  return [warningIn(reading, 'cited-document-ended', FILE_START, values)];
}

function checkRows(reading: Reading, { rows, sources }: ConcordanceData, sides: Sides): Problem[] {
  const known = [
    ...SIDES.flatMap((side) => sides[side].data.sources.map(({ id }) => `${side}.${id}`)),
    ...sources.map(({ id }) => id),
  ];
  return rows.flatMap((row, index) => [
    ...missingSides(row).map((side) =>
      errorIn(reading, 'concordance-side-missing', { field: ['rows', index, 'change'] }, { side }),
    ),
    ...SIDES.flatMap((side) =>
      checkAnchors(reading, row[side]?.at ?? [], sides[side], ['rows', index, side, 'at']),
    ),
    ...row.sources.flatMap((id, at) => {
      if (known.includes(id)) return [];
      const values = { id, nearest: nearest(id, known).join(', '), known: known.join(', ') };
      return [
        errorIn(reading, 'source-unknown', { field: ['rows', index, 'sources', at] }, values),
      ];
    }),
  ]);
}

/** What was kept or changed stands on both sides, what was dropped on the old, what is new on the new. */
function missingSides(row: ConcordanceData['rows'][number]): string[] {
  const needed = {
    kept: SIDES,
    changed: SIDES,
    dropped: ['old'] as const,
    new: ['new'] as const,
    unknown: [],
  }[row.change];
  return needed.filter((side) => row[side] === undefined);
}

function checkAnchors(
  reading: Reading,
  ids: readonly string[],
  document: LibraryDocument,
  field: FieldPath,
): Problem[] {
  return ids.flatMap((id, at) => {
    if (document.tree.byId.has(id)) return [];
    const near = nearest(id, document.tree.byId.keys()).join(', ');
    const values = { id, slug: document.slug, nearest: near };
    return [errorIn(reading, 'cited-anchor-unknown', { field: [...field, at] }, values)];
  });
}

function checkAlignments(
  reading: Reading,
  { alignments }: ConcordanceData,
  sides: Sides,
): Problem[] {
  const problems: Problem[] = [];
  alignments.forEach((one, index) => {
    if (one.old.length + one.new.length === 0)
      problems.push(errorIn(reading, 'alignment-empty', { field: ['alignments', index] }));
  });
  for (const side of SIDES) {
    const document = sides[side];
    const units = new Set(compareUnits(document.tree).map(({ id }) => id));
    const seen = new Map<string, number>();
    alignments.forEach((one, index) => {
      const field = ['alignments', index, side];
      problems.push(...checkAnchors(reading, one[side], document, field));
      one[side].forEach((id, at) => {
        const where = { field: [...field, at] };
        const first = seen.get(id);
        if (first !== undefined) {
          const line = String(reading.front.locate(['alignments', first, side]).line);
          problems.push(errorIn(reading, 'alignment-repeated', where, { id, line }));
        } else if (document.tree.byId.has(id) && hasFullText(document) && !units.has(id)) {
          problems.push(errorIn(reading, 'alignment-too-small', where, { id }));
        }
        seen.set(id, first ?? index);
      });
    });
  }
  return problems;
}

function checkOwnSources(reading: Reading, { rows, sources }: ConcordanceData): Problem[] {
  const named = new Set(rows.flatMap((row) => row.sources));
  return sources.flatMap(({ id }, index) =>
    named.has(id)
      ? []
      : [warningIn(reading, 'source-unused', { field: ['sources', index, 'id'] }, { id })],
  );
}

import { nearest } from '../../text/nearest.ts';
import { errorIn, type CheckedDocument, type Rule, type RuleContext } from '../context.ts';
import type { LooseRelation } from '../loose-record.ts';
import type { Problem } from '../problem.ts';

/** A relation that tells which units are changed names units of the other document, and its own. */
export const checkAffectedUnits: Rule = (context) =>
  context.documents.flatMap((document) =>
    document.record.relations.flatMap((relation, index) =>
      checkRelation(context, document, relation, index),
    ),
  );

function checkRelation(
  { bySlug }: RuleContext,
  document: CheckedDocument,
  { kind, target, affects }: LooseRelation,
  index: number,
): Problem[] {
  if (affects.length === 0) return [];
  const path = ['relations', index, 'affects'];
  if (kind !== 'amends') return [errorIn(document, 'affects-of-other-kind', { key: path })];
  const other = target === undefined ? undefined : bySlug.get(target);
  return affects.flatMap(({ unit, by }, at) => [
    ...(other ? checkUnit(document, other, unit, [...path, at, 'unit']) : []),
    ...checkUnit(document, document, by, [...path, at, 'by']),
  ]);
}

function checkUnit(
  document: CheckedDocument,
  owner: CheckedDocument,
  id: string | undefined,
  field: PropertyKey[],
): Problem[] {
  const units = owner.tree?.byId;
  if (id === undefined || !units || units.has(id)) return [];
  const values = { id, slug: owner.slug, nearest: nearest(id, units.keys()).join(', ') };
  return [errorIn(document, 'affects-unit-unknown', { field }, values)];
}

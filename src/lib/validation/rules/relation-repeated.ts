import { slugify } from '../../text/fold.ts';
import {
  errorIn,
  nameField,
  warningIn,
  type CheckedDocument,
  type Rule,
  type RuleContext,
} from '../context.ts';
import type { LooseRelation } from '../loose-record.ts';
import type { Problem } from '../problem.ts';

/** Kinds of which only one can hold between two documents. */
const EXCLUSIVE = new Set(['replaces', 'repeals', 'amends', 'continues']);

/** A relation is stated once, between two different documents, and by one of them only. */
export const checkRepeatedRelations: Rule = (context) =>
  context.documents.flatMap((document) =>
    document.record.relations.flatMap((relation, index) => [
      ...checkSelf(document, relation, index),
      ...checkEarlier(document, relation, index),
      ...checkMutual(context, document, relation, index),
    ]),
  );

function checkSelf(document: CheckedDocument, { target }: LooseRelation, index: number): Problem[] {
  if (target !== document.slug) return [];
  const where = { field: ['relations', index, 'target'] };
  return [errorIn(document, 'relation-to-itself', where, { target })];
}

/** Against the relations before it in the same record. */
function checkEarlier(
  document: CheckedDocument,
  relation: LooseRelation,
  index: number,
): Problem[] {
  const { relations } = document.record;
  const { kind = '' } = relation;
  const other = relation.target ?? relation.unrecorded;
  if (other === undefined) return [];
  const earlier = (test: (candidate: LooseRelation) => boolean) =>
    relations
      .slice(0, index)
      .findIndex((candidate) => isSameTarget(candidate, relation) && test(candidate));
  const place = (found: number) => String(document.front.locate(['relations', found]).line);

  const same = earlier((candidate) => candidate.kind === kind);
  if (same >= 0) {
    const values = { kind, target: other, line: place(same) };
    return [errorIn(document, 'relation-repeated', { field: ['relations', index] }, values)];
  }
  const rival = earlier((candidate) => EXCLUSIVE.has(kind) && EXCLUSIVE.has(candidate.kind ?? ''));
  if (rival < 0) return [];
  const values = { kind, target: other, line: place(rival), rival: relations[rival]?.kind ?? '' };
  return [warningIn(document, 'relation-kinds-exclusive', { field: ['relations', index] }, values)];
}

function isSameTarget(a: LooseRelation, b: LooseRelation): boolean {
  if (a.target !== undefined || b.target !== undefined) return a.target === b.target;
  return slugify(a.unrecorded ?? '') === slugify(b.unrecorded ?? '');
}

/** Both documents state the same relation about each other: one of them is the inverse. */
function checkMutual(
  { bySlug }: RuleContext,
  document: CheckedDocument,
  { kind, target }: LooseRelation,
  index: number,
): Problem[] {
  const other = bySlug.get(target ?? '');
  if (!other || other.slug === document.slug) return [];
  const back = other.record.relations.findIndex(
    (relation) => relation.kind === kind && relation.target === document.slug,
  );
  if (back < 0) return [];
  const values = {
    kind: kind ?? '',
    target: other.slug,
    other: nameField(other, ['relations', back]),
  };
  return [errorIn(document, 'relation-mutual', { field: ['relations', index] }, values)];
}

import type { RelationKind } from '../../document/types.ts';
import { errorIn, type Rule } from '../context.ts';

/** What somebody writes who states a relation on the earlier document, and the kind it inverts. */
const INVERSES = new Map<string, string>([
  ['replaced-by', 'replaces'],
  ['repealed-by', 'repeals'],
  ['amended-by', 'amends'],
  ['continued-by', 'continues'],
  ['concluded-by', 'concludes-on'],
  ['implemented-by', 'implements'],
  ['guided-by', 'guides'],
  ['cited-by', 'cites'],
] satisfies [string, RelationKind][]);

/** A relation is stated on the later document; the library computes the inverse. */
export const checkInverseRelations: Rule = ({ documents }) =>
  documents.flatMap((document) =>
    document.record.relations.flatMap(({ kind = '', target, unrecorded }, index) => {
      const forward = INVERSES.get(kind);
      if (forward === undefined) return [];
      const values = { kind, forward, other: target ?? unrecorded ?? '', slug: document.slug };
      const where = { field: ['relations', index, 'kind'] };
      return [errorIn(document, 'relation-inverse-stated', where, values)];
    }),
  );

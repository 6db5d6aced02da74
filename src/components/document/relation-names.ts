import type { RelationKind } from '../../lib/document/types.ts';

/** Name of each relation as the other document has it; the keys of the string table. */
export const INVERSE_NAMES = {
  replaces: 'replaced-by',
  repeals: 'repealed-by',
  amends: 'amended-by',
  continues: 'continued-by',
  'concludes-on': 'concluded-by',
  implements: 'implemented-by',
  guides: 'guided-by',
  cites: 'cited-by',
} as const satisfies Record<RelationKind, string>;

import type { LibraryDocument, ResolvedRelation } from '../../lib/library/types.ts';
import type { RelationKind } from '../../lib/document/types.ts';

/** A document that changed this one's force, and the relation that says so. */
export interface Change {
  by: LibraryDocument;
  relation: ResolvedRelation;
}

/** Which documents changed the force of a document. */
export interface Changes {
  replaced: Change[];
  repealed: Change[];
  amended: Change[];
}

/** Sort a document's incoming relations by what they did to its force. */
export function findChanges(relations: readonly ResolvedRelation[]): Changes {
  return {
    replaced: changesOf('replaces', relations),
    repealed: changesOf('repeals', relations),
    amended: changesOf('amends', relations),
  };
}

function changesOf(kind: RelationKind, relations: readonly ResolvedRelation[]): Change[] {
  return relations.flatMap((relation) =>
    relation.direction === 'incoming' && relation.kind === kind && relation.other !== null
      ? [{ by: relation.other, relation }]
      : [],
  );
}

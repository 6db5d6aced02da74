import type { PageTerm } from '../../client/document/page-data.ts';
import { findDefinitions } from '../../lib/definitions/find-definitions.ts';
import type { LibraryDocument } from '../../lib/library/types.ts';

/** Terms that a document defines, as its page tells them to its script. */
export function definedTerms({ tree }: Pick<LibraryDocument, 'tree'>): PageTerm[] {
  return findDefinitions(tree).map((one) =>
    one.in === 'unit' ? [one.term, one.unit ?? ''] : [one.term, one.unit ?? '', one.in],
  );
}

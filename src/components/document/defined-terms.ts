import type { PageTerm } from '../../client/document/page-data.ts';
import { findDefinitions } from '../../lib/definitions/find-definitions.ts';
import { makeOnce } from '../../lib/library/derived.ts';
import type { LibraryDocument } from '../../lib/library/types.ts';

/** Terms that a document defines, as its page tells them to its script; its text is read once. */
export function definedTerms({ tree }: Pick<LibraryDocument, 'tree'>): readonly PageTerm[] {
  return makeOnce(tree, 'defined-terms', () =>
    findDefinitions(tree).map((one): PageTerm =>
      one.in === 'unit' ? [one.term, one.unit ?? ''] : [one.term, one.unit ?? '', one.in],
    ),
  );
}

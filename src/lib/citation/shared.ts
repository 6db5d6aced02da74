import { citableProvision } from '../document/citable-provision.ts';
import {
  citableDocument,
  CITATION_STYLES,
  formatCitation,
  type CitableDocument,
} from '../document/cite.ts';
import { issuerNames } from '../library/successors.ts';
import type { Library, LibraryDocument } from '../library/types.ts';
import { scopeOf } from '../provision/naming.ts';
import type { Provision } from '../provision/types.ts';
import { checkText } from './check.ts';
import { buildCitationIndex, type CitationIndex } from './citation-index.ts';
import { isToldByLabel } from './unit-places.ts';

/**
 * Whether the words of a citation are enough: what the formatter writes, the engine reads. Where
 * they fit more than one document or unit, the printed address goes with them.
 */

const indexes = new WeakMap<Library, CitationIndex>();

/** The index of a library, built once. */
export function citationIndexOf(library: Library): CitationIndex {
  const known = indexes.get(library) ?? buildCitationIndex(library);
  indexes.set(library, known);
  return known;
}

const citable = new WeakMap<LibraryDocument, CitableDocument>();

/** What citing a document needs, with the address where its words fit another document, too. */
export function citableOf(library: Library, document: LibraryDocument): CitableDocument {
  const known = citable.get(document) ?? createCitable(library, document);
  citable.set(document, known);
  return known;
}

function createCitable(library: Library, document: LibraryDocument): CitableDocument {
  const plain = citableDocument(document, issuerNames(library, document));
  return isReadBack(library, plain, null) ? plain : { ...plain, isShared: true };
}

/** Ids of the units of a document that label and scope do not tell from others. */
export function sharedUnits(library: Library, document: LibraryDocument): ReadonlySet<string> {
  const { tree } = document;
  const instruments = tree.children.filter(({ kind }) => kind === 'attached');
  const untold = new Set(
    instruments.filter((unit) => !isReadBack(library, citableOf(library, document), unit)),
  );
  return new Set(
    [...tree.byId.values()]
      .filter((unit) => !isToldByLabel(unit, tree) || isIn(unit, untold))
      .map(({ id }) => id),
  );
}

function isIn(unit: Provision, instruments: ReadonlySet<Provision>): boolean {
  for (let scope = scopeOf(unit); scope; scope = scope.parent && scopeOf(scope.parent))
    if (instruments.has(scope)) return true;
  return false;
}

/** No day comes before a document's end: force is not asked here. */
const FIRST_DAY = '0000-01-01';

function isReadBack(library: Library, document: CitableDocument, unit: Provision | null): boolean {
  const index = citationIndexOf(library);
  const provision = unit && citableProvision(unit);
  return CITATION_STYLES.filter((style) => style !== 'printed').every((style) => {
    const text = formatCitation(document, provision, style);
    const [item] = checkText(text, index, { asOf: FIRST_DAY });
    const isPlace = item?.doc === document.slug && item.provision === (unit?.id ?? null);
    return isPlace && item.verdict === 'ok';
  });
}

import { citableProvision } from '../document/citable-provision.ts';
import {
  citableDocument,
  CITATION_STYLES,
  formatCitation,
  type CitableDocument,
} from '../document/cite.ts';
import { derive, makeOnce } from '../library/derived.ts';
import { outlineUnits, treeOfUnits } from '../library/outline.ts';
import { issuerNames } from '../library/successors.ts';
import type { Library, LibraryDocument } from '../library/types.ts';
import { isLazyTree } from '../provision/lazy-tree.ts';
import { scopeOf } from '../provision/naming.ts';
import type { Provision } from '../provision/types.ts';
import { checkText } from './check.ts';
import { buildCitationIndex, type CitationIndex } from './citation-index.ts';
import { isToldByLabel } from './unit-places.ts';

/**
 * Whether the words of a citation are enough: what the formatter writes, the engine reads. Where
 * they fit more than one document or unit, the printed address goes with them.
 */

/** The index of a library, built once; a text that has not been read is not read for it. */
export function citationIndexOf(library: Library): CitationIndex {
  return makeOnce(library, 'citation-index', () => buildCitationIndex(withoutTexts(library)));
}

/**
 * A library whose texts need not be read: of those that were not, the outlines stand for them.
 * Citations are judged as by the library itself.
 */
function withoutTexts(library: Library): Library {
  const documents = library.documents.map(({ slug, path, data, tree: own, retired }) => {
    const tree = isLazyTree(own) ? treeOfUnits(outlineUnits(own)) : own;
    return { slug, path, data, body: '', tree, retired };
  });
  return { ...library, documents };
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
  const isAlone = derive(document, 'is-read-back', () => isReadBack(library, plain, null));
  return isAlone ? plain : { ...plain, isShared: true };
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

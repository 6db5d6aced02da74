import { unitDigests } from '../../lib/edition/unit-digests.ts';
import { documentUrl } from '../../lib/library/addresses.ts';
import type { Library, LibraryDocument } from '../../lib/library/types.ts';
import { divideEdition, type EditionPart, type TrayEdition } from '../../lib/tray/edition.ts';
import { citePage } from '../document/cite-view.ts';

const editions = new WeakMap<Library, EditionPart[]>();

/**
 * What this edition knows of every document, against which a tray holds its items. Made once for a
 * library.
 *
 * @param site Public address of the site, when it has one; the same in every call.
 */
export function trayEdition(library: Library, site: URL | undefined): EditionPart[] {
  const edition = editions.get(library) ?? makeEdition(library, site);
  editions.set(library, edition);
  return edition;
}

function makeEdition(library: Library, site: URL | undefined): EditionPart[] {
  const documents = [...library.documents].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  return divideEdition(documents.map((document) => editionOf(library, document, site)));
}

function editionOf(
  library: Library,
  document: LibraryDocument,
  site: URL | undefined,
): TrayEdition {
  const { slug, data, tree } = document;
  const { ids, whole } = unitDigests(tree);
  return {
    ...citePage(library, document),
    address: site === undefined ? null : new URL(documentUrl(slug), site).href,
    anchors: ids,
    digests: hasOfficialText(data.text.state) ? whole : '',
  };
}

/** Whether the body of a document is its official text, which may be quoted. */
export function hasOfficialText(state: LibraryDocument['data']['text']['state']): boolean {
  return state === 'full' || state === 'ocr-unchecked';
}

import { documentUrl } from '../../lib/library/addresses.ts';
import type { Library, LibraryDocument } from '../../lib/library/types.ts';
import { provisionText } from '../../lib/provision/text.ts';
import {
  divideEdition,
  textDigest,
  type EditionPart,
  type TrayEdition,
} from '../../lib/tray/edition.ts';
import { citePage } from '../document/cite-view.ts';

/**
 * What this edition knows of every document, against which a tray holds its items.
 *
 * @param site Public address of the site, when it has one.
 */
export function trayEdition(library: Library, site: URL | undefined): EditionPart[] {
  const documents = [...library.documents].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  return divideEdition(documents.map((document) => editionOf(library, document, site)));
}

function editionOf(
  library: Library,
  document: LibraryDocument,
  site: URL | undefined,
): TrayEdition {
  const { slug, data, tree } = document;
  const anchors = [...tree.byId.values()].map((unit) =>
    hasOfficialText(data.text.state) ? `${unit.id}:${textDigest(provisionText(unit))}` : unit.id,
  );
  return {
    ...citePage(library, document),
    address: site === undefined ? null : new URL(documentUrl(slug), site).href,
    anchors: anchors.join(' '),
  };
}

/** Whether the body of a document is its official text, which may be quoted. */
export function hasOfficialText(state: LibraryDocument['data']['text']['state']): boolean {
  return state === 'full' || state === 'ocr-unchecked';
}

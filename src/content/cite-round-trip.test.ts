import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkText } from '../lib/citation/check.ts';
import { citableOf, citationIndexOf, sharedUnits } from '../lib/citation/shared.ts';
import { citableProvision } from '../lib/document/citable-provision.ts';
import {
  CITATION_STYLES,
  formatCitation,
  quoteCitation,
  type CitableDocument,
  type CitableProvision,
} from '../lib/document/cite.ts';
import { parsePrinted } from '../lib/document/printed.ts';
import { documentUrl } from '../lib/library/addresses.ts';
import { buildLibrary } from '../lib/library/build-library.ts';
import type { Library, LibraryDocument } from '../lib/library/types.ts';
import type { Provision } from '../lib/provision/types.ts';
import { readContent } from './read-content.ts';
import { fictionalLibrary } from './testing/fictional-documents.ts';

const STYLES = CITATION_STYLES.filter((style) => style !== 'printed');
const AS_OF = '2040-01-01';

/** A string that the site hands out, with what is wrong when it is not read back. */
type HandedOut = readonly [name: string, text: string];

/** All that the site hands out for a document or a unit of it. */
function handedOut(document: CitableDocument, provision: CitableProvision | null): HandedOut[] {
  const cited = STYLES.map((style) => [style, formatCitation(document, provision, style)] as const);
  const page = `https://thu-vien.example${documentUrl(document.slug, provision?.id)}`;
  const quoted = cited.map(
    ([style, text]) => [`${style}, quoted`, quoteCitation('Sách là bạn.', text)] as const,
  );
  return [
    ...cited,
    ...quoted,
    ['printed in brackets', `(${formatCitation(document, provision, 'printed')})`],
    ['page', page],
  ];
}

/** What of a library is not read back as it was written, one line each. */
function findMisses(library: Library): string[] {
  const index = citationIndexOf(library);
  return library.documents.flatMap((document) => {
    const citable = citableOf(library, document);
    const shared = sharedUnits(library, document);
    return placesOf(document).flatMap((unit) => {
      const provision = unit && citableProvision(unit, shared.has(unit.id));
      return handedOut(citable, provision).flatMap(([name, text]) => {
        const [found] = checkText(text, index, { asOf: AS_OF });
        const isForce = found && /^(?:ok|superseded|expired)$/.test(found.verdict);
        const isPlace = found?.doc === document.slug && found.provision === (unit?.id ?? null);
        return isForce && isPlace ? [] : [`${name} ${unit?.id ?? ''}: ${text}`];
      });
    });
  });
}

/** The document itself and its units; a label that stands twice is an error of the content. */
function placesOf({ tree }: LibraryDocument): (Provision | null)[] {
  return [null, ...tree.byId.values()].filter((unit) => unit?.id.includes('--') !== true);
}

describe.each([
  ['the library', 'content'],
  ['the fixtures', 'src/e2e/fixtures/content'],
  ['the full texts', 'src/e2e/fixtures/full-text/content'],
])('in %s', (_, directory) => {
  test('everything that is handed out for a document or unit is read back to it', async () => {
    const { library } = buildLibrary(await readContent(directory));
    expect(library.documents.length).toBeGreaterThan(3);
    expect(findMisses(library)).toEqual([]);
  });

  test('words alone tell each document and unit from the others', async () => {
    const { library } = buildLibrary(await readContent(directory));
    const shared = library.documents.flatMap((document) => [
      ...(citableOf(library, document).isShared === true ? [document.slug] : []),
      ...sharedUnits(library, document),
    ]);
    expect(shared).toEqual([]);
  });

  test('every printed address and permalink is read by itself', async () => {
    const { library } = buildLibrary(await readContent(directory));
    for (const document of library.documents) {
      const { slug } = document;
      for (const unit of placesOf(document)) {
        const expected = { slug, anchor: unit?.id ?? null };
        const provision = unit && citableProvision(unit);
        const printed = formatCitation(citableOf(library, document), provision, 'printed');
        expect(parsePrinted(printed)).toEqual(expected);
        const address = `https://thu-vien.example${documentUrl(slug, unit?.id)}`;
        expect(parsePrinted(address)).toEqual(expected);
      }
    }
  });
});

test('so it is in documents that nobody has seen', () => {
  let places = 0;
  fc.assert(
    fc.property(fictionalLibrary, (files) => {
      const { library } = buildLibrary(files);
      places += library.documents.flatMap(placesOf).length;
      expect(findMisses(library)).toEqual([]);
    }),
    { numRuns: 25 },
  );
  expect(places).toBeGreaterThan(500);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkText } from '../lib/citation/check.ts';
import { buildCitationIndex } from '../lib/citation/citation-index.ts';
import type { CitationItem } from '../lib/citation/types.ts';
import { citableProvision } from '../lib/document/citable-provision.ts';
import {
  citableDocument,
  CITATION_STYLES,
  formatCitation,
  quoteCitation,
} from '../lib/document/cite.ts';
import { parsePrinted } from '../lib/document/printed.ts';
import { documentUrl } from '../lib/library/addresses.ts';
import { buildLibrary } from '../lib/library/build-library.ts';
import { issuerNames } from '../lib/library/successors.ts';
import type { ContentFile, Library, LibraryDocument } from '../lib/library/types.ts';
import type { Provision } from '../lib/provision/types.ts';
import { documentFile, ISSUER, TOPIC } from '../lib/validation/corpus-for-tests.ts';
import { readContent } from './read-content.ts';

const STYLES = CITATION_STYLES.filter((style) => style !== 'printed');
const AS_OF = '2040-01-01';

/**
 * Units that no words of a citation name: they are read back as their document, which is safe, and
 * exactly by their printed address alone.
 */
const WITHOUT_WORDS: readonly Provision['kind'][] = ['opening', 'closing', 'anchored', 'attached'];

/** A form such as "Mẫu số 01" is cited as an annex, but its words are no label of the engine's. */
const isNamed = ({ kind, label }: Provision): boolean =>
  !WITHOUT_WORDS.includes(kind) && !(kind === 'annex' && label.startsWith('Mẫu'));

/** What of a library is not read back as it was written, one line each. */
function findMisses(library: Library): string[] {
  const index = buildCitationIndex(library);
  const read = (text: string) => checkText(text, index, { asOf: AS_OF });
  return library.documents
    .filter(({ data }) => data.symbol !== null)
    .flatMap((document) => {
      const citable = citableDocument(document, issuerNames(library, document));
      return [null, ...document.tree.byId.values()].flatMap((unit) =>
        STYLES.flatMap((style) => {
          const text = formatCitation(citable, unit && citableProvision(unit), style);
          const found = read(text)[0];
          return isRead(found, document, unit) ? [] : [`${style} ${unit?.id ?? ''}: ${text}`];
        }),
      );
    });
}

function isRead(
  found: CitationItem | undefined,
  { slug }: LibraryDocument,
  unit: Provision | null,
): boolean {
  if (found?.doc !== slug || !/^(?:ok|superseded|expired)$/.test(found.verdict)) return false;
  if (unit !== null && !isNamed(unit)) {
    return found.provision === null || found.provision === unit.id;
  }
  return found.provision === (unit?.id ?? null);
}

describe.each([
  ['the library', 'content'],
  ['the fixtures', 'src/e2e/fixtures/content'],
  ['the full texts', 'src/e2e/fixtures/full-text/content'],
])('in %s', (_, directory) => {
  test('every citation of every provision is read back to it', async () => {
    const { library } = buildLibrary(await readContent(directory));
    expect(library.documents.length).toBeGreaterThan(3);
    expect(findMisses(library)).toEqual([]);
  });

  test('every printed address and permalink is read back, also of documents without a number', async () => {
    const { library } = buildLibrary(await readContent(directory));
    for (const document of library.documents) {
      const { slug, tree } = document;
      const citable = citableDocument(document, issuerNames(library, document));
      for (const unit of [null, ...tree.byId.values()]) {
        const expected = { slug, anchor: unit?.id ?? null };
        const printed = formatCitation(citable, unit && citableProvision(unit), 'printed');
        expect(parsePrinted(printed)).toEqual(expected);
        const address = `https://thu-vien.example${documentUrl(slug, unit?.id)}`;
        expect(parsePrinted(address)).toEqual(expected);
      }
    }
  });
});

test('official text with its place is read back to that place', async () => {
  const { library } = buildLibrary(await readContent('src/e2e/fixtures/full-text/content'));
  const index = buildCitationIndex(library);
  const document = library.bySlug.get('901-qd-tv-2031');
  const unit = document?.tree.byId.get('kt-d2-1-dd');
  if (!document || !unit) throw new Error('the fixture has no kt-d2-1-dd');
  const citable = citableDocument(document, issuerNames(library, document));
  const citation = formatCitation(citable, citableProvision(unit), 'party');
  const found = checkText(quoteCitation('đ) Khóa cửa.', citation), index, { asOf: AS_OF });
  expect(found.map(({ doc, provision }) => [doc, provision])).toEqual([
    ['901-qd-tv-2031', 'kt-d2-1-dd'],
  ]);
});

const LETTERS = ['a', 'b', 'c', 'd', 'đ', 'e', 'g'];

/** A body with articles, clauses and points; in a decision also an attached instrument. */
function bodyOf(clauses: readonly number[], points: number, isAttached: boolean): string {
  const articles = clauses.flatMap((count, article) => [
    `### Điều ${article + 1}. Việc đọc sách`,
    ...Array.from({ length: count }, (_, clause) => [
      `**${clause + 1}.** Đọc sách mỗi ngày:`,
      ...LETTERS.slice(0, points).map((letter) => `**${letter})** Đọc thật chậm;`),
    ]).flat(),
  ]);
  const own = articles.join('\n\n');
  if (!isAttached) return `${own}\n`;
  return `### Điều 1.\n\nBan hành Quy chế.\n\n<Attached>\n\n# QUY CHẾ Đọc sách\n\n${own}\n\n</Attached>\n`;
}

const record = fc.record({
  number: fc.integer({ min: 1, max: 3000 }),
  date: fc.date({
    min: new Date('2031-01-01'),
    max: new Date('2039-12-31'),
    noInvalidDate: true,
  }),
  form: fc.constantFrom('party', 'state'),
  clauses: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 12 }),
  points: fc.integer({ min: 0, max: LETTERS.length }),
  isAttached: fc.boolean(),
});

test('so it is in documents that nobody has seen', () => {
  fc.assert(
    fc.property(record, ({ number, date, form, clauses, points, isAttached }) => {
      const day = date.toISOString().slice(0, 10);
      const year = day.slice(0, 4);
      const printed = String(number).padStart(2, '0');
      const isParty = form === 'party';
      const symbol = isParty ? `${printed}-QĐ/TV` : `${printed}/${year}/QĐ-TV`;
      const slug = isParty ? `${printed}-qd-tv-${year}` : `${printed}-${year}-qd-tv`;
      const fields = {
        symbol,
        issuedDate: day,
        system: isParty ? 'dang' : 'nha-nuoc',
        text: '{ state: full }',
        ...(isAttached ? { issuedWith: '{ title: Quy chế đọc sách của xã Minh Trí }' } : {}),
      };
      const file: ContentFile = documentFile(slug, fields, bodyOf(clauses, points, isAttached));
      const { library } = buildLibrary([file, ISSUER, TOPIC]);
      expect(library.bySlug.get(slug)?.tree.byId.size).toBeGreaterThan(0);
      expect(findMisses(library)).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

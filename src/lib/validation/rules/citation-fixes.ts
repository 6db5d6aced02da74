import { findFixes, splitTarget } from '../../citation/apply-fixes.ts';
import type { CitationFix, CitationFixes } from '../../document/schema.ts';
import type { Entry, LibraryDocument, Reading } from '../../library/types.ts';
import { blocksOf, plainText } from '../../provision/text.ts';
import { nearest } from '../../text/nearest.ts';
import { errorIn, FILE_START, warningIn, type Rule, type RuleContext } from '../context.ts';
import type { Problem } from '../problem.ts';

/** A settled citation belongs to a document, leads to one, and its words still stand in the text. */
export const checkCitationFixes: Rule = (context) =>
  context.readings
    .filter(({ collection }) => collection === 'vien-dan')
    .flatMap((reading) => {
      const entry = context.library.citationFixes.get(reading.slug);
      const document = context.library.bySlug.get(reading.slug);
      if (!document) {
        const known = context.bySlug.keys();
        const values = { slug: reading.slug, nearest: nearest(reading.slug, known).join(', ') };
        return [errorIn(reading, 'citation-fix-orphan', FILE_START, values)];
      }
      return entry ? checkEntry(reading, entry, document, context) : [];
    });

function checkEntry(
  reading: Reading,
  { data: { fixes } }: Entry<CitationFixes>,
  document: LibraryDocument,
  { library }: RuleContext,
): Problem[] {
  const text = wordsOf(document);
  return fixes.flatMap((fix, index) => [
    ...checkTarget(reading, fix, index, library.bySlug),
    ...(findFixes(text, [fix]).length === 0
      ? [
          warningIn(
            reading,
            'citation-fix-unused',
            reading.front.locate(['fixes', index, 'quote']),
            {
              quote: fix.quote,
            },
          ),
        ]
      : []),
  ]);
}

function checkTarget(
  reading: Reading,
  { target }: CitationFix,
  index: number,
  bySlug: ReadonlyMap<string, LibraryDocument>,
): Problem[] {
  if (target === null) return [];
  const { doc, provision } = splitTarget(target);
  const place = reading.front.locate(['fixes', index, 'target']);
  const document = bySlug.get(doc);
  if (!document) {
    const values = { value: doc, nearest: nearest(doc, bySlug.keys()).join(', ') };
    return [errorIn(reading, 'relation-target-unknown', place, values)];
  }
  if (provision === null || document.tree.byId.has(provision)) return [];
  const values = {
    id: provision,
    nearest: nearest(provision, document.tree.byId.keys()).join(', '),
  };
  return [errorIn(reading, 'gist-anchor-unknown', place, values)];
}

/** All words of a record that may cite: its text, its gists and its remarks. */
function wordsOf({ data, tree }: LibraryDocument): string {
  const blocks = [...tree.preamble, ...tree.children.flatMap(blocksOf)];
  const gists = blocks.flatMap((block) => (block.type === 'gist' ? block.paragraphs : []));
  return [
    plainText(blocks),
    plainText(gists),
    data.status.note,
    data.text.note,
    ...data.unplaced.map(({ gist }) => gist),
    ...data.openQuestions,
    ...data.relations.map(({ note }) => note),
  ].join('\n\n');
}

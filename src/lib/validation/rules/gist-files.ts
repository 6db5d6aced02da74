import { parseGistFile, type PlacedGist } from '../../library/gist-file.ts';
import type { Reading } from '../../library/types.ts';
import { nearest } from '../../text/nearest.ts';
import { errorIn, FILE_START, type CheckedDocument, type Rule } from '../context.ts';
import type { Problem } from '../problem.ts';

/** Gists that are kept beside a text belong to a document, to its provisions and to its sources. */
export const checkGistFiles: Rule = ({ readings, bySlug }) =>
  readings
    .filter(({ collection }) => collection === 'tom-luoc')
    .flatMap((reading) => {
      const document = bySlug.get(reading.slug);
      if (!document) {
        const values = {
          slug: reading.slug,
          nearest: nearest(reading.slug, bySlug.keys()).join(', '),
        };
        return [errorIn(reading, 'gist-file-orphan', FILE_START, values)];
      }
      const { placed } = parseGistFile(reading.file.text);
      return placed.flatMap((one) => checkPlaced(reading, document, one));
    });

function checkPlaced(
  reading: Reading,
  document: CheckedDocument,
  { anchor, line, gist }: PlacedGist,
): Problem[] {
  const units = document.tree?.byId ?? new Map<string, never>();
  const unit = document.tree?.byId.get(anchor);
  const place = { line, column: 1 };
  const gistPlace = { line: gist.line, column: 1 };
  const known = document.record.sources.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const problems: Problem[] = [];
  if (!unit) {
    const values = { id: anchor, nearest: nearest(anchor, units.keys()).join(', ') };
    problems.push(errorIn(reading, 'gist-anchor-unknown', place, values));
  } else if (unit.blocks.some(({ type }) => type === 'gist')) {
    problems.push(errorIn(reading, 'gist-in-body', place, { id: anchor }));
  }
  if (gist.paragraphs.length > 0 && gist.sources.length === 0) {
    problems.push(errorIn(reading, 'gist-without-source', gistPlace));
  }
  for (const id of gist.sources.filter((source) => !known.includes(source))) {
    const values = { id, nearest: nearest(id, known).join(', '), known: known.join(', ') };
    problems.push(errorIn(reading, 'source-unknown', gistPlace, values));
  }
  return problems;
}

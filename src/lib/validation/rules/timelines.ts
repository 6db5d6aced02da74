import { splitTarget } from '../../citation/apply-fixes.ts';
import type { FieldPath } from '../../library/front-matter.ts';
import { isEnded } from '../../library/indexes.ts';
import { successors } from '../../library/successors.ts';
import type { Reading } from '../../library/types.ts';
import { nearest } from '../../text/nearest.ts';
import { errorIn, warningIn, type Rule, type RuleContext } from '../context.ts';
import type { Problem } from '../problem.ts';

/** Documents on a line of time exist, each once; what an answer rests on exists and is in force. */
export const checkTimelines: Rule = (context) =>
  context.readings
    .filter(({ collection }) => collection === 'dong-thoi-gian')
    .flatMap((reading) => {
      const data = context.library.timelines.get(reading.slug)?.data;
      if (!data) return [];
      const { documents, answers } = data;
      return [
        ...documents.flatMap((slug, at) => checkListed(reading, slug, at, documents, context)),
        ...answers.flatMap((answer, index) =>
          answer.documents.flatMap((target, at) =>
            checkGround(reading, target, ['answers', index, 'documents', at], context),
          ),
        ),
      ];
    });

function checkListed(
  reading: Reading,
  slug: string,
  at: number,
  documents: readonly string[],
  { bySlug }: RuleContext,
): Problem[] {
  const where = { field: ['documents', at] };
  if (!bySlug.has(slug)) {
    const values = { value: slug, nearest: nearest(slug, bySlug.keys()).join(', ') };
    return [errorIn(reading, 'cited-document-unknown', where, values)];
  }
  const first = documents.indexOf(slug);
  if (first === at) return [];
  return [warningIn(reading, 'value-repeated', where, { value: slug, field: 'documents' })];
}

function checkGround(
  reading: Reading,
  target: string,
  field: FieldPath,
  { library, bySlug }: RuleContext,
): Problem[] {
  const { doc, provision } = splitTarget(target);
  const document = library.bySlug.get(doc);
  if (!document) {
    if (bySlug.has(doc)) return [];
    const values = { value: doc, nearest: nearest(doc, bySlug.keys()).join(', ') };
    return [errorIn(reading, 'cited-document-unknown', { field }, values)];
  }
  if (provision !== null && !document.tree.byId.has(provision)) {
    const near = nearest(provision, document.tree.byId.keys()).join(', ');
    const values = { id: provision, slug: doc, nearest: near };
    return [errorIn(reading, 'cited-anchor-unknown', { field }, values)];
  }
  return isEnded(document)
    ? [
        warningIn(
          reading,
          'cited-document-ended',
          { field },
          { slug: doc, later: laterOf(library, doc) },
        ),
      ]
    : [];
}

function laterOf(library: RuleContext['library'], slug: string): string {
  return successors(library, slug)
    .map((later) => later.slug)
    .join(', ');
}

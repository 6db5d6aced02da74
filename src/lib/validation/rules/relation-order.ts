import { issuedSpan, isRealDay } from '../calendar.ts';
import { errorIn, type CheckedDocument, type Rule } from '../context.ts';

/** A relation is stated on the later document: the earlier one cannot have known of it. */
export const checkRelationOrder: Rule = ({ documents, bySlug }) =>
  documents.flatMap((document) =>
    document.record.relations.flatMap(({ kind = '', target }, index) => {
      const other = bySlug.get(target ?? '');
      if (!other || !isEarlier(document, other)) return [];
      const values = {
        kind,
        target: other.slug,
        own: dateOf(document),
        other: dateOf(other),
        otherPath: other.file.path,
        slug: document.slug,
      };
      return [errorIn(document, 'relation-on-earlier', { field: ['relations', index] }, values)];
    }),
  );

/** True when the document was certainly issued before the other. */
function isEarlier(document: CheckedDocument, other: CheckedDocument): boolean {
  const { latest } = span(document);
  const { earliest } = span(other);
  return latest !== null && earliest !== null && latest < earliest;
}

function span({ record }: CheckedDocument): ReturnType<typeof issuedSpan> {
  const readable = (day: string | undefined) => (day && isRealDay(day) ? day : undefined);
  return issuedSpan({
    issuedDate: readable(record.issuedDate),
    issuedYear: record.issuedYear,
    announcedDate: readable(record.announcedDate),
  });
}

function dateOf({ record }: CheckedDocument): string {
  return record.issuedDate ?? String(record.issuedYear ?? record.announcedDate ?? '');
}

import { message } from '../../i18n/messages.ts';
import { documentName, issuedOn } from '../../lib/document/naming.ts';
import type { DocumentData } from '../../lib/document/schema.ts';

/** Name of a document's page: its number alone is not its identity, so the year goes with it. */
export function pageTitle(data: DocumentData): string {
  const year = issuedOn(data)?.machine.slice(0, 4);
  const name = documentName(data);
  return year === undefined || name.includes(year) ? name : `${name} (${year})`;
}

/** What a link preview says: also whether the document is in force. */
export function describeDocument(data: DocumentData): string {
  return message('document.description', {
    status: message(
      data.status.value === 'unknown'
        ? 'document.status.unknown'
        : `site.status.${data.status.value}`,
    ),
    title: data.title,
  });
}

/** When the document was issued, as its head says it. */
export function dateLine(data: DocumentData): string {
  const issued = issuedOn(data);
  if (issued === null) return message('document.no-date');
  const { precision, text } = issued;
  if (precision === 'year') return message('document.year-line', { year: text });
  return message(precision === 'exact' ? 'document.date-line' : 'document.announced-line', {
    date: text,
  });
}

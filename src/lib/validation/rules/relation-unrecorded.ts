import { symbolKey } from '../../document/symbol.ts';
import { warningIn, type CheckedDocument, type Rule } from '../context.ts';

/** A number inside a sentence. @example 'Luật Thử số 57/2031/QH20' */
const SYMBOL = /\d+[A-ZĐ]?[-/][\p{L}\d&/-]*[\p{L}\d]/gu;

/** A document that has a record is named by its slug, or its page would not show the relation. */
export const checkUnrecordedTargets: Rule = ({ documents }) => {
  const bearers = groupByKey(documents);
  return documents.flatMap((document) =>
    document.record.relations.flatMap(({ unrecorded }, index) => {
      const found = [...(unrecorded ?? '').matchAll(SYMBOL)]
        .flatMap(([symbol]) => bearers.get(symbolKey(symbol)) ?? [])
        .filter((bearer) => bearer !== document && namesYear(unrecorded ?? '', bearer));
      if (found.length === 0) return [];
      const values = { value: unrecorded ?? '', slugs: found.map(({ slug }) => slug).join(', ') };
      const where = { field: ['relations', index, 'unrecorded'] };
      return [warningIn(document, 'relation-target-recorded', where, values)];
    }),
  );
};

function groupByKey(documents: readonly CheckedDocument[]): Map<string, CheckedDocument[]> {
  const bearers = new Map<string, CheckedDocument[]>();
  for (const document of documents) {
    if (document.record.symbol == null) continue;
    const key = symbolKey(document.record.symbol);
    bearers.set(key, [...(bearers.get(key) ?? []), document]);
  }
  return bearers;
}

/** A bare number may be another's: only with the year is it the same document. */
function namesYear(text: string, { record }: CheckedDocument): boolean {
  const year = record.issuedDate?.slice(0, 4) ?? String(record.issuedYear ?? '');
  return year !== '' && text.includes(year);
}

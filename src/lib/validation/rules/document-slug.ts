import { documentSlug } from '../../document/symbol.ts';
import {
  errorIn,
  FILE_START,
  warningIn,
  type CheckedDocument,
  type Rule,
  type RuleContext,
} from '../context.ts';
import { judgedSymbol } from '../judged-symbol.ts';

/**
 * A document's file name is its folded number, and the year when the number does not hold it.
 * Two documents that would get one name are told apart by the day (`-0304`) or the type.
 */
export const checkDocumentSlugs: Rule = (context) => {
  const { documents } = context;
  const bearers = new Map<string, number>();
  for (const document of documents) {
    const expected = expectedSlug(context, document);
    if (expected !== null) bearers.set(expected, (bearers.get(expected) ?? 0) + 1);
  }
  return documents.flatMap((document) => {
    const expected = expectedSlug(context, document);
    if (expected === null || document.slug === expected) return [];
    const values = { slug: document.slug, expected };
    if (!allowedSuffixes(document).some((suffix) => document.slug === `${expected}-${suffix}`)) {
      return [errorIn(document, 'slug-mismatch', FILE_START, values)];
    }
    const clashes = (bearers.get(expected) ?? 0) > 1;
    return clashes ? [] : [warningIn(document, 'slug-suffix-needless', FILE_START, values)];
  });
};

/** null when the number is not known: any descriptive name will do. */
function expectedSlug(context: RuleContext, document: CheckedDocument): string | null {
  const symbol = judgedSymbol(context, document);
  return symbol === null ? null : documentSlug(symbol, knownYear(document.record));
}

/** Year of issue as far as the record tells, also of a date in the wrong form. */
function knownYear(record: CheckedDocument['record']): number | null {
  const year = /\d{4}/.exec(record.issuedDate ?? '')?.[0];
  if (year !== undefined) return Number(year);
  if (record.issuedYear !== undefined) return record.issuedYear;
  const announced = /\d{4}/.exec(record.announcedDate ?? '')?.[0];
  return announced === undefined ? null : Number(announced);
}

function allowedSuffixes({ record }: CheckedDocument): string[] {
  const [, month, day] = record.issuedDate?.split('-') ?? [];
  const suffixes = [record.type, month && day ? month + day : undefined];
  return suffixes.filter((suffix) => suffix !== undefined);
}

import { parseSymbol } from '../../document/symbol.ts';
import {
  errorIn,
  warningIn,
  type CheckedDocument,
  type Rule,
  type RuleContext,
} from '../context.ts';
import { issuerCodes } from '../judged-symbol.ts';
import { exchangeSeparators, properSymbol } from '../proper-symbol.ts';

/** The present forms are those of the rules of 1997 and 1998; what is older may differ. */
const FIRST_YEAR_OF_PRESENT_FORMS = 1998;

/** A number is written as it is printed: separators, dashes, spaces, capitals. */
export const checkSymbolForm: Rule = (context) =>
  context.documents.flatMap((document) => {
    const { symbol, system = '' } = document.record;
    if (typeof symbol !== 'string') return [];
    const report = isOld(document) ? warningIn : errorIn;
    const where = { field: ['symbol'] };
    const proper = properSymbol(symbol, issuerCodes(context, document));
    const exchanged = exchangeSeparators(proper ?? symbol, system);
    if (exchanged !== null) {
      const reportExchange = isIssuersNumber(context, document, exchanged) ? report : warningIn;
      const values = { symbol, proper: exchanged, system };
      return [reportExchange(document, 'symbol-separators', where, values)];
    }
    if (proper !== null && proper !== symbol) {
      return [errorIn(document, 'symbol-form', where, { symbol, proper })];
    }
    if (parseSymbol(symbol)) return [];
    return [report(document, 'symbol-unknown-form', where, { symbol })];
  });

/**
 * Whether an issuer of the same system signs with the code of the number. Otherwise the system may
 * be what is wrong, and not the separators.
 */
function isIssuersNumber(
  { library }: RuleContext,
  { record }: CheckedDocument,
  symbol: string,
): boolean {
  const code = parseSymbol(symbol)?.bodyCode ?? '';
  return record.issuers.some((slug) => {
    const issuer = library.issuers.get(slug ?? '')?.data;
    return issuer?.system === record.system && issuer?.codes.includes(code);
  });
}

function isOld({ record }: CheckedDocument): boolean {
  const year = record.issuedYear ?? Number(record.issuedDate?.slice(0, 4));
  return year < FIRST_YEAR_OF_PRESENT_FORMS;
}

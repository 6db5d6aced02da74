import { parseSymbol, type DocumentSymbol } from '../../document/symbol.ts';
import type { Problem } from '../problem.ts';
import { formatRoman, parseRoman } from '../../text/numerals.ts';
import { errorIn, warningIn, type CheckedDocument, type Rule } from '../context.ts';
import { issuerCodes, judgedSymbol } from '../judged-symbol.ts';

/** The rest of a record agrees with what its number says: system, issuer, term. */
export const checkSymbolContext: Rule = (context) =>
  context.documents.flatMap((document) => {
    const symbol = parseSymbol(judgedSymbol(context, document) ?? '');
    if (!symbol) return [];
    return [
      ...checkSystem(document, symbol),
      ...checkIssuer(document, symbol, issuerCodes(context, document)),
      ...checkTerm(document, symbol),
    ];
  });

function checkSystem(document: CheckedDocument, symbol: DocumentSymbol): Problem[] {
  const { system = '' } = document.record;
  const forms: Record<string, DocumentSymbol['form']> = { dang: 'party', 'nha-nuoc': 'state' };
  const expected = forms[system];
  if (expected === undefined || expected === symbol.form) return [];
  const values = { symbol: symbol.printed, system };
  return [warningIn(document, 'symbol-system-mismatch', { field: ['system'] }, values)];
}

function checkIssuer(
  document: CheckedDocument,
  symbol: DocumentSymbol,
  codes: readonly string[],
): Problem[] {
  const parts = symbol.bodyCode.split(/[-/]/).concat(symbol.bodyCode);
  const bare = parts.map((part) => part.replace(/\d+$/, ''));
  const known = new Set(codes);
  if (codes.length === 0 || [...parts, ...bare].some((part) => known.has(part))) return [];
  const values = { symbol: symbol.printed, code: symbol.bodyCode, codes: [...known].join(', ') };
  return [warningIn(document, 'symbol-issuer-mismatch', { field: ['symbol'] }, values)];
}

/** `QH15`: the National Assembly of term XV. */
function checkTerm(document: CheckedDocument, symbol: DocumentSymbol): Problem[] {
  const assembly = /QH(\d+)$/.exec(symbol.bodyCode)?.[1];
  const term = /khóa\s+([IVXLC]+)/iu.exec(document.record.term?.normalize('NFC') ?? '')?.[1];
  if (assembly === undefined || term === undefined) return [];
  if (parseRoman(term.toUpperCase()) === Number(assembly)) return [];
  const values = {
    symbol: symbol.printed,
    term: document.record.term ?? '',
    expected: formatRoman(Number(assembly)),
  };
  return [errorIn(document, 'symbol-term-mismatch', { field: ['term'] }, values)];
}

import { parseSymbol, type DocumentSymbol } from '../../document/symbol.ts';
import { DOCUMENT_TYPES, type DocumentType } from '../../document/types.ts';
import { errorIn, warningIn, type Rule } from '../context.ts';
import { judgedSymbol } from '../judged-symbol.ts';

/** Types whose numbers carry the National Assembly's code instead of one of their own. */
const WITHOUT_CODE: readonly string[] = [
  'luat',
  'bo-luat',
  'hien-phap',
  'nghi-quyet',
  'phap-lenh',
] satisfies DocumentType[];

/** The abbreviation in a number names the type of the document. */
export const checkSymbolTypes: Rule = (context) => {
  const { terms } = context.library;
  const described = new Set([...terms.values()].map(({ data }) => data.term));
  return context.documents.flatMap((document) => {
    const { type = '' } = document.record;
    const symbol = parseSymbol(judgedSymbol(context, document) ?? '');
    if (!symbol || !isType(type)) return [];
    const where = { field: ['symbol'] };
    const values = { symbol: symbol.printed, type, code: symbol.typeCode ?? '' };
    if (symbol.typeCode === null) {
      if (WITHOUT_CODE.includes(type)) return [];
      return [errorIn(document, 'symbol-type-missing', where, values)];
    }
    const types = typesOf(symbol.typeCode);
    if (types.includes(type) || isOrderNumber(symbol, type)) return [];
    if (types.length > 0) {
      return [
        errorIn(document, 'symbol-type-mismatch', where, { ...values, types: types.join(', ') }),
      ];
    }
    const codes: readonly string[] = DOCUMENT_TYPES[type].codes;
    if (described.has(symbol.typeCode)) return [];
    return [
      warningIn(document, 'symbol-type-unknown', where, { ...values, codes: codes.join(', ') }),
    ];
  });
};

/**
 * Laws of 1992 to 1997 bear the number of the President's order that made them public (`35-L/CTN`),
 * those before that of the Council of State (`21-LCT/HĐNN8`).
 */
function isOrderNumber({ typeCode, bodyCode }: DocumentSymbol, type: DocumentType): boolean {
  const isPublished = typeCode === 'L' && bodyCode === 'CTN';
  return (isPublished || typeCode === 'LCT') && WITHOUT_CODE.includes(type);
}

function isType(type: string): type is DocumentType {
  return Object.hasOwn(DOCUMENT_TYPES, type);
}

function typesOf(code: string): string[] {
  return Object.entries(DOCUMENT_TYPES)
    .filter(([, { codes }]) => (codes as readonly string[]).includes(code))
    .map(([type]) => type);
}

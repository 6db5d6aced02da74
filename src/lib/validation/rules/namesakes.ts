import { symbolKey } from '../../document/symbol.ts';
import { warningIn, type Rule } from '../context.ts';

/** A namesake is recorded only because another document bears its number. */
export const checkNamesakes: Rule = ({ documents }) => {
  const subjects = new Set<string>();
  for (const { record } of documents) {
    if (record.symbol != null && !record.namesake) subjects.add(symbolKey(record.symbol));
  }
  return documents.flatMap((document) => {
    const { namesake, symbol } = document.record;
    if (!namesake || (symbol != null && subjects.has(symbolKey(symbol)))) return [];
    const values = { symbol: symbol ?? '' };
    return [warningIn(document, 'namesake-alone', { field: ['namesake'] }, values)];
  });
};

import type { CheckedDocument, RuleContext } from './context.ts';
import { exchangeSeparators, properSymbol } from './proper-symbol.ts';

/** Abbreviations by which the issuers of a document sign in a number. */
export function issuerCodes({ library }: RuleContext, { record }: CheckedDocument): string[] {
  return record.issuers.flatMap((slug) => library.issuers.get(slug ?? '')?.data.codes ?? []);
}

/**
 * The number of a document as it was evidently meant: how it is written is the business of one
 * rule, and must not make the others report what follows from it.
 *
 * @returns The number as written where nothing better is known; null when there is none.
 */
export function judgedSymbol(context: RuleContext, document: CheckedDocument): string | null {
  const { symbol, system = '' } = document.record;
  if (typeof symbol !== 'string') return null;
  const proper = properSymbol(symbol, issuerCodes(context, document)) ?? symbol;
  return exchangeSeparators(proper, system) ?? proper;
}

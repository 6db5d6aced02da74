import { createIssuers } from './issuers.ts';
import { addLawNames } from './law-names.ts';
import type { DocumentName } from './name-rule.ts';
import { createPhrases, type PhraseBook } from './phrases.ts';

/** Names that the grammar needs to know where a citation ends and who issued it. */
export interface CitationLexicon {
  names: PhraseBook<DocumentName>;
  issuers: PhraseBook<string>;
}

/** A lexicon of what every text of the field names, for a library to add its own. */
export function createLexicon(): CitationLexicon {
  const names = createPhrases<DocumentName>();
  addLawNames(names);
  return { names, issuers: createIssuers() };
}

/** The lexicon of no library. */
export const DEFAULT_LEXICON = createLexicon();

import { createIssuers } from './issuers.ts';
import { addLawNames } from './law-names.ts';
import type { DocumentName } from './name-rule.ts';
import { addPhrase, createPhrases, type PhraseBook } from './phrases.ts';
import { WHOLE } from './unit-places.ts';

/** Names that the grammar needs to know where a citation ends and who issued it. */
export interface CitationLexicon {
  names: PhraseBook<DocumentName>;
  issuers: PhraseBook<string>;
  /** Units without numbers, and what editors have named; the value is `wordKey` of the words. */
  places: PhraseBook<string>;
  /** Slugs, which a printed address or a permalink names. */
  slugs: Set<string>;
}

/** A lexicon of what every text of the field names, for a library to add its own. */
export function createLexicon(): CitationLexicon {
  const names = createPhrases<DocumentName>();
  addLawNames(names);
  const places = createPhrases<string>();
  addPhrase(places, 'toàn văn', WHOLE);
  return { names, issuers: createIssuers(), places, slugs: new Set() };
}

/** The lexicon of no library. */
export const DEFAULT_LEXICON = createLexicon();

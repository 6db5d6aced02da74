/** What a character is to CommonMark's rule on which `*` and `_` open and close emphasis. */
export type CharacterKind = 'space' | 'punctuation' | 'letter';

/**
 * @param character One UTF-16 unit (Markdown's parsers look at units, not code points), or '' for
 *   the start or end of the text.
 */
export function kindOf(character: string): CharacterKind {
  if (character === '' || WHITE_SPACE.test(character)) return 'space';
  return PUNCTUATION.test(character) ? 'punctuation' : 'letter';
}

/**
 * Whether a run of `*` or `_` may open or close emphasis.
 *
 * @param before Kind of the character before the run, `after` of the one behind it.
 * @see CommonMark 0.31, section 6.2
 */
export function flanking(
  marker: '*' | '_',
  before: CharacterKind,
  after: CharacterKind,
): { opens: boolean; closes: boolean } {
  const left = after === 'letter' || (after === 'punctuation' && before !== 'letter');
  const right = before === 'letter' || (before === 'punctuation' && after !== 'letter');
  if (marker === '*') return { opens: left, closes: right };
  return {
    opens: left && (!right || before === 'punctuation'),
    closes: right && (!left || after === 'punctuation'),
  };
}

const WHITE_SPACE = /\s/;
const PUNCTUATION = /[\p{P}\p{S}]/u;

/** A reference to a file in a style sheet; offsets are UTF-16 units, end exclusive. */
export interface CssUrl {
  value: string;
  /** The whole of `url(…)`, or of the string after `@import`. */
  start: number;
  end: number;
}

/** Comments and strings come first, so that a `url(` inside them is not taken for one. */
const TOKEN =
  /\/\*[\s\S]*?\*\/|url\(\s*(?:"(?<double>(?:[^"\\]|\\[\s\S])*)"|'(?<single>(?:[^'\\]|\\[\s\S])*)'|(?<bare>[^)"'\s]*))\s*\)|@import\s+(?<import>"[^"]*"|'[^']*')|"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'/gi;

/**
 * Every `url(…)` and `@import "…"` of a style sheet, in order. Escapes in addresses are not
 * resolved: our own files need none.
 */
export function findCssUrls(css: string): CssUrl[] {
  return [...css.matchAll(TOKEN)].flatMap((match) => {
    const { double, single, bare, import: imported } = match.groups ?? {};
    const value = double ?? single ?? bare ?? imported?.slice(1, -1);
    if (value === undefined) return [];
    const end = match.index + match[0].length;
    return [{ value, start: imported ? end - imported.length : match.index, end }];
  });
}

/** A style sheet without its comments and strings, which are replaced by spaces of equal length. */
export function blankCssText(css: string): string {
  return css.replace(TOKEN, (token) => token.replace(/[^\n]/g, ' '));
}

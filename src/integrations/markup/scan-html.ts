import { Tokenizer, TokenizerMode, type Token, type TokenHandler } from 'parse5';

/** An attribute of a start tag; offsets are in units of what was scanned, end exclusive. */
export interface HtmlAttribute {
  /** Lower case. */
  name: string;
  /** With character references resolved. */
  value: string;
  /** The whole of `name="value"`. */
  start: number;
  end: number;
  /** 1-based. */
  line: number;
  column: number;
}

/** A start tag; `text` is what follows up to the end tag for elements whose content is not markup. */
export interface HtmlElement {
  name: string;
  attributes: readonly HtmlAttribute[];
  line: number;
  column: number;
  /** Raw content of script, style, title and the like; empty for all others. */
  text: string;
}

/** Content of these elements is text, not markup. */
const RAW_MODES = new Map<string, Tokenizer['state']>([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['style', TokenizerMode.RAWTEXT],
  ['iframe', TokenizerMode.RAWTEXT],
  ['noembed', TokenizerMode.RAWTEXT],
  ['noframes', TokenizerMode.RAWTEXT],
  ['xmp', TokenizerMode.RAWTEXT],
  ['title', TokenizerMode.RCDATA],
  ['textarea', TokenizerMode.RCDATA],
]);

/**
 * Every start tag of an HTML file in order, as the HTML standard reads it.
 *
 * @param html A whole file; offsets are its UTF-16 units. `noscript` is read as a browser without
 *   scripts does.
 */
export function scanHtml(html: string): HtmlElement[] {
  const elements: HtmlElement[] = [];
  let raw: { element: HtmlElement; start: number } | null = null;
  const closeRaw = (end: number) => {
    if (raw) raw.element.text = html.slice(raw.start, end);
    raw = null;
  };
  const ignore = () => undefined;
  const handler: TokenHandler = {
    onStartTag(token) {
      const element = toElement(token);
      elements.push(element);
      const mode = RAW_MODES.get(element.name);
      if (mode === undefined) return;
      tokenizer.state = mode;
      raw = { element, start: token.location?.endOffset ?? 0 };
    },
    onEndTag: (token) => {
      closeRaw(token.location?.startOffset ?? 0);
    },
    onEof: () => {
      closeRaw(html.length);
    },
    onComment: ignore,
    onDoctype: ignore,
    onCharacter: ignore,
    onNullCharacter: ignore,
    onWhitespaceCharacter: ignore,
  };
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, handler);
  tokenizer.write(html, true);
  return elements;
}

/** Value of an attribute, or undefined when the tag does not bear it. */
export function attributeOf(element: HtmlElement, name: string): string | undefined {
  for (const attribute of element.attributes) {
    if (attribute.name === name) return attribute.value;
  }
  return undefined;
}

function toElement(token: Token.TagToken): HtmlElement {
  const { location } = token;
  const attributes = token.attrs.map(({ name, value }) => {
    const place = location?.attrs?.[name];
    return {
      name,
      value,
      start: place?.startOffset ?? 0,
      end: place?.endOffset ?? 0,
      line: place?.startLine ?? 1,
      column: place?.startCol ?? 1,
    };
  });
  return {
    name: token.tagName,
    attributes,
    line: location?.startLine ?? 1,
    column: location?.startCol ?? 1,
    text: '',
  };
}

import type { ProblemSink } from './report.ts';

/** A tag that stands alone on its line. */
export interface Tag {
  name: string;
  kind: 'open' | 'close' | 'void';
  attributes: Map<string, string>;
}

/**
 * Read a line that is one tag, `<Gist sources="s1" partial>`, and nothing else.
 *
 * @param text The line, without the spaces around it.
 * @param allowed Names of attributes the tag may have, by its name; a tag not listed here is none.
 * @returns null when the line is no such tag. Attributes that are not plain strings are reported.
 */
export function parseTagLine(
  text: string,
  allowed: Readonly<Record<string, readonly string[]>>,
  place: { sink: ProblemSink; line: number; column: number },
): Tag | null {
  const match = TAG_LINE.exec(text);
  const name = match?.[2] ?? '';
  const names = Object.hasOwn(allowed, name) ? allowed[name] : undefined;
  if (!match || !names) return null;
  const kind = match[1] === '/' ? 'close' : text.endsWith('/>') ? 'void' : 'open';
  const source = text.slice(match[0].length, kind === 'void' ? -2 : -1);
  const attributes = parseAttributes(source, (problem, attribute) => {
    place.sink.report(problem, place.line, place.column, { tag: name, attribute });
  });
  for (const attribute of attributes.keys()) {
    if (kind !== 'close' && names.includes(attribute)) continue;
    place.sink.report('attribute-unknown', place.line, place.column, { tag: name, attribute });
  }
  return { name, kind, attributes };
}

/**
 * Read `a="x" b` : values in quotes, or none at all ('' then).
 *
 * @param onProblem Called with `attribute-not-plain` and the offending source.
 */
export function parseAttributes(
  source: string,
  onProblem: (id: string, attribute: string) => void,
): Map<string, string> {
  const attributes = new Map<string, string>();
  ATTRIBUTE.lastIndex = 0;
  while (ATTRIBUTE.lastIndex < source.length) {
    const at = ATTRIBUTE.lastIndex;
    const match = ATTRIBUTE.exec(source);
    if (!match) {
      const rest = source.slice(at).trim();
      if (rest !== '') onProblem('attribute-not-plain', rest.slice(0, 40));
      break;
    }
    const [, name = '', double, single] = match;
    attributes.set(name, decodeAttribute(double ?? single ?? ''));
  }
  return attributes;
}

const TAG_LINE = /^<(\/?)([A-Za-z][A-Za-z0-9]*)(?=[\s/>])(?=[^]*>$)/;
const ATTRIBUTE = /\s*([A-Za-z][A-Za-z0-9-]*)(?:="([^"]*)"|='([^']*)')?(?=\s|\/|$)/y;

const NAMED: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', apos: "'" };

function decodeAttribute(value: string): string {
  return value.replace(/&(?:(amp|quot|lt|gt|apos)|#(\d{1,7}));/g, (all, name, code) => {
    if (typeof name === 'string') return NAMED[name] ?? all;
    const point = Number(code);
    return point > 31 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
      ? String.fromCodePoint(point)
      : all;
  });
}

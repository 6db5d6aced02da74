import { LineCounter, isMap, isPair, isScalar, isSeq, parseDocument, type Document } from 'yaml';

/** A place in a file, both 1-based. */
export interface Place {
  line: number;
  column: number;
}

/** A path into the front matter. @example ['relations', 0, 'target'] */
export type FieldPath = readonly PropertyKey[];

/** A content file split into its front matter and its body. */
export interface FrontMatter {
  /** The parsed YAML; `{}` when there is none or it cannot be read. */
  data: unknown;
  /** The text after the closing `---`, without the blank line that follows it. */
  body: string;
  /** Line of the file on which `body` starts. */
  bodyLine: number;
  /** Why the YAML could not be read; empty when it could. */
  errors: (Place & { reason: string })[];
  /** Place of a field's value; of the nearest enclosing field when it is absent. */
  locate: (path: FieldPath) => Place;
  /** Place of a field's name, for fields that should not be there. */
  locateKey: (path: FieldPath) => Place;
}

const OPENING = /^---[ \t]*\r?\n/;
const CLOSING = /^---[ \t]*$/m;

/**
 * Split a content file at its front matter and read the YAML of it.
 *
 * Dates stay strings, anchors and aliases of YAML are refused, duplicate keys are errors.
 *
 * @param text The whole file.
 * @returns Never throws: what is wrong is in `errors`.
 */
export function parseFrontMatter(text: string): FrontMatter {
  const opening = OPENING.exec(text);
  if (!opening) return withoutFrontMatter(text, 'missing');
  const rest = text.slice(opening[0].length);
  const closing = CLOSING.exec(rest);
  if (!closing) return withoutFrontMatter(text, 'unclosed');

  const yaml = rest.slice(0, closing.index);
  const afterClosing = rest.slice(closing.index + closing[0].length);
  const leading = /^\r?\n(?:[ \t]*\r?\n)?/.exec(afterClosing)?.[0] ?? '';
  const body = afterClosing.slice(leading.length);
  const consumed = text.slice(0, text.length - body.length);

  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, uniqueKeys: true, merge: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: line + 1, column: col };
  };
  const errors = document.errors.map((error) => ({
    ...placeAt(error.pos[0]),
    reason: error.message.split('\n')[0] ?? error.code,
  }));
  const data = errors.length > 0 ? {} : readData(document);
  if (data === null) errors.push({ line: 1, column: 1, reason: 'alias' });
  return {
    data: data ?? {},
    body,
    bodyLine: countLines(consumed),
    errors,
    locate: (path) => placeAt(findOffset(document, path, 'value')),
    locateKey: (path) => placeAt(findOffset(document, path, 'key')),
  };
}

function withoutFrontMatter(text: string, reason: 'missing' | 'unclosed'): FrontMatter {
  const start = (): Place => ({ line: 1, column: 1 });
  return {
    data: {},
    body: reason === 'missing' ? text : '',
    bodyLine: 1,
    errors: [{ line: 1, column: 1, reason }],
    locate: start,
    locateKey: start,
  };
}

/** YAML aliases can make a small file explode; the corpus has no use for them. */
function readData(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 }) ?? {};
  } catch {
    return null;
  }
}

function countLines(text: string): number {
  return text.split('\n').length;
}

/** Offset of the deepest node on the path, so that a missing field points at its parent. */
function findOffset(document: Document, path: FieldPath, want: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && item.key.value === step,
      );
      if (!pair) return offset;
      const keyOffset = rangeStart(pair.key) ?? offset;
      node = pair.value;
      offset = want === 'key' ? keyOffset : (rangeStart(node) ?? keyOffset);
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      offset = rangeStart(node) ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}

function rangeStart(node: unknown): number | undefined {
  return (node as { range?: [number, number, number] | null } | null)?.range?.[0];
}

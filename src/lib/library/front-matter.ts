import {
  LineCounter,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Document,
} from 'yaml';

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
  /**
   * Why the YAML could not be read; empty when it could. One per line, as one slip makes the
   * parser report its consequences too. `reason`: `missing`, `unclosed`, `alias`, or an error code
   * of the package `yaml`. @example 'DUPLICATE_KEY'
   */
  errors: (Place & { reason: string })[];
  /** Values that end at a ` #`: YAML drops the rest as a comment. `value` is what was kept. */
  cut: (Place & { value: string })[];
  /** Place of a field's value; of the nearest enclosing field when it is absent. */
  locate: (path: FieldPath) => Place;
  /** Place of a field's name, for fields that should not be there. */
  locateKey: (path: FieldPath) => Place;
  /** Places that were asked for, by what was asked. */
  places: Map<string, Place>;
}

/** What is known of a content file's front matter, in which nothing is wrong. */
export interface KnownFrontMatter extends Pick<FrontMatter, 'data' | 'bodyLine' | 'cut'> {
  /** UTF-16 units of the file before its body. */
  bodyStart: number;
  places: ReadonlyMap<string, Place>;
}

const OPENING = /^---[ \t]*\r?\n/;
const CLOSING = /^---[ \t]*$/m;

/**
 * Split a content file at its front matter and read the YAML of it.
 *
 * Dates stay strings, anchors and aliases of YAML are refused, duplicate keys are errors (the last
 * one counts, so that the rest can still be checked). A byte order mark is no part of the text.
 *
 * @param text The whole file.
 * @returns Never throws: what is wrong is in `errors`.
 */
export function parseFrontMatter(text: string): FrontMatter {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const opening = OPENING.exec(text.slice(start));
  if (!opening) return withoutFrontMatter(text.slice(start), 'missing');
  const rest = text.slice(start + opening[0].length);
  const closing = CLOSING.exec(rest);
  if (!closing) return withoutFrontMatter(text.slice(start), 'unclosed');

  const yaml = rest.slice(0, closing.index);
  const afterClosing = rest.slice(closing.index + closing[0].length);
  const leading = /^\r?\n(?:[ \t]*\r?\n)?/.exec(afterClosing)?.[0] ?? '';
  const body = afterClosing.slice(leading.length);
  const consumed = text.slice(0, text.length - body.length);

  const parsed = parseYaml(yaml);
  const { data, errors } = readData(parsed);
  // Places are asked for only where something is wrong: not to hold every syntax tree, parse again.
  let again: ParsedYaml | undefined;
  const locate = (path: FieldPath, want: Wanted): Place => {
    again ??= parseYaml(yaml);
    return again.placeAt(findOffset(again.document, path, want));
  };
  return {
    data,
    body,
    bodyLine: countLines(consumed),
    errors,
    cut: yaml.includes(' #') ? findCutValues(parsed) : [],
    ...rememberPlaces(new Map(), locate),
  };
}

/**
 * The front matter of a file that was parsed before, without parsing it.
 *
 * @param file The same file; its text is read when the body or an unknown place is asked for.
 */
export function recallFrontMatter(file: { text: string }, known: KnownFrontMatter): FrontMatter {
  const { data, bodyLine, cut, bodyStart, places } = known;
  let parsed: FrontMatter | undefined;
  const locate = (path: FieldPath, want: Wanted): Place => {
    parsed ??= parseFrontMatter(file.text);
    return want === 'key' ? parsed.locateKey(path) : parsed.locate(path);
  };
  return {
    data,
    get body() {
      return file.text.slice(bodyStart);
    },
    bodyLine,
    errors: [],
    cut,
    ...rememberPlaces(new Map(places), locate),
  };
}

type Wanted = 'key' | 'value';

function rememberPlaces(
  places: Map<string, Place>,
  find: (path: FieldPath, want: Wanted) => Place,
): Pick<FrontMatter, 'locate' | 'locateKey' | 'places'> {
  const locate = (path: FieldPath, want: Wanted): Place => {
    const name = JSON.stringify([want, ...path]);
    const place = places.get(name) ?? find(path, want);
    places.set(name, place);
    return place;
  };
  return {
    locate: (path) => locate(path, 'value'),
    locateKey: (path) => locate(path, 'key'),
    places,
  };
}

interface ParsedYaml {
  document: Document;
  /** Place in the file of an offset in the YAML. */
  placeAt: (offset: number) => Place;
}

function parseYaml(yaml: string): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(yaml, {
    lineCounter: lines,
    uniqueKeys: true,
    stringKeys: true,
    merge: false,
    // What is wrong goes into the report, not past it to the terminal.
    logLevel: 'silent',
  });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    // The opening `---` is line 1; offset 0 of an empty YAML has no line of its own.
    return { line: Math.max(line, 1) + 1, column: Math.max(col, 1) };
  };
  return { document, placeAt };
}

function withoutFrontMatter(text: string, reason: 'missing' | 'unclosed'): FrontMatter {
  const start = (): Place => ({ line: 1, column: 1 });
  return {
    data: {},
    body: reason === 'missing' ? text : '',
    bodyLine: 1,
    errors: [{ line: 1, column: 1, reason }],
    cut: [],
    locate: start,
    locateKey: start,
    places: new Map(),
  };
}

function readData({ document, placeAt }: ParsedYaml): Pick<FrontMatter, 'data' | 'errors'> {
  const errors: FrontMatter['errors'] = [];
  for (const { pos, code } of document.errors) {
    const place = placeAt(pos[0]);
    if (!errors.some(({ line }) => line === place.line)) errors.push({ ...place, reason: code });
  }
  const readable = document.errors.every(({ code }) => code === 'DUPLICATE_KEY');
  if (!readable) return { data: {}, errors };
  try {
    // YAML aliases can make a small file explode; the corpus has no use for them.
    return { data: document.toJS({ maxAliasCount: 0 }) ?? {}, errors };
  } catch {
    return { data: {}, errors: [...errors, { line: 1, column: 1, reason: 'alias' }] };
  }
}

function findCutValues({ document, placeAt }: ParsedYaml): FrontMatter['cut'] {
  const cut: FrontMatter['cut'] = [];
  visit(document, {
    Scalar(_, { comment, type, value, range }) {
      if (comment == null || type !== 'PLAIN' || !range) return;
      cut.push({ ...placeAt(range[0]), value: String(value) });
    },
  });
  return cut;
}

function countLines(text: string): number {
  return text.split('\n').length;
}

/** Offset of the deepest node on the path, so that a missing field points at its parent. */
function findOffset(document: Document, path: FieldPath, want: Wanted): number {
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

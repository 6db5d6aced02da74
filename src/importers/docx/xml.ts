import { SaxesParser } from 'saxes';
import { Refusal } from '../import-error.ts';

/** An element with what it holds; text directly inside is in `text`. */
export interface XmlElement {
  /** Qualified name with the usual prefix. @example 'w:p' */
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

const DEEPEST = 256;
const MOST_ELEMENTS = 6_000_000;

/**
 * Read an XML part element by element, without holding the whole tree.
 *
 * @param units Names of elements that are handed over whole, and then forgotten; the nearest to the
 *   root is the one handed over.
 * @throws {Refusal} `xml-broken`: not well-formed, has a document type, is nested too deeply.
 */
export function readXml(
  source: string,
  units: ReadonlySet<string>,
  onUnit: (element: XmlElement) => void,
): void {
  const reader = new UnitReader(units, onUnit);
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => {
    const detail = error.message.slice(0, 120).replace(/[.\s]+$/, '');
    throw new Refusal('xml-broken', { cause: causeOf(detail), detail });
  });
  parser.on('doctype', () => {
    throw new Refusal('xml-doctype');
  });
  parser.on('opentag', ({ name, attributes }) => {
    reader.open(name, attributes);
  });
  parser.on('text', (text) => {
    reader.text(text);
  });
  parser.on('cdata', (text) => {
    reader.text(text);
  });
  parser.on('closetag', () => {
    reader.close();
  });
  for (let at = 0; at < source.length; at += CHUNK) parser.write(source.slice(at, at + CHUNK));
  parser.close();
}

function causeOf(detail: string): string {
  if (/unclosed|unexpected end/i.test(detail)) return 'xml-cut';
  if (/entity|disallowed character|character reference/i.test(detail)) return 'xml-character';
  return 'xml-tags';
}

/** The whole tree of a small part. */
export function readXmlTree(source: string): XmlElement {
  let root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const rootName = /<([A-Za-z][\w:.-]*)[\s/>]/.exec(source)?.[1] ?? '';
  readXml(source, new Set([rootName]), (element) => (root = element));
  return root;
}

/** First child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.name === name);
}

/** Children of that name. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((candidate) => candidate.name === name) ?? [];
}

/** Value of `w:val` of a child; undefined without the child. */
export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  const found = child(element, name);
  return found === undefined ? undefined : (found.attributes['w:val'] ?? '');
}

/** A switch of Word, such as `<w:b/>`: on without a value. */
export function isOn(element: XmlElement | undefined, name: string): boolean | undefined {
  const value = valueOf(element, name);
  return value === undefined ? undefined : !['0', 'false', 'off', 'none'].includes(value);
}

const CHUNK = 1 << 16;

class UnitReader {
  private readonly units: ReadonlySet<string>;
  private readonly onUnit: (element: XmlElement) => void;
  /** Open elements of the unit at hand. */
  private readonly stack: XmlElement[] = [];
  private depth = 0;
  private count = 0;

  constructor(units: ReadonlySet<string>, onUnit: (element: XmlElement) => void) {
    this.units = units;
    this.onUnit = onUnit;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (++this.depth > DEEPEST || ++this.count > MOST_ELEMENTS) throw new Refusal('xml-too-large');
    const parent = this.stack.at(-1);
    if (!parent && !this.units.has(name)) return;
    const element: XmlElement = { name, attributes, children: [], text: '' };
    parent?.children.push(element);
    this.stack.push(element);
  }

  text(text: string): void {
    const element = this.stack.at(-1);
    if (element) element.text += text;
  }

  close(): void {
    this.depth--;
    const element = this.stack.pop();
    if (element && this.stack.length === 0) this.onUnit(element);
  }
}

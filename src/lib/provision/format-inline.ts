import { escapeInline, escapeLineEnd, reference } from './escape.ts';
import { flanking, kindOf } from './flanking.ts';
import type { Inline } from './types.ts';

/**
 * Write the inside of a block.
 *
 * Any tree can be written: where Markdown would not see an emphasis mark as one, the character
 * beside it becomes a character reference. Strong in strong, emphasis in emphasis and links in
 * links, which mean nothing, are written as their content.
 *
 * @param lineBreak How a printed line break is written.
 */
export function formatInline(content: readonly Inline[], lineBreak = '\\\n'): string {
  const writer: Writer = { out: '', encodeNext: false, lineBreak };
  writeAll(tidy(content, []), writer, []);
  return writer.out;
}

interface Writer {
  out: string;
  /** The next character must not be a letter, lest the mark just written close nothing. */
  encodeNext: boolean;
  lineBreak: string;
}

type Span = Extract<Inline, { children: Inline[] }>;
type SpanType = Span['type'];

/** Join neighbours of one kind, drop what is empty, take apart what is nested in its own kind. */
function tidy(content: readonly Inline[], open: readonly SpanType[]): Inline[] {
  const result: Inline[] = [];
  for (const node of content) {
    for (const part of tidyNode(node, open)) {
      const last = result.at(-1);
      if (last && canJoin(last, part)) result[result.length - 1] = join(last, part);
      else result.push(part);
    }
  }
  return result;
}

function tidyNode(node: Inline, open: readonly SpanType[]): Inline[] {
  if (node.type === 'text') {
    const value = node.value.replace(/[\n\r]/g, ' ');
    return value === '' ? [] : [{ type: 'text', value }];
  }
  if (!('children' in node)) return [node];
  if (open.includes(node.type)) return tidy(node.children, open);
  const children = tidy(node.children, [...open, node.type]);
  if (node.type === 'link') return [{ ...node, children }];
  return hoistBreaks(node, children);
}

/** A mark closes nothing after a line break, so breaks at the edges of a span move out of it. */
function hoistBreaks(node: Span, children: Inline[]): Inline[] {
  let start = 0;
  while (children[start]?.type === 'break') start++;
  let end = children.length;
  while (end > start && children[end - 1]?.type === 'break') end--;
  const inner = children.slice(start, end);
  const span: Inline[] = inner.length === 0 ? [] : [{ ...node, children: inner }];
  return [...children.slice(0, start), ...span, ...children.slice(end)];
}

function canJoin(a: Inline, b: Inline): boolean {
  return a.type === b.type && (a.type === 'text' || a.type === 'strong' || a.type === 'emphasis');
}

function join(a: Inline, b: Inline): Inline {
  if (a.type === 'text' && b.type === 'text') return { type: 'text', value: a.value + b.value };
  if (!('children' in a) || !('children' in b)) return a;
  return { ...a, children: tidy([...a.children, ...b.children], [a.type]) };
}

function writeAll(content: readonly Inline[], writer: Writer, open: readonly SpanType[]): void {
  for (const [index, node] of content.entries()) {
    if (node.type === 'text') writeText(node.value, writer);
    else if (node.type === 'break') writeBreak(writer);
    else if (node.type === 'footnote-ref') writeFootnote(node.label, writer, content[index + 1]);
    else if (node.type === 'link') writeLink(node, writer, open);
    else writeSpan(node, emphasisMarker(content, index, open), writer, open);
  }
}

function writeText(value: string, writer: Writer): void {
  const encode = writer.encodeNext && kindOf(value.charAt(0)) === 'letter';
  writer.encodeNext = false;
  const first = encode ? String.fromCodePoint(value.codePointAt(0) ?? 0) : '';
  writer.out += (encode ? reference(first) : '') + escapeInline(value.slice(first.length));
}

function writeBreak(writer: Writer): void {
  writer.out = escapeLineEnd(writer.out);
  const isLineEmpty = writer.out === '' || writer.out.endsWith('\n');
  writer.out +=
    writer.lineBreak.endsWith('\n') && !isLineEmpty ? ` ${writer.lineBreak}` : writer.lineBreak;
  writer.encodeNext = false;
}

/** `(` after a footnote mark would make it a link, `:` a definition. */
function writeFootnote(label: string, writer: Writer, next: Inline | undefined): void {
  disarmExclamation(writer);
  writer.out += `[^${label}]`;
  writer.encodeNext = false;
  if (next?.type === 'text' && /^[(:]/.test(next.value)) writer.out += '\\';
}

function writeLink(node: Span & { type: 'link' }, writer: Writer, open: readonly SpanType[]): void {
  disarmExclamation(writer);
  writer.out += '[';
  writer.encodeNext = false;
  const start = writer.out.length;
  writeAll(node.children, writer, [...open, 'link']);
  const inner = writer.out.slice(start).replace(/^\^/, String.raw`\^`);
  writer.out = `${writer.out.slice(0, start)}${inner}](${formatTarget(node.href)})`;
  writer.encodeNext = false;
}

function writeSpan(node: Span, marker: string, writer: Writer, open: readonly SpanType[]): void {
  const inner: Writer = { ...writer, out: '', encodeNext: false };
  writeAll(node.children, inner, [...open, node.type]);
  const source = encodeEdges(inner.out);
  const character = marker === '_' ? '_' : '*';
  const after = kindOf(source.charAt(0));
  const opening = flanking(character, kindOf(writer.out.slice(-1)), after);
  if (!opening.opens) encodeLast(writer);
  const before = kindOf(source.slice(-1));
  writer.out += marker + source + marker;
  writer.encodeNext = !flanking(character, before, 'letter').closes;
}

/**
 * `*`, or `_` where the source says so and where a `*` would touch another one.
 */
function emphasisMarker(
  content: readonly Inline[],
  index: number,
  open: readonly SpanType[],
): '**' | '*' | '_' {
  const node = content[index];
  if (node?.type !== 'emphasis') return '**';
  const neighbours = [
    content[index - 1]?.type ?? open.at(-1),
    content[index + 1]?.type ?? open.at(-1),
    node.children[0]?.type,
    node.children.at(-1)?.type,
  ];
  return node.marker === '_' || neighbours.includes('strong') ? '_' : '*';
}

/** Spaces just inside the marks would keep them from opening and closing. */
function encodeEdges(source: string): string {
  let result = source;
  if (kindOf(result.charAt(0)) === 'space' && result !== '')
    result = reference(result) + result.slice(1);
  if (kindOf(result.slice(-1)) === 'space')
    result = result.slice(0, -1) + reference(result.slice(-1));
  return result;
}

/** Turn the last character, when it is a letter, into a character reference. */
function encodeLast(writer: Writer): void {
  const last = /(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^])$/.exec(writer.out.slice(-2))?.[0] ?? '';
  if (kindOf(last) !== 'letter') return;
  writer.out = writer.out.slice(0, -last.length) + reference(last);
}

/** `![` would be an image. */
function disarmExclamation(writer: Writer): void {
  if (writer.out.endsWith('!')) writer.out = `${writer.out.slice(0, -1)}\\!`;
}

function formatTarget(href: string): string {
  return href
    .replace(/[^A-Za-z0-9;,/?:@&=+$\-_.!~*'#%]/gu, (character) =>
      encodeURIComponent(character.isWellFormed() ? character : '\uFFFD'),
    )
    .replace(/[()]/g, (character) => (character === '(' ? '%28' : '%29'));
}

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
  const writer = new Writer(lineBreak);
  writer.all(tidyInline(content), []);
  return writer.source();
}

/** The same content on one line, a space for each line break. */
export function withoutBreaks(content: readonly Inline[]): Inline[] {
  return content.map((node) => {
    if (node.type === 'break') return { type: 'text', value: ' ' };
    return 'children' in node ? { ...node, children: withoutBreaks(node.children) } : node;
  });
}

/**
 * The same content in the one shape that is written and read back: neighbours of one kind joined,
 * nothing empty, nothing nested in its own kind, no line break at an edge.
 */
export function tidyInline(content: readonly Inline[]): Inline[] {
  return withoutEdgeBreaks(tidy(content, []));
}

type Span = Extract<Inline, { children: Inline[] }>;
type SpanType = Span['type'];

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
    const value = node.value.replace(/[\n\r]/g, ' ').normalize('NFC');
    return value === '' ? [] : [{ type: 'text', value }];
  }
  if (!('children' in node)) return [node];
  if (open.includes(node.type)) return tidy(node.children, open);
  const children = tidy(node.children, [...open, node.type]);
  return hoistBreaks(node, children);
}

/** A mark closes nothing after a line break, so breaks at the edges of a span move out of it. */
function hoistBreaks(node: Span, children: Inline[]): Inline[] {
  const inner = withoutEdgeBreaks(children);
  if (inner.length === 0) return children;
  const start = children.findIndex((child) => child.type !== 'break');
  const span: Inline = { ...node, children: inner };
  return [...children.slice(0, start), span, ...children.slice(start + inner.length)];
}

/** A line break before all text or after it breaks nothing. */
function withoutEdgeBreaks(content: Inline[]): Inline[] {
  const start = content.findIndex((node) => node.type !== 'break');
  const end = content.findLastIndex((node) => node.type !== 'break');
  return start < 0 ? [] : content.slice(start, end + 1);
}

function canJoin(a: Inline, b: Inline): boolean {
  return a.type === b.type && (a.type === 'text' || a.type === 'strong' || a.type === 'emphasis');
}

function join(a: Inline, b: Inline): Inline {
  if (a.type === 'text' && b.type === 'text')
    return { type: 'text', value: (a.value + b.value).normalize('NFC') };
  if (!('children' in a) || !('children' in b)) return a;
  return { ...a, children: tidy([...a.children, ...b.children], [a.type]) };
}

class Writer {
  private readonly lineBreak: string;
  /** What is written, in pieces: looking at the end of one growing string would be slow. */
  private readonly parts: string[] = [];
  /** The next character must not be a letter, lest the mark just written close nothing. */
  private encodeNext = false;

  constructor(lineBreak: string) {
    this.lineBreak = lineBreak;
  }

  source(): string {
    return this.parts.join('');
  }

  all(content: readonly Inline[], open: readonly SpanType[]): void {
    for (const [index, node] of content.entries()) {
      if (node.type === 'text') this.text(node.value);
      else if (node.type === 'break') this.break();
      else if (node.type === 'footnote-ref') this.footnote(node.label, content[index + 1]);
      else if (node.type === 'link') this.link(node, open);
      else this.span(node, emphasisMarker(content, index, open), open);
    }
  }

  private text(value: string): void {
    const encode = this.encodeNext && kindOf(value.charAt(0)) === 'letter';
    const first = encode ? String.fromCodePoint(value.codePointAt(0) ?? 0) : '';
    this.add((encode ? reference(first) : '') + escapeInline(value.slice(first.length)));
  }

  private break(): void {
    if (this.lineBreak.endsWith('\n')) {
      this.replaceLast(escapeLineEnd);
      if (!this.isAtLineStart()) this.add(' ');
    }
    this.add(this.lineBreak);
  }

  /** `(` after a footnote mark would make it a link; `:` after one that begins a line, a definition. */
  private footnote(label: string, next: Inline | undefined): void {
    this.replaceLast(disarmExclamation);
    const beginsLine = this.isAtLineStart();
    const following = next?.type === 'text' ? escapeInline(next.value).charAt(0) : '';
    const isRead = following === '(' || (following === ':' && beginsLine);
    this.add(`[^${label}]${isRead ? '\\' : ''}`);
  }

  private link(node: Span & { type: 'link' }, open: readonly SpanType[]): void {
    this.replaceLast(disarmExclamation);
    const inner = new Writer(this.lineBreak);
    inner.all(node.children, [...open, 'link']);
    const text = inner.source().replace(/^\^/, String.raw`\^`);
    this.add(`[${text}](${formatTarget(node.href)})`);
  }

  private span(node: Span, marker: string, open: readonly SpanType[]): void {
    const inner = new Writer(this.lineBreak);
    inner.all(node.children, [...open, node.type]);
    const source = encodeEdges(inner.source());
    const character = marker === '_' ? '_' : '*';
    const before = kindOf(this.parts.at(-1)?.slice(-1) ?? '');
    if (!flanking(character, before, kindOf(source.charAt(0))).opens) this.replaceLast(encodeLast);
    this.add(marker + source + marker);
    this.encodeNext = !flanking(character, kindOf(source.slice(-1)), 'letter').closes;
  }

  private add(source: string): void {
    if (source !== '') this.parts.push(source);
    this.encodeNext = false;
  }

  private replaceLast(change: (source: string) => string): void {
    const last = this.parts.pop();
    if (last !== undefined) this.parts.push(change(last));
  }

  private isAtLineStart(): boolean {
    return this.parts.at(-1)?.endsWith('\n') ?? true;
  }
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
function encodeLast(source: string): string {
  const last = /(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^])$/.exec(source.slice(-2))?.[0] ?? '';
  if (kindOf(last.slice(-1)) !== 'letter') return source;
  return source.slice(0, -last.length) + reference(last);
}

/** `![` would be an image. */
function disarmExclamation(source: string): string {
  return source.endsWith('!') ? `${source.slice(0, -1)}\\!` : source;
}

function formatTarget(href: string): string {
  return href
    .replace(/[^A-Za-z0-9;,/?:@&=+$\-_.!~*'#%]/gu, (character) =>
      encodeURIComponent(character.isWellFormed() ? character : '\uFFFD'),
    )
    .replace(/[()]/g, (character) => (character === '(' ? '%28' : '%29'));
}

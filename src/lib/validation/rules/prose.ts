import { isProseBlock } from '../../library/prose-blocks.ts';
import type { Place } from '../../library/front-matter.ts';
import type { Reading } from '../../library/types.ts';
import { errorIn, type Rule } from '../context.ts';
import type { Problem } from '../problem.ts';
import { parseProse, walkProse, type ProseNode } from '../prose-tree.ts';

/** Nodes of MDX that are code: they would run when the site is built. */
const CODE = new Set([
  'mdxjsEsm',
  'mdxFlowExpression',
  'mdxTextExpression',
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
  'html',
]);

/** Elements of HTML that only mark words; they carry no attributes. */
const PLAIN_ELEMENTS = new Set(['kbd', 'sub', 'sup', 'br']);

/** Where a link may lead: within the site, to the web, to a mailbox. */
const LINK = /^(?:https?:\/\/|mailto:|(?![a-z][a-z0-9+.-]*:)(?!\/\/))/i;
/** An image comes with the site: the network is never asked for one. */
const OWN_FILE = /^(?![a-z][a-z0-9+.-]*:)(?!\/\/)/i;

/** Collections whose bodies are pages that may hold blocks. */
export const GUIDES: ReadonlySet<Reading['collection']> = new Set([
  'trang',
  'khai-niem',
  'bai-giang',
]);

/** Collections whose bodies have a stricter grammar of their own. */
const GRAMMARS: ReadonlySet<Reading['collection']> = new Set(['van-ban', 'tom-luoc']);

/**
 * Pages, issuers, topics and terms are plain Markdown: no code, no links that run any, nothing
 * from the network, and no components but the blocks that the library fills. Documents and gists
 * have a stricter grammar, which their own parser checks.
 */
export const checkProse: Rule = ({ readings }) =>
  readings.filter(({ collection }) => !GRAMMARS.has(collection)).flatMap(checkBody);

function checkBody(reading: Reading): Problem[] {
  const { body, bodyLine } = reading.front;
  if (body.trim() === '') return [];
  const whole = { text: body, line: bodyLine };
  const found = checkPassage(reading, whole);
  if (found[0]?.id !== 'prose-syntax') return found;
  // The parser stops at the first slip: block by block it finds the others.
  const each = splitBlocks(whole).flatMap((block) => checkPassage(reading, block));
  return each.some(({ id }) => id === 'prose-syntax') ? each : [...found, ...each];
}

/** Part of a body. */
interface Passage {
  text: string;
  /** Line of the file on which it starts. */
  line: number;
}

function checkPassage(reading: Reading, { text, line }: Passage): Problem[] {
  const toFile = (place: Place): Place => ({ ...place, line: line + place.line - 1 });
  const tree = parseProse(text);
  if (tree instanceof Error) return [unreadable(reading, tree, toFile)];
  return [...walkProse(tree)].flatMap((node) => judge(reading, node, toFile));
}

/** Runs of lines without a blank one; fenced code stays whole. */
function splitBlocks({ text, line }: Passage): Passage[] {
  const blocks: Passage[] = [];
  let fence: string | null = null;
  let isOpen = false;
  for (const [index, content] of text.split('\n').entries()) {
    const mark = /^(?:```|~~~)/.exec(content)?.[0] ?? null;
    const isBlank = fence === null && content.trim() === '';
    if (mark !== null) fence = fence === null ? mark : fence === mark ? null : fence;
    const last = blocks.at(-1);
    if (!isBlank && isOpen && last) last.text += `\n${content}`;
    else if (!isBlank) blocks.push({ text: content, line: line + index });
    isOpen = !isBlank;
  }
  return blocks;
}

/** The parts that the parser's errors have. */
interface SyntaxFinding {
  line?: number;
  column?: number;
  ruleId?: string;
}

function unreadable(reading: Reading, error: Error, toFile: (place: Place) => Place): Problem {
  const { line = 1, column = 1, ruleId } = error as SyntaxFinding;
  return errorIn(reading, 'prose-syntax', toFile({ line, column }), { reason: ruleId ?? '' });
}

function judge(reading: Reading, node: ProseNode, toFile: (place: Place) => Place): Problem[] {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  const place = toFile({ line, column });
  if (CODE.has(node.type) && !isPlainElement(node) && !isBlock(reading, node)) {
    return [errorIn(reading, 'prose-code', place, { construct: node.type, name: node.name ?? '' })];
  }
  const { url } = node;
  if (url === undefined) return [];
  if (node.type === 'image') {
    return OWN_FILE.test(url) ? [] : [errorIn(reading, 'prose-image-foreign', place, { url })];
  }
  return LINK.test(url) ? [] : [errorIn(reading, 'prose-link-scheme', place, { url })];
}

/** Blocks that the library fills; what they say of themselves is checked with the links. */
function isBlock({ collection }: Reading, { type, name }: ProseNode): boolean {
  return GUIDES.has(collection) && type === 'mdxJsxFlowElement' && isProseBlock(name ?? '');
}

function isPlainElement({ name, attributes }: ProseNode): boolean {
  return PLAIN_ELEMENTS.has(name ?? '') && attributes?.length === 0;
}

import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Place } from '../../library/front-matter.ts';
import type { Reading } from '../../library/types.ts';
import { errorIn, type Rule } from '../context.ts';
import type { Problem } from '../problem.ts';

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

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

/**
 * Pages, issuers, topics and terms are plain Markdown: no code, no links that run any, nothing
 * from the network. Documents have a stricter grammar, which their own parser checks.
 */
export const checkProse: Rule = ({ readings }) =>
  readings.filter(({ collection }) => collection !== 'van-ban').flatMap(checkBody);

function checkBody(reading: Reading): Problem[] {
  const { body } = reading.front;
  if (body.trim() === '') return [];
  let tree: Root;
  try {
    tree = parser.parse(body);
  } catch (error) {
    return [unreadable(reading, error as SyntaxFinding)];
  }
  return [...walk(tree)].flatMap((node) => judge(reading, node));
}

/** The parts that the parser's errors have. */
interface SyntaxFinding {
  line?: number;
  column?: number;
  ruleId?: string;
}

function unreadable(reading: Reading, { line, column, ruleId }: SyntaxFinding): Problem {
  const place = placeInFile(reading, { line: line ?? 1, column: column ?? 1 });
  return errorIn(reading, 'prose-syntax', place, { reason: ruleId ?? '' });
}

interface Node {
  type: string;
  url?: string | undefined;
  name?: string | null | undefined;
  attributes?: unknown[] | undefined;
  children?: Node[] | undefined;
  position?: { start: Place } | undefined;
}

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children ?? []) yield* walk(child);
}

function judge(reading: Reading, node: Node): Problem[] {
  const place = placeInFile(reading, node.position?.start ?? { line: 1, column: 1 });
  if (CODE.has(node.type) && !isPlainElement(node)) {
    return [errorIn(reading, 'prose-code', place, { construct: node.type, name: node.name ?? '' })];
  }
  const { url } = node;
  if (url === undefined) return [];
  if (node.type === 'image') {
    return OWN_FILE.test(url) ? [] : [errorIn(reading, 'prose-image-foreign', place, { url })];
  }
  return LINK.test(url) ? [] : [errorIn(reading, 'prose-link-scheme', place, { url })];
}

function isPlainElement({ name, attributes }: Node): boolean {
  return PLAIN_ELEMENTS.has(name ?? '') && attributes?.length === 0;
}

function placeInFile({ front }: Reading, { line, column }: Place): Place {
  return { line: front.bodyLine + line - 1, column };
}

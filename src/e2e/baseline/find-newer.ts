import { parse, type Node } from 'acorn';
import { SYNTAX_BASELINE } from '../../integrations/baseline.ts';
import { blankCssText } from '../../integrations/markup/scan-css.ts';
import { scanHtml } from '../../integrations/markup/scan-html.ts';
import type { NewerNames } from './compat-data.ts';

type AnyNode = Node & Partial<Record<string, unknown>>;

/**
 * What a classic script calls or constructs that the baseline does not know, and does not ask for
 * first. Asking is: `x?.()`, `typeof X`, `'x' in y`, or reading a member without calling it.
 *
 * @throws {SyntaxError} For syntax newer than the baseline.
 */
export function findNewerInScript(code: string, names: NewerNames): string[] {
  const program = parse(code, { ecmaVersion: SYNTAX_BASELINE, sourceType: 'script' });
  const nodes = [...walk(program as Node as AnyNode)];
  const asked = new Set(nodes.flatMap(askedFor));
  const found = nodes.flatMap((node) => [
    ...calledMember(node).filter((name) => names.members.has(name)),
    ...usedGlobal(node).filter((name) => names.globals.has(name)),
  ]);
  return unique(found.filter((name) => !asked.has(name)));
}

/** `x.name()`, but not `x.name?.()`. */
function calledMember(node: AnyNode): string[] {
  if (node.type !== 'CallExpression' || node.optional === true) return [];
  return memberName(node.callee as AnyNode);
}

/** `new Name()`, `Name()`, `Name.x`. */
function usedGlobal(node: AnyNode): string[] {
  if (node.type === 'NewExpression' || node.type === 'CallExpression')
    return identifier(node.callee as AnyNode);
  return node.type === 'MemberExpression' ? identifier(node.object as AnyNode) : [];
}

function askedFor(node: AnyNode): string[] {
  if (node.type === 'UnaryExpression' && node.operator === 'typeof')
    return identifier(node.argument as AnyNode);
  if (node.type === 'BinaryExpression' && node.operator === 'in')
    return [(node.left as { value?: unknown }).value].filter((name) => typeof name === 'string');
  if (node.type === 'CallExpression')
    return (node.arguments as AnyNode[]).flatMap((argument) => memberName(argument));
  return node.type === 'MemberExpression' ? [] : children(node).flatMap(memberName);
}

function memberName(node: AnyNode): string[] {
  const property = node.property as AnyNode | undefined;
  return node.type === 'MemberExpression' && node.computed === false && property
    ? identifier(property)
    : [];
}

function identifier(node: AnyNode): string[] {
  return node.type === 'Identifier' ? [node.name as string] : [];
}

function* walk(root: AnyNode): Generator<AnyNode> {
  const stack = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node;
    stack.push(...children(node));
  }
}

function children(node: AnyNode): AnyNode[] {
  return Object.values(node)
    .flat()
    .filter((value): value is AnyNode => typeof (value as Node | null)?.type === 'string');
}

/**
 * What a style sheet says that the baseline does not know, outside of `@supports`.
 *
 * @returns As {@link NewerNames.styles} names it.
 */
export function findNewerInStyle(css: string, { styles }: NewerNames): string[] {
  const text = withoutSupports(blankCssText(css)).replace(SHEET_SIZE, '$1');
  const found: string[] = [];
  for (const [, before = '', mark] of text.matchAll(/([^{};]*)([{};])/g)) {
    const part = before.trim();
    if (mark === '{' || part.startsWith('@')) found.push(...ofPrelude(part));
    else found.push(...ofDeclaration(part));
  }
  return unique(found.filter((name) => styles.has(name)));
}

/** Descriptor of `@page`, which both know; the data have a property of this name, known to none. */
const SHEET_SIZE = /(@page\b[^{]*\{[^}]*?)\bsize\s*:[^;}]*/gi;

/** Lists in which a browser passes over what it does not know; two levels of brackets within. */
const FORGIVING = /:(?:is|where)\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/gi;

function ofPrelude(prelude: string): string[] {
  const rule = /^@[a-z-]+/i.exec(prelude)?.[0];
  if (rule !== undefined) return [rule.toLowerCase()];
  const required = prelude.replace(FORGIVING, '');
  return [...required.matchAll(/::?([a-z-]+)/gi)].map(([, name = '']) => `:${name}`);
}

function ofDeclaration(declaration: string): string[] {
  const [, property = '', value = ''] = /^([a-z-]+)\s*:(.*)$/is.exec(declaration) ?? [];
  if (property === '' || property.startsWith('--')) return functionsOf(declaration);
  const keywords = [...value.matchAll(/(?<![\w-])[a-z][a-z-]*(?![\w(-])/gi)];
  return [property, ...keywords.map(([word]) => `${property}: ${word}`), ...functionsOf(value)];
}

function functionsOf(value: string): string[] {
  return [...value.matchAll(/([a-z-]+)\(/gi)].map(([, name = '']) => `${name}()`);
}

/** Blocks that a browser reads only when it knows what they use. */
function withoutSupports(css: string): string {
  let result = css;
  for (;;) {
    const start = result.search(/@supports\b/i);
    if (start < 0) return result;
    result = result.slice(0, start) + result.slice(endOfBlock(result, start));
  }
}

function endOfBlock(css: string, start: number): number {
  let depth = 0;
  for (let at = css.indexOf('{', start); at >= 0 && at < css.length; at++) {
    if (css[at] === '{') depth += 1;
    if (css[at] === '}' && --depth === 0) return at + 1;
  }
  return css.length;
}

/** Elements and attributes of a page that the baseline does not know. */
export function findNewerInPage(html: string, { markup }: NewerNames): string[] {
  const found = scanHtml(html).flatMap(({ name, attributes }) => [
    `<${name}>`,
    ...attributes.flatMap((attribute) => [`<${name} ${attribute.name}>`, attribute.name]),
  ]);
  return unique(found.filter((name) => markup.has(name)));
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

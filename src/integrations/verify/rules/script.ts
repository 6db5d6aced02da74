import { parse, type Node } from 'acorn';
import { SERVICE_WORKER_FILE } from '../../../lib/offline/plan.ts';
import type { Problem } from '../../../lib/validation/problem.ts';
import { SYNTAX_BASELINE } from '../../baseline.ts';
import { outputProblem, placeOf, type Place } from '../problems.ts';

/** Calls that a browser refuses on file://, or that would use the network: but for the service worker. */
const NETWORK_CALLS = new Set([
  'fetch',
  'XMLHttpRequest',
  'importScripts',
  'WebSocket',
  'EventSource',
  'sendBeacon',
]);

/** Methods that the baseline browsers lack. Calling one is fine where the script also tests for it. */
const NEW_METHODS = new Set([
  'toSorted',
  'toReversed',
  'toSpliced',
  'groupBy',
  'withResolvers',
  'fromAsync',
  'fromBase64',
  'toBase64',
  'isWellFormed',
  'toWellFormed',
  'canParse',
  'isSubsetOf',
  'isSupersetOf',
  'isDisjointFrom',
  'symmetricDifference',
  'showPopover',
  'hidePopover',
  'togglePopover',
  'startViewTransition',
  'moveBefore',
  'setHTMLUnsafe',
  'getHTML',
]);

/** Packed data. Nothing that it stands for can be a call, which needs brackets. */
const PACKED = /"[A-Za-z0-9+/=]{1000,}"/g;

/** What a script does that an old browser or file:// cannot do. */
export function checkScript(path: string, script: string): Problem[] {
  const code = script.replace(PACKED, '""');
  const program = parseScript(path, code);
  if ('id' in program) return [program];
  const suspects: Node[] = [];
  const tested = new Set<string>();
  walk(program, (node, inner) => {
    if (SUSPECT.has(node.type)) suspects.push(node);
    // A member that is read without being called is a test for it: `typeof x.y`, `x.y ? … : …`.
    if (node.type === 'CallExpression') return;
    for (const name of inner.map(memberName)) if (name !== null) tested.add(name);
  });
  return suspects.flatMap((node) => checkNode(node, path, code, tested));
}

/** Kinds of code that a rule looks at. */
const SUSPECT = new Set(['CallExpression', 'NewExpression', 'ImportExpression']);

function parseScript(path: string, code: string): Node | Problem {
  try {
    return parse(code, { ecmaVersion: SYNTAX_BASELINE, sourceType: 'script' });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { pos = 0 } = error as SyntaxError & { pos?: number };
    const values = { reason: error.message, edition: `${SYNTAX_BASELINE}` };
    return outputProblem('syntax', path, values, placeOf(code, pos));
  }
}

function checkNode(node: Node, path: string, code: string, tested: ReadonlySet<string>): Problem[] {
  const report = (rule: string, values: Record<string, string> = {}): Problem[] => {
    const place: Place = placeOf(code, node.start);
    return [outputProblem(rule, path, values, place)];
  };
  if (node.type === 'ImportExpression') return report('import-call');
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return [];
  const name = calledName(node);
  if (name === null) return [];
  if (NETWORK_CALLS.has(name) && path !== SERVICE_WORKER_FILE)
    return report('network-call', { name });
  const guarded = (node as Node & { optional?: boolean }).optional === true || tested.has(name);
  return NEW_METHODS.has(name) && !guarded ? report('method', { name }) : [];
}

/** Name of what is called, whether bare or as a member. Members of own objects named `fetch` count too. */
function calledName(node: Node): string | null {
  const { callee } = node as Node & { callee: Node };
  return callee.type === 'Identifier' ? nameOf(callee) : memberName(callee);
}

function memberName(node: Node): string | null {
  const { property, computed } = node as Node & { property?: Node; computed?: boolean };
  return node.type === 'MemberExpression' && property && computed === false
    ? nameOf(property)
    : null;
}

function nameOf(node: Node): string | null {
  return (node as Node & { name?: string }).name ?? null;
}

/** Visit every node with those directly in it, in the order of the code. */
function walk(root: Node, visit: (node: Node, inner: readonly Node[]) => void): void {
  const stack = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const inner = children(node);
    visit(node, inner);
    stack.push(...inner.reverse());
  }
}

/** In the order of the node's properties. */
function children(node: Node): Node[] {
  const found: Node[] = [];
  for (const value of Object.values(node) as unknown[]) {
    if (Array.isArray(value)) {
      for (const each of value as unknown[]) if (isNode(each)) found.push(each);
    } else if (isNode(value)) {
      found.push(value);
    }
  }
  return found;
}

function isNode(value: unknown): value is Node {
  return typeof (value as Node | null | undefined)?.type === 'string';
}

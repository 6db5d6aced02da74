import { buildTree } from './build-tree.ts';
import { checkCanonical } from './check-canonical.ts';
import { parseScale } from './labels.ts';
import { parseNodes } from './parse-nodes.ts';
import { createSink } from './report.ts';
import type { ProblemSink } from './report.ts';
import type { BodyNode, LabelForm, ParseProblem, ProvisionTree } from './types.ts';

export interface ParseOptions {
  /** Number in the file of the body's first line. Default 1. */
  firstLine?: number;
  /** Ladder of labels that the document declares, outermost first; a label outside it is reported. */
  scale?: readonly string[] | undefined;
  /** The very same body was found to be canonical before, so that it is not compared. Default false. */
  isCanonical?: boolean;
}

export interface ParsedBody {
  tree: ProvisionTree;
  /** The body in the order of the file, for writing it back. */
  nodes: BodyNode[];
  /** In order of the file. Empty: the body is canonical and can mean nothing but what was read. */
  problems: ParseProblem[];
}

/**
 * Read the body of a document: the canonical subset of MDX, all else reported.
 *
 * @param body What follows the front matter. Windows line ends are accepted.
 * @returns Always a tree, as far as the body can be read. Never throws; linear in the length.
 * @example parseBody('### Điều 5. Tên\n\n**1.** Nội dung.\n').tree.byId.get('d5-1')?.label // 'khoản 1 Điều 5'
 */
export function parseBody(body: string, options: ParseOptions = {}): ParsedBody {
  const firstLine = options.firstLine ?? 1;
  const sink = createSink();
  const nodes = parseNodes(body, firstLine, sink);
  if (sink.problems.length === 0 && options.isCanonical !== true)
    checkCanonical(body, nodes, firstLine, sink);
  const scale = readScale(options.scale, sink);
  const tree = buildTree(nodes, { scale, sink });
  sink.problems.sort((a, b) => a.line - b.line || a.column - b.column);
  return { tree, nodes, problems: sink.problems };
}

function readScale(scale: readonly string[] | undefined, sink: ProblemSink): LabelForm[] | null {
  if (!scale) return null;
  const { forms, unknown } = parseScale(scale);
  for (const entry of unknown) sink.report('scale-entry-unknown', 1, 1, { entry });
  return forms;
}

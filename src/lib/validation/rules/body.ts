import { parseBody } from '../../provision/parse-body.ts';
import type { BodyNode } from '../../provision/types.ts';
import { errorIn, warningIn, type CheckedDocument, type Rule } from '../context.ts';
import type { Problem } from '../problem.ts';
import { allBlocks, findGists } from '../tree.ts';

/** Text that was taken over from an original. */
const IMPORTED = new Set(['full', 'ocr-unchecked']);

/** What the record says about its text agrees with the body that follows it. */
export const checkBodies: Rule = ({ documents }) =>
  documents.flatMap((document) => [
    ...(document.isReadable ? checkState(document) : []),
    ...checkGists(document),
    ...checkOutline(document),
    ...checkGapMarks(document),
  ]);

function checkState(document: CheckedDocument): Problem[] {
  const { text, hasFidelity, hasOrigin } = document.record;
  const { body, bodyLine } = document.front;
  const where = { field: ['text', 'state'] };
  const isEmpty = body.trim() === '';
  if (text.state === 'none' && !isEmpty) {
    return [errorIn(document, 'body-undeclared', { line: bodyLine, column: 1 })];
  }
  if (text.state !== 'none' && isEmpty) {
    return [errorIn(document, 'body-missing', where, { state: text.state })];
  }
  if (IMPORTED.has(text.state) && !(hasFidelity && hasOrigin)) {
    return [warningIn(document, 'text-without-origin', where, { state: text.state })];
  }
  return [];
}

/** Our words about a provision say where its content was seen, and are not mixed with its text. */
function checkGists(document: CheckedDocument): Problem[] {
  const { text } = document.record;
  return findGists(document.tree).flatMap(({ sources, paragraphs, line }) => {
    const where = { line, column: 1 };
    const problems: Problem[] = [];
    if (paragraphs.length > 0 && sources.length === 0) {
      problems.push(errorIn(document, 'gist-without-source', where));
    }
    if (IMPORTED.has(text.state)) problems.push(warningIn(document, 'gist-in-full-text', where));
    return problems;
  });
}

/** An outline has labels, headings and gists: any other words would be read as the document's. */
function checkOutline(document: CheckedDocument): Problem[] {
  if (document.record.text.state !== 'outline' || !document.tree) return [];
  return [...allBlocks(document.tree)]
    .filter((block) => block.type !== 'gist' && block.type !== 'heading')
    .filter((block) => block.type !== 'paragraph' || block.content.length > 0)
    .map(({ line }) => errorIn(document, 'outline-with-text', { line, column: 1 }));
}

/** Only an outline leaves units out: in a text taken over whole the mark would cut chapters short. */
function checkGapMarks(document: CheckedDocument): Problem[] {
  const { body, bodyLine } = document.front;
  if (!IMPORTED.has(document.record.text.state) || !body.includes('<Gap')) return [];
  return gapLines(parseBody(body, { firstLine: bodyLine }).nodes).map((line) =>
    errorIn(document, 'gap-in-full-text', { line, column: 1 }),
  );
}

function gapLines(nodes: readonly BodyNode[]): number[] {
  return nodes.flatMap((node) => {
    if (node.type === 'wrapper') return gapLines(node.children);
    return node.type === 'gap' ? [node.line] : [];
  });
}

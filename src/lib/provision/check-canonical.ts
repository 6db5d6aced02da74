import { formatBody } from './format-body.ts';
import type { ProblemSink } from './report.ts';
import { trimEnd } from './source.ts';
import type { BodyNode } from './types.ts';

/**
 * Report where a body first differs from its canonical form.
 *
 * Line feeds before and after the body do not count; Windows line ends count as line feeds.
 *
 * @param nodes What was read from the body.
 * @param firstLine Number in the file of the body's first line.
 */
export function checkCanonical(
  body: string,
  nodes: readonly BodyNode[],
  firstLine: number,
  sink: ProblemSink,
): void {
  const written = body.replace(/\r\n/g, '\n');
  const canonical = formatBody(nodes);
  if (trimLines(written) === trimLines(canonical)) return;
  const skipped = /^\n*/.exec(written)?.[0].length ?? 0;
  const lines = trimLines(written).split('\n');
  const expected = trimLines(canonical).split('\n');
  const at = lines.findIndex((line, index) => line !== expected[index]);
  const index = at < 0 ? lines.length : at;
  const [found = '', wanted = ''] = [lines[index], expected[index]];
  const values = { found: found.slice(0, 80), expected: wanted.slice(0, 80) };
  sink.report(differenceKind(found, wanted), firstLine + skipped + index, 1, values);
}

/** The commonest differences have names of their own, so that the remedy can be told. */
function differenceKind(found: string, wanted: string): string {
  if (wanted === '') return 'blank-line-missing';
  if (found === '') return 'blank-line-extra';
  return trimEnd(found) === wanted ? 'space-at-line-end' : 'not-canonical';
}

function trimLines(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\n') end--;
  let start = 0;
  while (start < end && text[start] === '\n') start++;
  return text.slice(start, end);
}

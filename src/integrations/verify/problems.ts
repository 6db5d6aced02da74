import type { Problem } from '../../lib/validation/problem.ts';

/** Place in a file, 1-based; the start of the file when nothing narrower is known. */
export interface Place {
  line: number;
  column: number;
}

const FILE_START: Place = { line: 1, column: 1 };

/**
 * Something in the finished output that must not be published; its sentence is
 * `problems.output-<rule>` of the string table.
 */
export function outputProblem(
  rule: string,
  path: string,
  values: Record<string, string> = {},
  place: Place = FILE_START,
): Problem {
  const { line, column } = place;
  return { id: `output-${rule}`, severity: 'error', path, line, column, values };
}

/** Line and column of an offset. */
export function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}

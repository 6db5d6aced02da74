import type { ProblemSink } from './report.ts';

/**
 * Cut a body into lines, reporting what no text may contain.
 *
 * Windows line ends count as line ends. Text that is not NFC is reported and read as NFC, so that
 * the report holds one problem and not one per label.
 *
 * @param firstLine Number in the file of the body's first line.
 */
export function readLines(body: string, firstLine: number, sink: ProblemSink): string[] {
  const lines = (body.includes('\r') ? body.replace(/\r\n/g, '\n') : body).split('\n');
  if (CONTROL.test(body)) reportLines(lines, firstLine, sink, 'control-character', findControl);
  if (body.normalize('NFC') === body) return lines;
  reportLines(lines, firstLine, sink, 'not-nfc', findDecomposed);
  return lines.map((line) => line.normalize('NFC'));
}

/**
 * Without the spaces and tabs at the end, which Markdown drops; other white space is text.
 * No pattern: it would be slow on long runs of spaces.
 */
export function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end--;
  return end === text.length ? text : text.slice(0, end);
}

/** Without the spaces and tabs at the start. */
export function trimStart(text: string): string {
  let start = 0;
  while (start < text.length && isBlank(text.charCodeAt(start))) start++;
  return start === 0 ? text : text.slice(start);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

/** C0 controls except tab and line feed, a carriage return inside a line, DEL, BOM inside the file. */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]|\r(?!\n)/;

function reportLines(
  lines: readonly string[],
  firstLine: number,
  sink: ProblemSink,
  id: string,
  find: (line: string) => number,
): void {
  for (const [index, line] of lines.entries()) {
    const at = find(line);
    if (at < 0) continue;
    const code = line.codePointAt(at)?.toString(16).toUpperCase().padStart(4, '0') ?? '';
    sink.report(id, firstLine + index, at + 1, { code: `U+${code}` });
  }
}

function findControl(line: string): number {
  return line.search(CONTROL);
}

/** Index of the first unit that composing changes, or −1. */
function findDecomposed(line: string): number {
  const composed = line.normalize('NFC');
  if (composed === line) return -1;
  let at = 0;
  while (line[at] === composed[at]) at++;
  return at;
}

import { SaxesParser } from 'saxes';
import type { Problem } from '../../../lib/validation/problem.ts';
import { outputProblem } from '../problems.ts';

/** Whether a data file can be read by other programs at all. */
export function checkData(path: string, text: string): Problem[] {
  if (path.endsWith('.json')) return report(path, jsonFault(text));
  return path.endsWith('.xml') ? report(path, xmlFault(text)) : [];
}

function report(path: string, reason: string | null): Problem[] {
  return reason === null ? [] : [outputProblem('data-malformed', path, { reason })];
}

function jsonFault(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return String(error);
  }
}

function xmlFault(text: string): string | null {
  const parser = new SaxesParser({ xmlns: true });
  let fault: string | null = null;
  parser.on('error', ({ message }) => (fault ??= message));
  parser.write(text).close();
  return fault;
}

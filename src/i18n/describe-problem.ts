import type { Problem } from '../lib/validation/problem.ts';
import { hasMessage, message } from './messages.ts';

/** A problem as a clerk reads it. */
export interface ProblemSentence {
  /** What is wrong and why; the id where the table has no sentence. */
  message: string;
  /** How to repair it, and what exists nearby; empty when there is nothing to say. */
  hint: string;
}

/**
 * Put a problem into words.
 *
 * Its sentences are `problems.<id>.message` and `.hint`; where a value of the hint is empty,
 * `.hint-otherwise`. Values that are codes (`BAD_INDENT`, `string`) are put into words by
 * `validate.words.<slot>.<value>`. Never throws: a report must come out whole.
 */
export function describeProblem({ id, values }: Problem): ProblemSentence {
  const worded = Object.fromEntries(
    Object.entries(values).map(([slot, value]) => [slot, putIntoWords(slot, value)]),
  );
  const given = Object.fromEntries(Object.entries(worded).filter(([, value]) => value !== ''));
  return {
    message: fill(`problems.${id}.message`, worded) ?? id,
    hint: fill(`problems.${id}.hint`, given) ?? fill(`problems.${id}.hint-otherwise`, given) ?? '',
  };
}

/**
 * Problems as they are printed: place and id, sentence, remedy.
 *
 * @param folder Put before each path, so that the place can be opened.
 */
export function formatProblems(problems: readonly Problem[], folder: string): string {
  return problems.map((problem) => formatProblem(problem, folder)).join('\n\n');
}

function formatProblem(problem: Problem, folder: string): string {
  const { id, severity, line, column } = problem;
  const sentence = describeProblem(problem);
  const place = { id, path: `${folder}/${problem.path}`, line, column };
  const lines = [
    message(severity === 'error' ? 'validate.problem' : 'validate.problem-warning', place),
    `  ${withUnit(sentence.message, problem.unit)}`,
  ];
  if (sentence.hint !== '') lines.push(`  ${message('validate.hint', { hint: sentence.hint })}`);
  return lines.join('\n');
}

function withUnit(sentence: string, unit: string | undefined): string {
  if (unit === undefined) return sentence;
  const name = unit.charAt(0).toLocaleUpperCase('vi') + unit.slice(1);
  return message('validate.in-unit', { unit: name, message: sentence });
}

function putIntoWords(slot: string, value: string): string {
  const key = `validate.words.${slot}.${value}`;
  return hasMessage(key) ? message(key) : value;
}

/** null when the table has no such sentence or a value is missing. */
function fill(key: string, values: Record<string, string>): string | null {
  if (!hasMessage(key)) return null;
  try {
    return message(key, values);
  } catch {
    return null;
  }
}

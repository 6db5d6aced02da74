import { hasMessage, message } from '../i18n/messages.ts';
import type { Problem } from '../lib/validation/problem.ts';

/** Why a site is not published: what is wrong with its content or its output. */
export class SiteError extends Error {
  override name = 'SiteError';
  readonly problems: readonly Problem[];

  /** @param report The problems as people read them. */
  constructor(report: string, problems: readonly Problem[]) {
    super(report);
    this.problems = problems;
  }
}

/**
 * Problems as people read them: place and id, sentence, remedy.
 *
 * @param folder Put before each path, so that the place can be opened.
 */
export function formatReport(problems: readonly Problem[], folder: string): string {
  return problems
    .map(({ id, path, line, column, values }) => {
      const sentence = (part: 'message' | 'hint') => {
        const key = `problems.${id}.${part}`;
        return hasMessage(key) ? `\n  ${message(key, values)}` : '';
      };
      return `${folder}/${path}:${line}:${column}  ${id}${sentence('message')}${sentence('hint')}`;
    })
    .join('\n\n');
}

import type { Problem } from '../../../lib/validation/problem.ts';
import { blankCssText, findCssUrls } from '../../markup/scan-css.ts';
import { outputProblem, placeOf } from '../problems.ts';
import type { FoundUrl } from './targets.ts';

/** At-rules whose block holds rules, not declarations. */
const GROUPING = /^@(?:media|supports|layer|container|document|keyframes|-webkit-keyframes)\b/i;

/** Addresses that a style sheet loads. */
export function findStyleUrls(path: string, css: string): FoundUrl[] {
  return findCssUrls(css).map(({ value, start }) => ({
    value,
    use: 'load',
    path,
    place: placeOf(css, start),
  }));
}

/** Rules within rules, which the baseline browsers do not read: the first of each style sheet. */
export function checkStyle(path: string, css: string): Problem[] {
  const open: boolean[] = [];
  const blank = blankCssText(css);
  for (const match of blank.matchAll(/([^{};]*)([{};])/g)) {
    const [, prelude = '', mark] = match;
    if (mark === '}') open.pop();
    if (mark !== '{') continue;
    if (open.includes(true)) {
      const offset = match.index + prelude.length - prelude.trimStart().length;
      return [outputProblem('style-nesting', path, {}, placeOf(css, offset))];
    }
    open.push(!GROUPING.test(prelude.trim()));
  }
  return [];
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../lib/validation/problem.ts';
import { scanHtml, type HtmlElement } from '../markup/scan-html.ts';
import { listFiles, readText } from './output-file.ts';
import { checkData } from './rules/data.ts';
import { checkNames } from './rules/names.ts';
import { checkNormalForm, checkPageForm } from './rules/normal-form.ts';
import { checkPage, findAnchors, findPageUrls } from './rules/page.ts';
import { checkScript } from './rules/script.ts';
import { checkStyle, findStyleUrls } from './rules/style.ts';
import { checkTarget, type FoundUrl } from './rules/targets.ts';
import type { SoundTexts } from './sound-texts.ts';

/** What one file contributes to the check of the whole. */
export interface Inspection {
  problems: Problem[];
  /** Addresses that lead out of the file; those within it have been checked. */
  urls: readonly FoundUrl[];
  /** Null for a file that is not a page. */
  anchors: ReadonlySet<string> | null;
}

/**
 * Check that a finished output works from any folder, on http and on file://, without network. Pages
 * that nothing is known of are read as the standard reads them, by another scanner than the one that
 * finishes pages.
 *
 * @param directory The output.
 * @param inspected What is known already of some of its files.
 * @param sound Knows which other files were sound in an earlier build; by default none.
 * @param policy Of all pages; by default that of a site that loads nothing from elsewhere.
 * @returns All problems at once, by file and place; empty when the output may be published.
 */
export async function verifySite(
  directory: string,
  inspected: ReadonlyMap<string, Inspection> = new Map(),
  sound?: SoundTexts,
  policy?: string,
): Promise<Problem[]> {
  const paths = await listFiles(directory);
  const problems = checkNames(paths);
  const urls: FoundUrl[] = [];
  const anchors = new Map<string, ReadonlySet<string>>();
  for (const path of paths) {
    const found = inspected.get(path) ?? inspectFile(directory, path, sound, policy);
    if (found === null) continue;
    problems.push(...found.problems);
    urls.push(...found.urls);
    if (found.anchors) anchors.set(path, found.anchors);
  }
  const files = new Set(paths);
  problems.push(...urls.flatMap((url) => checkTarget(url, files, anchors)));
  return problems.sort(comparePlaces);
}

function inspectFile(
  directory: string,
  path: string,
  sound?: SoundTexts,
  policy?: string,
): Inspection | null {
  if (path.endsWith('.html')) {
    const page = readFileSync(join(directory, path));
    return inspectPage(path, page, scanHtml(page.toString('utf8')), policy);
  }
  const text = readText(directory, path);
  if (text === null) return null;
  const check = (): Problem[] => checkText(path, text);
  const problems = sound === undefined ? check() : [...sound.check(path, text, check)];
  const urls = path.endsWith('.css') ? findStyleUrls(path, text) : [];
  return { problems, urls, anchors: null };
}

/** What is wrong with a file by itself, whatever stands beside it. */
function checkText(path: string, text: string): Problem[] {
  const problems = [...checkNormalForm(path, text), ...checkData(path, text)];
  if (path.endsWith('.js')) problems.push(...checkScript(path, text));
  if (path.endsWith('.css')) problems.push(...checkStyle(path, text));
  return problems;
}

/**
 * What one page contributes to the check of the whole.
 *
 * @param page UTF-8.
 * @param elements Start tags of the page: all, or those that `scanPage` finds.
 * @param policy See {@link verifySite}.
 */
export function inspectPage(
  path: string,
  page: Buffer,
  elements: readonly HtmlElement[],
  policy?: string,
): Inspection {
  const anchors = findAnchors(elements);
  const urls = findPageUrls(path, elements).filter((url) => !leadsWithin(url, anchors));
  return {
    problems: [...checkPageForm(path, page), ...checkPage(path, elements, policy)],
    urls,
    anchors,
  };
}

/** Most addresses of a long page lead to a place of its own, and need nothing else to be checked. */
function leadsWithin({ value, use }: FoundUrl, anchors: ReadonlySet<string>): boolean {
  return use !== 'name' && value.startsWith('#') && anchors.has(value.slice(1));
}

function comparePlaces(a: Problem, b: Problem): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

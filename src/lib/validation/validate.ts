import { parseChanges } from '../edition/compare-editions.ts';
import { readLibraries } from '../library/other-libraries.ts';
import { buildLibrary } from '../library/build-library.ts';
import type { ContentFile, LibraryResult } from '../library/types.ts';
import { buildContext, withoutSound } from './context.ts';
import { nameUnits } from './name-units.ts';
import type { Problem } from './problem.ts';
import { FILE_RULES, RULES } from './rules/index.ts';

/** Everything that is wrong with a corpus. */
export interface Report {
  /** Sorted by path, line, column and id. */
  problems: Problem[];
  counts: { errors: number; warnings: number; files: number };
}

/** The report on a library, and what a later one need not look for again. */
export interface LibraryReport extends Report {
  /** What rules found in files by themselves, see {@link ValidateOptions.remembered}. */
  ofFiles: readonly Problem[];
}

export interface ValidateOptions {
  /** Today, `YYYY-MM-DD`, for days in the future; without it nothing depends on the day. */
  today?: string;
  /** Files that look like content but are not read, for their names; below the content folder. */
  ignored?: readonly string[];
  /** Sidecars of imported texts by path, so that a changed character can be placed. */
  provenance?: ReadonlyMap<string, string>;
  /** What was written down of each edition, by path. */
  changes?: ReadonlyMap<string, string>;
  /** The list of libraries that are searched along, as it is written. */
  libraries?: string;
  /** `ofFiles` of an earlier check, of the files that are marked as sound. */
  remembered?: readonly Problem[];
}

/**
 * Check a corpus: building the library and every rule, in one pass.
 *
 * @param files All `.mdx` files below the content folder, in any order.
 * @returns All problems at once; one file never hides those of another. Never throws.
 */
export function validate(files: readonly ContentFile[], options: ValidateOptions = {}): Report {
  const { problems, counts } = checkLibrary(buildLibrary(files), options);
  return { problems, counts };
}

/**
 * The same for a library that has been built already, as a build of the site has it.
 *
 * @param result From `buildLibrary`, together with the problems that it found.
 */
export function checkLibrary(result: LibraryResult, options: ValidateOptions = {}): LibraryReport {
  const context = buildContext(result, options.today ?? null, options.provenance);
  const unknown = withoutSound(context);
  const ofFiles = [...FILE_RULES.flatMap((rule) => rule(unknown)), ...(options.remembered ?? [])];
  const found = [...ofFiles, ...RULES.flatMap((rule) => rule(context))];
  const ignored = (options.ignored ?? []).map(ignoredFile);
  const broken = brokenChanges(options.changes ?? new Map());
  const others = readLibraries(options.libraries ?? '').problems;
  const named = [...result.problems, ...found, ...ignored, ...broken, ...others];
  const problems = nameUnits(dropConsequences(named), result.readings).sort(compareProblems);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  return { problems, ofFiles, counts: { errors, warnings, files: result.readings.length } };
}

/** Whether a corpus may be published: warnings do not stand in the way. */
export function isPublishable({ counts }: Report): boolean {
  return counts.errors === 0;
}

function ignoredFile(path: string): Problem {
  const proper = path.replace(/^.*\//, '').replace(/\..*$/, '.mdx');
  const values = { proper };
  return { id: 'file-ignored', severity: 'warning', path, line: 1, column: 1, values };
}

/** Lists of changes that the page of changes cannot show. */
function brokenChanges(changes: ReadonlyMap<string, string>): Problem[] {
  return [...changes]
    .filter(([, text]) => parseChanges(text) === null)
    .map(([path]) => {
      return { id: 'changes-broken', severity: 'error', path, line: 1, column: 1, values: {} };
    });
}

/**
 * Leave out what another finding says better: why a kind of relation is not one of the known ones,
 * which word of a body is not NFC, and that mark-up which is not allowed also is text.
 */
function dropConsequences(problems: readonly Problem[]): Problem[] {
  const inverses = new Set(
    problems.filter(({ id }) => id === 'relation-inverse-stated').map(placeKey),
  );
  const lines = new Set(problems.filter(({ id }) => id !== 'outline-with-text').map(lineKey));
  return problems.filter((problem) => {
    if (problem.id === 'not-nfc') return false;
    if (problem.id === 'field-value-unknown') return !inverses.has(placeKey(problem));
    return problem.id !== 'outline-with-text' || !lines.has(lineKey(problem));
  });
}

function lineKey({ path, line }: Problem): string {
  return `${path}:${line}`;
}

function placeKey({ path, line, column }: Problem): string {
  return `${path}:${line}:${column}`;
}

function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.path, b.path) || a.line - b.line || a.column - b.column || compareText(a.id, b.id)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

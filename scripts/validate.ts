/**
 * Check the content: `npm run validate -- [--json] [--help] [--against <original>] [folder]`.
 *
 * Exit code 0: no errors; 1: errors; 2: wrong usage, or the folder cannot be read.
 */
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { findIgnoredFiles } from '../src/content/ignored-files.ts';
import { readChanges } from '../src/content/read-changes.ts';
import { contentDirectory, readContent } from '../src/content/read-content.ts';
import { readLibrariesFile } from '../src/content/read-libraries.ts';
import { readProvenance } from '../src/content/read-provenance.ts';
import { describeProblem, formatProblems } from '../src/i18n/describe-problem.ts';
import { message } from '../src/i18n/messages.ts';
import type { Problem } from '../src/lib/validation/problem.ts';
import { isPublishable, validate, type Report } from '../src/lib/validation/validate.ts';

const OPTIONS = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  against: { type: 'string' },
  slug: { type: 'string' },
} as const;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const usage = readArguments(args);
  if (typeof usage === 'string') return refuse(usage);
  if (usage.help) {
    console.log(message('validate.help'));
    return 0;
  }
  try {
    const files = await readContent(usage.folder);
    const ignored = await findIgnoredFiles(usage.folder);
    const provenance = await readProvenance(usage.folder);
    const changes = await readChanges(usage.folder);
    const libraries = await readLibrariesFile(usage.folder);
    const options = { today: today(), ignored, provenance, changes, libraries };
    const report = validate(files, options);
    if (usage.against !== undefined) {
      // Readers of official files are loaded only where a file is to be read.
      const { checkOriginal } = await import('../src/importers/check-original.ts');
      const { against, slug } = usage;
      const answer = await checkOriginal(against, { files, provenance, slug }, report);
      if (typeof answer === 'string') return refuse(answer);
      if (!usage.json && answer.summary !== '') console.log(`${answer.summary}\n`);
      print(answer.report, usage.folder, usage.json);
      return isPublishable(answer.report) ? 0 : 1;
    }
    print(report, usage.folder, usage.json);
    return isPublishable(report) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return refuse(message('validate.folder-unreadable', { folder: usage.folder }));
  }
}

interface Usage {
  json: boolean;
  help: boolean;
  folder: string;
  /** Original that a text is compared with, and the text, where the file does not tell. */
  against: string | undefined;
  slug: string | undefined;
}

/** What was asked for; a sentence when it cannot be understood. */
function readArguments(args: string[]): string | Usage {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    if (positionals.length > 1) return message('validate.one-folder');
    // `npm run validate --json`, without `--`: npm keeps the option for itself and says so here.
    const json = values.json ?? process.env.npm_config_json === 'true';
    const folder = positionals[0] ?? contentDirectory();
    const { against, slug } = values;
    return { json, help: values.help ?? false, folder, against, slug };
  } catch {
    return message('validate.usage', { args: args.join(' ') });
  }
}

function refuse(reason: string): number {
  console.error(`${reason}\n\n${message('validate.help')}`);
  return 2;
}

/** The day on this machine's clock, `YYYY-MM-DD`. */
function today(now = new Date()): string {
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0'));
  return `${now.getFullYear()}-${month}-${day}`;
}

function print(report: Report, folder: string, json: boolean): void {
  const shown = showFolder(folder);
  if (json) {
    const entries = report.problems.map((problem) => toEntry(problem, shown));
    console.log(JSON.stringify(entries, null, 2));
    return;
  }
  const { errors, warnings, files } = report.counts;
  const key = report.problems.length === 0 ? 'validate.summary-good' : 'validate.summary';
  if (report.problems.length > 0) console.log(`${formatProblems(report.problems, shown)}\n`);
  console.log(message(key, { files, errors, warnings }));
}

/** The folder as a path that can be opened from here. */
function showFolder(folder: string): string {
  const below = relative('', folder);
  return (below.startsWith('..') ? folder : below || '.').replaceAll('\\', '/').replace(/\/$/, '');
}

/** One entry of the JSON output: its fields stay, more may come. */
function toEntry(problem: Problem, folder: string): Record<string, unknown> {
  const { id, severity, path, line, column, unit, values } = problem;
  const file = `${folder}/${path}`;
  return { id, severity, path, file, line, column, unit, ...describeProblem(problem), values };
}

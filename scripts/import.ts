/**
 * Import official files: `npm run import -- <file|folder> [options]`; `--help` lists them.
 *
 * Exit code 0: all written or unchanged; 2: something was refused, with reasons; 1: an error of ours.
 */
import { basename } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { contentDirectory } from '../src/content/read-content.ts';
import { message } from '../src/i18n/messages.ts';
import { importMessage } from '../src/importers/describe.ts';
import type { ImportOptions } from '../src/importers/import-document.ts';
import { findOriginals, importFile } from '../src/importers/run-import.ts';
import type { FileOutcome, RunOptions } from '../src/importers/run-import.ts';

const OPTIONS = {
  out: { type: 'string' },
  draft: { type: 'boolean' },
  json: { type: 'boolean' },
  symbol: { type: 'string' },
  date: { type: 'string' },
  type: { type: 'string' },
  title: { type: 'string' },
  issuer: { type: 'string' },
  slug: { type: 'string' },
  articles: { type: 'string' },
  encoding: { type: 'string' },
  selector: { type: 'string' },
  'ocr-time': { type: 'string' },
  allow: { type: 'string', multiple: true },
  alias: { type: 'string', multiple: true },
  tombstone: { type: 'string', multiple: true },
  accept: { type: 'string', multiple: true },
  replace: { type: 'boolean' },
  report: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const REPORTS = '.cache/nhap';
/** Pages of a scan between two lines of its progress. */
const PAGES_TOLD = 10;
/** Options that take the answer to a question. */
const ANSWERS: Record<string, keyof ImportOptions> = {
  symbol: 'symbol',
  issuedDate: 'date',
  type: 'type',
  title: 'title',
  issuer: 'issuer',
};

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const usage = readArguments(args);
  if (typeof usage === 'string') return refuse(usage);
  if (usage.help) {
    console.log(message('import.help'));
    return 0;
  }
  const files: string[] = [];
  for (const path of usage.paths) {
    try {
      files.push(...(await findOriginals(path)));
    } catch {
      return refuse(message('import.unreadable', { file: path }));
    }
  }
  const outcomes: FileOutcome[] = [];
  for (const [index, file] of files.entries()) {
    if (!usage.json && files.length > 1)
      console.log(message('import.progress', { at: index + 1, count: files.length, file }));
    const outcome = await importFile(file, usage.options);
    outcomes.push(outcome);
    if (!usage.json) printOutcome(outcome);
  }
  printEnd(outcomes, usage.json);
  if (outcomes.some(({ status }) => status === 'failed')) return 1;
  return outcomes.some(({ status }) => status === 'refused') ? 2 : 0;
}

interface Usage {
  paths: string[];
  json: boolean;
  help: boolean;
  options: RunOptions;
}

/** What was asked for; a sentence when it cannot be understood. */
function readArguments(args: string[]): string | Usage {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const { out, draft, json, help, articles, encoding, allow, replace, report } = values;
    const { alias, tombstone, accept } = values;
    if (positionals.length === 0 && help !== true) return message('import.no-file');
    const isEncoding = encoding === undefined || ['unicode', 'tcvn3', 'vni'].includes(encoding);
    const seconds = values['ocr-time'];
    const areNumbers = [articles, seconds].every((one) => /^\d{1,6}$/.test(one ?? '0'));
    if (!isEncoding || !areNumbers) return message('import.usage', { args: args.join(' ') });
    const isJson = json ?? false;
    const { symbol, date, type, title, issuer, slug, selector } = values;
    const options: RunOptions = {
      ...{ symbol, date, type, title, issuer, slug, selector },
      out: out ?? contentDirectory(),
      report: report ?? REPORTS,
      draft: draft ?? false,
      replace: replace ?? false,
      articles: articles === undefined ? undefined : Number(articles),
      encoding: encoding as ImportOptions['encoding'],
      allow: (allow ?? []).flatMap((ids) => ids.split(',')),
      ...{ alias: alias ?? [], tombstone: tombstone ?? [], accept: accept ?? [] },
      ocrSeconds: seconds === undefined ? undefined : Number(seconds),
      ...(isJson ? {} : { onPage: printPage }),
      ...(process.stdin.isTTY && process.stdout.isTTY && !isJson ? { ask } : {}),
    };
    return { paths: positionals, json: isJson, help: help ?? false, options };
  } catch {
    return message('import.usage', { args: args.join(' ') });
  }
}

function refuse(reason: string): number {
  console.error(`${reason}\n\n${message('import.help')}`);
  return 2;
}

/** How far a scan is: on a terminal in one line, elsewhere now and then. */
function printPage(done: number, pages: number): void {
  const text = message('import.ocr-progress', { done, pages });
  if (process.stderr.isTTY) process.stderr.write(`\r${text}${done === pages ? '\n' : ''}`);
  else if (done === pages || done % PAGES_TOLD === 0) console.error(text);
}

/** Ask the clerk for what the original does not tell; an empty answer leaves it open. */
async function ask(fields: readonly string[]): Promise<Partial<ImportOptions>> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answers: Partial<ImportOptions> = {};
  for (const field of fields) {
    const option = ANSWERS[field];
    const answer = await terminal.question(
      message('import.ask', { field: importMessage(`field.${field}`) }),
    );
    if (option !== undefined && answer.trim() !== '')
      Object.assign(answers, { [option]: answer.trim() });
  }
  terminal.close();
  return answers;
}

function printOutcome(outcome: FileOutcome): void {
  const { file, status, path, chars, unexplained, reasons, notes, report } = outcome;
  const name = path ?? file;
  const [first] = reasons;
  if (status === 'failed')
    console.error(message('import.failed', { file, reason: first?.message ?? '' }));
  else if (status === 'unchanged') console.log(message('import.unchanged', { path: name }));
  else if (status === 'kept') console.log(message('import.kept', { path: name }));
  else if (status === 'refused') {
    console.error(message('import.refused', { file }));
    for (const reason of reasons) console.error(`  ${reason.message}`);
  } else if (unexplained > 0)
    console.log(message('import.draft', { path: name, count: unexplained }));
  else console.log(message('import.written', { path: name, chars, units: unitsOf(outcome) }));
  for (const note of notes) console.log(`  ${message('import.warning', { text: note })}`);
  if (report !== null) console.log(`  ${message('import.report', { path: report })}`);
}

function unitsOf({ counts }: FileOutcome): string {
  const named = Object.entries(counts).filter(
    ([kind]) => !/opening|closing|anchored|\//.test(kind),
  );
  return named.map(([kind, count]) => `${count} ${importMessage(`kind.${kind}`)}`).join(', ');
}

/** Of one file the fields of its outcome stand at the top too. */
function printEnd(outcomes: readonly FileOutcome[], json: boolean): void {
  const count = (status: FileOutcome['status']): number =>
    outcomes.filter((outcome) => outcome.status === status).length;
  const summary = {
    files: outcomes.length,
    written: count('written'),
    unchanged: count('unchanged') + count('kept'),
    refused: count('refused'),
    failed: count('failed'),
  };
  if (json) {
    const [only] = outcomes;
    const top = outcomes.length === 1 ? only : {};
    console.log(JSON.stringify({ ...top, files: outcomes, summary }, null, 2));
  } else if (outcomes.length !== 1) {
    console.log(`\n${message('import.table-header')}`);
    for (const outcome of outcomes) printRow(outcome);
    console.log(`\n${message('import.summary', summary)}`);
  }
}

/** One line of the table at the end of a folder. */
function printRow({ file, status, chars, counts, unexplained, notes, path }: FileOutcome): void {
  console.log(
    message('import.table-row', {
      ...{ file: basename(file), chars, unexplained, notes: notes.length, path: path ?? '–' },
      status: message(`import.status.${status}`),
      articles: counts.article ?? 0,
    }),
  );
}

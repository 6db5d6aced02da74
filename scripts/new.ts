/**
 * Begin a record: `npm run new -- <number> [options] [folder]`; asks for what is missing when there
 * is someone to ask.
 *
 * Exit code 0: written; 1: refused, nothing written; 2: wrong usage, or the folder cannot be read.
 */
import { createInterface, type Interface } from 'node:readline/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { contentDirectory, readContent } from '../src/content/read-content.ts';
import { formatProblems } from '../src/i18n/describe-problem.ts';
import { message } from '../src/i18n/messages.ts';
import { writeFiles } from '../src/importers/write-files.ts';
import { parseSymbol } from '../src/lib/document/symbol.ts';
import {
  DOCUMENT_TYPE_SLUGS,
  DOCUMENT_TYPES,
  SYSTEMS,
  type DocumentSystem,
  type DocumentType,
} from '../src/lib/document/types.ts';
import { buildLibrary } from '../src/lib/library/build-library.ts';
import {
  formatNewRecord,
  issuersOf,
  sameDocuments,
  typesOf,
  type NewRecord,
} from '../src/lib/library/new-record.ts';
import type { ContentFile, Library } from '../src/lib/library/types.ts';
import { askUntilRead } from '../src/lib/text/ask-until-read.ts';
import { fold } from '../src/lib/text/fold.ts';
import { nearest } from '../src/lib/text/nearest.ts';
import { isRealDay } from '../src/lib/validation/calendar.ts';
import { properSymbol } from '../src/lib/validation/proper-symbol.ts';
import { validate } from '../src/lib/validation/validate.ts';

const OPTIONS = {
  date: { type: 'string' },
  type: { type: 'string' },
  system: { type: 'string' },
  title: { type: 'string' },
  issuer: { type: 'string', multiple: true },
  topic: { type: 'string', multiple: true },
  source: { type: 'string' },
  'source-title': { type: 'string' },
  print: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** A sentence for the person at the keyboard instead of an answer. */
class Refusal extends Error {
  readonly code: 1 | 2;

  constructor(sentence: string, code: 1 | 2 = 1) {
    super(sentence);
    this.code = code;
  }
}

/** Asks a question; null when there is nobody to ask. */
type Ask = ((question: string) => Promise<string>) | null;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  try {
    const { values, positionals } = readArguments(args);
    if (values.help === true) {
      console.log(message('new.help'));
      return 0;
    }
    await run(positionals, values);
    return 0;
  } catch (error) {
    if (isStopped(error)) {
      console.error(`\n${message('new.stopped')}`);
      return 1;
    }
    if (!(error instanceof Refusal)) throw error;
    console.error(error.code === 2 ? `${error.message}\n\n${message('new.help')}` : error.message);
    return error.code;
  }
}

/** Whether the person has stopped the questions (Ctrl+C, Ctrl+D). */
function isStopped(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

type Values = ReturnType<typeof readArguments>['values'];

function readArguments(args: string[]) {
  try {
    const parsed = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    if (parsed.positionals.length <= 2) return parsed;
  } catch {
    // Told below in our own words.
  }
  throw new Refusal(message('new.usage', { args: args.join(' ') }), 2);
}

async function run([number, folder]: string[], values: Values): Promise<void> {
  const content = folder ?? contentDirectory();
  const files = await readContent(content).catch(() => {
    throw new Refusal(message('new.folder-unreadable', { folder: content }), 2);
  });
  const { library } = buildLibrary(files);
  const terminal = openTerminal();
  try {
    const ask: Ask = terminal && ((question) => terminal.question(question));
    const record = await gather(number, values, library, ask);
    const file = formatNewRecord(record, new Set(library.bySlug.keys()));
    requireSound(files, file, content);
    if (values.print === true) {
      console.log(file.text);
      return;
    }
    await writeFiles(content, new Map([[file.path, file.text]]));
    console.log(message('new.written', { file: join(content, file.path) }));
  } finally {
    terminal?.close();
  }
}

/** null where no person sits at both ends: a script must not wait for an answer. */
function openTerminal(): Interface | null {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return null;
  return createInterface({ input: process.stdin, output: process.stdout });
}

async function gather(
  number: string | undefined,
  values: Values,
  library: Library,
  ask: Ask,
): Promise<NewRecord> {
  const symbol = await need('symbol', number, ask, (written) => readSymbol(written, library));
  const issuedDate = await need('date', values.date, ask, readDate);
  refuseClash({ symbol, issuedDate }, library);
  const type = await choose('type', values.type, typesOf(symbol), ask, readType);
  const issuer = await gatherIssuers(values.issuer, symbol, library, ask);
  const system = readSystem(values.system ?? systemOf(issuer, symbol, library));
  const title = await need('title', values.title, ask, (written) => written);
  const topics = (values.topic ?? []).map((topic) => readSlug('topic', topic, library.topics));
  return {
    symbol,
    issuedDate,
    type,
    system,
    title,
    issuer,
    topics,
    source: await source(values, ask),
  };
}

type Asked = 'symbol' | 'date' | 'type' | 'title' | 'issuer';

/**
 * What was given, else asked for, else refused. What cannot be read is refused when it was given;
 * a person who typed it is told why and asked again, so that nothing typed before is lost.
 */
async function need<T>(
  what: Asked,
  given: string | undefined,
  ask: Ask,
  read: (written: string) => T,
): Promise<T> {
  const readTyped = (typed: string): T => {
    const answer = typed.trim().normalize();
    if (answer !== '') return read(answer);
    throw new Refusal(message('new.missing', { what: message(`new.flag.${what}`) }));
  };
  if (!ask || given !== undefined) return readTyped(given ?? '');
  return askUntilRead(() => ask(`${message(`new.ask.${what}`)} `), readTyped, tellRefusal);
}

function tellRefusal(reason: unknown): void {
  if (!(reason instanceof Refusal)) throw reason;
  console.error(reason.message);
}

/** The same where the number leaves little choice. */
async function choose<T>(
  what: 'type' | 'issuer',
  given: string | undefined,
  choices: readonly string[],
  ask: Ask,
  read: (written: string) => T,
): Promise<T> {
  const [only, ...others] = choices;
  if (given === undefined && only !== undefined && others.length === 0) return read(only);
  if (ask && given === undefined && choices.length > 0)
    console.log(message('new.choices', { choices: choices.join(', ') }));
  if (!ask && given === undefined && choices.length > 0) {
    const flag = message(`new.flag.${what}`);
    throw new Refusal(message('new.choose', { what: flag, choices: choices.join(', ') }));
  }
  return need(what, given, ask, read);
}

async function gatherIssuers(
  given: readonly string[] | undefined,
  symbol: string,
  library: Library,
  ask: Ask,
): Promise<string[]> {
  if (given) return given.map((slug) => readSlug('issuer', slug, library.issuers));
  const choices = issuersOf(symbol, library);
  return choose('issuer', undefined, choices, ask, (written) => readIssuers(written, library));
}

/** Slugs with spaces or commas between them, or the name of one issuer. */
function readIssuers(written: string, { issuers }: Library): string[] {
  const named = [...issuers.values()].find(({ data }) => fold(data.name) === fold(written));
  if (named) return [named.slug];
  return written
    .split(/[\s,]+/)
    .filter((slug) => slug !== '')
    .map((slug) => readSlug('issuer', slug, issuers));
}

function readSymbol(written: string, { issuers }: Library): string {
  const codes = [...issuers.values()].flatMap(({ data }) => data.codes);
  const proper = properSymbol(written, codes);
  if (proper === null) throw new Refusal(message('new.symbol-form', { symbol: written }));
  if (proper !== written) console.log(message('new.symbol-read', { symbol: proper }));
  return proper;
}

/** `2033-03-12` or `12/3/2033`. */
function readDate(written: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(written) ?? [];
  const date = year === '' ? written : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (isRealDay(date) !== true) throw new Refusal(message('new.date-form', { date: written }));
  return date;
}

function readType(written: string): DocumentType {
  const type = DOCUMENT_TYPE_SLUGS.find(
    (slug) => slug === written || DOCUMENT_TYPES[slug].name.toLowerCase() === written.toLowerCase(),
  );
  if (type !== undefined) return type;
  const values = { type: written, known: DOCUMENT_TYPE_SLUGS.join(', ') };
  throw new Refusal(message('new.type-unknown', values));
}

function readSystem(written: string): DocumentSystem {
  const system = SYSTEMS.find((one) => one === written);
  if (system !== undefined) return system;
  throw new Refusal(message('new.system-unknown', { system: written, known: SYSTEMS.join(', ') }));
}

/** Whose document it is: its issuers'. */
function systemOf(
  [slug = '']: readonly string[],
  symbol: string,
  library: Library,
): DocumentSystem {
  const known = library.issuers.get(slug)?.data.system;
  return known ?? (parseSymbol(symbol)?.form === 'party' ? 'dang' : 'nha-nuoc');
}

function readSlug(
  what: 'issuer' | 'topic',
  slug: string,
  known: ReadonlyMap<string, unknown>,
): string {
  if (known.has(slug)) return slug;
  const near = nearest(slug, known.keys()).join(', ') || [...known.keys()].join(', ');
  throw new Refusal(message(`new.${what}-unknown`, { slug, near }));
}

async function source(values: Values, ask: Ask): Promise<NewRecord['source']> {
  const url = (values.source ?? (await ask?.(`${message('new.ask.source')} `)) ?? '').trim();
  if (url === '') return null;
  const title =
    values['source-title'] ?? (await ask?.(`${message('new.ask.source-title')} `)) ?? '';
  return { url, title: title.trim() === '' ? url : title.trim() };
}

function refuseClash(record: Pick<NewRecord, 'symbol' | 'issuedDate'>, library: Library): void {
  const [path] = sameDocuments(record, library);
  if (path !== undefined) throw new Refusal(message('new.exists', { path }));
}

/** A record that the checks refuse is not written; what was wrong before is not its fault. */
function requireSound(files: readonly ContentFile[], file: ContentFile, folder: string): void {
  const errors = validate([...files, file]).problems.filter(
    ({ severity, path }) => severity === 'error' && path === file.path,
  );
  if (errors.length === 0) return;
  throw new Refusal(`${message('new.unsound')}\n\n${formatProblems(errors, folder)}`);
}

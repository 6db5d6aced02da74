/**
 * Check the citations of a text: `npm run cite -- [--json] [--notions] [--as-of YYYY-MM-DD]
 * <file.txt|.docx|->`, or `--batch` with JSON lines `{id, text}`.
 *
 * Exit code 0: checked, whatever was found; 1: our own error; 2: wrong usage or an unreadable file.
 */
import { readFile } from 'node:fs/promises';
import { text as readStream } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { contentDirectory, readContent } from '../src/content/read-content.ts';
import { hasMessage, message } from '../src/i18n/messages.ts';
import { documentText } from '../src/importers/docx-text.ts';
import { readDocx } from '../src/importers/docx/read-docx.ts';
import { Refusal } from '../src/importers/import-error.ts';
import { checkText } from '../src/lib/citation/check.ts';
import { buildCitationIndex, type CitationIndex } from '../src/lib/citation/citation-index.ts';
import { buildNotionIndex, findNotions, type NotionIndex } from '../src/lib/citation/notions.ts';
import { formatReport } from '../src/lib/citation/report.ts';
import { buildLibrary } from '../src/lib/library/build-library.ts';
import type { Library } from '../src/lib/library/types.ts';

const OPTIONS = {
  json: { type: 'boolean' },
  batch: { type: 'boolean' },
  notions: { type: 'boolean' },
  'as-of': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

interface Usage {
  file: string;
  json: boolean;
  batch: boolean;
  /** Whether JSON tells of notions beside the citations. */
  notions: boolean;
  asOf: string;
}

/** What a text is held against. */
interface Reference {
  library: Library;
  index: CitationIndex;
  notionIndex: NotionIndex;
}

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const usage = readArguments(args);
  if (usage === 'help') {
    console.log(message('cite.help'));
    return 0;
  }
  if (typeof usage === 'string') return refuse(usage);
  try {
    const text = await readText(usage.file);
    const { library } = buildLibrary(await readContent(contentDirectory()));
    const index = buildCitationIndex(library);
    const reference = { library, index, notionIndex: buildNotionIndex(library, index) };
    if (usage.batch) checkLines(text, usage, reference);
    else checkOne(text, usage, reference);
    return 0;
  } catch (error) {
    const reason = readingError(error);
    if (reason === null) throw error;
    console.error(message('cite.unreadable', { file: usage.file, reason }));
    return 2;
  }
}

/** What was asked for; a sentence when it cannot be understood. */
function readArguments(args: string[]): Usage | string {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    if (values.help) return 'help';
    // `npm run cite --json`, without `--`: npm keeps the option for itself and says so here.
    const json = values.json ?? process.env.npm_config_json === 'true';
    const batch = values.batch ?? process.env.npm_config_batch === 'true';
    const notions = values.notions ?? process.env.npm_config_notions === 'true';
    const asOf = values['as-of'] ?? today();
    if (!isDay(asOf)) return message('cite.bad-day', { day: asOf });
    if (positionals.length > 1 || (positionals.length === 0 && !batch))
      return message('cite.one-file');
    return { file: positionals[0] ?? '-', json, batch, notions, asOf };
  } catch {
    return message('cite.usage', { args: args.join(' ') });
  }
}

function refuse(reason: string): number {
  console.error(`${reason}\n\n${message('cite.help')}`);
  return 2;
}

function isDay(text: string): boolean {
  const parsed = new Date(`${text}T00:00:00Z`);
  return (
    !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text) && text.length === 10
  );
}

/** The day on this machine's clock, `YYYY-MM-DD`. */
function today(now = new Date()): string {
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0'));
  return `${now.getFullYear()}-${month}-${day}`;
}

function checkOne(text: string, usage: Usage, reference: Reference): void {
  const { library, index, notionIndex } = reference;
  const items = checkText(text, index, usage);
  const notions = findNotions(text, items, notionIndex);
  const json = usage.notions ? { found: items, notions } : items;
  console.log(
    usage.json ? JSON.stringify(json, null, 2) : formatReport(text, items, library, notions),
  );
}

/** The text of a file or of standard input; of a Word file that of `documentText`. */
async function readText(file: string): Promise<string> {
  if (file === '-') return readStream(process.stdin);
  const bytes = await readFile(file);
  if (/\.doc[xm]$/i.test(file)) return documentText(await readDocx(bytes));
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return bytes.toString(isUtf16 ? 'utf16le' : 'utf8');
}

/** One JSON line for each line read; a line that cannot be read is answered by its error. */
function checkLines(text: string, usage: Usage, { index, notionIndex }: Reference): void {
  const answerTo = (passage: { id: unknown; text: string }): object => {
    const found = checkText(passage.text, index, usage);
    const notions = usage.notions ? findNotions(passage.text, found, notionIndex) : null;
    return { id: passage.id, found, ...(notions && { notions }) };
  };
  // Split at line feeds only: a passage may hold other separators of lines.
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const passage = readLine(line);
    const answer = passage
      ? answerTo(passage)
      : { id: null, error: message('cite.bad-line'), found: [] };
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
}

function readLine(line: string): { id: unknown; text: string } | null {
  try {
    const value = JSON.parse(line) as { id?: unknown; text?: unknown } | null;
    return typeof value?.text === 'string' ? { id: value.id ?? null, text: value.text } : null;
  } catch {
    return null;
  }
}

/** Why a file cannot be read, in words; null for an error of our own. */
function readingError(error: unknown): string | null {
  if (error instanceof Refusal) {
    const key = `import.refusal.${error.id}`;
    return hasMessage(key) ? message(key, error.values) : error.id;
  }
  if (!(error instanceof Error) || !('code' in error)) return null;
  return error.code === 'ENOENT' ? message('cite.no-file') : String(error.code);
}

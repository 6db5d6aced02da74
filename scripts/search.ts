/**
 * Search a built site: `npm run search -- [--json] "query"`, or `--batch` with JSON lines
 * `{id, q}` on standard input.
 *
 * Exit code 0: answered, found or not; 1: no readable index; 2: wrong usage.
 */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { message } from '../src/i18n/messages.ts';
import { hasIndex, openIndex } from '../src/integrations/search-index/open-index.ts';
import { sitePaths } from '../src/integrations/site-paths.ts';
import { documentUrl } from '../src/lib/library/addresses.ts';
import type { MarkedRun } from '../src/lib/search/marked-text.ts';
import { noticeWords } from '../src/lib/search/notice.ts';
import type { SearchEngine, SearchResult } from '../src/lib/search/search-engine.ts';

const OPTIONS = {
  json: { type: 'boolean' },
  batch: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Most rows of an answer. */
const LIMIT = 20;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const usage = readArguments(args);
  if (usage === null) return refuse(message('search.usage', { args: args.join(' ') }));
  if (usage.help) {
    console.log(message('search.help'));
    return 0;
  }
  if (!usage.batch && usage.query === '') return refuse(message('search.no-query'));
  const { out } = sitePaths(process.cwd());
  if (!hasIndex(out)) {
    console.error(message('search.no-index', { folder: out }));
    return 1;
  }
  const engine = await openIndex(out);
  if (usage.batch) await answerLines(engine);
  else await answerOne(engine, usage.query, usage.json);
  return 0;
}

/** What was asked for; null when it cannot be understood. */
function readArguments(
  args: string[],
): { query: string; json: boolean; batch: boolean; help: boolean } | null {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    // `npm run search --json`, without `--`: npm keeps the option for itself and says so here.
    const json = values.json ?? process.env.npm_config_json === 'true';
    const batch = values.batch ?? process.env.npm_config_batch === 'true';
    return { query: positionals.join(' ').trim(), json, batch, help: values.help ?? false };
  } catch {
    return null;
  }
}

function refuse(reason: string): number {
  console.error(`${reason}\n\n${message('search.help')}`);
  return 2;
}

async function answerOne(engine: SearchEngine, query: string, json: boolean): Promise<void> {
  const answer = await engine.search(query, { limit: LIMIT });
  if (json) {
    console.log(JSON.stringify(answer.results.map(toRow), null, 2));
    return;
  }
  if (answer.corrected !== null) {
    console.log(message('search.corrected', { query: answer.corrected }));
  }
  if (answer.notice !== null) {
    const { key, values } = noticeWords(answer.notice);
    console.log(message(`search-ui.${key}`, values));
  }
  for (const { name, path } of answer.pages) {
    console.log(message('search.page', { name, url: path }));
  }
  console.log(message('search.count', { count: answer.total, query: answer.query }));
  for (const result of answer.results) console.log(`\n${formatResult(result)}`);
  for (const suggestion of answer.suggestions) console.log(`- ${suggestion}`);
}

/** One JSON line for each line read; a line that cannot be read is answered by its error. */
async function answerLines(engine: SearchEngine): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    console.log(JSON.stringify(await answerLine(engine, line)));
  }
}

async function answerLine(engine: SearchEngine, line: string): Promise<Record<string, unknown>> {
  const question = readLine(line);
  if (question === null) return { id: null, error: message('search.bad-line'), results: [] };
  const answer = await engine.search(question.q, { limit: LIMIT });
  return { id: question.id, results: answer.results.map(toRow) };
}

function readLine(line: string): { id: unknown; q: string } | null {
  try {
    const value = JSON.parse(line) as { id?: unknown; q?: unknown } | null;
    return typeof value?.q === 'string' ? { id: value.id ?? null, q: value.q } : null;
  } catch {
    return null;
  }
}

/** One result of the JSON output: its fields stay, more may come. */
function toRow({
  document,
  anchor,
  label,
  tier,
  score,
  places,
}: SearchResult): Record<string, unknown> {
  return {
    url: urlOf(document.slug, anchor),
    doc: document.slug,
    anchor,
    label,
    title: document.title,
    symbol: document.symbol,
    status: document.status,
    score,
    tier,
    places: places.map((place) => place.anchor),
  };
}

/** Relative to the root of the site. */
function urlOf(slug: string, anchor: string | null): string {
  return documentUrl(slug, anchor ?? '').slice(1);
}

function formatResult(result: SearchResult): string {
  const { document, anchor, label } = result;
  const place = label === null ? '' : `, ${label}`;
  const lines = [
    `${[document.typeName, document.symbol ?? []].flat().join(' ')}${place} – ${document.title}`,
    `  ${urlOf(document.slug, anchor)}  [${message(`site.status.${document.status}`)}]`,
    `  ${[plain(result.heading), plain(result.excerpt)].filter((text) => text !== '').join(': ')}`,
  ];
  return lines.filter((line) => line.trim() !== '').join('\n');
}

function plain(runs: readonly MarkedRun[]): string {
  return runs.map(({ text }) => text).join('');
}

/**
 * Search a built site: `npm run search -- [--json] "query"`, or `--batch` with JSON lines
 * `{id, q}` on standard input.
 *
 * Exit code 0: answered, found or not; 1: no readable index; 2: wrong usage.
 */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { message } from '../src/i18n/messages.ts';
import { hasIndex } from '../src/integrations/search-index/open-index.ts';
import { SiteSearch } from '../src/integrations/search-index/site-search.ts';
import { sitePaths } from '../src/integrations/site-paths.ts';
import { documentUrl } from '../src/lib/library/addresses.ts';
import type { NamedLibrary, SearchDocument } from '../src/lib/search/index-format.ts';
import type { MarkedRun } from '../src/lib/search/marked-text.ts';
import { noticeWords } from '../src/lib/search/notice.ts';
import type { SearchResult } from '../src/lib/search/search-engine.ts';

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
  const site = await SiteSearch.open(out);
  if (usage.batch) await answerLines(site);
  else await answerOne(site, usage.query, usage.json);
  // What is left out is said after the answer, which shows what else is damaged.
  for (const line of describeAbsent(site)) console.error(line);
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

/** Which libraries have no part in the answers, and why. */
function describeAbsent({ libraries, absent }: SiteSearch): string[] {
  return [...absent].map(([library, absence]) =>
    message(`search.library.${absence}`, { ...libraries[library - 1] }),
  );
}

async function answerOne(site: SiteSearch, query: string, json: boolean): Promise<void> {
  const answer = await site.search(query, { limit: LIMIT });
  if (json) {
    const rows = answer.results.map((result) => toRow(result, site.libraries));
    console.log(JSON.stringify(rows, null, 2));
    return;
  }
  if (answer.corrected !== null) {
    console.log(message('search.corrected', { query: answer.corrected }));
  }
  if (answer.notice !== null) {
    const { key, values } = noticeWords(answer.notice);
    console.log(message(`search-ui.${key}`, values));
  }
  for (const { name, path, library } of answer.pages) {
    const url = urlIn(library, path, site.libraries);
    console.log(message('search.page', { name, url }));
  }
  console.log(message('search.count', { count: answer.total, query: answer.query }));
  for (const result of answer.results) console.log(`\n${formatResult(result, site.libraries)}`);
  for (const suggestion of answer.suggestions) console.log(`- ${suggestion}`);
}

/** One JSON line for each line read; a line that cannot be read is answered by its error. */
async function answerLines(site: SiteSearch): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    console.log(JSON.stringify(await answerLine(site, line)));
  }
}

async function answerLine(site: SiteSearch, line: string): Promise<Record<string, unknown>> {
  const question = readLine(line);
  if (question === null) return { id: null, error: message('search.bad-line'), results: [] };
  const answer = await site.search(question.q, { limit: LIMIT });
  const results = answer.results.map((result) => toRow(result, site.libraries));
  return { id: question.id, results };
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
function toRow(
  { document, copies, anchor, label, tier, score, places }: SearchResult,
  libraries: readonly NamedLibrary[],
): Record<string, unknown> {
  const nameOf = ({ library = 0 }: SearchDocument) => libraries[library - 1]?.name ?? null;
  return {
    url: urlOf(document, anchor, libraries),
    doc: document.slug,
    anchor,
    label,
    title: document.title,
    symbol: document.symbol,
    status: document.status,
    score,
    tier,
    places: places.map((place) => place.anchor),
    library: nameOf(document),
    copies: copies.map((copy) => ({
      url: urlOf(copy, null, libraries),
      library: nameOf(copy),
      status: copy.status,
    })),
  };
}

/** Relative to the root of the site; absolute in a library that is elsewhere. */
function urlOf(
  { slug, library }: SearchDocument,
  anchor: string | null,
  libraries: readonly NamedLibrary[],
): string {
  return urlIn(library, documentUrl(slug, anchor ?? ''), libraries).replace(/^\//, '');
}

/** Address of a page of one of the libraries. @param path From its root, with `/` in front. */
function urlIn(
  library: number | undefined,
  path: string,
  libraries: readonly NamedLibrary[],
): string {
  const other = library === undefined ? undefined : libraries[library - 1];
  return other ? other.address + path.slice(1) : path;
}

/** Our words about a document are told from its own. */
function excerptOf({ excerpt, excerptRegion }: SearchResult): string {
  const own = excerptRegion === 'gist' || excerptRegion === 'note';
  return own ? `${message(`search-ui.${excerptRegion}`)} ${plain(excerpt)}` : plain(excerpt);
}

function formatResult(result: SearchResult, libraries: readonly NamedLibrary[]): string {
  const { document, copies, anchor, label } = result;
  const library = libraries[(document.library ?? 0) - 1];
  const place = label === null ? '' : `, ${label}`;
  const lines = [
    `${[document.typeName, document.symbol ?? []].flat().join(' ')}${place} – ${document.title}`,
    ...(library ? [`  ${library.name}`] : []),
    `  ${urlOf(document, anchor, libraries)}  [${message(`site.status.${document.status}`)}]`,
    `  ${[plain(result.heading), excerptOf(result)].filter((text) => text !== '').join(': ')}`,
  ];
  for (const copy of copies) {
    const values = {
      library: libraries[(copy.library ?? 0) - 1]?.name ?? message('search-ui.own-library'),
      url: urlOf(copy, null, libraries),
      status: message(`site.status.${copy.status}`),
    };
    lines.push(`  ${message('search.copy', values)}`);
  }
  return lines.filter((line) => line.trim() !== '').join('\n');
}

function plain(runs: readonly MarkedRun[]): string {
  return runs.map(({ text }) => text).join('');
}

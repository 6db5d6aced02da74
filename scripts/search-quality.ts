/**
 * Measure search against the development set, and a second one: `node scripts/search-quality.ts [--site <folder>]
 * [--variants] [--save <file>] [--against <file>]`.
 *
 * Prints for each kind of query how often the right document (and place) is first, among the first
 * three, and the mean reciprocal rank; then the failures, and what was gained and lost against a
 * saved run, by default that of the last release. Exit code 1 when fewer than 95 % are right first.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openIndex } from '../src/integrations/search-index/open-index.ts';
import { sitePaths } from '../src/integrations/site-paths.ts';
import type { Filters } from '../src/lib/search/filters.ts';
import type { SearchEngine } from '../src/lib/search/search-engine.ts';

/** One query of the set. Several right answers stand in a list. */
interface Query {
  kind: string;
  q: string;
  doc: string | string[];
  /** Place that must be opened, where it matters. */
  anchor?: string | string[];
  filters?: Filters;
}

interface Outcome extends Query {
  /** 1 for the first result; 0 when it is not among the first 20. */
  rank: number;
  found: string[];
}

/** The set that search was made with, and one that was written before anyone saw its answers. */
const SETS = ['queries', 'second'];
const FOLDER = new URL('../bench/search-quality/', import.meta.url);
const RELEASE = fileURLToPath(new URL('release.jsonl', FOLDER));
const DEPTH = 20;
const LEAST_FIRST = 0.95;

const { values } = parseArgs({
  options: {
    site: { type: 'string' },
    variants: { type: 'boolean', default: false },
    save: { type: 'string' },
    against: { type: 'string', default: RELEASE },
  },
});

process.exitCode = await main();

async function main(): Promise<number> {
  const engine = await openIndex(values.site ?? sitePaths(process.cwd()).out);
  const outcomes: Outcome[] = [];
  for (const set of SETS) {
    const found = await runSet(engine, set);
    console.log(`${set}.jsonl`);
    printTable(found);
    printFailures(found);
    outcomes.push(...found);
  }
  await printChanges(outcomes, values.against);
  if (values.save !== undefined) {
    const lines = outcomes.map(({ q, filters, rank }) => JSON.stringify({ q, filters, rank }));
    await writeFile(values.save, `${lines.join('\n')}\n`);
  }
  return share(outcomes, 1) >= LEAST_FIRST ? 0 : 1;
}

async function runSet(engine: SearchEngine, set: string): Promise<Outcome[]> {
  const queries = await readQueries(set);
  const outcomes: Outcome[] = [];
  for (const query of values.variants ? queries.flatMap(withVariants) : queries) {
    outcomes.push(await run(engine, query));
  }
  return outcomes;
}

async function readQueries(set: string): Promise<Query[]> {
  const lines = (await readFile(new URL(`${set}.jsonl`, FOLDER), 'utf8')).trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Query);
}

/** The query with the spellings that must not change the answer. */
function withVariants(query: Query): Query[] {
  const { kind, q } = query;
  const plain = q.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
  return [
    query,
    ...(plain === q ? [] : [{ ...query, kind: `${kind}, no diacritics`, q: plain }]),
    { ...query, kind: `${kind}, decomposed`, q: q.normalize('NFD') },
    { ...query, kind: `${kind}, capitals`, q: q.toUpperCase() },
  ];
}

async function run(engine: SearchEngine, query: Query): Promise<Outcome> {
  const { results } = await engine.search(query.q, { limit: DEPTH, filters: query.filters ?? {} });
  const docs = [query.doc].flat();
  const anchors = query.anchor === undefined ? null : [query.anchor].flat();
  const index = results.findIndex(
    ({ document, anchor }) =>
      docs.includes(document.slug) && (anchors === null || anchors.includes(anchor ?? '')),
  );
  const found = results
    .slice(0, 3)
    .map(({ document, anchor }) => document.slug + (anchor === null ? '' : `#${anchor}`));
  return { ...query, rank: index + 1, found };
}

/** Share of queries whose answer is among the first results. */
function share(outcomes: readonly Outcome[], depth: number): number {
  return outcomes.filter(({ rank }) => rank > 0 && rank <= depth).length / outcomes.length;
}

function printTable(outcomes: readonly Outcome[]): void {
  const kinds = [...new Set(outcomes.map(({ kind }) => kind))];
  const rows = kinds.map((kind) =>
    row(
      kind,
      outcomes.filter((outcome) => outcome.kind === kind),
    ),
  );
  console.table([...rows, row('all', outcomes)]);
}

function row(kind: string, outcomes: readonly Outcome[]): Record<string, string | number> {
  const reciprocal = outcomes.reduce((sum, { rank }) => sum + (rank > 0 ? 1 / rank : 0), 0);
  return {
    kind,
    queries: outcomes.length,
    'top-1 %': (100 * share(outcomes, 1)).toFixed(1),
    'top-3 %': (100 * share(outcomes, 3)).toFixed(1),
    MRR: (reciprocal / outcomes.length).toFixed(3),
  };
}

function printFailures(outcomes: readonly Outcome[]): void {
  for (const { kind, q, doc, anchor, rank, found } of outcomes) {
    if (rank === 1) continue;
    const wanted = [doc].flat().join(' | ') + (anchor === undefined ? '' : ` # ${String(anchor)}`);
    console.log(`${kind}: “${q}” wanted ${wanted}, at ${rank}; found ${found.join(', ')}`);
  }
}

async function printChanges(outcomes: readonly Outcome[], file: string): Promise<void> {
  const lines = (await readFile(file, 'utf8')).trim().split('\n');
  const before = new Map(
    lines.map((line) => {
      const outcome = JSON.parse(line) as Outcome;
      return [keyOf(outcome), outcome.rank];
    }),
  );
  const changed = outcomes.filter(
    (outcome) => (before.get(keyOf(outcome)) ?? outcome.rank) !== outcome.rank,
  );
  for (const outcome of changed) {
    const { q, rank } = outcome;
    const old = before.get(keyOf(outcome)) ?? 0;
    const better = rank > 0 && (old === 0 || rank < old);
    console.log(`${better ? 'gained' : 'lost'}: “${q}” ${old} → ${rank}`);
  }
  console.log(`${changed.length} of ${outcomes.length} changed against ${file}`);
}

function keyOf({ q, filters }: Pick<Outcome, 'q' | 'filters'>): string {
  return JSON.stringify([q, filters]);
}

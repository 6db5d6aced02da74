/**
 * Prove that nothing is lost, without writing anything to the content:
 *
 * - `npm run fidelity -- <folder|file> [--json]`: the importer over a folder, as a table;
 * - `npm run fidelity -- --dist <dir> [--content <dir>]`: pages of a built site against the content;
 * - `npm run fidelity -- --against <original> <file.mdx>`: a text against its original, read again.
 *
 * Exit code 0: nothing differs without a reason; 1: something does, or failed; 2: wrong usage.
 */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { contentDirectory, readContent } from '../src/content/read-content.ts';
import { message } from '../src/i18n/messages.ts';
import { articleText } from '../src/importers/article-text.ts';
import { compareWithOriginal, fileDigest } from '../src/importers/compare-original.ts';
import { importMessage } from '../src/importers/describe.ts';
import { importDocument } from '../src/importers/import-document.ts';
import { Refusal } from '../src/importers/import-error.ts';
import { readOriginal } from '../src/importers/read-original.ts';
import { readSource } from '../src/importers/read-source.ts';
import {
  describeResult,
  emptyOutcome,
  findOriginals,
  readCorpus,
} from '../src/importers/run-import.ts';
import type { FileOutcome } from '../src/importers/run-import.ts';
import { findDifferences } from '../src/lib/fidelity/diff.ts';
import { pageStream, parseProvenance } from '../src/lib/fidelity/provenance.ts';
import { buildLibrary } from '../src/lib/library/build-library.ts';
import { parseFrontMatter } from '../src/lib/library/front-matter.ts';
import type { LibraryDocument } from '../src/lib/library/types.ts';
import { normalizeV1 } from '../src/lib/provision/text.ts';

const OPTIONS = {
  json: { type: 'boolean' },
  dist: { type: 'string' },
  content: { type: 'string' },
  against: { type: 'string' },
} as const;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const [path] = positionals;
    if (values.dist !== undefined)
      return await checkDist(values.dist, values.content ?? contentDirectory());
    if (path === undefined) return usage();
    if (values.against !== undefined) return await checkAgainst(path, values.against);
    return await checkFolder(path, values.json ?? false);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return usage();
  }
}

function usage(): number {
  console.error(message('import.fidelity.help'));
  return 2;
}

/** `unchecked`: recognised from pictures, so there is nothing to compare with. */
type Verdict = 'equal' | 'explained' | 'unchecked' | 'different' | 'refused' | 'failed';

/** One row of the acceptance table. */
interface Row extends FileOutcome {
  verdict: Verdict;
  seconds: number;
  /** Largest memory of the process so far, in MB. */
  memory: number;
}

async function checkFolder(path: string, json: boolean): Promise<number> {
  const rows: Row[] = [];
  if (!json) console.log(message('import.fidelity.header'));
  for (const file of await findOriginals(path)) {
    const row = await checkFile(file);
    rows.push(row);
    if (!json) printRow(row);
  }
  const summary = summarize(rows);
  if (json) console.log(JSON.stringify({ files: rows, summary }, null, 2));
  else console.log(`\n${message('import.fidelity.summary', summary)}`);
  return rows.some(({ verdict }) => verdict === 'different' || verdict === 'failed') ? 1 : 0;
}

/** What the importer would do with a file; facts that only a clerk knows are no reason here. */
async function checkFile(path: string): Promise<Row> {
  const started = performance.now();
  const outcome = emptyOutcome(path);
  let verdict: Verdict = 'refused';
  let described: FileOutcome = outcome;
  try {
    const file = await readOriginal(path);
    const original = { name: basename(path), sha256: fileDigest(file) };
    const corpus = await readCorpus(contentDirectory());
    const result = importDocument(await readSource(file), original, corpus, {});
    described = describeResult(outcome, result);
    const reasons = described.reasons.filter(({ id }) => id !== 'metadata-missing');
    if (reasons.some(({ id }) => id === 'unexplained')) verdict = 'different';
    else if (reasons.length > 0) verdict = 'refused';
    else if (described.method === 'ocr') verdict = 'unchecked';
    else verdict = described.explained.length > 0 ? 'explained' : 'equal';
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    verdict = error instanceof Refusal ? 'refused' : 'failed';
    const id = error instanceof Refusal ? error.id : 'failed';
    const sentence =
      error instanceof Refusal ? importMessage(`refusal.${error.id}`, error.values) : text;
    described = { ...outcome, status: 'refused', reasons: [{ id, message: sentence }] };
  }
  const seconds = Math.round((performance.now() - started) / 10) / 100;
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  return { ...described, verdict, seconds, memory };
}

function printRow(row: Row): void {
  const {
    file,
    chars,
    verdict,
    explained,
    unexplained,
    gaps,
    seconds,
    memory,
    reasons,
    syllables,
  } = row;
  const reason = explained.map(
    (entry) => `${importMessage(`reason.${entry.reason}`)} ${entry.count}`,
  );
  const why =
    verdict === 'refused' || verdict === 'failed' ? reasons.map((entry) => entry.message) : reason;
  console.log(
    message('import.fidelity.row', {
      ...{ file: basename(file), chars, unexplained, seconds, memory },
      verdict: message(`import.fidelity.${verdict}`),
      reasons: why.join('; ') || '–',
      gaps: gaps.length,
      syllables: syllables === null ? '–' : (syllables * 100).toFixed(1),
    }),
  );
}

function summarize(rows: readonly Row[]): Record<string, number> {
  const count = (verdict: Verdict): number => rows.filter((row) => row.verdict === verdict).length;
  const articles = (row: Row): number =>
    Object.entries(row.counts).reduce(
      (sum, [kind, units]) => sum + (/(?:^|\/)article$/.test(kind) ? units : 0),
      0,
    );
  return {
    files: rows.length,
    chars: rows.reduce((sum, row) => sum + row.chars, 0),
    equal: count('equal'),
    explained: count('explained'),
    unchecked: count('unchecked'),
    different: count('different'),
    refused: count('refused'),
    failed: count('failed'),
    articles: rows.reduce((sum, row) => sum + articles(row), 0),
    gaps: rows.reduce((sum, row) => sum + row.gaps.length, 0),
    seconds: Math.max(0, ...rows.map((row) => row.seconds)),
    memory: Math.max(0, ...rows.map((row) => row.memory)),
  };
}

/** Compare each page's text with the text of its content file. */
async function checkDist(dist: string, content: string): Promise<number> {
  const { library } = buildLibrary(await readContent(content));
  let equal = 0;
  let different = 0;
  for (const { slug, tree } of library.documents) {
    const page = await readFile(join(dist, 'van-ban', `${slug}.html`), 'utf8');
    const [first] = findDifferences(pageStream(tree), normalizeV1(articleText(page) ?? ''));
    if (!first) {
      equal++;
      continue;
    }
    different++;
    const { before, expected, found } = first;
    const shown = { before, expected: expected.slice(0, 60), found: found.slice(0, 60) };
    console.error(message('import.fidelity.dist-different', { slug, ...shown }));
  }
  console.log(message('import.fidelity.dist-equal', { count: equal }));
  return different > 0 ? 1 : 0;
}

/** Compare a text with its original, read again from the file. */
async function checkAgainst(path: string, original: string): Promise<number> {
  const text = await readFile(path, 'utf8');
  const { document, bodyLine } = readOne(path, text);
  if (!document) {
    console.error(message('import.fidelity.not-a-document', { path }));
    return 2;
  }
  const sidecar = await readFile(path.replace(/\.mdx$/, '.provenance.json'), 'utf8').catch(
    () => '',
  );
  const known = parseProvenance(sidecar);
  const { changes } = await compareWithOriginal(original, document, bodyLine, known);
  for (const { label, expected, found } of changes)
    console.error(message('import.fidelity.against-different', { label, expected, found }));
  if (changes.length > 0) return 1;
  console.log(message('import.fidelity.against-equal', { path, file: original }));
  return 0;
}

/** A file of the corpus by itself, whatever folder it lies in. */
function readOne(path: string, text: string): { document?: LibraryDocument; bodyLine: number } {
  const inCorpus = { path: `van-ban/x/${basename(path)}`, text };
  const [document] = buildLibrary([inCorpus]).library.documents;
  return { ...(document ? { document } : {}), bodyLine: parseFrontMatter(text).bodyLine };
}

/** Measures the library on an invented corpus against its budgets: see --help and `README.md` here. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureBuild, measureRebuild, phaseRows } from './measure-build.ts';
import { measurePeer } from './measure-peer.ts';
import { measureSent } from './measure-sent.ts';
import { measureQueries } from './measure-queries.ts';
import { measurePages, measureSizes, type SizeTable } from './measure-sizes.ts';
import { writeCorpus } from './corpus/write-files.ts';

const HELP = `Usage: npm run bench -- [--documents 1000] [--peers] [--site <built site>] [--keep]
Invents a corpus, builds it in a temporary folder and prints what that costs, by phase too, beside the
budgets.
  --site    measure a site that is there instead of building one
  --peers   Eleventy with Pagefind on the same texts, installed from npm in the temporary folder
  --keep    leave the temporary folder
Exit code 0 whatever the figures: they depend on the machine and on what else it does.`;

/** Documents that the budgets are meant for. */
const BUDGET_DOCUMENTS = 1000;

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: String(BUDGET_DOCUMENTS) },
    site: { type: 'string' },
    peers: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const documents = Number(values.documents);

if (values.help) {
  console.log(HELP);
} else if (!Number.isInteger(documents) || documents < 1) {
  console.error(HELP);
  process.exitCode = 2;
} else {
  await main();
}

async function main(): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const content = join(work, 'content');
    const corpus = await writeCorpus(content, documents, 1);
    console.log(`${documents} documents, ${(corpus.bytes / 1e6).toFixed(1)} MB of text`);
    const site = resolve(values.site ?? join(work, 'site'));
    const builds =
      values.site === undefined
        ? [await measureBuild(content, site), await measureRebuild(content, site)]
        : [];
    const rows = builds.map(({ row }) => row);
    if (values.peers) rows.push(...(await measurePeer(content, join(work, 'peer'))));
    if (rows.length > 0) printTable('Build', rows);
    if (builds.length > 0) printTable('Phases of the build, CPU seconds', phaseRows(builds));
    await reportSite(site);
  } finally {
    if (values.keep) console.log(`kept: ${work}`);
    else await rm(work, { recursive: true, force: true });
  }
}

async function reportSite(site: string): Promise<void> {
  const sizes = await measureSizes(site);
  printTable('Output', sizes.rows);
  const pages = await measurePages(site);
  printTable('Document page of about 3,000 words, gzip', [pages]);
  const queries = await measureQueries(site);
  printTable('Query on file://, keystroke to painted result, ms', queries);
  const sent = await measureSent(site, pages.page);
  printTable('Sent by a plain server with gzip, kB', sent);
  const [browser] = queries;
  printTable('Budgets (for 1,000 documents)', [
    budget('files', total(sizes).files, 2500),
    budget('MB on FAT32 with 32 KiB clusters', total(sizes)['MB on FAT32'], 80),
    budget('page HTML, kB', pages['HTML kB'], 12),
    budget('page CSS + JS, kB', pages['CSS + JS kB'], 25),
    ...sent.flatMap(({ browser: name, ...kB }) => [
      budget(`${name}, page sent without fonts, kB`, kB['page, no fonts'], 40),
      budget(`${name}, page sent with fonts, kB`, kB['page, fonts too'], 100),
      budget(`${name}, sent to the first result, kB`, kB['first result'], 350),
    ]),
    budget('kB read to the first result, file://', browser?.['kB read, cold'] ?? NaN, 1000),
    ...queries.flatMap(({ browser: name, 'warm median': median, 'warm worst': worst }) => [
      budget(`${name}, median ms`, median, 40),
      budget(`${name}, worst ms`, worst, 120),
    ]),
  ]);
}

function total({ rows }: SizeTable): SizeTable['rows'][number] {
  return rows.at(-1) ?? { kind: 'all', files: 0, MB: 0, 'MB on FAT32': 0 };
}

function budget(figure: string, measured: number, most: number): Record<string, string | number> {
  return { figure, measured, most, '': measured <= most ? 'met' : 'MISSED' };
}

function printTable(title: string, rows: readonly object[]): void {
  console.log(`\n${title}`);
  console.table(rows);
}

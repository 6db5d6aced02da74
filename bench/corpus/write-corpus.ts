/** Writes the invented corpus that the benchmarks use: see --help. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { generateCorpus } from './generate.ts';

const HELP = `Usage: node bench/corpus/write-corpus.ts --out <folder> [--documents 1000] [--seed 1]
Writes invented regulations in the library's format; build them with SITE_CONTENT=<folder>.`;

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    documents: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', default: false },
  },
});
const count = Number(values.documents);

if (values.help) {
  console.log(HELP);
} else if (values.out === undefined || !Number.isInteger(count) || count < 1) {
  console.error(HELP);
  process.exitCode = 2;
} else {
  await writeCorpus(values.out, count, Number(values.seed));
}

async function writeCorpus(folder: string, documents: number, seed: number): Promise<void> {
  let bytes = 0;
  let files = 0;
  for (const { path, text } of generateCorpus(documents, seed)) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
    bytes += Buffer.byteLength(text);
    files++;
  }
  console.log(`${files} files, ${(bytes / 1e6).toFixed(1)} MB in ${folder}`);
}

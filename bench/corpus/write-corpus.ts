/** Writes the invented corpus that the benchmarks use: see --help. */
import { parseArgs } from 'node:util';
import { writeCorpus } from './write-files.ts';

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
  const { files, bytes } = await writeCorpus(values.out, count, Number(values.seed));
  console.log(`${files} files, ${(bytes / 1e6).toFixed(1)} MB in ${values.out}`);
}

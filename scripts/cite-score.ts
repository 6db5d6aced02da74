import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readGold, type GoldPassage } from '../bench/citations/read-gold.ts';
import {
  compare,
  score,
  type Measure,
  type Outcome,
  type Share,
} from '../bench/citations/score.ts';
import { contentDirectory, readContent } from '../src/content/read-content.ts';
import { checkText } from '../src/lib/citation/check.ts';
import { buildCitationIndex } from '../src/lib/citation/citation-index.ts';
import { buildLibrary } from '../src/lib/library/build-library.ts';

/** The day on which the gold set is judged, so that figures do not move with the calendar. */
const AS_OF = '2026-11-24';
const GOLD = 'bench/citations/gold';

const { values } = parseArgs({
  options: {
    misses: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const outcomes = await run();
if (values.json) console.log(JSON.stringify(score(outcomes), null, 2));
else print(outcomes, values.misses);

async function run(): Promise<Outcome[]> {
  const files = (await readdir(GOLD)).filter((name) => name.endsWith('.gold')).sort();
  const passages: GoldPassage[] = [];
  for (const name of files) passages.push(...readGold(await readFile(join(GOLD, name), 'utf8')));
  const { library } = buildLibrary(await readContent(contentDirectory()));
  const index = buildCitationIndex(library);
  return passages.map((passage) =>
    compare(passage, checkText(passage.text, index, { asOf: passage.asOf ?? AS_OF })),
  );
}

function print(all: readonly Outcome[], withMisses: boolean): void {
  const total = score(all);
  console.log(
    `${total.passages} passages, ${total.targets} targets, ${total.quietNegatives.of} without any`,
  );
  printMeasure('spans, exact', total.spans);
  printMeasure('spans, overlap', total.overlaps);
  printMeasure('documents', total.documents);
  printMeasure('provisions', total.provisions);
  console.log(line('verdicts', total.verdicts));
  console.log(line('candidates', total.candidates));
  console.log(line('wrong targets', total.wrongTargets));
  console.log(line('negatives without alarm', total.quietNegatives));
  printRows(all);
  if (withMisses) for (const outcome of all) printMisses(outcome);
}

function printMeasure(name: string, { precision, recall, f1 }: Measure): void {
  console.log(`${line(`${name}: precision`, precision)}\n${line(`${name}: recall`, recall)}`);
  console.log(`${`${name}: F1`.padEnd(28)} ${percent(f1)}`);
}

function line(name: string, { hits, of, value, low, high }: Share): string {
  return `${name.padEnd(28)} ${percent(value)}  [${percent(low)}, ${percent(high)}]  ${hits}/${of}`;
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`.padStart(7);
}

/** One line per row of the table of variants. */
function printRows(all: readonly Outcome[]): void {
  const rows = [...new Set(all.flatMap(({ passage }) => passage.rows))].sort(
    (a, b) => Number(a) - Number(b),
  );
  console.log('\nrow  passages targets  doc P   doc R   unit P  unit R  verdict quiet');
  for (const row of rows) {
    const of = score(all.filter(({ passage }) => passage.rows.includes(row)));
    const shares = [of.documents.precision, of.documents.recall, of.provisions.precision];
    const figures = [...shares, of.provisions.recall, of.verdicts, of.quietNegatives].map((each) =>
      each.of === 0 ? '      –' : percent(each.value),
    );
    console.log(
      `${row.padStart(3)} ${String(of.passages).padStart(8)} ${String(of.targets).padStart(7)} ${figures.join(' ')}`,
    );
  }
}

function printMisses({ passage, pairs }: Outcome): void {
  for (const { gold, found } of pairs) {
    const expected = gold
      ? `${gold.start}–${gold.end} ${gold.doc ?? '-'}#${gold.provision ?? ''} ${gold.verdict} ${gold.candidates?.join() ?? ''}`
      : 'nothing';
    const got = found
      ? `${found.start}–${found.end} ${found.doc ?? '-'}#${found.provision ?? ''} ${found.verdict} ${gold?.candidates ? found.candidates.toSorted().join() : ''}`
      : 'nothing';
    if (expected.trim() === got.trim()) continue;
    const words = gold ? passage.text.slice(gold.start, gold.end) : (found?.quote ?? '');
    console.log(`\n${passage.id} ‹${words}›\n  expected ${expected}\n  found    ${got}`);
  }
}

/**
 * What the engine finds in the repository's own texts, against what it found before:
 * `node scripts/cite-gains.ts [--update]`.
 *
 * Prints citations gained (`+`) and lost (`-`) per file; `--update` stores the present state. A
 * change of content shows here, too, so that the list is read, not counted.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { contentDirectory, readContent } from '../src/content/read-content.ts';
import { checkText } from '../src/lib/citation/check.ts';
import { buildCitationIndex } from '../src/lib/citation/citation-index.ts';
import type { CitationItem } from '../src/lib/citation/types.ts';
import { buildLibrary } from '../src/lib/library/build-library.ts';

const BASELINE = 'bench/citations/baseline.txt';
/** A fixed day, so that what is found does not move with the calendar. */
const AS_OF = '2026-11-24';

const found = await findAll();
if (process.argv.includes('--update')) {
  await writeFile(BASELINE, `${found.join('\n')}\n`);
  console.log(`${found.length} citations stored in ${BASELINE}`);
} else {
  report(
    (await readFile(BASELINE, 'utf8')).split('\n').filter((line) => line !== ''),
    found,
  );
}

/** One line per citation: file, quotation, target, verdict. */
async function findAll(): Promise<string[]> {
  const files = await readContent(contentDirectory());
  const index = buildCitationIndex(buildLibrary(files).library);
  const texts = files.filter(({ path }) => path.endsWith('.mdx'));
  return texts.flatMap(({ path, text }) =>
    checkText(text, index, { asOf: AS_OF }).map((item) => `${path}\t${describe(item)}`),
  );
}

function describe({ quote, doc, provision, verdict }: CitationItem): string {
  return `${quote.replace(/\s+/g, ' ')}\t${doc ?? '-'}#${provision ?? ''}\t${verdict}`;
}

function report(before: readonly string[], now: readonly string[]): void {
  const lost = subtract(before, now);
  const gained = subtract(now, before);
  for (const line of lost) console.log(`- ${line}`);
  for (const line of gained) console.log(`+ ${line}`);
  console.log(`${now.length} citations; gained ${gained.length}, lost ${lost.length}`);
}

/** Lines of the first list that the second does not have as often. */
function subtract(lines: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const line of others) counts.set(line, (counts.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const left = counts.get(line) ?? 0;
    counts.set(line, left - 1);
    return left <= 0;
  });
}

/**
 * Score the importer's structure against the units that a person marked:
 * `npm run structure:score -- [folder of originals]`, or the folder in `SITE_ORIGINALS`.
 *
 * Exit code 0: scored, or skipped because the originals are not here (said so); 1: units differ.
 */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { LEVELS, readGold } from '../bench/structure/read-gold.ts';
import { addScores, scoreStructure } from '../bench/structure/score.ts';
import type { LevelScore, StructureScore } from '../bench/structure/score.ts';
import { buildDocument } from '../src/importers/build-document.ts';
import { fileDigest } from '../src/importers/compare-original.ts';
import { readSource } from '../src/importers/read-source.ts';

const GOLD = 'bench/structure/gold';

process.exitCode = await main(process.argv[2] ?? process.env.SITE_ORIGINALS);

async function main(folder: string | undefined): Promise<number> {
  if (folder === undefined) {
    console.log('Skipped: the originals are no part of the repository. Name their folder.');
    return 0;
  }
  const originals = await findFiles(folder);
  const scores: StructureScore[] = [];
  const names = (await readdir(GOLD)).filter((name) => name.endsWith('.gold')).sort();
  for (const name of names) {
    const gold = readGold(await readFile(join(GOLD, name), 'utf8'));
    const path = originals.get(gold.file);
    const file = path === undefined ? null : await readFile(path);
    if (!file) console.log(`skipped ${gold.file}: not in ${folder}`);
    else if (fileDigest(file) !== gold.sha256)
      console.log(`skipped ${gold.file}: another copy than the one that was marked`);
    else {
      const { written } = buildDocument(await readSource(file));
      const score = scoreStructure(gold, [...written.tree.byId.values()]);
      scores.push(score);
      print(gold.file, score);
    }
  }
  if (scores.length === 0) {
    console.log('Skipped: none of the marked originals is there.');
    return 0;
  }
  const sum = addScores(scores);
  for (const level of LEVELS) printLevel(level, sum.get(level));
  console.log(`${scores.length} of ${names.length} originals`);
  const differs = scores.some(({ missed, invented }) => missed.length + invented.length > 0);
  return differs ? 1 : 0;
}

async function findFiles(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => [basename(entry.name), join(entry.parentPath, entry.name)]),
  );
}

function print(file: string, { levels, missed, invented }: StructureScore): void {
  const marked = [...levels.values()].reduce((sum, level) => sum + level.marked, 0);
  console.log(`${file}: ${marked} units, ${missed.length} missed, ${invented.length} invented`);
  if (missed.length > 0) console.log(`  missed ${missed.slice(0, 20).join(' ')}`);
  if (invented.length > 0) console.log(`  invented ${invented.slice(0, 20).join(' ')}`);
}

function printLevel(level: string, score: LevelScore | undefined): void {
  if (!score) return;
  const { marked, found, agreed } = score;
  const share = (of: number): string => (of === 0 ? '–' : `${((agreed / of) * 100).toFixed(2)} %`);
  console.log(
    `${level.padEnd(8)} precision ${share(found)} (${agreed}/${found}), recall ${share(marked)} (${agreed}/${marked})`,
  );
}

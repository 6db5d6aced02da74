import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readGold } from '../bench/structure/read-gold.ts';
import { scoreStructure } from '../bench/structure/score.ts';
import { parseBody } from '../src/lib/provision/parse-body.ts';

const GOLD = 'bench/structure/gold';
const originals = process.env.SITE_ORIGINALS;

test('the gold set can be read: more than ten originals, labels only', async () => {
  const names = await readdir(GOLD);
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) {
    const text = await readFile(join(GOLD, name), 'utf8');
    const gold = readGold(text);
    expect(gold.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(gold.units.size).toBeGreaterThan(1);
    expect(text.split('\n\n')[1]).toMatch(/^[a-zđ0-9.:)\- \n]+$/);
  }
});

test('what is missed and what is invented count against the level', () => {
  const gold = readGold('file a.docx\nsha256 0\n\nc1\nd1: 1. a) đ) 2.\nd2: a)\n');
  expect([...gold.units.keys()]).toEqual([
    'c1',
    'd1',
    'd1-1',
    'd1-1-a',
    'd1-1-dd',
    'd1-2',
    'd2',
    'd2-0-a',
  ]);
  const body =
    '## Chương I\n\n### Điều 1.\n\n**1.**\n\n**a)**\n\n**3.**\n\n### Điều 2.\n\n**a)** Một.\n';
  const { levels, missed, invented } = scoreStructure(gold, [
    ...parseBody(body).tree.byId.values(),
  ]);
  expect(missed).toEqual(['d1-1-dd', 'd1-2']);
  expect(invented).toEqual(['d1-3']);
  expect(levels.get('number')).toEqual({ marked: 2, found: 2, agreed: 1 });
  expect(levels.get('point')).toEqual({ marked: 3, found: 2, agreed: 2 });
  expect(() => readGold('d1\nd1\n')).toThrow('twice');
});

test.skipIf(originals === undefined)(
  'the importer finds the marked units (skipped: SITE_ORIGINALS does not name the originals)',
  () => {
    const output = execFileSync(process.execPath, ['scripts/structure-score.ts'], {
      encoding: 'utf8',
    });
    expect(output).toMatch(/article +precision 100\.00 %.*recall 100\.00 %/);
  },
);

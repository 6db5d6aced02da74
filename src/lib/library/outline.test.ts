import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { countedParagraphs } from '../provision/lookup.ts';
import { parseBody } from '../provision/parse-body.ts';
import { listUnits, outlineScopes, outlineUnits, readOutline } from './outline.ts';

const FIXTURES = 'src/lib/provision/fixtures';

const parse = (body: string) => parseBody(body.replace(/^---\n[\s\S]*?\n---\n/, '')).tree;

test('leaves out what the unit around says, and no more', () => {
  const tree = parse(`## Chương I. Chung

### Điều 5. Tên

**1.** Một.

**a)** Hai.

<Anchor id="d5-x" label="Điều 5 " />

Ba.
`);
  expect(outlineUnits(tree).units).toEqual([
    'c1 Chương I 100',
    'd5 Điều 5 410',
    '-1 khoản 1\n 521',
    '-a điểm a\n 631',
    ...outlineUnits(tree).units.slice(4),
  ]);
  expect(readOutline(outlineUnits(tree)).map(({ id, label }) => [id, label])).toEqual(
    [...tree.byId.values()].map(({ id, label }) => [id, label]),
  );
});

test('of every fixture is read as it was', async () => {
  const names = (await readdir(FIXTURES)).filter((name) => name.endsWith('.mdx'));
  expect(names.length).toBeGreaterThan(5);
  for (const name of names) {
    const tree = parse(await readFile(`${FIXTURES}/${name}`, 'utf8'));
    const units = [...tree.byId.values()];
    expect(readOutline(outlineUnits(tree)), name).toMatchObject(
      units.map((unit) => {
        const { id, label, kind } = unit;
        return { id, label, kind, paragraphs: countedParagraphs(unit).length };
      }),
    );
    const scopes = units.filter(({ kind }) => kind === 'attached' || kind === 'annex');
    expect(outlineScopes(outlineUnits(tree))).toEqual(
      scopes.map(({ id, label, kind, heading }) => [
        id,
        label,
        kind,
        kind === 'attached' ? (heading ?? undefined) : undefined,
      ]),
    );
  }
});

test('units of which only names are known keep them', () => {
  const names = [
    ['d1', 'Điều 1'],
    ['d1-2', 'khoản 2 Điều 1'],
    ['d1_x', ' '],
  ] as const;
  const read = readOutline(listUnits(names));
  expect(read.map(({ id, label }) => [id, label])).toEqual(names);
});

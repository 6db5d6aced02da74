import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readGold } from '../bench/citations/read-gold.ts';
import { compare, score, share } from '../bench/citations/score.ts';
import { TRANSFORMS, withoutMarks } from '../bench/citations/transforms.ts';
import { readContent } from '../src/content/read-content.ts';
import { checkText } from '../src/lib/citation/check.ts';
import { buildCitationIndex } from '../src/lib/citation/citation-index.ts';
import { buildLibrary } from '../src/lib/library/build-library.ts';
import type { CitationItem } from '../src/lib/citation/types.ts';

const GOLD = 'bench/citations/gold';
const passages = readdirSync(GOLD).flatMap((name) =>
  readGold(readFileSync(`${GOLD}/${name}`, 'utf8')),
);
const { library } = buildLibrary(await readContent('content'));
const index = buildCitationIndex(library);

function check(text: string, asOf: string | null): CitationItem[] {
  return checkText(text, index, { asOf: asOf ?? '2026-11-24' });
}

/** What a citation means, without where it stands. */
function answers(items: readonly CitationItem[]): string[] {
  return items.map(
    ({ doc, provision, verdict, candidates }) =>
      `${doc ?? '-'}#${provision ?? ''} ${verdict} ${candidates.join()}`,
  );
}

describe('the gold set', () => {
  test('covers every row of the table of variants', () => {
    const rows = new Set(passages.flatMap((passage) => passage.rows));
    const missing = Array.from({ length: 57 }, (_, i) => String(i + 1)).filter(
      (row) => !rows.has(row),
    );
    expect(missing).toEqual([]);
  });

  test('passes the gates', () => {
    const all = score(
      passages.map((passage) => compare(passage, check(passage.text, passage.asOf))),
    );
    expect(all.wrongTargets.hits).toBe(0);
    expect(all.documents.precision.value).toBeGreaterThanOrEqual(0.995);
    expect(all.documents.recall.value).toBeGreaterThanOrEqual(0.97);
    expect(all.provisions.precision.value).toBeGreaterThanOrEqual(0.99);
    expect(all.provisions.recall.value).toBeGreaterThanOrEqual(0.93);
    expect(all.verdicts.value).toBeGreaterThanOrEqual(0.97);
    expect(all.quietNegatives.value).toBeGreaterThanOrEqual(0.99);
  });
});

describe('writing that must not change the answer', () => {
  const cited = passages.filter(({ targets }) => targets.length > 0);

  test.each(TRANSFORMS)('$name', ({ apply }) => {
    const changed = cited.flatMap(({ id, text, asOf }) => {
      const [before, after] = [text, apply(text)].map((each) => answers(check(each, asOf)));
      return before?.join('|') === after?.join('|') ? [] : [id];
    });
    // s045 holds "Công văn số 64 TC/TCT", which is a number by its capitals alone.
    expect(changed.filter((id) => id !== 's045')).toEqual([]);
  });

  test('without marks it may abstain, but names no other document', () => {
    const wrong = cited.flatMap(({ id, text, asOf }) => {
      const named = new Set(check(text, asOf).map(({ doc }) => doc));
      const other = check(withoutMarks(text), asOf).find(
        ({ doc }) => doc !== null && !named.has(doc),
      );
      return other ? [id] : [];
    });
    expect(wrong).toEqual([]);
  });
});

describe('the scorer', () => {
  const [passage] = readGold('@ x rows=1\n⟦QĐ 1|a-1 ok⟧ và ⟦Điều 2 QĐ 3|b-1#d2 ok⟧');

  test('counts a missed and a wrong target', () => {
    const found: CitationItem[] = [
      {
        start: 0,
        end: 4,
        quote: 'QĐ 1',
        kind: 'document',
        doc: 'c-1',
        provision: null,
        verdict: 'ok',
        candidates: [],
        message: '',
      },
    ];
    const figures = score(passage ? [compare(passage, found)] : []);
    expect(figures.wrongTargets).toMatchObject({ hits: 1, of: 1 });
    expect(figures.documents.recall).toMatchObject({ hits: 0, of: 2 });
    expect(figures.provisions.recall).toMatchObject({ hits: 0, of: 1 });
    expect(figures.overlaps.recall).toMatchObject({ hits: 1, of: 2 });
  });

  test('gives the Wilson interval', () => {
    const { low, high } = share(9, 10);
    expect(low).toBeCloseTo(0.596, 3);
    expect(high).toBeCloseTo(0.982, 3);
  });

  test.each(['@ x\ntext', '@ x rows=1\n⟦a|b⟧', '@ x rows=1\n⟦a⟧'])('refuses %j', (file) => {
    expect(() => readGold(file)).toThrow();
  });
});

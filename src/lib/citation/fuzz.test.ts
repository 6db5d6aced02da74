import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkText } from './check.ts';
import { anyText } from './testing/any-text.ts';
import { fictionalIndex, TODAY } from './testing/fictional-library.ts';
import type { CitationItem } from './types.ts';

const index = fictionalIndex();

test('any text: spans lie in it, in order, and overlap only as one run', () => {
  fc.assert(
    fc.property(anyText, (given) => {
      const items = checkText(given, index, { asOf: TODAY });
      for (const { start, end, quote } of items) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(quote).toBe(given.slice(start, end));
        expect(end).toBeLessThanOrEqual(given.length);
      }
      items.slice(1).forEach((item, i) => {
        expect(isAfter(items[i], item)).toBe(true);
      });
    }),
    { numRuns: 3000, examples: [['95/2032/QH20\u0301NQTW7']] },
  );
});

function isAfter(before: CitationItem | undefined, item: CitationItem): boolean {
  const sameRun = before?.start === item.start && before.end === item.end;
  return before === undefined || sameRun || before.end <= item.start;
}

test('candidates stand beside the verdict “ambiguous” only, and a document beside no other', () => {
  fc.assert(
    fc.property(anyText, (given) => {
      for (const { verdict, doc, candidates, kind, provision } of checkText(given, index, {
        asOf: TODAY,
      })) {
        if (verdict !== 'ambiguous') expect(candidates).toEqual([]);
        if (verdict === 'ambiguous' || verdict === 'unknown-document') expect(doc).toBeNull();
        if (kind === 'document') expect(provision).toBeNull();
      }
    }),
    { numRuns: 2000 },
  );
});

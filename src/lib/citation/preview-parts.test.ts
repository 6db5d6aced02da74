import { expect, test } from 'vitest';
import { countPreviewParts, previewPartOf } from './preview-parts.ts';

test('there is always a part, and one more for every so many documents', () => {
  expect([0, 1, 150, 151, 1000].map(countPreviewParts)).toEqual([1, 1, 1, 2, 7]);
});

test('documents fall into all parts, about as many into each', () => {
  const sizes = [0, 0, 0, 0, 0, 0, 0];
  for (let number = 1; number <= 1000; number++) {
    const part = previewPartOf(`${number}-nq-tu-2031`, sizes.length);
    sizes[part] = (sizes[part] ?? 0) + 1;
  }
  expect(Math.min(...sizes)).toBeGreaterThan(100);
  expect(Math.max(...sizes)).toBeLessThan(200);
});

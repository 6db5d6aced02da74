import { expect, test } from 'vitest';
import { createMemoryGuard } from './memory-guard.ts';

/** A heap of 1,000 MiB; what is in use is live or garbage. */
function heapOf() {
  const heap = { live: 0, garbage: 0, collected: 0 };
  const guard = createMemoryGuard({
    used: () => (heap.live + heap.garbage) * 1_048_576,
    limit: 1000 * 1_048_576,
    collect: () => {
      heap.garbage = 0;
      heap.collected++;
    },
  });
  return { heap, guard };
}

test('says what to do when hardly any memory is left', () => {
  const { heap, guard } = heapOf();
  heap.live = 800;
  guard();
  expect(heap.collected).toBe(0);
  heap.live = 890;
  expect(guard).toThrow(/1000 MiB[^]*NODE_OPTIONS=--max-old-space-size=2000/);
});

test('goes on where most of it is garbage, and does not collect for every document', () => {
  const { heap, guard } = heapOf();
  heap.live = 860;
  heap.garbage = 30;
  for (let documents = 0; documents < 100; documents++) {
    guard();
    heap.garbage = 30;
  }
  expect(heap.collected).toBe(1);
});

test('knows the heap of its own process', () => {
  expect(createMemoryGuard()).not.toThrow();
});

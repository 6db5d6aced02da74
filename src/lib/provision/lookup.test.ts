import { describe, expect, test } from 'vitest';
import { canExist, countedParagraphs, findPlace, type KnownText } from './lookup.ts';
import { parseBody } from './parse-body.ts';

const LAW = `## Chương I CHUNG

### Điều 1. A

Đoạn một.

Đoạn hai.

**1.** Khoản một.

Đoạn hai của khoản.

**a)** Điểm.

### Điều 2. B

<Attached>

# Quy chế

### Điều 1. C

</Attached>
`;
const { tree } = parseBody(LAW);

describe('findPlace', () => {
  test.each([
    ['d1', 'd1', null],
    ['d1_2', 'd1', 'Đoạn hai.'],
    ['d1-1_1', 'd1-1', 'Khoản một.'],
    ['d1-1_2', 'd1-1', 'Đoạn hai của khoản.'],
    ['kt-d1', 'kt-d1', null],
  ])('%s', (id, unit, text) => {
    const place = findPlace(tree, id);
    expect(place?.unit.id).toBe(unit);
    const first = place?.paragraph?.content[0];
    expect(first?.type === 'text' ? first.value : null).toBe(text);
  });

  test.each(['d3', 'd1_3', 'd1_0', 'd1-1-b', '_1', ''])('%j is no place', (id) => {
    expect(findPlace(tree, id)).toBeNull();
  });

  test('titles do not count as paragraphs', () => {
    const unit = tree.byId.get('d1');
    expect(unit && countedParagraphs(unit).length).toBe(2);
  });
});

const FULL: KnownText = { state: 'full', complete: true };
const OUTLINE: KnownText = { state: 'outline', complete: true };
const PARTIAL: KnownText = { state: 'outline', complete: false };
const OCR: KnownText = { state: 'ocr-unchecked', complete: true };
const COUNTED: KnownText = {
  state: 'none',
  complete: false,
  counts: { own: { articles: 9 }, attached: { articles: 28 } },
};

describe('canExist', () => {
  test.each<[KnownText, string, ReturnType<typeof canExist>]>([
    [FULL, 'd1-1-a', 'exists'],
    [FULL, 'd1-1_2', 'exists'],
    [FULL, 'd3', 'cannot-exist'],
    [FULL, 'd1-2', 'cannot-exist'],
    [FULL, 'd1-1-b', 'cannot-exist'],
    [FULL, 'd1-0-a', 'cannot-exist'],
    [FULL, 'd2_4', 'cannot-exist'],
    [FULL, 'kt-d2', 'cannot-exist'],
    [FULL, 'kt2-d1', 'cannot-exist'],
    [FULL, 'pl1', 'cannot-exist'],
    [{ ...FULL, isAmended: true }, 'd2a', 'unknown'],
    [{ ...FULL, isAmended: true }, 'd1-1a', 'unknown'],
    [{ ...FULL, isAmended: true }, 'd2a-3', 'unknown'],
    [{ ...FULL, isAmended: true }, 'd9', 'cannot-exist'],
    [OUTLINE, 'd3', 'cannot-exist'],
    [OUTLINE, 'd3-2', 'cannot-exist'],
    [OUTLINE, 'c2', 'cannot-exist'],
    [OUTLINE, 'c1-m1', 'cannot-exist'],
    [OUTLINE, 'm1', 'cannot-exist'],
    [OUTLINE, 'kt-d2', 'cannot-exist'],
    [OUTLINE, 'd1-2', 'unknown'],
    [OUTLINE, 'd1-1-b', 'unknown'],
    [OUTLINE, 'd2_4', 'unknown'],
    [OUTLINE, 'pl1', 'unknown'],
    [OUTLINE, 'pl1-d1', 'unknown'],
    [OUTLINE, 'kt2-d1', 'unknown'],
    [PARTIAL, 'd3', 'unknown'],
    [PARTIAL, 'd1', 'exists'],
    [OCR, 'd3', 'unknown'],
    [{ state: 'none', complete: false }, 'd3', 'unknown'],
    [{ state: 'none', complete: false }, 'd0', 'cannot-exist'],
    [{ state: 'none', complete: false }, 'd3-0', 'cannot-exist'],
    [{ state: 'none', complete: false }, 'd3-0-a', 'unknown'],
    [{ state: 'none', complete: false }, 'n0_g1', 'unknown'],
    [COUNTED, 'd9', 'unknown'],
    [COUNTED, 'd10', 'cannot-exist'],
    [COUNTED, 'd10-2', 'cannot-exist'],
    [COUNTED, 'kt-d10', 'unknown'],
    [COUNTED, 'kt-d29', 'cannot-exist'],
    [COUNTED, 'm7', 'unknown'],
    [{ ...COUNTED, isAmended: true }, 'd10a', 'unknown'],
  ])('%j %s: %s', (known, id, expected) => {
    expect(canExist(tree, known, id)).toBe(expected);
  });
});

import { describe, expect, test } from 'vitest';
import { formatBody } from './format-body.ts';
import { parseBody } from './parse-body.ts';

const DECISION = `### Điều 1. Phạm vi

**1.** Thư viện xã Minh Trí, gồm:

**d)** Tủ sách thôn;

**đ)** Tủ sách lưu động.

<Attached>

# QUY CHẾ Thư viện

### Điều 1. Mục đích

</Attached>
`;

describe('parseBody', () => {
  test('gives each unit the id of its printed label, and a name', () => {
    const { tree, problems } = parseBody(DECISION);
    expect(problems).toEqual([]);
    expect([...tree.byId].map(([id, { label }]) => [id, label])).toEqual([
      ['d1', 'Điều 1'],
      ['d1-1', 'khoản 1 Điều 1'],
      ['d1-1-d', 'điểm d khoản 1 Điều 1'],
      ['d1-1-dd', 'điểm đ khoản 1 Điều 1'],
      ['kt', 'Quy chế kèm theo'],
      ['kt-d1', 'Điều 1'],
    ]);
  });

  test('is undone by formatBody', () => {
    expect(formatBody(parseBody(DECISION).nodes)).toBe(DECISION);
  });
});

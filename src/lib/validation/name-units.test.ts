import { expect, test } from 'vitest';
import { documentFile } from './corpus-for-tests.ts';
import { validate } from './validate.ts';

const BODY = `<Opening>

Căn c\u200Bứ Nội quy;

</Opening>

### Điều 1. Phạm v\u200Bi

**1.** Thư viện xã.[^1]

Bạn đ\u200Bọc.

**2.** Tủ s\u200Bách.

[^1]: Của x\u200Bã.
`;

test('a problem in a text names its unit, one elsewhere names none', () => {
  const full = { text: '{ state: full }', source: '{ file: goc.docx, method: docx }' };
  const file = documentFile('901-qd-tv-2031', { ...full, title: '"Thư  viện"' }, BODY);
  const { problems } = validate([file]);
  const units = problems
    .filter(({ id }) => id === 'character-invisible')
    .map(({ line, unit }) => [line - file.text.split('\n').indexOf('<Opening>'), unit]);
  expect(units).toEqual([
    [3, 'phần mở đầu'],
    [7, 'Điều 1'],
    [11, 'khoản 1 Điều 1'],
    [13, 'khoản 2 Điều 1'],
    [15, 'chú thích 1'],
  ]);
  const [spacing] = problems.filter(({ id }) => id === 'spacing');
  expect(spacing).not.toHaveProperty('unit');
});

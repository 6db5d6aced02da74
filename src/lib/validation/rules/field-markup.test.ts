import { expect, test } from 'vitest';
import { validate } from '../validate.ts';

/** Places of markup in a record with the given title. */
function check(title: string): string[] {
  const text = `---\nname: Hội đồng Thử\nsystem: dang\nnote: ${JSON.stringify(title)}\n---\n`;
  return validate([{ path: 'co-quan/hoi-dong-thu.mdx', text }])
    .problems.filter(({ id }) => id === 'markup-in-field')
    .map(({ line, values }) => `${line} ${values.field ?? ''} ${values.text ?? ''}`);
}

test.each([
  ['<b>đậm</b>', '<b>'],
  ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ['<!-- ẩn -->', '<!-- ẩn -->'],
  ['Về {process.exit()} việc', '{process.exit()}'],
  ['[xem](javascript:alert(1))', '](javascript:alert(1)'],
])('%s is markup', (title, found) => {
  expect(check(title)).toEqual([`4 note ${found}`]);
});

test.each(['tỷ lệ < 2%', 'a > b', 'Điều 5 [1] (sửa đổi)', '“tự diễn biến”', '290-QĐ/TW'])(
  '%s is plain text',
  (title) => {
    expect(check(title)).toEqual([]);
  },
);

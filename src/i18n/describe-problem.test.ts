import { describe, expect, test } from 'vitest';
import type { Problem } from '../lib/validation/problem.ts';
import { describeProblem, formatProblems } from './describe-problem.ts';

function problem(id: string, values: Record<string, string>): Problem {
  return { id, severity: 'error', path: 'van-ban/luat/x.mdx', line: 4, column: 7, values };
}

describe('describeProblem', () => {
  test('fills sentence and hint', () => {
    const near = { value: 'hoi-dong', nearest: 'hoi-dong-thu' };
    expect(describeProblem(problem('issuer-unknown', near))).toEqual({
      message: 'Không có cơ quan nào mang mã “hoi-dong”.',
      hint: 'Có phải là: hoi-dong-thu? Nếu là cơ quan mới, thêm tệp co-quan/hoi-dong.mdx.',
    });
  });

  test('takes the other hint where nothing is near', () => {
    const { hint } = describeProblem(problem('issuer-unknown', { value: 'x', nearest: '' }));
    expect(hint).toBe('Thêm tệp co-quan/x.mdx cho cơ quan này.');
  });

  test('shows an empty value', () => {
    const values = { field: 'type', value: '', known: 'luat', nearest: '' };
    expect(describeProblem(problem('field-value-unknown', values)).message).toContain('“”');
  });

  test('puts codes into words', () => {
    const { message } = describeProblem(problem('front-matter-syntax', { reason: 'missing' }));
    expect(message).toContain('tệp không bắt đầu bằng dòng ---');
  });

  test.each([['nothing-like-it'], ['issuer-unknown']])('never throws: %s', (id) => {
    expect(describeProblem(problem(id, {})).message).toBe(id);
  });
});

test('formatProblems prints place, sentence and remedy, and marks warnings', () => {
  const warning = { ...problem('spacing', { field: 'title' }), severity: 'warning' as const };
  expect(formatProblems([problem('file-misplaced', {}), warning], 'content')).toBe(
    `content/van-ban/luat/x.mdx:4:7  file-misplaced
  Tệp không nằm ở thư mục nào của thư viện nên không được đưa vào.
  Cách sửa: Chuyển vào van-ban/<loại>/, tom-luoc/, vien-dan/, doi-chieu/, dong-thoi-gian/, co-quan/, chu-de/, thuat-ngu/ hoặc trang/.

content/van-ban/luat/x.mdx:4:7  spacing  (lưu ý)
  Trường “title” có khoảng trắng thừa ở đầu, cuối hoặc giữa.
  Cách sửa: Xóa khoảng trắng thừa.`,
  );
});

test('formatProblems names the unit of a text', () => {
  const inUnit = { ...problem('file-misplaced', {}), unit: 'khoản 2 Điều 5' };
  expect(formatProblems([inUnit], 'content').split('\n')[1]).toBe(
    '  Khoản 2 Điều 5: Tệp không nằm ở thư mục nào của thư viện nên không được đưa vào.',
  );
});

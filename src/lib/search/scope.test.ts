import { expect, test } from 'vitest';
import type { SearchText } from './index-format.ts';
import { parseQuery } from './query.ts';
import { findHeading } from './scope.ts';

const text: SearchText = {
  provisions: [
    ['c1', 'Chương I', 'Hiệu lực thi hành', -1],
    ['d1', 'Điều 1', 'Hiệu lực thi hành', 0],
    ['d2', 'Điều 2', 'Các hành vi bị nghiêm cấm ở kho sách', -1],
    ['d3', 'Điều 3', '', -1],
  ],
  segments: [],
};

test.each<[string, string | null, string]>([
  ['hiệu lực thi hành', 'd1', 'the article before its chapter'],
  ['những hành vi bị nghiêm cấm ở kho sách', 'd2', 'another word for one of them'],
  ['các hành vi', 'd2', 'the beginning of a heading'],
  ['nghiêm cấm', null, 'too little of a heading'],
  ['kết luận về thực hiện', null, 'words that no heading has'],
])('%s → %s (%s)', (words, anchor) => {
  expect(findHeading(parseQuery(words).terms, text)).toBe(anchor);
});

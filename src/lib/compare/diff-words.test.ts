import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countChanges, diffWords, isSame } from './diff-words.ts';
import { readWords } from './words.ts';

describe('typography is no change', () => {
  test.each([
    ['normal form', 'Điều lệ thư viện'.normalize('NFD'), 'Điều lệ thư viện'],
    ['tone placement', 'hoà giải, thuỷ lợi, khoẻ', 'hòa giải, thủy lợi, khỏe'],
    ['i and y', 'kỹ thuật, lý lẽ, quý giá', 'kĩ thuật, lí lẽ, quí giá'],
    ['dashes', 'thôn - xóm', 'thôn – xóm'],
    ['quotation signs', 'gọi là "nhóm đọc"', 'gọi là “nhóm đọc”'],
    ['spaces', 'sách\u00a0quý;\nbáo', 'sách quý ; báo'],
    ['invisible characters', 'thư\u200b viện th\u00ADôn', 'thư viện thôn'],
    ['case', 'PHẠM VI ĐIỀU CHỈNH', 'Phạm vi điều chỉnh'],
    ['marks', 'mượn, trả; gìn giữ.', 'mượn trả, gìn giữ'],
  ])('%s', (_, before, after) => {
    expect(isSame(diffWords(before, after))).toBe(true);
  });
});

describe('another word is a change', () => {
  test.each([
    ['đ is not d', 'điểm đ', 'điểm d'],
    ['the tone', 'thu phí', 'thủ phí'],
    ['the vowel', 'cân sách', 'căn sách'],
    ['y that is no free choice', 'hai tay', 'hai tai'],
    ['a figure', 'sau 15 ngày', 'sau 20 ngày'],
    ['a sign that means something', 'mất 5 % sách', 'mất 5 ‰ sách'],
    ['an added word', 'được mượn', 'không được mượn'],
    ['one side empty', '', 'mới'],
  ])('%s', (_, before, after) => {
    expect(isSame(diffWords(before, after))).toBe(false);
  });
});

test('shows what was struck and what was added, in place', () => {
  const stretches = diffWords(
    'Thư viện thôn mở cửa từ 7 giờ đến 17 giờ, trừ ngày lễ.',
    'Thư viện thôn mở cửa từ 6 giờ đến 17 giờ.',
  );
  expect(stretches.filter(({ kind }) => kind === 'changed')).toEqual([
    { kind: 'changed', old: '7 ', new: '6 ' },
    { kind: 'changed', old: 'trừ ngày lễ.', new: '' },
  ]);
  expect(countChanges(stretches)).toEqual({ removed: 4, added: 1 });
});

test('a rewritten sentence is not chopped up at chance words', () => {
  const stretches = diffWords(
    'Người đọc phải trả sách đúng hạn và giữ sách sạch',
    'Thủ thư thôn lập sổ mượn hằng tháng và báo cáo hội đồng',
  );
  expect(stretches).toHaveLength(1);
});

test('both texts come out whole, and equal words of both alike', () => {
  const words = fc.array(
    fc.constantFrom('thư', 'viện', 'thôn', 'đọc', 'Sách', '5', '%', ',', '\n'),
  );
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [before, after] = [a.join(' '), b.join(' ')];
      const stretches = diffWords(before, after);
      const joined = (side: 'old' | 'new') => stretches.map((stretch) => stretch[side]).join('');
      // A text without a word has no stretches.
      if (readWords(before).length > 0) expect(joined('old')).toBe(before);
      if (readWords(after).length > 0) expect(joined('new')).toBe(after);
      for (const { kind, old, new: now } of stretches) {
        if (kind === 'same')
          expect(readWords(old).map(({ key }) => key)).toEqual(
            readWords(now).map(({ key }) => key),
          );
      }
    }),
  );
});

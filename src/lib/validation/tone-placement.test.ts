import { expect, test } from 'vitest';
import { placeTones } from './tone-placement.ts';

test.each([
  ['hoà', 'hòa'],
  ['khoẻ', 'khỏe'],
  ['uỷ', 'ủy'],
  ['UỶ BAN', 'ỦY BAN'],
  ['Hoạ sĩ thuỷ lợi', 'Họa sĩ thủy lợi'],
  // The second vowel is the main one: after q, or when more letters follow.
  ['quý', 'quý'],
  ['Quỹ', 'Quỹ'],
  ['quà', 'quà'],
  ['hoàn toàn', 'hoàn toàn'],
  ['huyện', 'huyện'],
  ['khuỷu', 'khuỷu'],
  ['thuế thuở', 'thuế thuở'],
  ['hòa ủy', 'hòa ủy'],
])('%s → %s', (text, expected) => {
  expect(placeTones(text)).toBe(expected);
});

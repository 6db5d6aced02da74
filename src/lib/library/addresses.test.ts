import { expect, test } from 'vitest';
import { documentUrl, issuerUrl, numberUrl, pageUrl, topicUrl, typeUrl } from './addresses.ts';

test.each([
  [documentUrl('901-qd-tv-2031'), '/van-ban/901-qd-tv-2031.html'],
  [documentUrl('901-qd-tv-2031', 'd5-2-dd'), '/van-ban/901-qd-tv-2031.html#d5-2-dd'],
  [documentUrl('901-qd-tv-2031', ''), '/van-ban/901-qd-tv-2031.html'],
  [numberUrl('901-QĐ/TV'), '/so/901-qd-tv.html'],
  [typeUrl('quyet-dinh'), '/loai/quyet-dinh.html'],
  [topicUrl('thu-vien'), '/chu-de/thu-vien.html'],
  [issuerUrl('ubnd-xa'), '/co-quan/ubnd-xa.html'],
  [pageUrl('huong-dan'), '/huong-dan.html'],
])('%s', (actual, expected) => {
  expect(actual).toBe(expected);
});

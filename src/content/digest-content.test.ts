import { expect, test } from 'vitest';
import { digestContent } from './digest-content.ts';

const files = [
  { path: 'trang/b.mdx', text: 'hai\n' },
  { path: 'trang/a.mdx', text: 'một\n' },
];

test('is what sha256sum makes of its own list', () => {
  // printf 'một\n' > trang/a.mdx; printf 'hai\n' > trang/b.mdx; sha256sum trang/*.mdx | sha256sum
  expect(digestContent(files)).toBe(
    'df3b1140516e7cd06a24c883788191ec8d7f70f7b4f389abcc3cec348e4ac708',
  );
});

test('order and ends of lines make no difference, a letter does', () => {
  const digest = digestContent(files);
  const windows = files.map(({ path, text }) => ({ path, text: text.replace('\n', '\r\n') }));
  expect(digestContent(windows.reverse())).toBe(digest);
  expect(digestContent([{ path: 'trang/b.mdx', text: 'Hai\n' }])).not.toBe(digest);
});

import { expect, test } from 'vitest';
import { pageKinds } from './page-kinds.ts';

test('pages at the root stand for themselves, folders for their shortest and longest', () => {
  const pages = [
    { path: 'index.html', bytes: 1 },
    { path: '404.html', bytes: 9 },
    { path: 'van-ban/a.html', bytes: 5 },
    { path: 'van-ban/b.html', bytes: 9 },
    { path: 'van-ban/c.html', bytes: 2 },
    { path: 'loai/luat.html', bytes: 3 },
  ];
  expect(pageKinds(pages)).toEqual([
    '404.html',
    'index.html',
    'loai/luat.html',
    'van-ban/b.html',
    'van-ban/c.html',
  ]);
});

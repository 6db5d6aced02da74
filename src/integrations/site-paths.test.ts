import { expect, test } from 'vitest';
import { sitePaths } from './site-paths.ts';

test('defaults to content and dist of the project', () => {
  expect(sitePaths('/project', {})).toMatchObject({
    content: '/project/content',
    out: '/project/dist',
    staging: '/project/dist.tmp',
  });
});

test('relative settings count from the project, absolute ones stand', () => {
  const env = { SITE_CONTENT: '../corpus', SITE_OUT: '/media/usb/site' };
  expect(sitePaths('/project', env)).toMatchObject({
    content: '/corpus',
    out: '/media/usb/site',
    staging: '/media/usb/site.tmp',
  });
});

test('a public address is optional', () => {
  expect(sitePaths('/project', {}).address).toBeNull();
  expect(sitePaths('/project', { SITE_URL: '' }).address).toBeNull();
  expect(sitePaths('/project', { SITE_URL: 'https://a.example/' }).address).toBe(
    'https://a.example/',
  );
});

test('builds with another content or output share no cache', () => {
  const caches = [{}, { SITE_OUT: 'b' }, { SITE_CONTENT: 'b' }].map(
    (env) => sitePaths('/project', env).cache,
  );
  expect(new Set(caches).size).toBe(3);
});

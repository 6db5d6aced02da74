import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { completeLockfile, findMissingOptional, type Lockfile } from './complete-lockfile.ts';

const binding = (name: string): Lockfile => ({
  packages: {
    '': { dependencies: { tool: '^1.0.0' } },
    'node_modules/tool': { version: '1.2.0', optionalDependencies: { [name]: '1.2.0' } },
    'node_modules/zebra': { version: '1.0.0' },
  },
});

describe('findMissingOptional', () => {
  test('names an optional dependency without an entry', () => {
    expect(findMissingOptional(binding('@tool/darwin-arm64'))).toEqual([
      { from: 'node_modules/tool', name: '@tool/darwin-arm64', range: '1.2.0' },
    ]);
  });

  test.each([
    'node_modules/@tool/darwin-arm64',
    'node_modules/tool/node_modules/@tool/darwin-arm64',
  ])('finds the entry at %s', (path) => {
    const lockfile = binding('@tool/darwin-arm64');
    lockfile.packages[path] = { version: '1.2.0' };
    expect(findMissingOptional(lockfile)).toEqual([]);
  });
});

describe('completeLockfile', () => {
  test.each([
    ['@tool/darwin-arm64', { cpu: ['arm64'], os: ['darwin'] }],
    ['@tool/windows-x64', { cpu: ['x64'], os: ['win32'] }],
    ['tool-linux-arm64-musl', { cpu: ['arm64'], os: ['linux'], libc: ['musl'] }],
    ['tool-linux-x64-gnu', { cpu: ['x64'], os: ['linux'], libc: ['glibc'] }],
    ['tool-wasm32-wasi', { cpu: ['wasm32'] }],
  ])('reads the platform of %s from its name', (name, platform) => {
    const { packages } = completeLockfile(binding(name));
    expect(packages[`node_modules/${name}`]).toEqual({
      version: '1.2.0',
      optional: true,
      ...platform,
    });
  });

  test('keeps the project first and sorts the rest', () => {
    const paths = Object.keys(completeLockfile(binding('uvw-x64')).packages);
    expect(paths).toEqual(['', 'node_modules/tool', 'node_modules/uvw-x64', 'node_modules/zebra']);
  });

  test('refuses a name without a platform', () => {
    expect(() => completeLockfile(binding('tool-extras'))).toThrow('tool-extras');
  });
});

describe('package-lock.json of this project', async () => {
  const text = await readFile('package-lock.json', 'utf8');

  test('has an entry for every optional dependency, so that npm ci accepts it', () => {
    expect(findMissingOptional(JSON.parse(text) as Lockfile)).toEqual([]);
  });

  test('names no registry', () => {
    expect(text).not.toContain('"resolved": "http');
  });
});

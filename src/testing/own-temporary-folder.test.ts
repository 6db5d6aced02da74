import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import setup, { describeLeft } from './own-temporary-folder.ts';

test('this run has a temporary folder of its own', () => {
  expect(basename(tmpdir())).toMatch(/^thu-vien-test-/);
});

test('what tests leave there is told, and goes with the folder', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const before = tmpdir();
  const teardown = setup();
  const own = tmpdir();
  expect(own).not.toBe(before);
  mkdtempSync(join(own, 'verify-'));
  mkdtempSync(join(own, 'verify-'));
  teardown();
  expect(warn.mock.calls).toEqual([['left in the temporary folder: verify- (2)']]);
  expect(existsSync(own)).toBe(false);
  expect(tmpdir()).toBe(before);
  warn.mockRestore();
});

test('nothing left is nothing to tell', () => {
  expect(describeLeft([])).toBeNull();
});

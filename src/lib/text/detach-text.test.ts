import { describe, expect, test } from 'vitest';
import { heldMegabytes } from '../../testing/held-memory.ts';
import { detachText, TextPool } from './detach-text.ts';

/** So many long texts, of which a piece is kept. */
const TEXTS = 20;
const LENGTH = 1_000_000;

/** A piece of a text of a megabyte at least that nobody else has. */
function cutOut(at: number, copy: (piece: string) => string): string {
  return copy(`${String(at)} khoản 2 Điều 5 Quy chế thư viện ${'ư'.repeat(LENGTH)}`.slice(0, 35));
}

function pieces(copy: (piece: string) => string): string[] {
  return Array.from({ length: TEXTS }, (_, at) => cutOut(at, copy));
}

describe('a piece of a long text', () => {
  test('is the same text', () => {
    for (const text of [
      '',
      'đ',
      'Điều 5',
      'khoản 2 Điều 5 Quy chế thư viện',
      'D\u0323ieu \u{1F4D6}',
    ]) {
      expect(detachText(text)).toBe(text);
      expect(new TextPool().one(text)).toBe(text);
    }
  });

  test('does not hold it', async () => {
    expect(await heldMegabytes(() => pieces((piece) => piece))).toBeGreaterThan(TEXTS);
    expect(await heldMegabytes(() => pieces(detachText))).toBeLessThan(2);
  });

  test('does not hold it in a pool', async () => {
    const pooled = () => {
      const pool = new TextPool();
      return { pool, texts: pieces((piece) => pool.one(piece)) };
    };
    expect(await heldMegabytes(pooled)).toBeLessThan(2);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeDense, encodeDense, encodeDenseUtf16 } from './dense-text.ts';

test('any bytes come back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect([...decodeDense(encodeDense(bytes))]).toEqual([...bytes]);
    }),
  );
});

test('every pair of bytes comes back, and its text needs no escape and survives UTF-16', () => {
  const bytes = new Uint8Array(2 * 65536);
  for (let unit = 0; unit < 65536; unit++) bytes.set([unit >> 8, unit & 255], unit * 2);
  const text = encodeDense(bytes);
  expect(JSON.stringify(text)).toBe(`"${text}"`);
  const onDisk = new TextDecoder('utf-16le').decode(encodeDenseUtf16(bytes));
  expect(decodeDense(onDisk)).toEqual(bytes);
  expect(text.length).toBeLessThan((bytes.length / 2) * 1.006);
});

import jsQR from 'jsqr';
import { describe, expect, test } from 'vitest';
import { qrPath, qrSvg } from './qr.ts';

const SCALE = 4;

/** Read a code as a telephone does: from its picture, drawn by the outline of its dark modules. */
function readCode(text: string): string | null {
  const { size, path } = qrPath(text);
  const width = size * SCALE;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x = '', y = ''] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    darken(pixels, width, Number(x) * SCALE, Number(y) * SCALE);
  return jsQR(pixels, width, width)?.data ?? null;
}

function darken(pixels: Uint8ClampedArray, width: number, left: number, top: number): void {
  for (let row = top; row < top + SCALE; row++)
    for (let column = left; column < left + SCALE; column++)
      pixels.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
}

describe('the QR code of a permalink', () => {
  test.each([
    'https://thu-vien.example/van-ban/901-qd-tv-2031.html',
    'https://thu-vien.example/van-ban/901-qd-tv-2031.html#kt-d5-2-dd',
    'https://thu-vien.example/thu-muc/rat-dai/van-ban/1187-2031-nq-ubtvqh20.html#kt-pl1-m2-12-a_g3',
    `https://thu-vien.example/${'a'.repeat(300)}`,
  ])('%s is read back', (address) => {
    expect(readCode(address)).toBe(address);
  });

  test('its picture draws the same modules, dark on white', () => {
    const address = 'https://thu-vien.example/van-ban/901-qd-tv-2031.html#kt-d5';
    const { size, path } = qrPath(address);
    expect(qrSvg(address)).toContain(`viewBox="0 0 ${size} ${size}"`);
    expect(qrSvg(address)).toContain(`<path d="${path}"/>`);
  });
});

import { crc32, deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { findHelper, runHelper } from '../helper-programs.ts';
import { imageToPdf, readImageSize } from './image-to-pdf.ts';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A grey picture, white above and black below; its data in two chunks. */
function png(width: number, height: number, { colour = 0, interlaced = 0 } = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, colour, 0, 0, interlaced], 8);
  const rows = Buffer.concat(
    Array.from({ length: height }, (_, row) =>
      Buffer.from([0, ...new Array<number>(width).fill(row < height / 2 ? 255 : 0)]),
    ),
  );
  const data = deflateSync(rows);
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', data.subarray(0, 5)),
    chunk('IDAT', data.subarray(5)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

test('the size of a picture is read from its first bytes', () => {
  expect(readImageSize(png(40, 20))).toMatchObject({ kind: 'png', width: 40, height: 20 });
  expect(readImageSize(png(40, 20, { interlaced: 1 }))).toBeNull();
  expect(readImageSize(png(40, 20, { colour: 6 }))).toBeNull();
  const jpeg = [
    0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 20, 0, 40, 1, 1, 17, 0,
  ];
  expect(readImageSize(Buffer.from(jpeg))).toMatchObject({ kind: 'jpeg', width: 40, height: 20 });
  expect(readImageSize(Buffer.from([0xff, 0xd8, 0xff]))).toBeNull();
  expect(readImageSize(Buffer.from('GIF89a'))).toBeNull();
});

const program = await findHelper('pdftoppm');
test.skipIf(program === null)(
  'a picture laid on a page is drawn as it was (skipped: pdftoppm is not installed)',
  async () => {
    const file = png(421, 210);
    const size = readImageSize(file);
    if (!size || program === null) throw new Error('no size');
    const { pdf, page } = imageToPdf(file, size);
    expect(page).toEqual({ width: 842, height: 420 });
    const drawn = await runHelper(program, ['-r', '36', '-gray'], { timeout: 30_000, input: pdf });
    const head = 'P5\n421 210\n255\n';
    expect(drawn?.toString('latin1', 0, head.length)).toBe(head);
    expect([drawn?.[head.length + 100], drawn?.at(-100)]).toEqual([255, 0]);
  },
);

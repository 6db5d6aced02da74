/** Size of a page in points. */
export interface PageSize {
  width: number;
  height: number;
}

/** A picture, as far as its first bytes tell. */
export interface ImageSize {
  kind: 'png' | 'jpeg';
  width: number;
  height: number;
  /** Colour values of a pixel. */
  channels: number;
  /** Bits of a colour value. */
  depth: number;
}

/** Pixels above which a picture is made smaller before it is read: A4 at 250 dpi. */
export const LARGE_IMAGE = 6e6;

/**
 * Size of a PNG or JPEG picture.
 *
 * @returns null for other kinds, and for forms that a PDF cannot hold as they are: interlaced,
 *   with a palette or transparency, of four inks.
 */
export function readImageSize(file: Buffer): ImageSize | null {
  if (file.length > 33 && file.toString('latin1', 1, 4) === 'PNG') return readPngSize(file);
  return file[0] === 0xff && file[1] === 0xd8 ? readJpegSize(file) : null;
}

function readPngSize(file: Buffer): ImageSize | null {
  const channels = { 0: 1, 2: 3 }[file[25] ?? -1];
  const isInterlaced = file[28] !== 0;
  if (channels === undefined || isInterlaced) return null;
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  return { kind: 'png', width, height, channels, depth: file[24] ?? 8 };
}

/** @see ITU-T T.81, B.2.2: the frame header */
function readJpegSize(file: Buffer): ImageSize | null {
  for (let at = 2; at + 9 < file.length && file[at] === 0xff;) {
    const marker = file[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    const channels = file[at + 9] ?? 0;
    if (isFrame) {
      if (channels !== 1 && channels !== 3) return null;
      const [width, height] = [file.readUInt16BE(at + 7), file.readUInt16BE(at + 5)];
      return { kind: 'jpeg', width, height, channels, depth: 8 };
    }
    at += 2 + file.readUInt16BE(at + 2);
  }
  return null;
}

/** Longer side of the page on which a picture is laid; points. */
const LONGER_SIDE = 842;

/**
 * Lay a picture on a page, its data untouched, so that the program that draws pages makes it
 * smaller row by row: read whole, a picture of a page may take more memory than all else.
 */
export function imageToPdf(file: Buffer, size: ImageSize): { pdf: Buffer; page: PageSize } {
  const scale = LONGER_SIDE / Math.max(size.width, size.height);
  const page = { width: Math.ceil(size.width * scale), height: Math.ceil(size.height * scale) };
  const data = size.kind === 'png' ? pngData(file) : file;
  const drawing = `q ${page.width} 0 0 ${page.height} 0 0 cm /A Do Q`;
  const objects: (string | Buffer)[][] = [
    ['<< /Type /Catalog /Pages 2 0 R >>'],
    ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}]`,
      ' /Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >> >>',
    ],
    [`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`],
    [imageDictionary(size, data.length), '\nstream\n', data, '\nendstream'],
  ];
  return { pdf: writePdf(objects), page };
}

function imageDictionary(
  { kind, width, height, channels, depth }: ImageSize,
  length: number,
): string {
  const colours = channels === 1 ? '/DeviceGray' : '/DeviceRGB';
  const filter =
    kind === 'jpeg'
      ? '/DCTDecode'
      : `/FlateDecode /DecodeParms << /Predictor 15 /Colors ${channels} /BitsPerComponent ${depth} /Columns ${width} >>`;
  return (
    `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace ${colours}` +
    ` /BitsPerComponent ${depth} /Filter ${filter} /Length ${length} >>`
  );
}

/** The packed rows of a PNG, which a PDF packs the same way. */
function pngData(file: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 8; at + 8 <= file.length;) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      chunks.push(file.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return Buffer.concat(chunks);
}

function writePdf(objects: readonly (string | Buffer)[][]): Buffer {
  const out: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let length = out[0]?.length ?? 0;
  const write = (piece: string | Buffer): void => {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece;
    out.push(bytes);
    length += bytes.length;
  };
  for (const [index, pieces] of objects.entries()) {
    offsets.push(length);
    for (const piece of [`${index + 1} 0 obj\n`, ...pieces, '\nendobj\n']) write(piece);
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const start = length;
  write(`xref\n0 ${size}\n0000000000 65535 f \n${table}`);
  write(`trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(out);
}

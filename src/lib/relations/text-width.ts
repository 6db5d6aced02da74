/**
 * Width of text without a browser, on the wide side of the faces that the site may be shown in, so
 * that what fits here fits there.
 */
const NARROW = /[\sijlt.,;:'’!()[\]|/-]/;
const WIDE = /[mwMWĐƠƯ@%—]/;
const CAPITAL = /\p{Lu}/u;

/**
 * Width of a line.
 *
 * @param text One line.
 * @param size Of the type, in any unit.
 * @param bold Whether it is set in bold.
 * @returns In the unit of the size.
 */
export function textWidth(text: string, size: number, bold = false): number {
  let width = 0;
  for (const character of text.normalize('NFC')) width += widthOf(character);
  return width * size * (bold ? 1.08 : 1);
}

/** In ems. */
function widthOf(character: string): number {
  if (NARROW.test(character)) return 0.38;
  const [letter = character] = character.normalize('NFD');
  if (WIDE.test(character)) return 0.95;
  if (CAPITAL.test(letter)) return WIDE.test(letter) ? 0.98 : 0.76;
  return /[ij]/.test(letter) ? 0.38 : 0.58;
}

/**
 * Break text into lines.
 *
 * @param most Number of lines; the last one ends with “…” when there is more.
 * @returns No line is wider than `width`: a word that is, breaks after a dash or slash, or anywhere.
 */
export function wrapText(
  text: string,
  width: number,
  size: number,
  { bold = false, most = Infinity }: { bold?: boolean; most?: number } = {},
): string[] {
  const fits = (line: string): boolean => textWidth(line, size, bold) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (line !== '' && fits(`${line} ${word}`)) {
      line = `${line} ${word}`;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = breakWord(word, fits);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  if (line !== '') lines.push(line);
  return lines.length <= most ? lines : shorten(lines, most, fits);
}

function breakWord(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word)) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const part of word.split(/(?<=[-/–])/)) {
    for (const bit of fits(part) ? [part] : Array.from(part)) {
      if (piece !== '' && !fits(piece + bit)) {
        pieces.push(piece);
        piece = '';
      }
      piece += bit;
    }
  }
  return [...pieces, piece];
}

function shorten(
  lines: readonly string[],
  most: number,
  fits: (line: string) => boolean,
): string[] {
  let last = lines[most - 1] ?? '';
  while (last !== '' && !fits(`${last}…`)) last = last.slice(0, -1);
  return [...lines.slice(0, most - 1), `${last.replace(/[\s,;(]+$/, '')}…`];
}

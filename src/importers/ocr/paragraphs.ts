import { findSign } from '../../lib/structure/signs.ts';
import type { SourceParagraph } from '../../lib/structure/source.ts';

/** A word that was recognised; lengths in pixels. */
export interface OcrWord {
  text: string;
  /** Of a picture that holds several; from 1. */
  page: number;
  /** 0–100 */
  confidence: number;
  /** Block, paragraph and line it is in. */
  block: string;
  line: string;
  left: number;
  right: number;
}

/** Read Tesseract's table of words. */
export function parseTsv(tsv: string): OcrWord[] {
  return tsv.split('\n').flatMap((row) => {
    const cells = row.split('\t');
    const [level, page = '1', block = '', paragraph = '', line = '', , left = '', , width = ''] =
      cells;
    const text = cells[11]?.trim() ?? '';
    if (level !== '5' || text === '') return [];
    const id = `${page}.${block}.${paragraph}`;
    return [
      {
        text,
        page: Number(page),
        confidence: Number(cells[10] ?? 0),
        block: id,
        line: `${id}.${line}`,
        left: Number(left),
        right: Number(left) + Number(width),
      },
    ];
  });
}

/** Join recognised lines: a short line, a label or an indent begins a paragraph. */
export function toOcrParagraphs(words: readonly OcrWord[], page: number): SourceParagraph[] {
  const lines = new Map<string, OcrWord[]>();
  for (const word of words) lines.set(word.line, [...(lines.get(word.line) ?? []), word]);
  const rows = [...lines.values()];
  const left = Math.min(...rows.map(leftOf));
  const right = Math.max(...rows.map(rightOf));
  const paragraphs: string[][] = [];
  let last: OcrWord[] | null = null;
  for (const row of rows) {
    const text = textOf(row);
    const isNew =
      last === null ||
      rightOf(last) < right - (right - left) * 0.12 ||
      leftOf(row) > left + (right - left) * 0.05 ||
      (findSign(text) !== null && /[.;:]$/.test(textOf(last)));
    if (isNew) paragraphs.push([text]);
    else paragraphs.at(-1)?.push(text);
    last = row;
  }
  return paragraphs.map((texts) => toParagraph(texts.join(' '), page));
}

function toParagraph(text: string, page: number): SourceParagraph {
  return {
    type: 'paragraph',
    runs: [{ text, font: null, bold: false, italic: false, caps: false }],
    generated: null,
    align: 'left',
    indent: 0,
    locator: `trang ${page}`,
  };
}

/** Specks before a label are read as signs. */
function textOf(words: readonly OcrWord[]): string {
  return words
    .map(({ text }) => text)
    .join(' ')
    .replace(
      /^(?:[-_.,|~'"`\\ ]+(?=(?:Điều|Chương|Mục) )|[_.,|~'"`\\ ]+(?=(?:Điều|Chương|Mục|\d{1,2}\.|[a-zđ]\)) ?))/,
      '',
    );
}

function leftOf(words: readonly OcrWord[]): number {
  return Math.min(...words.map((word) => word.left));
}

function rightOf(words: readonly OcrWord[]): number {
  return Math.max(...words.map((word) => word.right));
}

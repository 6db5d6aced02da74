import type { SourceBlock, SourceDocument, SourceParagraph } from '../source.ts';

/**
 * Paragraphs for a test, one per line: `^` before a line puts it in the middle, `*` makes it bold;
 * ` / ` is a soft line break.
 */
export function toParagraphs(text: string): SourceParagraph[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, index) => paragraph(line, index + 1));
}

export function toSource(blocks: SourceBlock[]): SourceDocument {
  return {
    method: 'docx',
    blocks,
    notes: [],
    furniture: [],
    findings: [],
    changes: [],
    witness: null,
  };
}

function paragraph(line: string, number: number): SourceParagraph {
  const marks = /^[\^*]*/.exec(line)?.[0] ?? '';
  const text = line.slice(marks.length).replaceAll(' / ', '\n');
  return {
    type: 'paragraph',
    runs: [{ text, font: null, bold: marks.includes('*'), italic: false, caps: false }],
    generated: null,
    align: marks.includes('^') ? 'center' : 'justify',
    indent: 0,
    locator: `đoạn ${number}`,
  };
}

import { expect, test } from 'vitest';
import type { CitationItem } from '../citation/types.ts';
import { findQuotations } from './quotations.ts';

/** Citations of a text, each written `[Điều 5]`; twice the same span: `[[Điều 5]]`. */
function read(marked: string): { text: string; items: CitationItem[] } {
  const items: CitationItem[] = [];
  let text = '';
  for (const part of marked.split(/(\[+[^\]]+\]+)/)) {
    const quote = part.replace(/[[\]]/g, '');
    const count = /^\[+/.exec(part)?.[0].length ?? 0;
    const [start, end] = [text.length, text.length + quote.length];
    for (let i = 0; i < count; i++) items.push({ start, end, quote } as CitationItem);
    text += quote;
  }
  return { text, items };
}

const WORDS = 'Người đọc được mượn ba quyển sách';

test.each([
  ['announced', `[Điều 5] quy định: “${WORDS}”.`, [0], true],
  ['announced before a new paragraph', `Theo [Điều 5]:\n\n“${WORDS}”`, [0], true],
  ['straight marks', `[Điều 5] nêu rõ "${WORDS}"`, [0], true],
  ['beside', `[Điều 5] về việc “${WORDS}”`, [0], false],
  ['source in brackets', `[Điều 4] còn nữa. “${WORDS}” (theo [Điều 5]).`, [1], true],
  ['source after “theo”', `Nay “${WORDS}”, theo [Điều 5].`, [0], true],
  [
    'not of a sentence that begins with “Theo”',
    `[Điều 4]: “${WORDS}”.\nTheo [Điều 5], có.`,
    [0],
    true,
  ],
  ['single marks', `[Điều 5] quy định: ‘${WORDS}’.`, [0], true],
  ['not of the next sentence', `[Điều 4] quy định: “${WORDS}”.\n[Điều 5] cũng thế.`, [0], true],
  ['a list of one span', `[[Điều 5]] quy định: “${WORDS}”.`, [0, 1], true],
])('%s', (_, marked, expected, isAnnounced) => {
  const { text, items } = read(marked);
  const found = findQuotations(text, items);
  expect(found).toMatchObject([{ items: expected, isAnnounced }]);
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([WORDS]);
});

test.each([
  ['a term', '[Điều 5] quy định: “người đọc của thư viện”'],
  ['far away', `[Điều 5] ${'rồi nói tiếp '.repeat(20)}: “${WORDS}”`],
  ['another paragraph', `[Điều 5] là thế.\n\nAnh kể “${WORDS}”`],
  ['another quotation between', `[Điều 5] về “việc này” và cả “${WORDS}”`],
  ['the next sentence begins with “Theo”', `Anh nói: “${WORDS}”. Theo [Điều 5], khác.`],
  ['no citation', `Anh nói: “${WORDS}”`],
])('not %s', (_, marked) => {
  const { text, items } = read(marked);
  expect(findQuotations(text, items)).toEqual([]);
});

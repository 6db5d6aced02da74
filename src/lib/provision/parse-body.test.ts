import { describe, expect, test } from 'vitest';
import { describeProblem } from '../../i18n/describe-problem.ts';
import { parseBody } from './parse-body.ts';
import type { ParseProblem } from './types.ts';

function show({ id, line, column }: ParseProblem): string {
  return `${line}:${column} ${id}`;
}

describe('parseBody accepts the canonical subset', () => {
  test.each([
    ['', 'nothing at all'],
    ['\n\n### Điều 1. Tên\n', 'blank lines after the front matter'],
    ['### Điều 1. Tên', 'no line feed at the end'],
    ['### Điều 1.\r\n\r\n**1.** Một.\r\n', 'line ends of Windows'],
    ['Ông A \\\nBà B\n', 'a printed line break'],
    ['**1.** **đậm** và *nghiêng*, _nghiêng_\n', 'strong and emphasis'],
    ['Xem [Điều 5](#d5) và [luật](../luat/x.html#d1).\n', 'links inside the library'],
    ['Giá: 5 \\$, 10% \\& phí \\{A\\} \\<B> \\[C\\] \\_D\\_ \\`E\\`\n', 'escaped signs'],
    ['&#105;mport là từ tiếng Anh\n', 'import at the start of a line'],
    ['12\\. Đây không phải khoản.\n', 'a number that is text'],
    ['\\- Đây không phải gạch đầu dòng có neo.\n', 'a dash that is text'],
    ['5.000 đồng; – gạch dài; • chấm\n', 'signs that mean nothing to Markdown'],
    ['**Lưu ý** đây là chữ đậm.\n', 'bold text that is no label'],
    ['> **Điều 4.** Lời.\n>\n> Đoạn hai.\n', 'a quotation of two paragraphs'],
    ['| a |\n| --- |\n| b \\| c |\n', 'a table of one column'],
    ['<table>\n<tr><td colSpan="2">a</td></tr>\n</table>\n', 'a table without a header'],
    ['Lời.[^1]\n\n[^1]: Chú thích.\n\n    Đoạn hai.\n', 'a footnote of two paragraphs'],
    [
      '<Opening>\n\n<Gist sources="s1">\n\nLời ta.\n\n</Gist>\n\n</Opening>\n',
      'an opening of which only a gist is known',
    ],
    [
      '### Điều 1.\n\n<Gist sources="s1" partial title="Tên &quot;x&quot;">\n\nLời.\n\n</Gist>\n',
      'a gist',
    ],
    ['**2.**\n', 'a label alone'],
    ['**2.**[^1] Lời.\n\n[^1]: Chú.\n', 'a footnote mark between label and text'],
  ])('%j (%s)', (body) => {
    expect(parseBody(body).problems).toEqual([]);
  });
});

describe('parseBody reports what is outside of it, with its place', () => {
  test.each([
    ["import x from 'y'\n", ['1:1 esm-not-allowed']],
    ['export const a = 1\n', ['1:1 esm-not-allowed']],
    ['Lời.\n\nA {1 + 1} B\n', ['3:3 expression-not-allowed']],
    ['A {không đóng\n', ['1:3 expression-not-allowed']],
    ['<script>x</script>\n', ['1:1 tag-not-allowed']],
    ['<Thing />\n', ['1:1 tag-not-allowed']],
    ['Một <b>đậm</b>\n', ['1:5 tag-not-allowed']],
    ['<!-- ghi chú -->\n', ['1:1 comment-not-allowed']],
    ['2 < 3\n', ['1:3 character-unescaped']],
    ['Xem <https://a.vn>\n', ['1:5 autolink-not-allowed']],
    ['Xem https://a.vn và www.a.vn\n', ['1:10 address-unescaped', '1:21 address-unescaped']],
    ['a@b.vn\n', ['1:2 character-unescaped']],
    ['- mục\n', ['1:1 list-not-allowed']],
    ['1. mục\n', ['1:1 list-not-allowed']],
    ['Lời \\\n2) mục\n', ['2:1 list-not-allowed']],
    ['***\n', ['1:1 thematic-break-not-allowed', '1:1 emphasis-unmatched']],
    ['Lời\n---\n', ['2:1 setext-heading-not-allowed']],
    ['    Lời\n', ['1:1 indentation-not-allowed']],
    ['```js\nx {\n```\n', ['1:1 code-not-allowed']],
    ['Một `mã`\n', ['1:5 code-not-allowed']],
    ['![hình](x.png)\n', ['1:2 image-not-allowed', '1:7 character-unescaped']],
    ['Một\nhai\n', ['2:1 line-break-unmarked']],
    ['**đậm\n', ['1:1 emphasis-unmatched']],
    ['a*b\n', ['1:2 emphasis-unmatched']],
    ['[x](javascript:alert)\n', ['1:1 link-target-not-allowed']],
    ['[x] y\n', ['1:1 character-unescaped', '1:3 character-unescaped']],
    ['A &copy; B\n', ['1:3 character-reference-not-allowed']],
    ['## Chuơng I\n', ['1:1 heading-label-missing']],
    ['# Điều 1. Tên\n\n### Chương I\n', ['3:1 heading-level']],
    ['### **Điều 1.** Tên\n', ['1:1 heading-label-missing']],
    ['**1.**Lời\n', ['1:1 label-space-missing']],
    ['<Opening>\n\nLời\n', ['1:1 tag-unclosed']],
    ['</Gist>\n', ['1:1 tag-unopened']],
    ['<Gist> lời\n', ['1:1 tag-not-alone']],
    ['<Closing>\n\n<Attached>\n\n</Attached>\n\n</Closing>\n', ['3:1 tag-misplaced']],
    ['> <Gist>\n', ['1:3 tag-in-quote']],
    ['<Gist source="s1">\n\nLời\n\n</Gist>\n', ['1:1 attribute-unknown']],
    ['<Gist sources={x}>\n\nLời\n\n</Gist>\n', ['1:1 attribute-not-plain']],
    ['<Anchor id="Mo 1" label="x" />\n', ['1:1 anchor-id-invalid']],
    ['<Anchor id="mo_1" />\n\nLời\n', ['1:1 anchor-without-label']],
    ['<Gist>\n\n# Tên\n\n</Gist>\n', ['3:1 gist-content']],
    ['A[^1]\n', ['1:2 footnote-undefined']],
    ['[^1]: Chú\n', ['1:1 footnote-unused']],
    ['A[^1]\n\n[^1]: Chú\n\n[^1]: Lại\n', ['5:1 footnote-duplicate']],
    ['A[^1]\n\n[^1]:\n', ['3:1 footnote-empty']],
    ['| a |\n| b |\n', ['2:1 table-rule-missing']],
    ['| a | b |\n| --- | --- |\n| c |\n', ['3:1 table-row-length']],
    ['<table>\n<tr><td>a</tr>\n</table>\n', ['3:9 table-malformed']],
    ['<table>\n<tr><td rowspan="2">a</td></tr>\n</table>\n', ['2:5 attribute-unknown']],
    ['<table>\n<tr><td>a\n', ['1:1 tag-unclosed', '2:1 tag-not-allowed', '2:5 tag-not-allowed']],
    ['### Điều 1. A\n\n### Điều 1. B\n', ['3:1 anchor-duplicate']],
    ['<Closing>\n\n</Closing>\n\nLời\n', ['5:1 content-after-end']],
    ['**1.** A\n\n<Opening>\n\n</Opening>\n', ['3:1 opening-not-first']],
    ['a\u0000b\n', ['1:2 control-character']],
    ['Lời\n\nĐie\u0302\u0300u 1\n', ['3:3 not-nfc']],
    ['A\n\n\nB\n', ['3:1 blank-line-extra']],
    ['### Điều 1. A\nLời\n', ['2:1 blank-line-missing']],
    ['A \n', ['1:1 space-at-line-end']],
    ['A \\{ B }\n', ['1:8 character-unescaped']],
    ['### Điều 1. A ###\n', ['1:1 not-canonical']],
    ['\\A\n', ['1:1 character-unescaped']],
    ['\\!\n', ['1:1 not-canonical']],
  ])('%j', (body, expected) => {
    const { problems } = parseBody(body);
    expect(problems.map(show)).toEqual(expected);
    for (const problem of problems) {
      const sentence = describeProblem({ ...problem, severity: 'error', path: 'x.mdx' });
      expect(sentence.message, problem.id).not.toBe(problem.id);
      expect(sentence.hint, problem.id).not.toBe('');
    }
  });

  test('all problems of a body in one pass, by line', () => {
    const { problems } = parseBody('- a\n\n{x}\n\n### Điều 1. A\n\n### Điều 1. B\n\n<b>\n');
    expect(problems.map(show)).toEqual([
      '1:1 list-not-allowed',
      '3:1 expression-not-allowed',
      '7:1 anchor-duplicate',
      '9:1 tag-not-allowed',
    ]);
  });

  test('lines of the file, not of the body', () => {
    expect(parseBody('\n- a\n', { firstLine: 20 }).problems.map(show)).toEqual([
      '21:1 list-not-allowed',
    ]);
  });

  test('columns inside quotations and cells', () => {
    expect(parseBody('> A {x}\n').problems.map(show)).toEqual(['1:5 expression-not-allowed']);
    expect(parseBody('| a |\n| --- |\n|  {x} |\n').problems.map(show)).toEqual([
      '3:4 expression-not-allowed',
    ]);
  });

  test('both lines of an id that is there twice', () => {
    const [problem] = parseBody('**1.** A\n\n**1.** B\n').problems;
    expect(problem).toMatchObject({ line: 3, values: { id: 'n1', first: '1' } });
  });
});

describe('the ladder of labels that a document declares', () => {
  const scale = ['Chương', 'Điều', '1.', 'a)', '-'];

  test('covers its labels', () => {
    const body = '## Chương I A\n\n### Điều 1. B\n\n**1.** C\n\n**a)** D\n\n**-** E\n';
    expect(parseBody(body, { scale }).problems).toEqual([]);
  });

  test('reports a label that is not on it', () => {
    const { problems } = parseBody('### Điều 1. B\n\n**I.** C\n', { scale });
    expect(problems).toMatchObject([
      { id: 'label-outside-scale', line: 3, values: { label: 'I.' } },
    ]);
  });

  test('reports an entry that is no label', () => {
    expect(parseBody('', { scale: ['Điều', 'khoản nào đó'] }).problems).toMatchObject([
      { id: 'scale-entry-unknown', values: { entry: 'khoản nào đó' } },
    ]);
  });

  test('fixes levels that the usual order would put elsewhere', () => {
    const body = '**a)** A\n\n**1.** B\n\n**2.** C\n\n**b)** D\n';
    const { tree } = parseBody(body, { scale: ['a)', '1.'] });
    expect([...tree.byId.keys()]).toEqual(['n0-a', 'n0-a-1', 'n0-a-2', 'n0-b']);
  });
});

// Time that grows faster than the length would not end here.
describe('hostile input', { timeout: 120_000 }, () => {
  test.each([
    '[',
    '[^',
    '*',
    '**a',
    '_',
    '\\',
    '<',
    '<a ',
    '{',
    '&',
    '`',
    '](',
    '[a](',
    '|',
    '#',
    '>',
  ])('half a million characters of %j are read to the end', (piece) => {
    const body = piece.repeat(500_000 / piece.length);
    expect(() => parseBody(body)).not.toThrow();
    expect(() => parseBody(`<table>\n<tr><td>${body}</td></tr>\n</table>\n`)).not.toThrow();
  });

  test.each([
    '<Annex>\n',
    '<Gist>\n',
    '<Opening>\n</Annex>\n',
    '> > > a\n',
    '1. \n',
    '**1.** a\n\n',
  ])('thirty thousand lines of %j are read to the end', (line) => {
    const { problems } = parseBody(line.repeat(30_000));
    expect(problems.at(-1)?.id).toBe('too-many-problems');
  });
});

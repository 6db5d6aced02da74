import { describe, expect, test } from 'vitest';
import { paragraphsOf, rawText } from '../../lib/structure/source.ts';
import type { SourceDocument } from '../../lib/structure/source.ts';
import { buildDocx, level, numbered, paragraph } from '../testing/build-docx.ts';
import { buildZip } from '../testing/build-zip.ts';
import { readDocx } from './read-docx.ts';

function labels({ blocks }: SourceDocument): string[] {
  return paragraphsOf(blocks).map(({ generated }) => generated?.text ?? '');
}

function texts({ blocks }: SourceDocument): string[] {
  return paragraphsOf(blocks).map(rawText);
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

const num = (id: number, abstract: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;

const LAW_LEVELS = [
  level(0, 'upperRoman', 'Chương %1'),
  level(1, 'decimal', 'Điều %2.', '<w:lvlRestart w:val="0"/>'),
  level(2, 'decimal', '%3.'),
  level(3, 'lowerLetter', '%4)'),
].join('');

describe('automatic numbers', () => {
  test('articles run on over chapters where the list says so', async () => {
    const source = await readDocx(
      buildDocx({
        numbering: `<w:abstractNum w:abstractNumId="0">${LAW_LEVELS}</w:abstractNum>${num(1, 0)}`,
        body: [0, 1, 2, 2, 3, 3, 1, 0, 1, 2].map((at) => numbered('x', 1, at)).join(''),
      }),
    );
    expect(labels(source)).toEqual([
      'Chương I',
      'Điều 1.',
      '1.',
      '2.',
      'a)',
      'b)',
      'Điều 2.',
      'Chương II',
      'Điều 3.',
      '1.',
    ]);
  });

  test('lists over one definition share their numbers; a start override counts once', async () => {
    const source = await readDocx(
      buildDocx({
        numbering:
          `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}</w:abstractNum>` +
          num(1, 0) +
          num(2, 0) +
          num(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
        body: [1, 2, 3, 3, 1].map((id) => numbered('x', id)).join(''),
      }),
    );
    expect(labels(source)).toEqual(['1.', '2.', '5.', '6.', '7.']);
  });

  test('legal numbering prints Arabic figures; numId 0 takes the number of a style away', async () => {
    const style =
      '<w:style w:type="paragraph" w:styleId="Dieu"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const source = await readDocx(
      buildDocx({
        styles: style,
        numbering: `<w:abstractNum w:abstractNumId="0">${
          level(0, 'upperRoman', '%1.', '<w:pStyle w:val="Dieu"/>') +
          level(1, 'decimal', '%1.%2.', '<w:isLgl/>')
        }</w:abstractNum>${num(1, 0)}`,
        body:
          paragraph('x', '<w:pStyle w:val="Dieu"/>') +
          numbered('y', 1, 1) +
          paragraph('z', '<w:pStyle w:val="Dieu"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
          paragraph('x', '<w:pStyle w:val="Dieu"/>'),
      }),
    );
    expect(labels(source)).toEqual(['I.', '1.1.', '', 'II.']);
  });

  test('a format that nobody taught us is refused', async () => {
    const file = buildDocx({
      numbering: `<w:abstractNum w:abstractNumId="0">${level(0, 'chicago', '%1')}</w:abstractNum>${num(1, 0)}`,
      body: numbered('x', 1),
    });
    await expect(readDocx(file)).rejects.toMatchObject({ id: 'number-format' });
  });
});

describe('text', () => {
  const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
  const CASES: [string, string, string[], string[]][] = [
    [
      'a text box once, after its paragraph',
      `<w:p><w:r><w:t>Trước</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('Khung')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('Khung')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t> sau</w:t></w:r></w:p>`,
      ['Trước sau', 'Khung'],
      ['text-box'],
    ],
    [
      'tracked changes: the new text, and the clerk is told',
      '<w:p><w:ins><w:r><w:t>mới</w:t></w:r></w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>dời</w:t></w:r></w:moveFrom></w:p>',
      ['mới'],
      ['tracked-insertion', 'tracked-deletion'],
    ],
    [
      'hyphens, tabs, breaks, maths, symbols',
      '<w:p><w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:tab/><w:br/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r><m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath></w:p>',
      ['a\u2011b\u00AD\t\n\uF0FEx=2'],
      ['maths'],
    ],
    [
      'results of fields, not their instructions',
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Điều 5</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
      ['Điều 5'],
      [],
    ],
    [
      'merged cells and content controls, in reading order',
      `<w:sdt><w:sdtContent>${paragraph('Trong')}</w:sdtContent></w:sdt><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph('A')}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${paragraph('B')}</w:tc><w:tc>${paragraph('C')}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>${paragraph('D')}</w:tc></w:tr></w:tbl>`,
      ['Trong', 'A', 'B', 'C', 'D'],
      [],
    ],
    [
      'entities and what looks like mark-up',
      paragraph('a < b & {c} &amp; "d"'),
      ['a < b & {c} &amp; "d"'],
      [],
    ],
  ];

  test.each(CASES)('%s', async (_, body, expected, findings) => {
    const source = await readDocx(buildDocx({ body }));
    expect(texts(source)).toEqual(expected);
    expect(source.findings.map(({ id }) => id)).toEqual(findings);
    expect(squeeze(source.witness?.text ?? '')).toBe(squeeze(expected.join('')));
  });

  test('footnotes in the order of their marks', async () => {
    const note = (id: number, text: string): string =>
      `<w:footnote w:id="${id}">${paragraph(text)}</w:footnote>`;
    const mark = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const source = await readDocx(
      buildDocx({
        body: `<w:p>${mark(7)}<w:r><w:t>giữa</w:t></w:r>${mark(3)}</w:p>`,
        footnotes: note(3, 'ba') + note(7, 'bảy'),
      }),
    );
    expect(
      source.notes.map(({ label, paragraphs }) => [label, ...paragraphs.map(rawText)]),
    ).toEqual([
      ['1', 'bảy'],
      ['2', 'ba'],
    ]);
    expect(source.witness?.text).toBe('giữabảyba');
  });

  test('cells know what they span', async () => {
    const cell = (text: string, look = ''): string =>
      `<w:tc><w:tcPr>${look}</w:tcPr>${paragraph(text)}</w:tc>`;
    const { blocks } = await readDocx(
      buildDocx({
        body: `<w:tbl><w:tr>${cell('A', '<w:vMerge w:val="restart"/>')}${cell('B', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('C')}${cell('D')}</w:tr></w:tbl>`,
      }),
    );
    const [table] = blocks;
    const spans =
      table?.type === 'table'
        ? table.rows.map((row) => row.map(({ rowSpan, colSpan }) => [rowSpan, colSpan]))
        : [];
    expect(spans).toEqual([
      [
        [2, 1],
        [1, 2],
      ],
      [
        [1, 1],
        [1, 1],
      ],
    ]);
  });
});

describe('attacks are refused', () => {
  const document = (source: string): Buffer =>
    buildZip([{ name: 'word/document.xml', data: source }]);
  const CASES: [string, string, () => Buffer][] = [
    ['a bomb of spaces', 'zip-too-large', () => document(' '.repeat(50 * 2 ** 20))],
    [
      'a size that lies',
      'zip-broken',
      () =>
        buildZip([{ name: 'word/document.xml', data: ' '.repeat(3_000_000), claimedSize: 1000 }]),
    ],
    [
      'too many entries',
      'zip-too-many-entries',
      () => buildZip(Array.from({ length: 2001 }, (_, index) => ({ name: `x${index}`, data: '' }))),
    ],
    [
      'an external entity',
      'xml-doctype',
      () =>
        document(
          '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document>&x;</w:document>',
        ),
    ],
    ['broken XML', 'xml-broken', () => document('<w:document><w:body><w:p></w:body></w:document>')],
    ['no end of nesting', 'xml-too-large', () => document('<w:p>'.repeat(5000))],
    ['a name that climbs', 'zip-broken', () => buildZip([{ name: '../../etc/x', data: 'x' }])],
    ['no archive at all', 'zip-broken', () => Buffer.from('PK\u0003\u0004 không phải tệp nén')],
    [
      'an archive of something else',
      'docx-without-document',
      () => buildZip([{ name: 'a', data: 'b' }]),
    ],
  ];

  test.each(CASES)('%s', async (_, id, build) => {
    await expect(readDocx(build())).rejects.toMatchObject({ name: 'Refusal', id });
  });
});

import { describe, expect, test } from 'vitest';
import { paragraphsOf, rawText } from '../../lib/structure/source.ts';
import type { SourceDocument } from '../../lib/structure/source.ts';
import { buildDocument } from '../build-document.ts';
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
      numbering: `<w:abstractNum w:abstractNumId="0">${level(0, 'ordinal', '%1')}</w:abstractNum>${num(1, 0)}`,
      body: numbered('x', 1),
    });
    await expect(readDocx(file)).rejects.toMatchObject({ id: 'number-format' });
  });
});

const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;

describe('text', () => {
  const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
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
      'instructions of a field, and the result of a field inside them, are no text',
      `<w:p>${field('begin')}<w:r><w:t>IF </w:t></w:r>${field('begin')}<w:r><w:t>PAGE</w:t></w:r>${field('separate')}<w:r><w:t>1</w:t></w:r>${field('end')}${field('separate')}<w:r><w:t>kết quả</w:t></w:r>${field('end')}</w:p>`,
      ['kết quả'],
      [],
    ],
    [
      'the first of two forms that both have a text',
      '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="a"><w:t>một</w:t></mc:Choice><mc:Choice Requires="b"><w:t>hai</w:t></mc:Choice><mc:Fallback><w:t>ba</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>',
      ['một'],
      [],
    ],
    [
      'words in a cell that Word hides behind the cell above, which the clerk must see',
      `<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${paragraph('A')}</w:tc><w:tc>${paragraph('B')}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>${paragraph('ẩn')}</w:tc><w:tc>${paragraph('C')}</w:tc></w:tr></w:tbl>`,
      ['A', 'B', 'ẩn', 'C'],
      ['merged-cell-text'],
    ],
    [
      'rows and paragraph marks under tracking, and struck words',
      `<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>${paragraph('hàng')}</w:tc></w:tr></w:tbl><w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr><w:r><w:rPr><w:strike/></w:rPr><w:t>gạch</w:t></w:r></w:p>`,
      ['hàng', 'gạch'],
      ['tracked-deletion', 'tracked-insertion', 'struck-text'],
    ],
    [
      'nothing of a comment, whatever it looks like',
      '<w:p><!-- <w:t>không</w:t> --><?x <w:t>không</w:t> ?><w:r><w:t>có</w:t></w:r></w:p>',
      ['có'],
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

  test('hidden words are stored and not shown; the two readings agree on them', async () => {
    const body = `${paragraph('thấy')}${paragraph('ẩn', '', '<w:vanish/>')}`;
    const source = await readDocx(buildDocx({ body }));
    expect(texts(source)).toEqual(['thấy', '']);
    expect(source.findings).toMatchObject([{ id: 'hidden-text', severity: 'blocker' }]);
    const { proof } = buildDocument(source);
    expect(proof.unexplained).toBe(0);
    expect(proof.reasons).toEqual([{ reason: 'hidden-text', count: 1, chars: 2 }]);
  });

  test('a field that never ends is told, as it would swallow the rest', async () => {
    const source = await readDocx(
      buildDocx({ body: `<w:p>${field('begin')}</w:p>${paragraph('mất')}` }),
    );
    expect(source.findings).toMatchObject([{ id: 'field-open', severity: 'blocker' }]);
    expect(buildDocument(source).proof.unexplained).toBe(3);
  });

  test.each([
    '<w:altChunk/>',
    '<w:tbl><w:tr><w:tc><w:altChunk/></w:tc></w:tr></w:tbl>',
    '<w:subDoc/>',
  ])('a document inside the document is told: %s', async (body) => {
    const { findings } = await readDocx(buildDocx({ body: paragraph('a') + body }));
    expect(findings).toMatchObject([{ id: 'alt-chunk', severity: 'blocker' }]);
  });

  test('parts go by the names that the file gives them, elements by any prefix', async () => {
    const main = 'xmlns:q="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const relation = (type: string, target: string): string =>
      `<Relationships><Relationship Id="r" Target="${target}" Type="http://x/officeDocument/2006/relationships/${type}"/></Relationships>`;
    const source = await readDocx(
      buildZip([
        { name: '_rels/.rels', data: relation('officeDocument', '/word/document2.xml') },
        { name: 'word/document.xml', data: '<w:document><w:body/></w:document>' },
        { name: 'word/_rels/document2.xml.rels', data: relation('numbering', 'numbering3.xml') },
        {
          name: 'word/numbering3.xml',
          data: `<q:numbering ${main}><q:abstractNum q:abstractNumId="0"><q:lvl q:ilvl="0"><q:start q:val="1"/><q:numFmt q:val="decimal"/><q:lvlText q:val="Điều %1."/></q:lvl></q:abstractNum><q:num q:numId="1"><q:abstractNumId q:val="0"/></q:num></q:numbering>`,
        },
        {
          name: 'word/document2.xml',
          data: `<q:document ${main}><q:body><q:p><q:pPr><q:numPr><q:numId q:val="1"/></q:numPr></q:pPr><q:r><q:t>Tên q:t</q:t></q:r></q:p></q:body></q:document>`,
        },
      ]),
    );
    expect(texts(source)).toEqual(['Tên q:t']);
    expect(labels(source)).toEqual(['Điều 1.']);
    expect(squeeze(source.witness?.text ?? '')).toBe('Tênq:t');
  });

  test('a part that lies elsewhere is refused: Word shows another text than would be read', async () => {
    const file = buildZip([
      {
        name: '_rels/.rels',
        data: '<Relationships><Relationship Id="r" Target="word/khac.xml" Type="http://x/officeDocument"/></Relationships>',
      },
      { name: 'word/document.xml', data: '<w:document><w:body/></w:document>' },
      { name: 'word/khac.xml', data: '<w:document><w:body/></w:document>' },
    ]);
    await expect(readDocx(file)).rejects.toMatchObject({
      id: 'docx-part-elsewhere',
      values: { part: 'word/khac.xml' },
    });
  });

  test('elements without a prefix, and text in UTF-16 either way round', async () => {
    const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const source = `<document xmlns="${main}"><body><p><r><t xml:space="preserve">Tên a = "b"</t></r></p></body></document>`;
    const swapped = Buffer.from(`\uFEFF${source}`, 'utf16le').swap16();
    for (const data of [source, Buffer.from(`\uFEFF${source}`, 'utf16le'), swapped]) {
      const read = await readDocx(buildZip([{ name: 'word/document.xml', data }]));
      expect(texts(read)).toEqual(['Tên a = "b"']);
      expect(squeeze(read.witness?.text ?? '')).toBe('Têna="b"');
    }
  });

  test.each([
    ['bytes that are no UTF-8', Buffer.from([0x3c, 0x61, 0xff, 0x3e])],
    ['another encoding', '<?xml version="1.0" encoding="windows-1252"?><w:document/>'],
  ])('text of which the encoding is not sure is refused: %s', async (_, data) => {
    const file = buildZip([{ name: 'word/document.xml', data }]);
    await expect(readDocx(file)).rejects.toMatchObject({
      id: 'xml-broken',
      values: { cause: 'xml-encoding' },
    });
  });

  test('data that do not agree with their checksum are refused', async () => {
    const file = buildZip([{ name: 'word/document.xml', data: '<w:document/>' }]);
    const sum = file.readUInt32LE(14);
    const directory = file.lastIndexOf('PK\u0001\u0002', undefined, 'latin1');
    file.writeUInt32LE(sum ^ 1, directory + 16);
    await expect(readDocx(file)).rejects.toMatchObject({
      id: 'zip-broken',
      values: { cause: 'zip-checksum', detail: 'word/document.xml' },
    });
  });

  test('drawings in two forms inside of one another are one text', async () => {
    const forms = (inner: string): string =>
      `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${inner}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${inner}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`;
    const inner = box('Trong');
    const outer = `<w:txbxContent><w:p><w:r>${forms(inner)}</w:r><w:r><w:t>Ngoài</w:t></w:r></w:p></w:txbxContent>`;
    const source = await readDocx(buildDocx({ body: `<w:p><w:r>${forms(outer)}</w:r></w:p>` }));
    expect(squeeze(texts(source).join(''))).toBe('NgoàiTrong');
    expect(squeeze(source.witness?.text ?? '')).toBe('NgoàiTrong');
  });

  test('what is in the file and not in the text is told', async () => {
    const chosen =
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const { findings } = await readDocx(
      buildDocx({
        body: `<w:p>${chosen}<w:r><w:t>Chữ</w:t><w:commentReference w:id="0"/><w:footnoteReference w:id="1"/></w:r></w:p><w:sectPr><w:footnotePr><w:numFmt w:val="chicago"/></w:footnotePr></w:sectPr>`,
        footnotes: `<w:footnote w:id="1">${paragraph('gọi')}</w:footnote><w:footnote w:id="2">${paragraph('thừa')}</w:footnote>`,
      }),
    );
    expect(findings.map(({ id, severity, place }) => [id, severity, place])).toEqual([
      ['comments', 'warning', ''],
      ['note-numbers', 'warning', ''],
      ['form-field', 'blocker', 'đoạn 1'],
      ['note-uncalled', 'warning', 'thừa'],
    ]);
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
    [
      'two parts of one name',
      'zip-twice',
      () => buildZip([1, 2].map((data) => ({ name: 'word/document.xml', data: `<a>${data}</a>` }))),
    ],
    ['no archive at all', 'zip-broken', () => Buffer.from('PK\u0003\u0004 không phải tệp nén')],
    [
      'more changes of look than memory allows',
      'too-many-runs',
      () => {
        const run = (index: number): string =>
          `<w:r><w:rPr>${index % 2 === 0 ? '<w:b/>' : ''}</w:rPr><w:t>${(index * 7919) % 100_003}</w:t></w:r>`;
        const runs = Array.from({ length: 100_001 }, (_, index) => run(index));
        return document(`<w:document><w:p>${runs.join('')}</w:p></w:document>`);
      },
    ],
    [
      'more paragraphs than memory allows',
      'too-many-paragraphs',
      () => document(`<w:document>${'<w:p/>'.repeat(30_001)}</w:document>`),
    ],
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

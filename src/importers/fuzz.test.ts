import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildDocument } from './build-document.ts';
import { Refusal } from './import-error.ts';
import { readSource } from './read-source.ts';
import { buildZip } from './testing/build-zip.ts';

const PIECES = [
  '<w:p>',
  '</w:p>',
  '<w:r>',
  '</w:r>',
  '<w:t>',
  '</w:t>',
  '<w:tbl>',
  '</w:tbl>',
  '<w:tr>',
  '</w:tr>',
  '<w:tc>',
  '</w:tc>',
  '<w:br/>',
  '<w:tab/>',
  '<w:pPr><w:jc w:val="center"/></w:pPr>',
  '<w:ins>',
  '</w:ins>',
  '<w:del>',
  '</w:del>',
  '<w:sym w:char="F0FE" w:font="Wingdings"/>',
  '<w:sdt><w:sdtContent>',
  '</w:sdtContent></w:sdt>',
  '<w:fldChar w:fldCharType="begin"/>',
  '<w:fldChar w:fldCharType="end"/>',
  '<mc:AlternateContent>',
  '<mc:Choice>',
  '</mc:Choice>',
  '<mc:Fallback>',
  '</mc:Fallback>',
  '</mc:AlternateContent>',
  '<w:txbxContent>',
  '</w:txbxContent>',
  'Điều 1. ',
  '1. ',
  'a) ',
  '&lt;',
  '&',
  '“',
  '”',
  'Nơi nhận:',
  'x',
  '{y}',
  ' ',
];

test('whatever stands in a Word file, it is read or refused, and the page shows what was read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), async (pieces) => {
      const data = `<w:document><w:body>${pieces.join('')}</w:body></w:document>`;
      try {
        const source = await readSource(buildZip([{ name: 'word/document.xml', data }]));
        const { proof, written } = buildDocument(source);
        expect(written.problems).toEqual([]);
        expect(proof.pageDifferences).toEqual([]);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }),
    { numRuns: 300 },
  );
}, 60_000);

/** Random nesting is seldom well-formed; well-formed trees of the same elements must be read. */
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6 },
    fc
      .constantFrom('Điều 1. Mở', 'Điều 2', '1. x', 'a) y', '- z', 'PHỤ LỤC', '“q', 'r”')
      .map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`),
    fc
      .array(tie('tree'), { maxLength: 3 })
      .map((inner) => `<w:tbl><w:tr><w:tc>${inner.join('')}</w:tc></w:tr></w:tbl>`),
    fc
      .array(tie('tree'), { maxLength: 3 })
      .map((inner) => `<w:sdt><w:sdtContent>${inner.join('')}</w:sdtContent></w:sdt>`),
    tie('tree').map(
      (inner) =>
        `<w:p><w:r><w:t>khung</w:t><w:pict><w:txbxContent>${inner}</w:txbxContent></w:pict></w:r><w:r><w:t> sau</w:t></w:r></w:p>`,
    ),
  ),
}));

test('two readings of any well-formed nesting agree', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(tree, { maxLength: 8 }), async (trees) => {
      const data = `<w:document><w:body>${trees.join('')}</w:body></w:document>`;
      const source = await readSource(buildZip([{ name: 'word/document.xml', data }]));
      expect(buildDocument(source).proof).toMatchObject({ unexplained: 0, witnessDifferences: [] });
    }),
    { numRuns: 300 },
  );
}, 60_000);

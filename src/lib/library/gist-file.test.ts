import { describe, expect, test } from 'vitest';
import { documentFile, findProblems } from '../validation/corpus-for-tests.ts';
import { gistText, provisionText } from '../provision/text.ts';
import { buildLibrary } from './build-library.ts';
import { parseGistFile } from './gist-file.ts';

const gist = (text: string) => `<Gist sources="s1">\n\n${text}\n\n</Gist>\n`;
const mark = (id: string) => `<Anchor id="${id}" />\n\n`;

const FULL = {
  text: '{ state: full }',
  source: '{ file: a.docx, sha256: x, method: docx }',
  fidelity: '{ profile: v1, chars: 1, sha256: x, unexplained: 0 }',
};
const BODY = '### Điều 1. Phạm vi\n\n**1.** Thư viện mở cửa.\n\n**2.** Thư viện đóng cửa.\n';

describe('parseGistFile', () => {
  test('reads gists by the provision they are about', () => {
    const { placed, problems } = parseGistFile(
      `${mark('d1')}${gist('Một.')}\n${mark('kt-d2-dd')}${gist('Hai.')}`,
    );
    expect(problems).toEqual([]);
    expect(placed.map(({ anchor, line }) => [anchor, line])).toEqual([
      ['d1', 1],
      ['kt-d2-dd', 9],
    ]);
  });

  test.each([
    ['a gist of nothing', gist('Một.'), ['1 gist-unplaced']],
    ['two gists of one provision', `${mark('d1')}${gist('a')}\n${gist('b')}`, ['9 gist-unplaced']],
    [
      'one provision twice',
      `${mark('d1')}${gist('a')}\n${mark('d1')}${gist('b')}`,
      ['9 gist-repeated'],
    ],
    ['a mark without a gist', mark('d1'), ['1 gist-missing']],
    [
      'marks without a gist between them',
      `${mark('d1')}${mark('d2')}${gist('a')}`,
      ['1 gist-missing'],
    ],
    ['other words', `${mark('d1')}${gist('a')}\nLời khác.\n`, ['9 gist-file-content']],
    ['text of the document', '### Điều 1. Phạm vi\n', ['1 gist-file-content']],
    ['a place of its own', '<Anchor id="mo_1" label="Mở đầu" />\n', ['1 gist-file-content']],
    ['front matter', '---\ntitle: x\n---\n', ['1 thematic-break-not-allowed']],
    ['loose spelling', `${mark('d1')}\n${gist('a')}`, ['3 blank-line-extra']],
  ])('reports %s', (_, text, expected) => {
    const found = parseGistFile(text).problems.map(({ id, line }) => `${line} ${id}`);
    expect(found).toEqual(expect.arrayContaining(expected));
  });
});

describe('a library', () => {
  const document = documentFile('901-qd-tv-2031', FULL, BODY);
  const beside = (text: string) => ({ path: 'tom-luoc/901-qd-tv-2031.mdx', text });

  test('shows gists beside an imported text, and the text stays as it was', () => {
    const { library } = buildLibrary([document, beside(`${mark('d1-2')}${gist('Giờ đóng.')}`)]);
    const units = library.bySlug.get('901-qd-tv-2031')?.tree.byId;
    const [clause, article] = [units?.get('d1-2'), units?.get('d1')];
    expect(clause && gistText(clause)).toBe('Giờ đóng.');
    expect(clause?.blocks.map(({ type }) => type)).toEqual(['paragraph', 'gist']);
    expect(article && provisionText(article)).toBe(
      'Điều 1. Phạm vi\n1. Thư viện mở cửa.\n2. Thư viện đóng cửa.',
    );
  });

  test.each([
    ['nothing', `${mark('d1')}${gist('Phạm vi.')}`, []],
    ['a provision that is not there', `${mark('d11')}${gist('a')}`, ['1:1 !gist-anchor-unknown']],
    [
      'a source that is not there',
      `${mark('d1')}${gist('a').replace('s1', 's8')}`,
      ['3:1 !source-unknown'],
    ],
    [
      'words without a source',
      `${mark('d1')}${gist('a').replace(' sources="s1"', '')}`,
      ['3:1 !gist-without-source'],
    ],
    ['what cannot be read', 'Lời khác.\n', ['1:1 !gist-file-content']],
  ])('reports %s', (_, text, expected) => {
    expect(findProblems([document, beside(text)])).toEqual(
      expected.map((problem) => `901-qd-tv-2031:${problem}`),
    );
  });

  test('reports gists of a document that is not there, and those that the body has already', () => {
    const outline = documentFile(
      '901-qd-tv-2031',
      { text: '{ state: outline }' },
      `### Điều 1. Phạm vi\n\n${gist('a')}`,
    );
    expect(findProblems([beside(`${mark('d1')}${gist('a')}`), outline])).toEqual([
      '901-qd-tv-2031:1:1 !gist-in-body',
    ]);
    expect(findProblems([beside(`${mark('d1')}${gist('a')}`)])).toEqual([
      '901-qd-tv-2031:1:1 !gist-file-orphan',
    ]);
  });
});

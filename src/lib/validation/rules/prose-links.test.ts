import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FIXED_PAGES } from '../../library/addresses.ts';
import { documentFile, entryFile, findProblems, ISSUER, type Fields } from '../corpus-for-tests.ts';
import { validate } from '../validate.ts';

const ENDED = documentFile(
  '901-qd-tv-2031',
  { status: '{ value: superseded, evidence: [s1] }' },
  '### Điều 1. Giờ mở cửa\n\nMở mỗi ngày.\n',
);
const LIVING = documentFile(
  '950-qd-tv-2035',
  { symbol: '950-QĐ/TV', issuedDate: '2035-06-07' },
  '### Điều 1. Thẻ bạn đọc\n\nCấp thẻ.\n',
);

/** What is said of links and blocks. @returns `line:column id`. */
function found(file: ReturnType<typeof entryFile>): string[] {
  return findProblems([ENDED, LIVING, file])
    .filter((line) => /prose-|reference-form/.test(line))
    .map((line) => line.replace(/^[^:]*:/, ''));
}

const guide = (body: string) =>
  entryFile('trang/chi-dan', { title: 'Chỉ dẫn thử', description: 'Thử.', order: '1' }, body);

describe('links of a guide', () => {
  test.each([
    ['a document', '[A](/van-ban/950-qd-tv-2035.html)', []],
    ['a provision', '[A](/van-ban/950-qd-tv-2035.html#d1)', []],
    ['a section of its page', '[A](/van-ban/950-qd-tv-2035.html#quan-he)', []],
    ['no document', '[A](/van-ban/951-qd-tv-2035.html)', ['7:1 !prose-document-unknown']],
    ['no provision', '[A](/van-ban/950-qd-tv-2035.html#d2)', ['7:1 !prose-anchor-unknown']],
    ['a number', '[A](/so/950-qd-tv.html)', []],
    ['no number', '[A](/so/951-qd-tv.html)', ['7:1 !prose-link-dead']],
    ['a topic', '[A](/chu-de/thu-vien.html)', []],
    ['no topic', '[A](/chu-de/thu-vin.html)', ['7:1 !prose-link-dead']],
    ['itself and a page of the site', '[A](/chi-dan.html), [B](/tim-kiem.html?q=a)', []],
    ['no page', '[A](/chi-dam.html)', ['7:1 !prose-link-dead']],
    ['the web', '[A](https://thu.example.vn/x.html)', []],
  ])('%s', (_, body, expected) => {
    expect(found(guide(body))).toEqual(expected);
  });
});

describe('a document that has ended', () => {
  const LINK = '[A](/van-ban/901-qd-tv-2031.html)';
  test.each([
    ['said nowhere', `Xem ${LINK}.`, ['7:5 prose-cites-ended']],
    ['said in the sentence', `Xem ${LINK}, đã bị thay thế.`, []],
    ['said in another paragraph', `Đã bị thay thế.\n\nXem ${LINK}.`, ['9:5 prose-cites-ended']],
    ['said in the item', `- Xem ${LINK}\n\n  hết hiệu lực`, []],
    ['said in the head of the table', `| Cũ, hết hiệu lực |\n|---|\n| ${LINK} |`, []],
    ['said in another row', `| Cũ |\n|---|\n| ${LINK} |\n| bãi bỏ |`, ['9:3 prose-cites-ended']],
  ])('%s', (_, body, expected) => {
    expect(found(guide(body))).toEqual(expected);
  });
});

test('names what took the place of a document that has ended', () => {
  const later = documentFile('950-qd-tv-2035', {
    symbol: '950-QĐ/TV',
    issuedDate: '2035-06-07',
    relations: '[{ kind: replaces, target: 901-qd-tv-2031, source: s1 }]',
  });
  const { problems } = validate([ISSUER, ENDED, later, guide('[A](/van-ban/901-qd-tv-2031.html)')]);
  const [problem] = problems.filter(({ id }) => id === 'prose-cites-ended');
  expect(problem?.values.successors).toBe('950-qd-tv-2035');
});

describe('blocks', () => {
  test.each([
    ['without attributes', '<DocumentMap />', []],
    ['of a document', '<Standing of="901-qd-tv-2031" />', []],
    ['of a provision, in a style', '<Citation of="950-qd-tv-2035#d1" as="party" />', []],
    ['of nothing', '<Standing />', ['7:1 !prose-block-attributes']],
    ['of no document', '<Standing of="x" />', ['7:1 !prose-document-unknown']],
    ['in no style', '<Citation of="950-qd-tv-2035" as="x" />', ['7:1 !prose-block-attributes']],
    ['with code', '<Standing of={x} />', ['7:1 !prose-block-attributes']],
    ['with more', '<DocumentMap of="x" />', ['7:1 !prose-block-attributes']],
    ['that do not exist', '<Map />', ['7:1 !prose-code']],
  ])('%s', (_, body, expected) => {
    expect(found(guide(body))).toEqual(expected);
  });

  test('have no place in the text of a topic', () => {
    const file = entryFile('chu-de/a', { name: 'A' }, '<DocumentMap />');
    expect(found(file)).toEqual(['5:1 !prose-code']);
  });
});

describe('places of notions and lessons', () => {
  const notion = (grounds: string): Fields => ({
    name: 'Đọc khéo',
    meaning: 'Thử.',
    since: 'Chưa rõ.',
    grounds: `[${grounds}]`,
  });
  test.each([
    ['exist', '{ target: 950-qd-tv-2035#d1, note: Thẻ }', []],
    ['do not', '{ target: 950-qd-tv-2035#d9, note: Thẻ }', ['5:21 !prose-anchor-unknown']],
    ['have ended', '{ target: 901-qd-tv-2031, note: Giờ }', ['5:21 prose-cites-ended']],
    ['have ended and say so', '{ target: 901-qd-tv-2031, note: hết hiệu lực }', []],
    ['have no form', '{ target: "901-QĐ/TV", note: Giờ }', ['5:21 !reference-form']],
  ])('%s', (_, grounds, expected) => {
    expect(found(entryFile('khai-niem/doc-kheo', notion(grounds)))).toEqual(expected);
  });

  test('steps of a lesson are held to the same', () => {
    const fields = {
      title: 'Bài thử',
      description: 'Thử.',
      questions: '[Vì sao?]',
      steps: '[{ target: 901-qd-tv-2031, note: Giờ }]',
    };
    expect(found(entryFile('bai-giang/bai', fields))).toEqual(['5:19 prose-cites-ended']);
  });
});

test('every page at the root of the site is known', () => {
  const pages = readdirSync(new URL('../../../pages', import.meta.url))
    .filter((name) => /^[a-z0-9-]+\.astro$/.test(name))
    .map((name) => name.slice(0, -'.astro'.length));
  expect([...FIXED_PAGES]).toEqual(pages.sort());
});

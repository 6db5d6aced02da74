import { describe, expect, test } from 'vitest';
import { checkText } from '../citation/check.ts';
import { fictionalLibrary, TODAY } from '../citation/testing/fictional-library.ts';
import { buildLibrary } from '../library/build-library.ts';
import { documentText } from '../search/document-text.ts';
import { checkLecture, createChecker, type OfficialText } from './check-lecture.ts';
import { applyCorrections } from './correction.ts';
import { buildPatterns, readOfficialText } from './official-texts.ts';

const checker = createChecker(fictionalLibrary());
const noTexts = () => Promise.resolve(new Map());
const check = (text: string) => checkLecture(text, TODAY, checker, noTexts);

async function correct(text: string): Promise<string> {
  const { corrections } = await check(text);
  return applyCorrections(text, corrections);
}

test('tells how far it is, stage by stage', async () => {
  const told: [stage: string, share: number][] = [];
  const text = 'Quyết định số 923-QĐ/TW, ngày 30/7/2037 của Bộ Chính trị.\n'.repeat(200);
  await checkLecture(text, TODAY, checker, noTexts, (...step) => told.push(step));
  const shares = (wanted: string): number[] =>
    told.flatMap(([stage, share]) => (stage === wanted ? [share] : []));
  expect([...new Set(told.map(([stage]) => stage))]).toEqual(['check', 'correct', 'compare']);
  for (const stage of ['check', 'correct']) {
    const [first, ...later] = shares(stage);
    expect(first).toBe(0);
    expect(later.length).toBeGreaterThan(10);
    expect(later.length).toBeLessThanOrEqual(20);
    expect(later).toEqual([...later].sort((a, b) => a - b));
    expect(later.at(-1)).toBeGreaterThan(0.9);
    expect(later.at(-1)).toBeLessThanOrEqual(1);
  }
});

describe('corrections', () => {
  test('thousands of them, and those that are not', async () => {
    const wrong = 'Quyết định số 923-QĐ/TW, ngày 30/7/2037. ';
    const text = `${wrong}Nghị quyết 925-NQ/TW. `.repeat(2000);
    const { corrections, items } = await check(text);
    expect(items).toHaveLength(4000);
    expect(corrections).toHaveLength(2000);
    expect(new Set(corrections.map(({ after }) => after))).toEqual(
      new Set(['Quyết định số 923-QĐ/TW, ngày 30/7/2036']),
    );
  });

  test.each([
    [
      'a day in figures',
      'Quyết định số 923-QĐ/TW, ngày 30/7/2037 của Bộ Chính trị',
      'Quyết định số 923-QĐ/TW, ngày 30/7/2036 của Bộ Chính trị',
    ],
    [
      'a day in words, beside a provision',
      'khoản 2 Điều 5 Quyết định số 923-QĐ/TW ngày 30 tháng 7 năm 2037',
      'khoản 2 Điều 5 Quyết định số 923-QĐ/TW ngày 30 tháng 7 năm 2036',
    ],
    ['the form of a number', 'Nghị định 959/2033/NĐ/CP', 'Nghị định 959/2033/NĐ-CP'],
    ['the type', 'Quyết định số 959/2033/NĐ-CP', 'Nghị định số 959/2033/NĐ-CP'],
  ])('%s', async (_, wrong, right) => {
    expect(checkText(wrong, checker.index, { asOf: TODAY })[0]?.verdict).toMatch(/^wrong-/);
    expect(await correct(`Theo ${wrong}, ta có.`)).toBe(`Theo ${right}, ta có.`);
  });

  test('leave a right text as it is', async () => {
    const text = 'Quyết định số 923-QĐ/TW, ngày 30/7/2036; Quyết định 990-QĐ/TW ngày 25/02/2031';
    const { corrections, items } = await check(text);
    expect(items.map(({ verdict }) => verdict)).toEqual(['ok', 'superseded']);
    expect(corrections).toEqual([]);
  });

  test('are listed with what they change', async () => {
    const text = 'Nay có Nghị định 959/2033/NĐ/CP.';
    const { corrections } = await check(text);
    expect(corrections).toEqual([
      {
        start: 7,
        end: 31,
        before: 'Nghị định 959/2033/NĐ/CP',
        after: 'Nghị định 959/2033/NĐ-CP',
      },
    ]);
  });
});

test('describes what took the place of a document', async () => {
  const { items, documents } = await check('Quyết định 990-QĐ/TW ngày 25/02/2031');
  expect(items[0]?.doc).toBe('990-qd-tw-2031');
  expect(documents['990-qd-tw-2031']?.successors).toEqual(['923-qd-tw-2036']);
  expect(documents['923-qd-tw-2036']).toMatchObject({
    name: 'Quyết định 923-QĐ/TW',
    date: '30/7/2036',
    issuer: 'Bộ Chính trị',
  });
});

test('cites a unit that the library knows, else the document', async () => {
  const { items } = await check('Điều 9 Luật số 95/2032/QH20; điểm a khoản 2 Điều 5 QĐ 923-QĐ/TW');
  expect(items.map(({ hasUnit }) => hasUnit)).toEqual([true, false]);
  expect(items[0]?.citation).toMatch(/^Điều 9 Luật Thư viện cộng đồng số 95\/2032\/QH20/);
  expect(items[1]?.citation).toMatch(/^Quyết định số 923-QĐ\/TW, ngày 30\/7\/2036/);
});

describe('quotations', () => {
  const record = (state: string): string => `---
type: quyet-dinh
system: dang
symbol: 901-QĐ/TV
title: Quyết định về giờ mở cửa
issuer: thu-vien
issuedDate: 2031-03-04
status: { value: in-force }
text: { state: ${state} }
---

### Điều 1. Giờ mở cửa

**1.** Thư viện mở cửa từ thứ hai đến thứ bảy.

**2.** Người đọc được mượn không quá ba quyển sách trong mười ngày.

### Điều 2. Thi hành

Các bộ phận thi hành quyết định này.
`;
  const libraryWith = (state: string) =>
    buildLibrary([
      { path: 'van-ban/quyet-dinh/901-qd-tv-2031.mdx', text: record(state) },
      { path: 'co-quan/thu-vien.mdx', text: '---\nname: Thư viện\nsystem: dang\n---\n' },
    ]).library;

  async function quotedIn(text: string, state = 'full') {
    const library = libraryWith(state);
    const asked: string[] = [];
    const kept = ({ slug }: { slug: string }) => {
      const document = library.bySlug.get(slug);
      return document ? documentText(document) : { provisions: [], segments: [] };
    };
    const patterns = buildPatterns(library, kept);
    const { items } = await checkLecture(text, TODAY, createChecker(library), (slugs) => {
      asked.push(...slugs);
      const texts = new Map<string, OfficialText>();
      for (const [slug, pattern] of Object.entries(patterns)) {
        const read = readOfficialText(pattern, kept({ slug }));
        if (read) texts.set(slug, read);
      }
      return Promise.resolve(texts);
    });
    return { quoted: items.map(({ quoted }) => quoted), asked };
  }

  const UNIT = 'Khoản 2 Điều 1 Quyết định số 901-QĐ/TV';
  const RIGHT = 'Người đọc được mượn không quá ba quyển sách';

  test.each([
    ['word for word', `${UNIT} quy định: “${RIGHT}”.`, 'same'],
    ['with a wrong word', `${UNIT} quy định: “${RIGHT.replace('ba', 'năm')}”.`, 'differs'],
    [
      'from elsewhere',
      `${UNIT} quy định: “Mọi người cùng nhau chăm vườn hoa ngoài sân”.`,
      'absent',
    ],
    ['from another unit', `${UNIT} quy định: “Thư viện mở cửa từ thứ hai đến thứ bảy”.`, 'absent'],
    ['of an article with its clauses', `“${RIGHT}” (Điều 1 Quyết định số 901-QĐ/TV).`, 'same'],
    ['of the document', `Quyết định số 901-QĐ/TV nêu: “${RIGHT}”.`, 'same'],
  ])('%s', async (_, text, fit) => {
    const { quoted, asked } = await quotedIn(text);
    expect(quoted).toMatchObject([{ fit, isUnchecked: false }]);
    expect(asked).toEqual(['901-qd-tv-2031']);
  });

  test('of an unchecked text say so', async () => {
    const { quoted } = await quotedIn(`${UNIT} quy định: “${RIGHT}”.`, 'ocr-unchecked');
    expect(quoted).toMatchObject([{ isUnchecked: true }]);
  });

  test('of an outline are not compared, and no text is asked for', async () => {
    const { quoted, asked } = await quotedIn(`${UNIT} quy định: “${RIGHT}”.`, 'outline');
    expect(quoted).toEqual([null]);
    expect(asked).toEqual([]);
  });

  test('a title in quotation marks raises no alarm', async () => {
    const { quoted } = await quotedIn(
      'Quyết định số 901-QĐ/TV về “Phong trào mọi nhà cùng nhau chăm vườn hoa”',
    );
    expect(quoted).toEqual([null]);
  });
});

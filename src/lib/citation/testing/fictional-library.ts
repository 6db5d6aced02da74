import { buildLibrary } from '../../library/build-library.ts';
import type { ContentFile, Library } from '../../library/types.ts';
import { buildCitationIndex, type CitationIndex } from '../citation-index.ts';

/** Day for which the fictional library is read. */
export const TODAY = '2041-01-01';

const ISSUERS: Record<string, string> = {
  'bo-chinh-tri': 'Bộ Chính trị',
  'ban-bi-thu': 'Ban Bí thư',
  'ban-chap-hanh-trung-uong': 'Ban Chấp hành Trung ương Đảng',
  'quoc-hoi': 'Quốc hội',
  'chinh-phu': 'Chính phủ',
  'thu-tuong-chinh-phu': 'Thủ tướng Chính phủ',
};

function record(folder: string, slug: string, lines: string[], body = ''): ContentFile {
  const front = [
    `type: ${folder}`,
    'system: dang',
    ...lines,
    ...(lines.some((line) => line.startsWith('status')) ? [] : ['status: { value: in-force }']),
  ];
  return {
    path: `van-ban/${folder}/${slug}.mdx`,
    text: `---\n${front.join('\n')}\n---\n\n${body}`,
  };
}

const articles = (count: number): string =>
  Array.from(
    { length: count },
    (_, i) => `### Điều ${String(i + 1)}. Việc thứ ${String(i + 1)}\n`,
  ).join('\n');

/** Documents of a Vietnam that does not exist: numbers from 900, years from 2031. */
const DOCUMENTS: ContentFile[] = [
  record('quyet-dinh', '990-qd-tw-2031', [
    'symbol: 990-QĐ/TW',
    'title: Quyết định về việc ban hành Quy chế thư viện cộng đồng của hệ thống nhà văn hóa',
    'issuer: bo-chinh-tri',
    'term: khóa XVIII',
    'issuedDate: 2031-02-25',
    'effectiveTo: 2036-07-30',
    'status: { value: superseded }',
    'issuedWith: { title: Quy chế thư viện cộng đồng của hệ thống nhà văn hóa, structure: "3 chương, 34 điều" }',
    'text: { state: outline, structure: "Quyết định 3 điều; Quy chế 3 chương, 34 điều" }',
  ]),
  record('quyet-dinh', '923-qd-tw-2036', [
    'symbol: 923-QĐ/TW',
    'title: Quyết định về việc ban hành Quy chế thư viện cộng đồng của hệ thống nhà văn hóa',
    'aliases: [Quy chế đọc sách]',
    'issuer: bo-chinh-tri',
    'term: khóa XIX',
    'issuedDate: 2036-07-30',
    'issuedWith: { title: Quy chế thư viện cộng đồng của hệ thống nhà văn hóa, structure: "4 chương, 28 điều" }',
    'relations: [{ kind: replaces, target: 990-qd-tw-2031, source: unverified }]',
  ]),
  record('nghi-quyet', '925-nq-tw-2033', [
    'symbol: 925-NQ/TW',
    'title: Nghị quyết Hội nghị lần thứ bảy Ban Chấp hành Trung ương khóa XVIII về phong trào đọc sách',
    'issuer: ban-chap-hanh-trung-uong',
    'term: khóa XVIII',
    'issuedDate: 2033-06-03',
    'text: { state: outline, structure: "4 phần (I–IV)" }',
  ]),
  record('nghi-quyet', '925-nq-tw-2038', [
    'symbol: 925-NQ/TW',
    'title: Nghị quyết về trồng cây xanh đô thị',
    'issuer: bo-chinh-tri',
    'term: khóa XIX',
    'issuedDate: 2038-08-22',
  ]),
  record('nghi-quyet', '924-nq-tw-2033', [
    'symbol: 924-NQ/TW',
    'title: Nghị quyết về giữ gìn tiếng nói',
    'issuer: ban-chap-hanh-trung-uong',
    'term: khóa XVIII',
    'issuedDate: 2033-06-03',
    'status: { value: unknown }',
  ]),
  record('chi-thi', '916-ct-ttg-2036', [
    'symbol: 916/CT-TTg',
    'title: Chỉ thị về chăm sóc tủ sách thôn bản',
    'issuer: thu-tuong-chinh-phu',
    'issuedDate: 2036-05-16',
  ]),
  record('chi-thi', '916-ct-ttg-2040', [
    'symbol: 916/CT-TTg',
    'title: Chỉ thị về phòng cháy kho giấy',
    'issuer: thu-tuong-chinh-phu',
    'issuedDate: 2040-03-31',
  ]),
  record('chi-thi', '949-ct-tw-2035', [
    'symbol: 949-CT/TW',
    'title: Chỉ thị của Ban Bí thư về tủ sách vùng cao',
    'issuer: ban-bi-thu',
    'term: khóa XVIII',
    'issuedDate: 2035-10-20',
    'relations: [{ kind: implements, target: 925-nq-tw-2033, source: unverified }]',
  ]),
  record(
    'luat',
    '95-2032-qh20',
    [
      'symbol: 95/2032/QH20',
      'title: Luật Thư viện cộng đồng',
      'issuer: quoc-hoi',
      'issuedDate: 2032-11-10',
      'effectiveFrom: 2033-07-01',
      'text: { state: outline, complete: true }',
    ],
    articles(9),
  ),
  record('nghi-dinh', '959-2033-nd-cp', [
    'symbol: 959/2033/NĐ-CP',
    'title: Nghị định quy định chi tiết một số điều của Luật Thư viện cộng đồng',
    'issuer: chinh-phu',
    'issuedDate: 2033-08-14',
  ]),
];

/** The fictional library. */
export function fictionalLibrary(): Library {
  const issuers = Object.entries(ISSUERS).map(([slug, name]) => ({
    path: `co-quan/${slug}.mdx`,
    text: `---\nname: ${name}\nsystem: dang\n---\n`,
  }));
  const { library, problems } = buildLibrary([...DOCUMENTS, ...issuers]);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return library;
}

/** The index of the fictional library. */
export function fictionalIndex(): CitationIndex {
  return buildCitationIndex(fictionalLibrary());
}

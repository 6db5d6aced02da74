/** Types of document the library knows, by slug; also the folder names under `content/van-ban`. */
export const DOCUMENT_TYPES = {
  'nghi-quyet': { name: 'Nghị quyết', codes: ['NQ', 'NQLT'] },
  'chi-thi': { name: 'Chỉ thị', codes: ['CT'] },
  'ket-luan': { name: 'Kết luận', codes: ['KL'] },
  'quyet-dinh': { name: 'Quyết định', codes: ['QĐ', 'QĐNS'] },
  'quy-dinh': { name: 'Quy định', codes: ['QĐi', 'QĐ', 'QyĐ'] },
  'quy-che': { name: 'Quy chế', codes: ['QC'] },
  'thong-tri': { name: 'Thông tri', codes: ['TT'] },
  'huong-dan': { name: 'Hướng dẫn', codes: ['HD'] },
  'ke-hoach': { name: 'Kế hoạch', codes: ['KH'] },
  'chuong-trinh': { name: 'Chương trình', codes: ['CTr', 'CT'] },
  'thong-bao': { name: 'Thông báo', codes: ['TB'] },
  'cong-van': { name: 'Công văn', codes: ['CV'] },
  'bao-cao': { name: 'Báo cáo', codes: ['BC'] },
  'de-an': { name: 'Đề án', codes: ['ĐA'] },
  'hien-phap': { name: 'Hiến pháp', codes: [] },
  luat: { name: 'Luật', codes: [] },
  'bo-luat': { name: 'Bộ luật', codes: [] },
  'phap-lenh': { name: 'Pháp lệnh', codes: ['PL'] },
  'nghi-dinh': { name: 'Nghị định', codes: ['NĐ'] },
  'thong-tu': { name: 'Thông tư', codes: ['TT', 'TTLT'] },
  'sac-lenh': { name: 'Sắc lệnh', codes: ['SL'] },
  lenh: { name: 'Lệnh', codes: ['L'] },
  'cong-dien': { name: 'Công điện', codes: ['CĐ'] },
  'to-trinh': { name: 'Tờ trình', codes: ['TTr'] },
  'dieu-le': { name: 'Điều lệ', codes: ['ĐL'] },
} as const satisfies Record<string, { name: string; codes: readonly string[] }>;

/** Slug of a document type. @example 'nghi-quyet' */
export type DocumentType = keyof typeof DOCUMENT_TYPES;

export const DOCUMENT_TYPE_SLUGS = Object.keys(DOCUMENT_TYPES) as [DocumentType, ...DocumentType[]];

/** Whose document it is: the Party's, the State's, or the Front's and the unions'. */
export const SYSTEMS = ['dang', 'nha-nuoc', 'mat-tran'] as const;
export type DocumentSystem = (typeof SYSTEMS)[number];

/**
 * What is known of a document's force. `unknown` is an honest answer and never shown as in force.
 */
export const STATUSES = [
  'in-force',
  'partly-superseded',
  'superseded',
  'expired',
  'unknown',
] as const;
export type DocumentStatus = (typeof STATUSES)[number];

/**
 * Kinds of relation, stated once on the later document; the inverse is computed.
 *
 * - `replaces`: the new one takes the old one's place as a whole.
 * - `repeals`: ends the old one without succeeding it one to one.
 * - `amends`: changes some of its provisions.
 * - `continues`: carries on; the earlier one keeps its force.
 * - `concludes-on`: conclusion after a review.
 * - `implements`: gives effect to. `guides`: details, instructs. `cites`: basis, reference.
 */
export const RELATION_KINDS = [
  'replaces',
  'repeals',
  'amends',
  'continues',
  'concludes-on',
  'implements',
  'guides',
  'cites',
] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** State of the official text in the library. */
export const TEXT_STATES = ['none', 'outline', 'full', 'ocr-unchecked'] as const;
export type TextState = (typeof TEXT_STATES)[number];

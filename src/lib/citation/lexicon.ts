import type { DocumentType } from '../document/types.ts';
import {
  addPhrase,
  createPhrases,
  matchPhrase,
  type PhraseBook,
  type PhraseMatch,
} from './phrases.ts';
import { tokenize, type Tokens } from './tokens.ts';

/** A type of document as written: by its name or by its abbreviation. */
export interface TypeWord {
  /** Types it can stand for; empty: any document ("văn bản"). */
  types: readonly DocumentType[];
  short: boolean;
  /** A bare number can follow: "Quyết định 290". "Kế hoạch 5" is rather a plan of five things. */
  takesNumber: boolean;
}

type TypeRow = readonly [names: string, types: readonly DocumentType[], takesNumber: boolean];

const FULL_NAMES: readonly TypeRow[] = [
  ['Nghị quyết|Nghị quyết liên tịch', ['nghi-quyet'], true],
  ['Chỉ thị', ['chi-thi'], true],
  ['Kết luận', ['ket-luan'], true],
  ['Quyết định', ['quyet-dinh'], true],
  ['Quy định|Qui định', ['quy-dinh'], true],
  ['Quy chế|Qui chế|Quy chế phối hợp', ['quy-che'], true],
  ['Thông tri', ['thong-tri'], true],
  ['Hướng dẫn|Hướng dẫn liên ngành', ['huong-dan'], true],
  ['Kế hoạch|Kế hoạch hành động', ['ke-hoach'], false],
  ['Chương trình|Chương trình hành động|Chương trình phối hợp', ['chuong-trinh'], false],
  ['Thông báo|Thông báo kết luận', ['thong-bao'], false],
  ['Công văn|Công điện', ['cong-van'], false],
  ['Báo cáo', ['bao-cao'], false],
  ['Tờ trình', [], false],
  ['Đề án', ['de-an'], false],
  ['Hiến pháp', ['hien-phap'], false],
  ['Luật', ['luat'], true],
  ['Bộ luật', ['bo-luat'], false],
  ['Pháp lệnh', ['phap-lenh'], true],
  ['Nghị định', ['nghi-dinh'], true],
  ['Thông tư|Thông tư liên tịch', ['thong-tu'], true],
  ['Sắc lệnh|Lệnh', [], false],
  ['Điều lệ', ['dieu-le'], false],
  ['Văn bản', [], false],
];

const ABBREVIATIONS: readonly TypeRow[] = [
  ['NQ', ['nghi-quyet'], true],
  ['NQLT', ['nghi-quyet'], false],
  ['CT', ['chi-thi', 'chuong-trinh'], true],
  ['KL', ['ket-luan'], true],
  ['QĐ', ['quyet-dinh', 'quy-dinh'], true],
  ['QĐi|QyĐ', ['quy-dinh'], true],
  ['QC', ['quy-che'], true],
  ['TT', ['thong-tu', 'thong-tri'], true],
  ['TTLT', ['thong-tu'], false],
  ['HD', ['huong-dan'], true],
  ['KH', ['ke-hoach'], false],
  ['CTr', ['chuong-trinh'], false],
  ['TB', ['thong-bao'], false],
  ['CV', ['cong-van'], false],
  ['BC', ['bao-cao'], false],
  ['ĐA', ['de-an'], false],
  ['PL', ['phap-lenh'], false],
  ['NĐ', ['nghi-dinh'], true],
];

/** Codes of a type inside a symbol, folded, with the types they stand for. */
export const TYPE_CODES: ReadonlyMap<string, readonly DocumentType[]> = new Map<
  string,
  readonly DocumentType[]
>([
  ['nq', ['nghi-quyet']],
  ['nqlt', ['nghi-quyet']],
  ['ct', ['chi-thi', 'chuong-trinh']],
  ['kl', ['ket-luan']],
  ['qd', ['quyet-dinh', 'quy-dinh']],
  ['qdns', ['quyet-dinh']],
  ['qdi', ['quy-dinh']],
  ['qyd', ['quy-dinh']],
  ['qc', ['quy-che']],
  ['qcph', ['quy-che']],
  ['tt', ['thong-tri', 'thong-tu']],
  ['ttlt', ['thong-tu']],
  ['hd', ['huong-dan']],
  ['hdlt', ['huong-dan']],
  ['kh', ['ke-hoach']],
  ['khlt', ['ke-hoach']],
  ['ctr', ['chuong-trinh']],
  ['ctrph', ['chuong-trinh']],
  ['cth', ['chuong-trinh']],
  ['tb', ['thong-bao']],
  ['tbkl', ['thong-bao']],
  ['cv', ['cong-van']],
  ['cd', ['cong-van']],
  ['bc', ['bao-cao']],
  ['ttr', []],
  ['da', ['de-an']],
  ['dl', ['dieu-le']],
  ['pl', ['phap-lenh']],
  ['nd', ['nghi-dinh']],
  ['vbhn', []],
  ['l', ['luat']],
  ['sl', []],
]);

/** Names and abbreviations of types. */
export const TYPE_WORDS: PhraseBook<TypeWord> = createPhrases();
for (const [names, types, takesNumber] of FULL_NAMES) {
  for (const name of names.split('|')) {
    addPhrase(TYPE_WORDS, name, { types, short: false, takesNumber });
  }
}
for (const [names, types, takesNumber] of ABBREVIATIONS) {
  for (const name of names.split('|')) {
    addPhrase(TYPE_WORDS, name, { types, short: true, takesNumber });
  }
}

/** Answers kept; several rules ask for the same tokens in a row. A power of two. */
const KEPT = 32;
const keptAt = new Int32Array(KEPT).fill(-1);
const kept: (PhraseMatch<TypeWord> | null)[] = [];
let keptOf: Tokens | null = null;

/** The type word at a token. */
export function matchType(tokens: Tokens, at: number): PhraseMatch<TypeWord> | null {
  if (keptOf !== tokens) {
    keptOf = tokens;
    keptAt.fill(-1);
  }
  const place = at & (KEPT - 1);
  if (keptAt[place] !== at) {
    keptAt[place] = at;
    kept[place] = matchPhrase(TYPE_WORDS, tokens, at);
  }
  return kept[place] ?? null;
}

/** Types that a name begins with. @example readTypeName('Luật Tiếp công dân') // ['luat'] */
export function readTypeName(name: string): readonly DocumentType[] {
  return matchType(tokenize(name), 0)?.value.types ?? [];
}

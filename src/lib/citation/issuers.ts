import { addPhrase, createPhrases, type PhraseBook } from './phrases.ts';

/** Any central body of the Party: what "của Trung ương" or "của Đảng" says. */
export const ANY_PARTY_BODY = 'tw';
/** A body of a province, ministry or unit: its numbers are not those of the central bodies. */
export const LOCAL_BODY = 'local';

/** The Central Committee, whose plenums pass resolutions. */
export const CENTRAL_COMMITTEE = 'bch-tw';

const PARTY = ['', ' Đảng', ' Đảng Cộng sản Việt Nam'];

const CENTRAL_BODIES: readonly (readonly [key: string, names: readonly string[]])[] = [
  [
    CENTRAL_COMMITTEE,
    ['Ban Chấp hành Trung ương', 'BCH Trung ương', 'BCH TW', 'BCHTW', 'Ban Chấp hành TW'].flatMap(
      (name) => PARTY.map((party) => name + party),
    ),
  ],
  ['bct', ['Bộ Chính trị', 'BCT', 'Bộ Chính trị Trung ương Đảng']],
  ['bbt', ['Ban Bí thư', 'BBT', ...PARTY.map((party) => `Ban Bí thư Trung ương${party}`)]],
  [
    ANY_PARTY_BODY,
    ['Trung ương', 'Trung ương Đảng', 'Đảng', 'Đảng Cộng sản Việt Nam', 'TW', 'TW Đảng', 'Đảng ta'],
  ],
  ['vptw', ['Văn phòng Trung ương', 'Văn phòng Trung ương Đảng', 'VPTW']],
  ['ttg', ['Thủ tướng', 'Thủ tướng Chính phủ', 'TTg', 'TTCP']],
  ['cp', ['Chính phủ']],
  ['qh', ['Quốc hội']],
  ['ubtvqh', ['Ủy ban Thường vụ Quốc hội', 'UBTVQH', 'UBTV Quốc hội']],
];

/** A body of another country: none of its documents is in a library of this one. */
export const FOREIGN_BODY = 'foreign';

const COUNTRY_NAMES =
  'Trung Quốc|Lào|Campuchia|Cuba|Liên Xô|Nga|Liên bang Nga|Triều Tiên|Pháp|Nhật Bản|Hàn Quốc|' +
  'Hoa Kỳ|Mỹ|Ấn Độ|Thái Lan|Xinh-ga-po|Singapore|Đức|Anh|Ô-xtrây-li-a|Australia';

const FOREIGN_BODIES = [
  'Đảng Nhân dân Cách mạng Lào',
  'Đảng Nhân dân Campuchia',
  'Đảng Lao động Triều Tiên',
  'Liên hợp quốc',
  'Liên minh châu Âu',
  'ASEAN',
  ...COUNTRY_NAMES.split('|').flatMap((country) =>
    ['Đảng', 'Đảng Cộng sản', 'Chính phủ', 'Quốc hội', 'Bộ Chính trị Đảng Cộng sản', 'nước'].map(
      (body) => `${body} ${country}`,
    ),
  ),
];

/** Countries, as they stand after the name of a law of theirs. */
export const COUNTRIES: PhraseBook<true> = createPhrases();
for (const country of COUNTRY_NAMES.split('|')) addPhrase(COUNTRIES, country, true);

/** A central body that leads no branch: it issues documents with a code of its own. */
export const OTHER_BODY = 'other';

const OTHER_BODIES =
  'Ban Tổ chức Trung ương|Ban Tuyên giáo Trung ương|Ban Dân vận Trung ương|' +
  'Ban Tuyên giáo và Dân vận Trung ương|Ban Nội chính Trung ương|Ủy ban Kiểm tra Trung ương|' +
  'Bộ Nội vụ|Bộ Tư pháp|Bộ Tài chính|Bộ Y tế|Bộ Công an|Bộ Quốc phòng|Bộ Giáo dục và Đào tạo|' +
  'Thanh tra Chính phủ|Văn phòng Chính phủ|Văn phòng Quốc hội';

const LOCAL_BODIES =
  'Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy|Thị ủy|Đảng ủy|Đảng bộ|Đảng đoàn|' +
  'Ban Thường vụ|Ban Chấp hành Đảng bộ|Chi bộ|' +
  'Hội đồng nhân dân|HĐND|Ủy ban nhân dân|UBND|Chủ tịch UBND|Chủ tịch Ủy ban nhân dân|Sở|Bộ trưởng|' +
  'Trung ương Đoàn|Ban Chấp hành Trung ương Đoàn|Trung ương Hội|Ban Chấp hành Trung ương Hội|' +
  'tỉnh|thành phố|huyện|quận|thị xã|xã|phường|Tổng Liên đoàn';

/** Bodies that every text of the field names, by the key under which they are compared. */
export function createIssuers(): PhraseBook<string> {
  const book = createPhrases<string>();
  for (const [key, names] of CENTRAL_BODIES) {
    for (const name of names) addPhrase(book, name, key);
  }
  for (const name of OTHER_BODIES.split('|')) addPhrase(book, name, OTHER_BODY);
  for (const name of LOCAL_BODIES.split('|')) addPhrase(book, name, LOCAL_BODY);
  for (const name of FOREIGN_BODIES) addPhrase(book, name, FOREIGN_BODY);
  return book;
}

/** Bodies after which a document is usually called, so that a wrong one is a fault. */
export const LEADING_BODIES: ReadonlySet<string> = new Set([
  CENTRAL_COMMITTEE,
  'bct',
  'bbt',
  'ttg',
  'cp',
  'qh',
  'ubtvqh',
]);

/** Bodies of the State. */
export const STATE_BODIES: ReadonlySet<string> = new Set(['ttg', 'cp', 'qh', 'ubtvqh']);

/**
 * Whether a document of some bodies can be called one of another.
 *
 * @param issuers Keys of the bodies that issued it.
 * @param cited Key of the body that the text names.
 */
export function isIssuedBy(issuers: readonly string[], cited: string): boolean {
  if (issuers.includes(cited)) return true;
  return cited === ANY_PARTY_BODY && !issuers.some((issuer) => STATE_BODIES.has(issuer));
}

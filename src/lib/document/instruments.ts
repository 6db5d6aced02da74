/**
 * What instruments issued with a document call themselves, longer names first: the first words of
 * their titles.
 */
export const INSTRUMENT_NAMES = [
  'Hướng dẫn khung',
  'Bản quy định',
  'Bộ tiêu chí',
  'Bộ quy tắc',
  'Quy chế',
  'Quy định',
  'Quy trình',
  'Quy tắc',
  'Quy chuẩn',
  'Quy ước',
  'Hướng dẫn',
  'Điều lệ',
  'Nội quy',
  'Đề án',
  'Chương trình',
  'Kế hoạch',
  'Chiến lược',
  'Danh mục',
  'Tiêu chí',
  'Định mức',
  'Phương án',
] as const;

/**
 * The name of the kind of instrument that a title begins with.
 *
 * @param title Any case; NFC.
 * @returns null when it begins with none.
 * @example instrumentName('QUY CHẾ Thư viện cộng đồng') // 'Quy chế'
 */
export function instrumentName(title: string): string | null {
  const start = title.slice(0, 30).toLowerCase();
  const begins = (name: string): boolean =>
    start.startsWith(name.toLowerCase()) && !/^\p{L}/u.test(start.slice(name.length));
  return INSTRUMENT_NAMES.find(begins) ?? null;
}

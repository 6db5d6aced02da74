import { reads, spell, type Spelling } from './spelling.ts';
import { lexemeAt, type Tokens } from './tokens.ts';

/** A set of single words, for a quick test at a token. */
export type WordSet = ReadonlyMap<string, readonly Spelling[]>;

function words(list: string): WordSet {
  const set = new Map<string, Spelling[]>();
  for (const word of list.split(' ')) {
    const spelling = spell(word);
    set.set(spelling.base, [...(set.get(spelling.base) ?? []), spelling]);
  }
  return set;
}

/** Whether the word at a token is one of a set, marks lost or not. */
export function isWord(tokens: Tokens, at: number, set: WordSet): boolean {
  const word = lexemeAt(tokens, at);
  const spellings = set.get(word.base);
  if (!spellings) return false;
  for (const spelling of spellings) if (reads(word, spelling)) return true;
  return false;
}

/** Small words that structure a citation. */
export const WORDS = {
  and: words('và hoặc hay cùng'),
  of: words('của thuộc tại trong ở'),
  owner: words('của'),
  to: words('đến tới'),
  from: words('từ'),
  two: words('hai'),
  three: words('ba'),
  four: words('bốn'),
  plural: words('các những cả hai ba bốn'),
  this: words('này'),
  day: words('ngày'),
  early: words('mùng mồng'),
  month: words('tháng'),
  /** What follows the everyday "điều này": chứng tỏ, cho thấy, khẳng định, thể hiện, phản ánh … */
  saying: words('chứng cho khẳng thể phản đòi giúp khiến làm tạo góp dẫn gây càng rất minh nói'),
  /** "chỉ tiêu", "bị cáo": counted, where the first word alone goes on with the sentence. */
  countedPair: words('chỉ bị'),
  countedPairEnd: words('tiêu cáo can hại đơn'),
  year: words('năm'),
  term: words('khóa khoá'),
  /** Words between a number and its date: "ký ngày", "ban hành ngày". */
  issuing: words('ký ban hành ra được'),
  number: words('số'),
  times: words('lần'),
  ordinal: words('thứ'),
  meet: words('hội'),
  meeting: words('nghị'),
  central: words('trung'),
  centralEnd: words('ương'),
  party: words('đảng'),
  see: words('xem tại theo'),
  /** Words that no title of a law has, so that it has ended before. */
  notInName: words('này đã được là có thì quy nêu ban hành sửa tại theo ngày do để mà nếu khi như'),
  with: words('kèm'),
  withEnd: words('theo'),
  at: words('tại ở'),
  beforeArticle: words('theo tại ở trong định phạm cứ'),
  /** Last words of thực hiện, triển khai, tuyên truyền, phổ biến, quán triệt, thi hành, học tập, tìm hiểu, nghiên cứu, tập huấn, xây dựng. */
  topicLead: words('hiện khai truyền biến triệt hành học tập hiểu cứu huấn dựng'),
  /** Last words of ban hành, thông qua, xây dựng; ra, ký, một: then the document is a new one. */
  newLead: words('ra hành qua dựng ký một'),
  /** What makes a bare "Điều 5" a citation: theo, tại, căn cứ, quy định. */
  citing: words('theo tại cứ định'),
  besides: words('sau trước'),
  into: words('vào ngay tiếp'),
  callVerb: words('gọi viết'),
  callShort: words('tắt chung'),
  callIs: words('là'),
  historyLead: words('đã được'),
  amend: words('sửa'),
  amendEnd: words('đổi'),
  add: words('bổ'),
  addEnd: words('sung'),
  /** Last words of thực hiện, triển khai, sơ kết, tổng kết, kiểm tra, giám sát, kết quả. */
  work: words('hiện khai kết tra sát quả'),
  /** Words that no line ends with unless it goes on. */
  goesOn: words('của thuộc tại trong ở theo và hoặc từ đến các này định cứ phạm nêu như'),
  beforeLaw: words('pháp kỷ quy đạo tục thể bộ'),
  repeal: words('bãi'),
  repealEnd: words('bỏ'),
  /** Words before the quotation marks of an amendment: cụm từ, bằng, thành. */
  wordingLead: words('từ bằng thành'),
  follows: words('sau'),
  by: words('của do'),
  about: words('về'),
  issue: words('ban'),
  /** Last word of "Thường trực", "thay mặt": one person signs for the body named before. */
  standing: words('trực mặt'),
  issueEnd: words('hành'),
  issueLead: words('đã ký tiếp tục thống nhất cũng vừa'),
  sign: words('ký ra'),
  subjectVerb: words('ban quy hướng sửa tiếp tăng phê đẩy nâng phát'),
  noteBegin: words('chú'),
  noteEnd: words('thích'),
  /** What can follow "Nghị quyết trên". */
  afterPointer: words(
    'đã đều là có được và cũng thì quy nêu yêu nhấn xác không còn vẫn chỉ của cần nên phải đang sẽ giúp bị gồm',
  ),
  /** What follows a date that belongs to the document before it. */
  afterDate: words('của về do khóa và'),
  /** First words of those who act on a date: "ngày 15/8/2034 tỉnh ủy ban hành …". */
  localBody: words('tỉnh thành huyện quận xã phường thị đảng chi ban ủy hội đồng ubnd hđnd'),
  /** What can follow a bare document number; none of these is counted by it. */
  afterNumber: words(
    'của về ngày và hoặc là đã được có thì quy nêu này cũng trong tại do để với cho theo thay hết ' +
      'còn vừa không nhấn xác yêu đề chỉ nói tiếp từ ra sẽ hay cùng khi sau trước trên ở gồm bao ' +
      'áp ban đến đang vẫn như mà nhằm đòi khẳng coi phải hiện khóa vào thể tạo góp tới bằng vì thực',
  ),
  /** What a number before it counts. */
  counted: words(
    'năm tháng tuần quý lần giờ phút km m ha kg tấn tạ lít mét đồng triệu tỷ người hộ cán ' +
      'đoàn đại hội đảng viên thành chi tổ nhóm bộ phụ nông thanh cựu bác sĩ giáo kỹ công ' +
      'lao nhân anh chị em cụ ông bà trẻ cử học sinh thí ứng tù nạn bệnh dân cá ' +
      'tập doanh đơn cơ sở hợp nhà ngân trường lớp phòng huyện tỉnh xã thôn xóm ấp buôn bản ' +
      'phường khu gia căn ngôi chiếc cái con cây xe tàu máy cầu tuyến đoạn đường thửa mẫu ' +
      'sào trạm nội vấn nhiệm bước điểm mục giải phần cuộc loại trang việc chương sai vi ' +
      'lỗi khuyết hạn tồn suất chỉ tiêu dự mô hình đối vụ lượt ca phiếu gói đợt vòng chuyến ' +
      'gương sáng nguyên danh huân giấy hồ thủ ngành nghề chức vị tờ bài câu tấm quyển cuốn ' +
      'sản món khoản tiết',
  ),
  /** Verbs and adverbs with which a sentence goes on after a bare number. */
  predicate: words(
    'bổ sửa giao đánh mở mang đặt bắt kết hết dành dùng soi bàn định đưa dài ngắn cũ mới ' +
      'rất dễ khó cần nên lấy chính đi cho giúp gắn hướng chống phát đẩy nâng tăng cấm bảo ' +
      'buộc kêu chia nằm viết in mà trở vạch xem luôn đúng ấy đó kia bãi dẫn lưu ghi đề ' +
      'tổng giữ chuyển kịp nghiêm bị dày mỏng cụ',
  ),
  /** What can follow the last number of a list; any other word is counted by the number. */
  afterLabel: words(
    'của thuộc tại trong ở theo này và hoặc hay đến tới quy nêu được có là đã về cũng không do để ' +
      'thì như với cho ban ban sau trên nói dưới mà khi vẫn chưa đang sẽ phải bị gồm các cùng từ',
  ),
} as const;

import { readTypeName } from './lexicon.ts';
import type { DocumentName } from './name-rule.ts';
import { addPhrase, type PhraseBook } from './phrases.ts';

/**
 * Titles of laws in force or cited often. They say only where a name ends ("Luật Đất đai quy định
 * …"); a law that is not in the library stays unknown.
 */
const LAWS =
  'An ninh mạng|An ninh quốc gia|An toàn thông tin mạng|An toàn thực phẩm|' +
  'An toàn, vệ sinh lao động|Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân|' +
  'Ban hành văn bản quy phạm pháp luật|Bảo hiểm xã hội|Bảo hiểm y tế|Bảo vệ bí mật nhà nước|' +
  'Bảo vệ dữ liệu cá nhân|Bảo vệ môi trường|Bảo vệ quyền lợi người tiêu dùng|Báo chí|' +
  'Bình đẳng giới|Cán bộ, công chức|Căn cước|Căn cước công dân|Chăn nuôi|Chính quyền địa phương|' +
  'Công an nhân dân|Công chứng|Công đoàn|Công nghệ thông tin|Công nghiệp công nghệ số|Cư trú|' +
  'Dân quân tự vệ|Di sản văn hóa|Doanh nghiệp|Du lịch|Dược|Đấu giá tài sản|Đấu thầu|Đất đai|' +
  'Đầu tư|Đầu tư công|Điện ảnh|Điện lực|Đê điều|Giáo dục|Giáo dục đại học|' +
  'Giáo dục nghề nghiệp|Giáo dục quốc phòng và an ninh|Giao dịch điện tử|' +
  'Giao thông đường bộ|Hòa giải ở cơ sở|Hôn nhân và gia đình|Hộ tịch|Hợp tác xã|' +
  'Hoạt động giám sát của Quốc hội và Hội đồng nhân dân|Hiến máu|Hải quan|Khám bệnh, chữa bệnh|' +
  'Khiếu nại|Khiếu nại, tố cáo|Khoa học và công nghệ|Khoa học, công nghệ và đổi mới sáng tạo|' +
  'Khoáng sản|Kế toán|Kiểm toán nhà nước|Kinh doanh bất động sản|Lâm nghiệp|Luật sư|Lý lịch tư pháp|' +
  'Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở|Lưu trữ|Mặt trận Tổ quốc Việt Nam|' +
  'Nghĩa vụ quân sự|Ngân sách nhà nước|Người cao tuổi|Người khuyết tật|Nhà giáo|Nhà ở|' +
  'Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại Việt Nam|' +
  'Phòng, chống bạo lực gia đình|Phòng, chống ma túy|Phòng, chống mua bán người|' +
  'Phòng, chống rửa tiền|Phòng, chống tham nhũng|Phòng, chống thiên tai|' +
  'Phòng, chống tác hại của rượu, bia|Phòng cháy và chữa cháy|Phòng thủ dân sự|' +
  'Phổ biến, giáo dục pháp luật|Quản lý thuế|Quản lý, sử dụng tài sản công|Quản lý ngoại thương|' +
  'Quảng cáo|Quốc phòng|Quốc tịch Việt Nam|Quy hoạch|Quy hoạch đô thị|' +
  'Quy hoạch đô thị và nông thôn|Sở hữu trí tuệ|Sĩ quan Quân đội nhân dân Việt Nam|' +
  'Tài nguyên nước|Tần số vô tuyến điện|Thanh niên|Thanh tra|Thể dục, thể thao|Thi đua, khen thưởng|' +
  'Thi hành án dân sự|Thi hành án hình sự|Thống kê|Thủ đô|Thủy lợi|Thủy sản|Thực hành tiết kiệm, chống lãng phí|' +
  'Thực hiện dân chủ ở cơ sở|Thương mại|Thư viện|Thuế giá trị gia tăng|Thuế thu nhập cá nhân|' +
  'Thuế thu nhập doanh nghiệp|Tiếp cận thông tin|Tiếp công dân|Tín ngưỡng, tôn giáo|Tố cáo|' +
  'Tố tụng hành chính|Tổ chức Chính phủ|Tổ chức chính quyền địa phương|' +
  'Tổ chức Hội đồng nhân dân và Ủy ban nhân dân|Tổ chức Quốc hội|Tổ chức Tòa án nhân dân|' +
  'Tổ chức Viện kiểm sát nhân dân|Tổ chức tín dụng|Các tổ chức tín dụng|Trẻ em|Trợ giúp pháp lý|' +
  'Trồng trọt|Trưng cầu ý dân|Trách nhiệm bồi thường của Nhà nước|Trật tự, an toàn giao thông đường bộ|' +
  'Đường bộ|Đường sắt|Hàng không dân dụng Việt Nam|Việc làm|Viên chức|Viễn thông|Xây dựng|' +
  'Xử lý vi phạm hành chính|Xuất bản|Y tế công cộng|Chứng khoán|Cạnh tranh|Phá sản|Giám định tư pháp|' +
  'Đặc xá|Cảnh vệ|Biên phòng Việt Nam|Cảnh sát biển Việt Nam|Dữ liệu|Chuyển giao công nghệ|' +
  'Hỗ trợ doanh nghiệp nhỏ và vừa|Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng';

const CODES = 'Dân sự|Hình sự|Lao động|Tố tụng dân sự|Tố tụng hình sự|Hàng hải Việt Nam';

/** "Điều lệ Đảng" begins like an article and is none. */
const OTHERS = [
  'Hiến pháp',
  'Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam',
  'Điều lệ Đảng',
  'Điều lệ Đảng Cộng sản Việt Nam',
  'Điều lệ Mặt trận Tổ quốc Việt Nam',
  'Điều lệ Công đoàn Việt Nam',
  'Điều lệ Đoàn',
  'Điều lệ Đoàn Thanh niên Cộng sản Hồ Chí Minh',
  'Điều lệ Hội Nông dân Việt Nam',
  'Điều lệ Hội Liên hiệp Phụ nữ Việt Nam',
  'Điều lệ Hội Cựu chiến binh Việt Nam',
  'Pháp lệnh Dân quân tự vệ',
  'Pháp lệnh Tín ngưỡng, tôn giáo',
  'Pháp lệnh Ưu đãi người có công với cách mạng',
];

/** Add the names of well-known laws. */
export function addLawNames(names: PhraseBook<DocumentName>): void {
  const all = [
    ...LAWS.split('|').map((name) => `Luật ${name}`),
    ...CODES.split('|').map((name) => `Bộ luật ${name}`),
    ...OTHERS,
  ];
  for (const name of all) {
    addPhrase(names, name, {
      slugs: [],
      types: readTypeName(name),
      attached: false,
      needsMore: false,
    });
  }
}

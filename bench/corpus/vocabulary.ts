/**
 * Words and stock phrases of Vietnamese administrative prose, invented for the generator.
 * Tone marks follow the traditional placement (hòa, ủy); the generator moves them for some documents.
 */

/** One phrase per line. */
function list(text: string): readonly string[] {
  return text.trim().split(/\s*\n\s*/);
}

export const actors = list(`
Ban Thường vụ Đảng ủy
Ban Chấp hành Đảng bộ
Ủy ban Kiểm tra các cấp
Thường trực Hội đồng nhân dân
Chủ tịch Ủy ban nhân dân
Văn phòng cấp ủy
Ban Tổ chức
Ban Tuyên giáo và Dân vận
Ban Nội chính
Chi bộ trực thuộc
Bí thư chi bộ
Phó Bí thư thường trực
Người đứng đầu cơ quan, đơn vị
Tập thể lãnh đạo
Cán bộ, công chức, viên chức
Đảng viên được phân công
Mặt trận Tổ quốc và các tổ chức chính trị - xã hội
Công đoàn cơ sở
Đoàn Thanh niên
Hội Liên hiệp Phụ nữ
Hội Cựu chiến binh
Tổ công tác liên ngành
Hội đồng thi đua, khen thưởng
Hội đồng kỷ luật
Đoàn kiểm tra
Tổ trưởng tổ thẩm định
Cơ quan chủ trì soạn thảo
Đơn vị thụ hưởng ngân sách
Kế toán trưởng
Bộ phận một cửa
Trung tâm phục vụ hành chính công
Cán bộ văn thư, lưu trữ
Thành viên ban chỉ đạo
Tổ hòa giải ở cơ sở
Ban Thanh tra nhân dân
Ban quản lý dự án
Chủ đầu tư
Nhà thầu tư vấn giám sát
Các phòng, ban chuyên môn
Cơ quan tham mưu, giúp việc
Người phát ngôn
Đại biểu được triệu tập
Thủ trưởng cơ quan quản lý cấp trên trực tiếp
Tổ chức, cá nhân có liên quan
`);

export const modals = list(`
có trách nhiệm
chịu trách nhiệm
có nhiệm vụ
có quyền
được ủy quyền
phải
cần
chủ động
kịp thời
thường xuyên
không được
nghiêm túc
phối hợp chặt chẽ để
được phân công
trực tiếp
định kỳ
khẩn trương
xem xét,
thống nhất
tiếp tục
`);

export const verbs = list(`
tổ chức quán triệt và triển khai thực hiện
lãnh đạo, chỉ đạo, kiểm tra, giám sát
xây dựng chương trình, kế hoạch về
ban hành văn bản hướng dẫn
thẩm định hồ sơ và trình cấp có thẩm quyền
rà soát, sửa đổi, bổ sung
tổng hợp, báo cáo kết quả
đôn đốc, theo dõi, đánh giá
tiếp nhận, phân loại, xử lý
công khai, minh bạch
cho ý kiến về
quyết định chủ trương đối với
bảo đảm điều kiện phục vụ
quản lý, sử dụng có hiệu quả
bố trí, cân đối
giải trình, làm rõ
phòng ngừa, phát hiện và ngăn chặn
lấy ý kiến rộng rãi của nhân dân về
tuyên truyền, phổ biến, giáo dục
đề xuất hình thức khen thưởng, kỷ luật đối với
thực hiện nghiêm
lập, bảo quản và nộp lưu hồ sơ về
phân công, phân cấp, phân quyền
kiểm điểm, tự phê bình và phê bình
bồi dưỡng, nâng cao năng lực về
tháo gỡ khó khăn, vướng mắc trong
ứng dụng công nghệ thông tin vào
chuẩn bị nội dung, tài liệu cho
thông báo bằng văn bản về
cụ thể hóa
thể chế hóa
sơ kết, tổng kết
huy động nguồn lực xã hội cho
hướng dẫn, giúp đỡ cơ sở thực hiện
xác minh, kết luận
đình chỉ, thu hồi hoặc hủy bỏ
bảo vệ bí mật nhà nước trong
đăng ký, kê khai
phản ánh, kiến nghị về
giải quyết dứt điểm
tăng cường kỷ luật, kỷ cương trong
đổi mới phương thức
nêu gương trong
ký ban hành
chấm điểm, xếp loại
quy hoạch, luân chuyển, bổ nhiệm
`);

export const objects = list(`
các nghị quyết, chỉ thị, kết luận của cấp trên
quy chế làm việc và chương trình công tác hằng năm
công tác cán bộ và bảo vệ chính trị nội bộ
việc bổ nhiệm cán bộ lãnh đạo, quản lý
chế độ sinh hoạt chi bộ
dự toán thu, chi ngân sách
công tác văn thư, lưu trữ
hồ sơ điện tử và chữ ký số
chương trình xây dựng nông thôn mới
kế hoạch sử dụng đất hằng năm
việc tiếp công dân, giải quyết khiếu nại, tố cáo
công tác phòng, chống tham nhũng, lãng phí, tiêu cực
quy tắc ứng xử nơi công sở
phong trào thi đua yêu nước
công tác thi đua, khen thưởng
việc xử lý kỷ luật đảng viên vi phạm
quy trình thẩm định dự án đầu tư công
tài sản công được giao quản lý
nội dung chất vấn và trả lời chất vấn
chỉ tiêu phát triển kinh tế - xã hội
an sinh xã hội và giảm nghèo bền vững
đề án sắp xếp tổ chức bộ máy
vị trí việc làm và tinh giản biên chế
chuyển đổi số trong cơ quan nhà nước
cải cách thủ tục hành chính
quốc phòng, an ninh trên địa bàn
dân chủ ở cơ sở
hòa giải ở cơ sở
chất lượng đội ngũ báo cáo viên
biên bản và kết luận cuộc họp
chế độ thông tin, báo cáo
các khoản đóng góp tự nguyện
quỹ phòng, chống thiên tai
quy hoạch chung đô thị
hệ thống thủy lợi nội đồng
bảo vệ môi trường và ứng phó biến đổi khí hậu
công tác y tế dự phòng
giáo dục mầm non và phổ thông
di tích lịch sử - văn hóa
việc kê khai tài sản, thu nhập
đánh giá, xếp loại tổ chức đảng và đảng viên
công tác kết nạp đảng viên mới
kết quả kiểm toán nội bộ
danh mục bí mật nhà nước
phương án ứng cứu sự cố
lịch tiếp xúc cử tri
ý kiến, kiến nghị của cử tri và nhân dân
định mức kinh tế - kỹ thuật
đơn giá dịch vụ sự nghiệp công
hợp đồng lao động đối với nhân viên
chế độ phụ cấp kiêm nhiệm
công tác phối hợp giữa các cơ quan
trách nhiệm của người đứng đầu
nguyên tắc tập trung dân chủ
kế hoạch kiểm tra, giám sát
việc học tập và làm theo tấm gương đạo đức
nguồn nhân lực chất lượng cao
hạ tầng giao thông nông thôn
phát triển du lịch cộng đồng
an toàn thực phẩm
trật tự xây dựng
thu hút đầu tư vào cụm công nghiệp
khuyến nông, khuyến ngư
bảo hiểm y tế toàn dân
chăm sóc người có công
phòng cháy, chữa cháy và cứu nạn
dữ liệu mở và kết nối liên thông
nhà ở cho người thu nhập thấp
xử lý chất thải rắn sinh hoạt
quản lý tàu cá và chống khai thác trái phép
`);

export const tails = list(`
theo quy định của pháp luật
theo Điều lệ và các quy định hiện hành
trong phạm vi chức năng, nhiệm vụ được giao
theo thẩm quyền
đúng thời hạn và bảo đảm chất lượng
trước ngày 15 tháng 12 hằng năm
định kỳ sáu tháng và hằng năm
khi có yêu cầu của cấp có thẩm quyền
trên cơ sở đề nghị của cơ quan tham mưu
sau khi có ý kiến thống nhất của tập thể lãnh đạo
bằng hình thức bỏ phiếu kín
với sự tham gia của ít nhất hai phần ba số thành viên
gắn với trách nhiệm nêu gương của cán bộ chủ chốt
phù hợp với điều kiện thực tế của địa phương
bảo đảm tiết kiệm, hiệu quả
tránh chồng chéo, trùng lặp về nội dung
kể cả trường hợp đột xuất, cấp bách
và chịu trách nhiệm về kết quả thực hiện
đồng thời báo cáo cấp ủy cấp trên trực tiếp
thông qua hệ thống quản lý văn bản và điều hành
không để tồn đọng, kéo dài
gắn với bình xét thi đua cuối năm
kết hợp tuyên truyền trên các phương tiện thông tin đại chúng
bảo đảm bí mật theo quy định
có sự giám sát của nhân dân
theo nguyên tắc rõ người, rõ việc, rõ thời gian, rõ kết quả
từ nguồn kinh phí chi thường xuyên
từ nguồn xã hội hóa và các nguồn hợp pháp khác
theo mẫu ban hành kèm theo văn bản này
trừ trường hợp pháp luật có quy định khác
ngay sau khi hội nghị kết thúc
trong nhiệm kỳ và từng năm công tác
nhất là ở vùng sâu, vùng xa
và lưu hồ sơ đầy đủ theo quy định
tạo sự đồng thuận trong nhân dân
nhằm hoàn thành các chỉ tiêu đã đề ra
`);

export const leads = list(`
Trong trường hợp cần thiết,
Hằng quý,
Căn cứ tình hình thực tế,
Khi phát hiện vi phạm,
Đối với những việc đột xuất,
Trước mỗi kỳ họp,
Sau khi được phê duyệt,
Trên cơ sở chương trình công tác,
Nếu có ý kiến khác nhau,
Trong quá trình thực hiện,
Để bảo đảm tính thống nhất,
Đối với nhiệm vụ liên quan đến nhiều ngành,
Khi kết thúc nhiệm kỳ,
Theo sự phân công của cấp ủy,
Ngoài các nhiệm vụ nêu trên,
`);

export const articles = list(`
Phạm vi điều chỉnh
Đối tượng áp dụng
Giải thích từ ngữ
Nguyên tắc làm việc
Mục đích, yêu cầu
Trách nhiệm của người đứng đầu
Nhiệm vụ, quyền hạn của tập thể
Nhiệm vụ, quyền hạn của cá nhân
Quan hệ công tác
Chế độ hội họp
Chế độ thông tin, báo cáo
Quy trình ban hành văn bản
Trình tự thẩm định hồ sơ
Quản lý tài chính, tài sản
Công tác văn thư, lưu trữ
Kiểm tra, giám sát
Khen thưởng và kỷ luật
Giải quyết khiếu nại, tố cáo
Tiêu chuẩn và điều kiện
Quy trình bổ nhiệm, miễn nhiệm
Đánh giá, xếp loại hằng năm
Bảo vệ bí mật nhà nước
Công khai, minh bạch
Chuyển đổi số và dữ liệu
Tiếp công dân và đối thoại
Kinh phí thực hiện
Điều khoản chuyển tiếp
Hiệu lực thi hành
Tổ chức thực hiện
Sửa đổi, bổ sung
`);

export const chapters = list(`
QUY ĐỊNH CHUNG
TRÁCH NHIỆM VÀ QUYỀN HẠN
NGUYÊN TẮC VÀ CHẾ ĐỘ LÀM VIỆC
QUAN HỆ CÔNG TÁC
QUY TRÌNH GIẢI QUYẾT CÔNG VIỆC
KIỂM TRA, GIÁM SÁT, KHEN THƯỞNG, KỶ LUẬT
TÀI CHÍNH, TÀI SẢN VÀ ĐIỀU KIỆN BẢO ĐẢM
ĐIỀU KHOẢN THI HÀNH
`);

export const parts: readonly (readonly [string, readonly string[]])[] = [
  [
    'TÌNH HÌNH VÀ NGUYÊN NHÂN',
    ['Kết quả đạt được', 'Hạn chế, khuyết điểm', 'Nguyên nhân và bài học kinh nghiệm'],
  ],
  [
    'QUAN ĐIỂM, MỤC TIÊU',
    ['Quan điểm chỉ đạo', 'Mục tiêu tổng quát', 'Mục tiêu cụ thể đến năm 2030'],
  ],
  [
    'NHIỆM VỤ VÀ GIẢI PHÁP CHỦ YẾU',
    [
      'Nâng cao nhận thức và trách nhiệm',
      'Hoàn thiện cơ chế, chính sách',
      'Phát triển nguồn nhân lực',
      'Đẩy mạnh chuyển đổi số',
      'Tăng cường kiểm tra, giám sát',
    ],
  ],
  ['TỔ CHỨC THỰC HIỆN', ['Phân công trách nhiệm', 'Chế độ báo cáo', 'Hiệu lực của nghị quyết']],
];

export const subjects = list(`
quản lý và sử dụng tài sản công
nâng cao chất lượng sinh hoạt chi bộ
quy chế làm việc của cấp ủy
công tác cán bộ trong tình hình mới
tiếp công dân và đối thoại với nhân dân
xây dựng nông thôn mới nâng cao
phát triển kinh tế tập thể
chuyển đổi số giai đoạn 2025 - 2030
phòng, chống thiên tai và tìm kiếm cứu nạn
văn thư, lưu trữ điện tử
thi đua, khen thưởng
kiểm tra, giám sát và kỷ luật trong Đảng
bảo vệ môi trường nông thôn
quản lý đầu tư công trung hạn
bảo tồn di tích và lễ hội truyền thống
hòa giải ở cơ sở và tiếp cận pháp luật
giảm nghèo bền vững
đào tạo nghề cho lao động nông thôn
quản lý trật tự đô thị
thực hành tiết kiệm, chống lãng phí
`);

export const levels = ['xã', 'phường', 'huyện', 'thành phố', 'tỉnh'];

// Valid-looking syllables for invented place and project names; '*' marks the vowel that carries the tone.
export const onsets = 'b c ch d đ g h kh l m n nh ng ph r s t th tr v x'.split(' ');
export const rhymes = (
  'a*n a*ng a*nh a*o a*i ă*ng â*m â*n ê*n ê*nh e*o i*n i*nh iê*n iê*m iê*u o*ng ô*ng ô*n ơ*n ơ*i u*ng ' +
  'u*n ư*ng ươ*ng ươ*i uô*ng uâ*n oa*n oa*ng u*a ư*a o*a o*e u*y a*c* a*t* ô*c* ơ*p* ươ*c* iê*t* u*c*'
).split(' ');

/** Words between commas or line ends. */
function words(text: string): readonly string[] {
  return text.trim().split(/\s*[,\n]\s*/);
}

// Two-syllable words, chained freely so that the prose is not only stock phrases (compression, index size).
export const nouns = words(`
chính sách, cơ chế, nguồn lực, nhân dân, tổ chức, cơ quan, đơn vị, đội ngũ, chương trình, kế hoạch, phương án, giải pháp, mục tiêu, chỉ tiêu, kết quả
hiệu quả, chất lượng, tiến độ, thủ tục, hồ sơ, văn bản, tài liệu, dữ liệu, hệ thống, nền tảng, hạ tầng, công trình, dự án, gói thầu, hợp đồng
kinh phí, ngân sách, tài sản, đất đai, rừng núi, biển đảo, khoáng sản, nguồn nước, khí hậu, thời tiết, mùa vụ, cây trồng, vật nuôi, thủy sản, lúa gạo
giống mới, phân bón, chợ phiên, doanh nghiệp, hợp tác, làng nghề, sản phẩm, thương hiệu, thị trường, giá cả, hàng hóa, xuất khẩu, tín dụng, lãi suất, bảo hiểm
trường học, giáo viên, học sinh, trạm xá, bệnh viện, y sĩ, thuốc men, dịch bệnh, dinh dưỡng, trẻ em, phụ nữ, người già, gia đình, dòng họ, thôn bản
lễ hội, phong tục, nếp sống, văn hóa, thể thao, thư viện, bảo tàng, nghệ nhân, tiếng nói, chữ viết, báo chí, phát thanh, truyền hình, mạng lưới, đường truyền
cầu cống, đường sá, bến cảng, kho bãi, điện lực, chiếu sáng, cấp nước, thoát nước, rác thải, nghĩa trang, công viên, vỉa hè, biển báo, xe khách, tàu thuyền
dân quân, biên giới, trật tự, tội phạm, ma túy, cứu hộ, khiếu kiện, bản án, thi hành, công chứng, hộ tịch, cư trú, chứng thực, con dấu, chữ ký
lương bổng, phụ cấp, hưu trí, tuyển dụng, biên chế, ngạch bậc, bằng cấp, ngoại ngữ, tin học, thực tập, kỹ năng, đạo đức, tác phong, uy tín, phẩm chất
`);
export const acts = words(`
củng cố, kiện toàn, phát huy, khai thác, bồi thường, hỗ trợ, khuyến khích, ràng buộc, đối chiếu, thống kê, khảo sát, dự báo, phân tích, so sánh, điều chỉnh
bàn giao, nghiệm thu, quyết toán, thanh lý, mua sắm, sửa chữa, nâng cấp, mở rộng, thu hẹp, sáp nhập, chia tách, thành lập, giải thể, đổi tên, di dời
cấp phép, gia hạn, đấu giá, đấu thầu, cho thuê, thế chấp, chuyển nhượng, hoàn trả, miễn giảm, truy thu, kiểm đếm, niêm yết, niêm phong, tạm giữ, tiêu hủy
tập huấn, bồi đắp, truyền dạy, vận hành, bảo trì, kết nối, chia sẻ, sao lưu, phục hồi, mã hóa, giám định, xét nghiệm, tiêm phòng, cách ly, sơ tán
`);
export const adjs = words(`
đồng bộ, bền vững, hiện đại, tiên tiến, đặc thù, trọng điểm, trọng tâm, cấp bách, lâu dài, ổn định, hợp lý, khả thi, thiết thực, toàn diện, sâu rộng
rõ ràng, cụ thể, khách quan, công bằng, nghiêm minh, linh hoạt, sáng tạo, chủ yếu, thứ yếu, bổ trợ, nội bộ, liên vùng, dài hạn, ngắn hạn, thường niên
`);

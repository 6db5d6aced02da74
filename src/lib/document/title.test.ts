import { describe, expect, test } from 'vitest';
import { citationName, citationSubject } from './title.ts';

describe('citationSubject', () => {
  test.each([
    ['about', 'Quyết định về việc mở thư viện', 'về việc mở thư viện'],
    ['verb that joins', 'Quyết định ban hành Nội quy', 'ban hành Nội quy'],
    ['noun phrase', 'Quyết định thể thức nhãn sách', 'về thể thức nhãn sách'],
    ['body before it', 'Quyết định của Ban Thư viện về giờ mở cửa', 'về giờ mở cửa'],
    [
      'body whose name holds "về"',
      'Quyết định của Ban Chỉ đạo về sách về giờ mở cửa',
      'về giờ mở cửa',
    ],
    [
      'another office of the body',
      'Quyết định của Trưởng Ban ban hành Quy chế',
      'ban hành Quy chế',
    ],
    [
      'meeting',
      'Quyết định Hội nghị lần thứ bảy Ban Chấp hành khóa XI về công tác sách',
      'về công tác sách',
    ],
    [
      'quoted title with "về" inside',
      'Quyết định Hội nghị lần thứ tư khóa XI “Một số vấn đề về sách hiện nay”',
      '“Một số vấn đề về sách hiện nay”',
    ],
    ['no subject', 'Quyết định Đại hội đại biểu Thư viện lần thứ XII', null],
    ['printed without type', 'Về việc mở thư viện', 'về việc mở thư viện'],
    ['printed without type, verb', 'Ban hành Quy chế thư viện', 'ban hành Quy chế thư viện'],
    ['capital that may be a name', 'Mặt trận tham gia đọc sách', 'về “Mặt trận tham gia đọc sách”'],
    ['type in capitals', 'QUYẾT ĐỊNH về sách', 'về sách'],
  ])('%s', (_, title, expected) => {
    expect(citationSubject(title, 'Quyết định', ['Ban Thư viện', 'Ban Chỉ đạo về sách'])).toBe(
      expected,
    );
  });
});

describe('citationName', () => {
  test.each([
    ['luat', 'Luật', '5/2031/QH20', 'Luật Thư viện', 'Luật Thư viện'],
    ['luat', 'Luật', '5/2031/QH20', 'Thư viện', 'Luật Thư viện'],
    ['nghi-dinh', 'Nghị định', '5/2031/NĐ-CP', 'Nghị định về sách', null],
    ['nghi-dinh', 'Nghị định', null, 'Nghị định về sách', 'Nghị định về sách'],
    ['nghi-dinh', 'Nghị định', null, 'Các nghị định về sách', 'Các nghị định về sách'],
    ['nghi-dinh', 'Nghị định', null, 'Về sách', 'Nghị định “Về sách”'],
  ])('%s %s %s %s', (type, typeName, symbol, title, expected) => {
    expect(citationName(type, typeName, symbol, title)).toBe(expected);
  });
});

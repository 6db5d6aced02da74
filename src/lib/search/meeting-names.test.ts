import { expect, test } from 'vitest';
import { meetingNames } from './meeting-names.ts';

test.each([
  [
    'Nghị quyết Hội nghị lần thứ bảy Ban Chấp hành Trung ương khóa XL về đường làng',
    ['Nghị quyết Trung ương 7 khóa XL', 'Nghị quyết Hội nghị Trung ương 7 khóa XL'],
  ],
  [
    'Nghị quyết Hội nghị lần thứ mười Ban Chấp hành Trung ương Đảng (khoá 39) về đường làng',
    ['Nghị quyết Trung ương 10 khóa XXXIX', 'Nghị quyết Hội nghị Trung ương 10 khóa XXXIX'],
  ],
  ['Nghị quyết về đường làng', []],
])('%s → %j', (title, names) => {
  expect(meetingNames({ title, typeName: 'Nghị quyết' })).toEqual(names);
});

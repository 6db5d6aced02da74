import { expect, test } from 'vitest';
import { proseHeadings } from './prose-headings.ts';

test('headings of the second and third rank, with their ids', () => {
  const body = `Lời đầu.

## Đọc sách ở đâu, khi nào?

### Ở [nhà văn hóa](/van-ban.html) **xã**

#### Nhỏ quá

\`\`\`mdx
## Mẫu, không phải tiêu đề
\`\`\`

## Nghị quyết 925-NQ/TV: nay ra sao
`;
  expect(proseHeadings(body)).toEqual([
    ['Đọc sách ở đâu, khi nào?', 'doc-sach-o-dau-khi-nao'],
    ['Ở nhà văn hóa xã', 'o-nha-van-hoa-xa'],
    ['Nghị quyết 925-NQ/TV: nay ra sao', 'nghi-quyet-925-nqtv-nay-ra-sao'],
  ]);
});

import { describe, expect, test } from 'vitest';
import { parseBody } from '../provision/parse-body.ts';
import { findDefinitions } from './find-definitions.ts';
import { termFinder } from './find-terms.ts';
import { findAliases, readDefinition } from './read-definition.ts';

describe('readDefinition', () => {
  test.each([
    ['Tủ sách lưu động là tủ sách mang theo.', 'Tủ sách lưu động'],
    ['“Bạn đọc nhỏ tuổi” là người dưới 9 tuổi.', 'Bạn đọc nhỏ tuổi'],
    ['Sổ ghi ý kiến bao gồm:', 'Sổ ghi ý kiến'],
    ['Sổ ghi ý kiến bao gồm sổ lớn và sổ nhỏ.', 'Sổ ghi ý kiến'],
    ['Việc nhỏ được hiểu là việc làm xong trong ngày.', 'Việc nhỏ'],
    ['Người trông sách: là người giữ chìa khóa.', 'Người trông sách'],
    ['Tổ đọc sách (sau đây gọi là Tổ) là nhóm bạn đọc.', 'Tổ đọc sách'],
    ['Trong Quy chế này, khối xóm là nhóm hộ ở liền nhau.', 'khối xóm'],
    ['Người được coi là khách là người ở xã khác.', 'Người được coi là khách'],
    [
      'Cán bộ, người giúp việc thư viện là người có tên trong sổ.',
      'Cán bộ, người giúp việc thư viện',
    ],
    ['TVT là thư viện thôn.', 'TVT'],
    ['Thôn là nơi ở.', null],
    ['Trong Luật này, các từ ngữ dưới đây được hiểu như sau:', null],
    ['Trong Luật này, các từ ngữ sau đây có nghĩa là', null],
    ['Nếu sách mất là do lũ thì ghi vào sổ.', null],
    ['Thư viện mở cửa cả ngày. Đây là việc của thôn.', null],
    ['Đây là việc của thôn.', null],
    ['Sách được giữ trong tủ.', null],
  ])('%s → %s', (text, term) => {
    expect(readDefinition(text)).toBe(term);
  });
});

describe('findAliases', () => {
  test.each([
    ['Tổ hòa giải xóm (sau đây gọi là Tổ hòa giải) có ba người.', ['Tổ hòa giải']],
    ['Ban Việc làng (sau đây gọi tắt là BVL) họp.', ['BVL']],
    ['Người mượn sách, sau đây gọi là “bên mượn”, ký sổ.', ['bên mượn']],
    ['Thôn, xóm (dưới đây gọi chung là khối xóm); sổ (viết tắt là SGYK).', ['khối xóm', 'SGYK']],
    ['SAU ĐÂY GỌI LÀ “Bên mượn”. Sổ ( VIẾT TẮT là SGYK).', ['Bên mượn', 'SGYK']],
    ['Sách này có tên gọi là Sổ tay.', []],
    ['Tổ (sau đây gọi là Tổ).', []],
    ['Việc sau đây là việc nhỏ.', []],
  ])('%s → %j', (text, terms) => {
    expect(findAliases(text).map(({ term }) => term)).toEqual(terms);
  });

  test('the sentence goes with it', () => {
    const text = 'Sách có bìa. Tủ sách xóm (sau đây gọi là tủ sách) mở cửa. Thôn giữ khóa.';
    const [alias] = findAliases(text);
    expect(text.slice(alias?.start, alias?.end)).toBe(
      'Tủ sách xóm (sau đây gọi là tủ sách) mở cửa.',
    );
  });
});

const LAW = `
Tủ sách xóm Minh Trí (sau đây gọi là Tủ sách) được lập.

## Chương I CHUNG

### Điều 1. Phạm vi

**1.** Thư viện xã là nơi giữ sách.

### Điều 3. Giải thích từ ngữ

Trong Quy chế này, các từ ngữ dưới đây được hiểu như sau:

**1.** *Thư viện thôn* là thư viện ở nhà văn hóa.

**2.** *Người đọc* gồm:

**a)** Người lớn là người từ 18 tuổi;

**3.** Về việc khác:

**a)** Việc nhỏ là việc trong ngày.

### Điều 4. Sửa đổi

> **1.** Giá sách là đồ gỗ (sau đây gọi là giá gỗ).
`;

describe('findDefinitions', () => {
  const { tree } = parseBody(LAW);
  test('only under the heading, whatever its number, and by “sau đây gọi là”', () => {
    expect(findDefinitions(tree)).toEqual([
      { term: 'Tủ sách', unit: null, in: 'sentence' },
      { term: 'Thư viện thôn', unit: 'd3-1', in: 'unit' },
      { term: 'Người đọc', unit: 'd3-2', in: 'unit' },
      { term: 'Việc nhỏ', unit: 'd3-3-a', in: 'unit' },
    ]);
  });
});

describe('termFinder', () => {
  const uses = termFinder([
    { term: 'Dân vận', in: 'unit' },
    { term: 'Công tác dân vận', in: 'unit' },
    { term: 'Ban Việc làng', in: 'sentence' },
    { term: 'Quy chế', in: 'sentence' },
    { term: 'bên mượn', in: 'sentence' },
    { term: 'BVL', in: 'sentence' },
  ]);
  test.each([
    ['the longest wins', 'làm công tác dân vận và dân vận', ['công tác dân vận', 'dân vận']],
    ['at the beginning of a sentence', 'Dân vận khéo. Bên mượn ký.', ['Dân vận', 'Bên mượn']],
    ['diacritics are exact', 'dần vận, dan van', []],
    ['no part of a word', 'dân vậnh, tdân vận', []],
    ['no part of a code', 'dân vận-khéo, 5/BVL', []],
    ['capitals of a name are exact', 'ban việc làng; quy chế; Quy chế này', ['Quy chế']],
    ['a longer name is another one', 'Ban Việc làng Trung tâm, Ban Việc làng', ['Ban Việc làng']],
    ['abbreviations', 'BVL họp, bvl không', ['BVL']],
    ['capitals of a heading', 'DÂN VẬN', []],
    ['a line break inside', 'dân\nvận', ['dân\nvận']],
  ])('%s: %s', (_, text, expected) => {
    expect(uses(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});

import { describe, expect, test } from 'vitest';
import type { ContentFile } from '../../library/types.ts';
import { validate } from '../validate.ts';

const SLUG = '901-qd-tv-2031';

const DOCUMENT: ContentFile = {
  path: `van-ban/quyet-dinh/${SLUG}.mdx`,
  text: [
    '---',
    'symbol: 901-QĐ/TV',
    'type: quyet-dinh',
    'system: dang',
    'title: Quyết định về thư viện xã Minh Trí',
    'issuer: hoi-dong-thu',
    'issuedDate: 2031-03-04',
    'status: { value: unknown }',
    'text: { state: full }',
    '---',
    '',
    '### Điều 1. Việc',
    '',
    'Theo Nghị quyết 25 của xã.',
    '',
  ].join('\n'),
};
const ISSUER: ContentFile = {
  path: 'co-quan/hoi-dong-thu.mdx',
  text: '---\nname: Hội đồng Thử\nsystem: dang\ncodes: [TV]\n---\n',
};

/** Ids and lines of what is said of a file of decisions. */
function check(slug: string, fix: string): string[] {
  const path = `vien-dan/${slug}.mdx`;
  const file = { path, text: `---\nfixes:\n  - ${fix}\n---\n` };
  return validate([DOCUMENT, ISSUER, file])
    .problems.filter((problem) => problem.path === path)
    .map(({ id, line }) => `${line} ${id}`);
}

describe('a settled citation', () => {
  test.each([
    ['its words stand in the text', '{ quote: Nghị quyết 25, target: null, reason: r }', []],
    ['its unit exists', `{ quote: Nghị quyết 25, target: "${SLUG}#d1", reason: r }`, []],
    [
      'its words are gone',
      '{ quote: Nghị quyết 26, target: null, reason: r }',
      ['3 citation-fix-unused'],
    ],
    [
      'its document is not in the library',
      '{ quote: Nghị quyết 25, target: 25-nq-tv-2030, reason: r }',
      ['3 relation-target-unknown'],
    ],
    [
      'its unit does not exist',
      `{ quote: Nghị quyết 25, target: "${SLUG}#d9", reason: r }`,
      ['3 gist-anchor-unknown'],
    ],
    ['nobody says why', '{ quote: Nghị quyết 25, target: null }', ['3 field-missing']],
  ])('%s', (_, fix, expected) => {
    expect(check(SLUG, fix)).toEqual(expected);
  });

  test('belongs to a document', () => {
    expect(check('902-qd-tv-2031', '{ quote: a, target: null, reason: r }')).toEqual([
      '1 citation-fix-orphan',
    ]);
  });
});

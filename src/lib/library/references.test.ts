import { expect, test } from 'vitest';
import { buildLibrary } from './build-library.ts';
import { findMentions, inOrder, parseReference, resolvePlaces } from './references.ts';

const lesson = (slug: string, order: number, target: string) => ({
  path: `bai-giang/${slug}.mdx`,
  text: `---\ntitle: ${slug}\ndescription: Thử.\norder: ${order}\nquestions: [Vì sao?]\nsteps:\n  - { target: ${target}, note: Đọc }\n---\n`,
});
const { library } = buildLibrary([
  {
    path: 'van-ban/quyet-dinh/901-qd-tv-2031.mdx',
    text: '---\nsymbol: 901-QĐ/TV\ntype: quyet-dinh\nsystem: dang\ntitle: Thử\nissuer: ban-thu\nstatus: { value: unknown }\n---\n\n### Điều 1. Giờ mở cửa\n\nMở mỗi ngày.\n',
  },
  lesson('hai', 2, '901-qd-tv-2031#d1'),
  lesson('mot', 1, '901-qd-tv-2031'),
  lesson('khac', 3, '902-qd-tv-2032'),
]);

test.each([
  ['901-qd-tv-2031', { slug: '901-qd-tv-2031', anchor: null }],
  ['901-qd-tv-2031#kt-d1', { slug: '901-qd-tv-2031', anchor: 'kt-d1' }],
])('parseReference: %s', (target, expected) => {
  expect(parseReference(target)).toEqual(expected);
});

test('resolves places in their order and leaves out what leads nowhere', () => {
  const targets = ['901-qd-tv-2031#d1', '901-qd-tv-2031#d9', '902-qd-tv-2032', '901-qd-tv-2031'];
  const places = targets.map((target) => ({ target, note: 'Đọc' }));
  const found = resolvePlaces(library, places).map(({ unit }) => unit?.label ?? null);
  expect(found).toEqual(['Điều 1', null]);
});

test('finds which entries name a document, with the units, in the order of the entries', () => {
  const document = library.bySlug.get('901-qd-tv-2031');
  if (!document) throw new Error('the fixture has a document');
  const mentions = findMentions(document, inOrder(library.lessons), ({ steps }) => steps);
  expect(
    mentions.map(({ entry, units }) => [entry.slug, ...units.map((unit) => unit?.label ?? null)]),
  ).toEqual([
    ['mot', null],
    ['hai', 'Điều 1'],
  ]);
});

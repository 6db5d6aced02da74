import { describe, expect, test } from 'vitest';
import { buildLibrary } from '../../lib/library/build-library.ts';
import { amendmentNotes, isToldInGists } from './amendment-notes.ts';
import { findChanges } from './status-view.ts';

const record = (slug: string, fields: string, body: string) => ({
  path: `van-ban/quyet-dinh/${slug}.mdx`,
  text: `---
type: quyet-dinh
system: dang
title: Quyết định về thư viện
issuer: ban-thu-vien
status: { value: in-force, evidence: [s1] }
sources: [{ id: s1, url: 'https://thu-vien.example/1', title: Một }]
${fields}
---

${body}`,
});

function libraryOf(affects: string, state = 'outline') {
  return buildLibrary([
    record(
      '901-qd-tv-2031',
      `symbol: 901-QĐ/TV\ntext: { state: ${state} }`,
      '### Điều 1. Giờ mở cửa\n\n### Điều 2. Thẻ bạn đọc\n',
    ),
    record(
      '950-qd-tv-2035',
      `symbol: 950-QĐ/TV
effectiveFrom: 2035-07-01
relations: [{ kind: amends, target: 901-qd-tv-2031, source: s1, affects: ${affects} }]`,
      '### Điều 1. Sửa đổi\n',
    ),
  ]).library;
}

function notesOf(affects: string, state?: string): string[] {
  const library = libraryOf(affects, state);
  const document = library.bySlug.get('901-qd-tv-2031');
  if (!document) return [];
  const noteOf = amendmentNotes(document, library.relations.get(document.slug) ?? []);
  return [...document.tree.byId.values()].map(noteOf);
}

describe('amendmentNotes', () => {
  test('says at a unit what changed it, from when, and that the gist is older', () => {
    const [first, second] = notesOf('[{ unit: d1, by: d1, note: thêm Điều 1a }]');
    expect(first).toContain('/van-ban/950-qd-tv-2035.html#d1');
    expect(first).toContain('Quyết định 950-QĐ/TV (Điều 1)');
    expect(first).toContain('hiệu lực từ 01/7/2035: thêm Điều 1a');
    expect(first).toContain('Tóm lược ở đây nêu nội dung trước khi sửa.');
    expect(second).toBe('');
  });

  test('speaks of the text where the text is there', () => {
    expect(notesOf('[{ unit: d1 }]', 'full')[0]).toContain('Chữ ở đây là bản trước khi sửa.');
  });

  test('does not call a gist older that tells what holds after the change', () => {
    expect(notesOf('[{ unit: d1, inGist: true }]')[0]).not.toContain('trước khi sửa');
  });
});

test.each([
  ['[]', false],
  ['[{ unit: d1 }, { unit: d2, inGist: true }]', false],
  ['[{ unit: d1, inGist: true }]', true],
])('%s: the gists tell of all changes: %s', (affects, expected) => {
  const relations = libraryOf(affects).relations.get('901-qd-tv-2031') ?? [];
  expect(isToldInGists(findChanges(relations).amended)).toBe(expected);
});

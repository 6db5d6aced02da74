import { beforeEach, describe, expect, test } from 'vitest';
import { sealLinks } from '../../content/link-memory.ts';
import { digestSources } from '../../content/source-digests.ts';
import { buildCitationGraph } from '../../lib/citation/graph.ts';
import { buildLibrary } from '../../lib/library/build-library.ts';
import { describeEdition } from '../../lib/library/edition.ts';
import type { ContentFile, Library } from '../../lib/library/types.ts';
import { DocumentSeals } from './document-seals.ts';

const record = (slug: string, number: number, title: string, body: string): ContentFile => ({
  path: `van-ban/quyet-dinh/${slug}.mdx`,
  text: `---
type: quyet-dinh
system: dang
symbol: ${number}-QĐ/TV
title: ${title}
issuer: [tinh-uy-vi-du]
issuedDate: 2031-02-03
status:
  value: in-force
text:
  state: full
---

## Điều 1. ${title}

${body}
`,
});

let files: ContentFile[];

beforeEach(() => {
  files = [
    record('1-qd-tv-2031', 1, 'Về đội hình', 'Lập đội hình.'),
    record('2-qd-tv-2031', 2, 'Về kinh phí', 'Theo Điều 1 Quyết định số 1-QĐ/TV ngày 03/02/2031.'),
    record('3-qd-tv-2031', 3, 'Về nhà văn hóa', 'Xây nhà văn hóa.'),
  ];
});

function citationsOf(library: Library) {
  const graph = buildCitationGraph(library);
  const cited = (slug: string) => {
    const links = graph.links.get(slug);
    return links ? sealLinks(links) : null;
  };
  return { graph, cited };
}

function open(frame = 'code'): DocumentSeals {
  const { library } = buildLibrary(files);
  return new DocumentSeals({
    library,
    sources: digestSources(library, files),
    ...citationsOf(library),
    remarks: () => [],
    edition: describeEdition(library, 'f'.repeat(64)),
    frame,
  });
}

/** Seals of every document, each having looked at nothing but itself and the given ones. */
const seals = (looked: string[] = [], frame?: string) => {
  const opened = open(frame);
  return ['1', '2', '3'].map((number) => opened.seal(`${number}-qd-tv-2031`, looked));
};

const edit = (at: number, from: string, to: string) => {
  files = files.map((file, index) =>
    index === at ? { ...file, text: file.text.replace(from, to) } : file,
  );
};

/** Which of the three seals an edit changes. */
function changes(change: () => void, looked: string[] = []): boolean[] {
  const before = seals(looked);
  change();
  return seals(looked).map((seal, at) => seal !== before[at]);
}

describe('a seal', () => {
  test('is the same for the same library', () => {
    expect(changes(() => undefined)).toEqual([false, false, false]);
    expect(seals()).not.toContain(null);
  });

  test('changes with the text of the document alone', () => {
    expect(
      changes(() => {
        edit(2, 'Xây nhà', 'Sửa nhà');
      }),
    ).toEqual([false, false, true]);
  });

  test('changes with a text that its page has looked at', () => {
    const looked = ['3-qd-tv-2031'];
    expect(
      changes(() => {
        edit(2, 'Xây nhà', 'Sửa nhà');
      }, looked),
    ).toEqual([true, true, true]);
  });

  test('changes when a document begins or ceases to be cited', () => {
    const cite = () => {
      edit(2, 'Xây nhà', 'Theo Điều 1 Quyết định số 1-QĐ/TV ngày 03/02/2031, xây');
    };
    expect(changes(cite)).toEqual([true, false, true]);
    expect(
      changes(() => {
        edit(1, 'Theo Điều 1 Quyết định số 1-QĐ/TV', 'Theo đội hình');
      }),
    ).toEqual([true, true, false]);
  });

  test('changes when a cited unit is no more', () => {
    expect(
      changes(() => {
        edit(0, '## Điều 1.', '## Điều 2.');
      }),
    ).toEqual([true, true, false]);
  });

  test.each([
    [
      'a record',
      () => {
        edit(0, 'value: in-force', 'value: unknown');
      },
    ],
    [
      'the set of documents',
      () => {
        files = files.slice(0, 2);
      },
    ],
  ])('of every document changes with %s', (_, change) => {
    expect(changes(change)).toEqual([true, true, true]);
  });

  test('of every document changes with the code or a setting', () => {
    const before = seals();
    expect(seals([], 'other code').every((seal, at) => seal !== before[at])).toBe(true);
  });
});

test('a page is known to have looked at what it showed a text of', async () => {
  const { library } = buildLibrary(files);
  const edition = describeEdition(library, 'f'.repeat(64));
  const opened = new DocumentSeals({
    library,
    sources: digestSources(library, files),
    ...citationsOf(library),
    remarks: () => [],
    edition,
    frame: '',
  });
  const watched = await opened.watch(() =>
    Promise.resolve(library.bySlug.get('2-qd-tv-2031')?.tree.byId.size),
  );
  expect(watched).toEqual({ content: 1, looked: ['2-qd-tv-2031'] });
  const looks = async (look: () => unknown) =>
    (await opened.watch(() => Promise.resolve(look()))).looked;
  expect(await looks(() => edition.id)).toEqual([]);
  expect(await looks(() => edition.id + edition.id)).toEqual(['#edition']);
  expect(await looks(() => edition.contentDigest)).toEqual(['#content']);
  expect(await looks(() => edition.documents)).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { heldMegabytes } from '../../testing/held-memory.ts';
import { buildLibrary } from '../library/build-library.ts';
import type { ContentFile, LibraryDocument } from '../library/types.ts';
import { buildCitationIndex } from './citation-index.ts';
import { checkWithHints, type Check } from './check.ts';
import { buildCitationGraph } from './graph.ts';
import { linkDocument, linkNote, type DocumentLinks } from './link-document.ts';

/** Fictional documents: numbers from 900, years from 2031. */
function record(folder: string, slug: string, front: string[], body = ''): ContentFile {
  const lines = [`type: ${folder}`, 'system: dang', 'issuer: hoi-dong-thu', ...front];
  return {
    path: `van-ban/${folder}/${slug}.mdx`,
    text: `---\n${lines.join('\n')}\nstatus: { value: unknown }\n---\n\n${body}`,
  };
}

const FILES = [
  record(
    'quyet-dinh',
    '901-qd-tw-2031',
    ['symbol: 901-QĐ/TW', 'title: Quyết định ban hành Quy chế thư viện', 'issuedDate: 2031-03-04'],
    [
      '### Điều 1. Ban hành kèm theo Quyết định này Quy chế thư viện',
      '### Điều 2. Thi hành',
      '<Attached>',
      '# QUY CHẾ Thư viện',
      '### Điều 1. Phạm vi',
      '**1.** Áp dụng theo khoản 2 Điều này và Điều 2.',
      '**2.** Việc mượn sách theo Chỉ thị số 902-CT/TW ngày 05/6/2032.',
      '### Điều 2. Mượn sách',
      '> **Điều 9.** “Theo Chỉ thị số 902-CT/TW ngày 05/6/2032.”',
      '</Attached>',
    ].join('\n\n') + '\n',
  ),
  record(
    'chi-thi',
    '902-ct-tw-2032',
    [
      'symbol: 902-CT/TW',
      'title: Chỉ thị về việc đọc sách',
      'issuedDate: 2032-06-05',
      'relations: [{ kind: implements, target: 903-nq-tw-2031, source: unverified }]',
      'sources: [{ id: s1, url: báo Thử, title: Báo Thử }]',
    ],
    [
      '**1.** Thực hiện Nghị quyết 903-NQ/TW và Quyết định số 999-QĐ/TW ngày 01/01/2031.',
      '<Gist sources="s1">',
      'Nhắc lại Nghị quyết 903 và Điều 1 Quyết định số 901-QĐ/TW ngày 04/3/2031.',
      '</Gist>',
    ].join('\n\n') + '\n',
  ),
  record('nghi-quyet', '903-nq-tw-2031', [
    'symbol: 903-NQ/TW',
    'title: Nghị quyết về thư viện',
    'issuedDate: 2031-01-02',
  ]),
  record('nghi-quyet', '903-nq-tw-2040', [
    'symbol: 903-NQ/TW',
    'title: Nghị quyết về đường sá',
    'issuedDate: 2040-01-02',
  ]),
];

const { library, problems } = buildLibrary(FILES);
const graph = buildCitationGraph(library);
const check: Check = (text, options) => checkWithHints(text, graph.index, options);

function get(slug: string): LibraryDocument {
  const document = library.bySlug.get(slug);
  if (document === undefined) throw new Error(slug);
  return document;
}

/** `unit: words → targets` of every mention, in order. */
function mentions({ mentions: found }: DocumentLinks): string[] {
  return found.map(({ from, citation: { quote, state, targets, candidates } }) => {
    const leads = targets.map(({ doc, provision }) => `${doc}#${provision ?? ''}`);
    return `${from ?? ''}: ${quote} → ${[...leads, ...candidates].join(' ') || state}`;
  });
}

test('the fixtures are sound', () => {
  expect(problems).toEqual([]);
});

describe('linkDocument', () => {
  test('keeps the bare units of an attached instrument inside it; quotations cite nothing', () => {
    const links = linkDocument(get('901-qd-tw-2031'), library, check);
    expect(mentions(links)).toEqual([
      'kt-d1-1: khoản 2 Điều này và Điều 2 → 901-qd-tw-2031#kt-d1-2 901-qd-tw-2031#kt-d2',
      'kt-d1-2: Chỉ thị số 902-CT/TW ngày 05/6/2032 → 902-ct-tw-2032#',
    ]);
  });

  test('lists candidates in official text, and settles a bare number by relations in our own', () => {
    const links = linkDocument(get('902-ct-tw-2032'), library, check);
    expect(mentions(links)).toEqual([
      'n1: Nghị quyết 903 → 903-nq-tw-2031#',
      'n1: Điều 1 Quyết định số 901-QĐ/TW ngày 04/3/2031 → 901-qd-tw-2031#d1',
      'n1: Nghị quyết 903-NQ/TW → 903-nq-tw-2040 903-nq-tw-2031',
      'n1: Quyết định số 999-QĐ/TW ngày 01/01/2031 → unknown',
    ]);
  });

  test('cuts the text at its citations and changes no character of it', () => {
    for (const document of library.documents) {
      for (const [inline, segments] of graph.links.get(document.slug)?.segments ?? []) {
        const text = segments.map((segment) => segment.text).join('');
        expect(text).toBe(inline.type === 'text' ? inline.value : '');
      }
    }
  });
});

describe('linkNote', () => {
  test('links only documents that are named', () => {
    const note = 'Theo Điều 1 của văn bản này và Chỉ thị số 902-CT/TW ngày 05/6/2032.';
    const segments = linkNote(note, get('901-qd-tw-2031'), library, graph.index);
    expect(segments.flatMap(({ text, citation }) => (citation ? [text] : []))).toEqual([
      'Chỉ thị số 902-CT/TW ngày 05/6/2032',
    ]);
    expect(segments.map(({ text }) => text).join('')).toBe(note);
  });
});

describe('what a person has settled', () => {
  const fixes = (lines: string[]): ContentFile => ({
    path: 'vien-dan/902-ct-tw-2032.mdx',
    text: `---\nfixes:\n${lines.map((line) => `  - ${line}`).join('\n')}\n---\n`,
  });
  const linksWith = (...lines: string[]): string[] => {
    const result = buildLibrary([...FILES, fixes(lines)]);
    expect(result.problems).toEqual([]);
    const { links } = buildCitationGraph(result.library);
    return mentions(links.get('902-ct-tw-2032') ?? { segments: new Map(), mentions: [] });
  };

  test('comes before what the engine finds', () => {
    const found = linksWith(
      '{ quote: Nghị quyết 903-NQ/TW, target: 903-nq-tw-2031, reason: Bản in ghi ngày }',
    );
    expect(found).toContain('n1: Nghị quyết 903-NQ/TW → 903-nq-tw-2031#');
  });

  test('can say that nothing is cited, and only between its prefix and suffix', () => {
    const none =
      '{ quote: Nghị quyết 903, prefix: "Nhắc lại ", target: null, reason: Tên phong trào }';
    const found = linksWith(none);
    expect(found.filter((mention) => mention.includes('Nghị quyết 903'))).toEqual([
      'n1: Nghị quyết 903-NQ/TW → 903-nq-tw-2040 903-nq-tw-2031',
    ]);
  });
});

describe('buildCitationGraph', () => {
  test('knows who cites a document, and in which unit', () => {
    const backlinks = graph.backlinks.get('902-ct-tw-2032') ?? [];
    expect(backlinks.map(({ document, from, voice }) => [document.slug, from, voice])).toEqual([
      ['901-qd-tw-2031', 'kt-d1-2', 'text'],
    ]);
  });
});

test('what is found of a document holds no second copy of its text', async () => {
  const words = 'Theo Chỉ thị số 902-CT/TW ngày 05/6/2032 thì sách được mượn. '.repeat(500);
  const body = Array.from({ length: 20 }, (_, at) => `**${String(at + 1)}.** ${words}`).join(
    '\n\n',
  );
  const long = record(
    'chi-thi',
    '905-ct-tw-2033',
    ['symbol: 905-CT/TW', 'title: Chỉ thị dài'],
    body,
  );
  const { library } = buildLibrary([...FILES, long]);
  const document = library.bySlug.get('905-ct-tw-2033');
  if (document === undefined) throw new Error('no document');
  const index = buildCitationIndex(library);
  // One citation weighs little; a copy of the text would weigh 1.2 MB.
  const check: Check = (text, options) => checkWithHints(text, index, options).slice(0, 1);
  linkDocument(document, library, check);
  const held = await heldMegabytes(() => linkDocument(document, library, check));
  expect(held).toBeLessThan(0.5);
});

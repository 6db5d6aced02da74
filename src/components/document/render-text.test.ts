import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, test } from 'vitest';
import { buildLibrary } from '../../lib/library/build-library.ts';
import type { Library, LibraryDocument } from '../../lib/library/types.ts';
import { documentText } from '../../lib/provision/text.ts';
import type { ProvisionKind } from '../../lib/provision/types.ts';
import { renderText } from './render-text.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

function read(body: string, front = ''): LibraryDocument {
  const { library, problems } = buildLibrary([
    {
      path: 'van-ban/quyet-dinh/901-qd-tv-2031.mdx',
      text: `---
symbol: 901-QĐ/TV
type: quyet-dinh
system: dang
title: Quyết định về thư viện
issuer: ban-thu-vien
status: { value: unknown }
sources:
  - { id: s1, url: 'https://thu-vien.example/1', title: Trang một }
  - { id: s2, url: ban-in, title: Bản in }
${front}---

${body}
`,
    },
  ]);
  expect(problems).toEqual([]);
  const [document] = library.documents;
  if (!document) throw new Error('no document');
  return document;
}

/** Text outside `data-chrome`, as a browser's `textContent` gives it. */
function officialText(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (node.nodeName === '#text' && 'value' in node) return node.value;
      if (!('attrs' in node)) return '';
      const isChrome = node.attrs.some(({ name }) => name === 'data-chrome');
      return isChrome ? '' : officialText(node.childNodes);
    })
    .join('');
}

function ids(html: string): string[] {
  return [...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);
}

const SPACE = /\s+/g;

const FULL = `<Opening>

BAN THƯ VIỆN \\
Số: 901-QĐ/TV

</Opening>

### Điều 1. Ban hành

Ban hành kèm theo Quyết định này Quy chế "thư viện" \\& tủ sách.[^1]

> **Điều 4.** “Thư viện mở cửa từ 8 giờ.”

| Ngày | Giờ |
| --- | --- |
| Thứ hai | 8 – 11 |

[^1]: Sửa theo khoản 1 Điều 9.

<Attached>

# QUY CHẾ Thư viện cộng đồng

## Chương I QUY ĐỊNH CHUNG

### Điều 1. Phạm vi

**1.** Quy chế áp dụng (tỷ lệ mất \\< 2%), gồm:

**d)** Thư viện thôn;

**đ)** Tủ sách lưu động.

</Attached>`;

describe('the text outside data-chrome', () => {
  test('is the official text', () => {
    const document = read(FULL);
    const text = officialText(parseFragment(renderText(document)).childNodes);
    expect(text.replace(SPACE, ' ').trim()).toBe(
      documentText(document.tree).replace(SPACE, ' ').trim(),
    );
    expect(text).toContain('Quy chế "thư viện" & tủ sách.\n');
    expect(text).toContain('(tỷ lệ mất < 2%)');
    expect(text).toContain('BAN THƯ VIỆN\nSố: 901-QĐ/TV\n');
  });

  test('holds nothing of a gist', () => {
    const { tree, data } = read(`### Điều 1.

<Gist sources="s1" title="Tên của ta">

Lời của ta.

</Gist>`);
    const text = officialText(parseFragment(renderText({ tree, data })).childNodes);
    expect(text.trim()).toBe('Điều 1.');
  });

  const corpus = join(import.meta.dirname, '../../../content/van-ban');
  test('is the official text of every document of the corpus', () => {
    const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.mdx'))
      .map((path) => ({
        path: `van-ban/${path}`,
        text: readFileSync(join(corpus, path), 'utf8'),
      }));
    const { documents } = buildLibrary(files).library;
    expect(documents.length).toBeGreaterThan(50);
    for (const document of documents) {
      const text = officialText(parseFragment(renderText(document)).childNodes);
      expect(text.replace(SPACE, ''), document.slug).toBe(
        documentText(document.tree).replace(SPACE, ''),
      );
    }
  });
});

describe('units', () => {
  test('every unit has its id and label, and no id comes twice', () => {
    const document = read(FULL);
    const html = renderText(document);
    for (const { id, label } of document.tree.byId.values()) {
      expect(html).toMatch(new RegExp(`<(?:div|p) id="${id}" data-label="${label}"`));
    }
    expect(new Set(ids(html)).size).toBe(ids(html).length);
  });

  test.each([FULL, '## I. MỘT\n\n**1.** Hai.\n\n**a)** Ba.\n\n**-** Bốn.'])(
    'the kind of a unit is the first word of its label, or beside it',
    (body) => {
      const words: Partial<Record<ProvisionKind, RegExp>> = {
        article: /^Điều /,
        clause: /^khoản /,
        point: /^(?:điểm|tiết) /,
        subpoint: /^tiết /,
        dash: /^gạch /,
      };
      const document = read(body);
      const html = renderText(document);
      for (const { id, label, kind } of document.tree.byId.values()) {
        const beside = words[kind] === undefined ? ` data-kind="${kind}"` : '';
        expect(html).toMatch(new RegExp(`<(?:div|p) id="${id}" data-label="${label}"${beside}>`));
        expect(label).toMatch(words[kind] ?? /./);
      }
      expect(document.tree.byId.size).toBeGreaterThan(3);
    },
  );

  test('a unit of one paragraph is that paragraph', () => {
    const html = renderText(read('### Điều 1.\n\n**1.** Một.\n\n**a)** Hai.\n\n**2.** Ba.'));
    expect(html).toBe(
      [
        '<div id="d1" data-label="Điều 1"><h2><b>Điều 1.</b></h2>',
        '<div id="d1-1" data-label="khoản 1 Điều 1"><p><b>1.</b> Một.</p>',
        '<p id="d1-1-a" data-label="điểm a khoản 1 Điều 1">a) Hai.</p>',
        '</div><p id="d1-2" data-label="khoản 2 Điều 1"><b>2.</b> Ba.</p>',
        '</div>',
      ].join('\n'),
    );
  });

  test('a unit of which more is said, or which bears an old address, is no paragraph', () => {
    const document = read('### Điều 1.\n\n**1.** Một.\n\n**2.** Hai.\n\nBa.');
    const retired = { aliases: { 'd1-9': 'd1-1' }, tombstones: {} };
    const html = renderText({ ...document, retired });
    for (const id of ['d1-1', 'd1-2']) expect(html).toContain(`<div id="${id}"`);
    const citations = {
      ...{ library: {} as Library, segments: new Map(), amendedBy: () => '' },
      citedBy: () => '<p data-chrome>Bốn</p>',
    };
    expect(renderText(document, citations)).toContain('<div id="d1-1"');
  });

  test('headings go down one level at a time and not below the fourth', () => {
    const html = renderText(
      read(`## Phần thứ nhất MỘT

## Chương I HAI

## Mục 1 BA

### Điều 1. Bốn`),
    );
    expect([...html.matchAll(/<h(\d)>/g)].map(([, level]) => level)).toEqual(['2', '3', '4', '4']);
  });
});

describe('gists', () => {
  const gist = (text: string, attributes = 'sources="s1"') =>
    `<Gist ${attributes}>\n\n${text}\n\n</Gist>`;

  test('are labelled once in each chapter, and once outside', () => {
    const html = renderText(
      read(
        [
          '### Điều 1.',
          gist('A.'),
          '### Điều 2.',
          gist('B.'),
          '<Attached>',
          '# Quy chế',
          '## Chương I MỘT',
          '### Điều 1.',
          gist('C.'),
          '### Điều 2.',
          gist('D.'),
          '</Attached>',
        ].join('\n\n'),
      ),
    );
    const order = [...html.matchAll(/class="gist-label"|<p>([A-D])\./g)].map(
      ([, text = '*']) => text,
    );
    expect(order).toEqual(['*', 'A', 'B', '*', 'C', 'D']);
  });

  test('name their sources by number, and say when only a part was seen', () => {
    const html = renderText(read(`### Điều 1.\n\n${gist('A.', 'sources="s2 s1" partial')}`));
    expect(html).toContain('mới thấy một phần');
    expect([...html.matchAll(/href="#nguon-(\d)"/g)].map(([, number]) => number)).toEqual([
      '1',
      '2',
    ]);
  });

  test('our title stands in the heading, marked as ours', () => {
    const html = renderText(
      read(`### Điều 1.\n\n${gist('A.', 'sources="s1" title="Giờ mở cửa"')}`),
    );
    expect(html).toMatch(/<h2><b[^>]*>Điều 1\.<\/b><span [^>]*data-chrome> Giờ mở cửa <small>/);
  });
});

describe('footnotes', () => {
  test('lead there and back', () => {
    const html = renderText(read(FULL));
    expect(html).toContain('<a id="ve-cn-1" href="#cn-1"');
    expect(html).toContain('id="cn-1"');
    expect(html).toContain('href="#ve-cn-1"');
  });

  test('of an attached instrument are its own', () => {
    const html = renderText(
      read(`### Điều 1. Một

Chữ.[^1]

[^1]: Của Quyết định.

<Attached>

# Quy chế

### Điều 1. Hai

Chữ.[^1]

[^1]: Của Quy chế.

</Attached>`),
    );
    expect(ids(html)).toEqual(expect.arrayContaining(['cn-1', 'cn-kt-1', 've-cn-1', 've-cn-kt-1']));
    expect(new Set(ids(html)).size).toBe(ids(html).length);
  });
});

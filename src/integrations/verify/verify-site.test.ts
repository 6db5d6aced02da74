import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { hasMessage, message } from '../../i18n/messages.ts';
import { CONTENT_SECURITY_POLICY } from '../content-security-policy.ts';
import { checkNames } from './rules/names.ts';
import { verifySite } from './verify-site.ts';

const POLICY = `<meta http-equiv="content-security-policy" content="${CONTENT_SECURITY_POLICY}">`;

function page(body: string, head = POLICY): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8">${head}<title>x</title></head><body>\n${body}\n</body></html>`;
}

/** A site that is sound as it stands; each case adds to it. */
const SOUND = {
  'index.html': page('<a href="van-ban/a.html#d5">Điều 5</a><p id="cuoi">hòa</p>'),
  'van-ban/a.html': page('<h2 id="d5">Điều 5</h2><a href="../index.html">x</a><a href="#d5">y</a>'),
  'assets/a.js': '(()=>{var a=document.currentScript?.src??"";class B{#c=1}})();',
  'assets/a.css': '@media print{a{color:red}}b{background:url("b.svg")}',
  'assets/b.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
};

async function verify(files: Record<string, string>) {
  const directory = await mkdtemp(join(tmpdir(), 'verify-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  for (const [path, text] of Object.entries({ ...SOUND, ...files })) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), text);
  }
  return verifySite(directory);
}

test('a sound site has no problems', async () => {
  expect(await verify({})).toEqual([]);
});

describe('in a page', () => {
  test.each([
    ['output-module-script', '<script type="module" src="assets/a.js"></script>'],
    ['output-inline-script', '<script>a()</script>'],
    ['output-inline-script', '<script type="importmap">{}</script>'],
    ['output-inline-script', '<p onclick="a()">'],
    ['output-inline-script', '<a href="javascript:a()">'],
    ['output-inline-style', '<style>a{}</style>'],
    ['output-inline-style', '<p style="color:red">'],
    ['output-external-resource', '<img src="https://a.example/a.png">'],
    ['output-external-resource', '<img srcset="assets/b.svg 1x, //a.example/a.png 2x">'],
    ['output-external-resource', '<img src="data:image/png;base64,AAAA">'],
    ['output-absolute-url', '<a href="/index.html">'],
    ['output-absolute-url', '<form action="/tim-kiem.html">'],
    ['output-no-file-name', '<a href="./">'],
    ['output-no-file-name', '<a href="van-ban/">'],
    ['output-no-file-name', '<a href="van-ban/a">'],
    ['output-no-file-name', '<a href="..">'],
    ['output-dead-link', '<a href="van-ban/b.html">'],
    ['output-dead-link', '<script data-src="assets/none.js" src="assets/a.js"></script>'],
    ['output-dead-anchor', '<a href="van-ban/a.html#d6">'],
    ['output-dead-anchor', '<a href="#d5">'],
    ['output-duplicate-id', '<p id="a"></p><p id="a"></p>'],
    ['output-cors-request', '<script crossorigin src="assets/a.js"></script>'],
    ['output-cors-request', '<link rel="manifest" href="assets/b.svg">'],
    ['output-external-sprite', '<svg><use href="assets/b.svg#x"/></svg>'],
    ['output-normal-form', 'ho\u0300a'],
  ])('%s: %s', async (id, body) => {
    const problems = await verify({ 'x.html': page(body) });
    expect(problems).toMatchObject([{ id, path: 'x.html', line: 2, severity: 'error' }]);
  });

  test.each([
    '<script type="application/json">{"a":1}</script>',
    '<a href="https://a.example/x">ngoài</a><a href="mailto:a@b.example">thư</a>',
    '<a href="#">đầu</a><a href="#top">đầu</a><a href="?q=x">hỏi</a>',
    '<a href="index.html#cuoi:~:text=h">chữ</a><a href="van-ban/a.html?tim=x#d5">khoản</a>',
    '<a name="cu"></a><a href="#cu">cũ</a>',
    '<link rel="canonical" href="https://a.example/x.html"><link rel="canonical" href="/x">',
    '<svg><symbol id="s"></symbol><use href="#s"/></svg>',
    '<!-- <script type="module">fetch("/x")</script> -->',
    '<p title="/index.html">style="x"</p>',
  ])('sound: %s', async (body) => {
    expect(await verify({ 'x.html': page(body) })).toEqual([]);
  });
});

describe('policy of a page', () => {
  const policy = (text: string) => `<meta http-equiv="Content-Security-Policy" content="${text}">`;
  const script = 'a()';
  const hash = "'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4='";

  test.each([
    ['output-policy-missing', ''],
    ['output-policy-late', `<link rel="icon" href="assets/b.svg">${POLICY}`],
    ['output-policy-loose', policy(CONTENT_SECURITY_POLICY.replace("connect-src 'none'", ''))],
    [
      'output-policy-loose',
      policy(CONTENT_SECURITY_POLICY.replace('script-src', "script-src 'unsafe-inline'")),
    ],
  ])('%s: %s', async (id, head) => {
    expect(await verify({ 'x.html': page('', head) })).toMatchObject([{ id, path: 'x.html' }]);
  });

  test('a stricter policy and the hash of an inline script are allowed', async () => {
    const head = policy(
      CONTENT_SECURITY_POLICY.replace('blob:', '').replace('script-src', `script-src ${hash}`),
    );
    expect(await verify({ 'x.html': page(`<script>${script}</script>`, head) })).toEqual([]);
    expect(await verify({ 'x.html': page('<script>b()</script>', head) })).toMatchObject([
      { id: 'output-inline-script' },
    ]);
  });
});

describe('in a script', () => {
  test.each([
    ['output-import-call', 'import("./b.js")'],
    ['output-network-call', 'fetch("a.json")'],
    ['output-network-call', 'window.fetch("a.json")'],
    ['output-network-call', 'new XMLHttpRequest()'],
    ['output-syntax', 'import a from "./b.js"'],
    ['output-syntax', 'export const a = 1'],
    ['output-syntax', '/[\\p{L}--[a-z]]/v'],
    ['output-syntax', 'using a = b()'],
    ['output-syntax', 'a ='],
    ['output-method', '[3,1].toSorted()'],
    ['output-method', 'Object.groupBy(a, b)'],
  ])('%s: %s', async (id, code) => {
    const problems = await verify({ 'x.js': `var a;\n${code};` });
    expect(problems).toMatchObject([{ id, path: 'x.js' }]);
    if (id !== 'output-syntax') expect(problems[0]?.line).toBe(2);
  });

  test.each([
    'var a = "import(\\"x\\") fetch(y)"; // fetch(z)',
    'var a = { fetch: 1 }; a.fetch; prefetch()',
    'typeof b.toSorted == "function" ? b.toSorted() : b.slice().sort()',
    'b.toSorted?.()',
    'class A { static { this.b ??= 1 } #c; has(d) { return #c in d } }',
    '/(?<year>\\d+)\\p{L}/du.exec(a).at(-1)',
  ])('sound: %s', async (code) => {
    expect(await verify({ 'x.js': code })).toEqual([]);
  });
});

describe('in a style sheet', () => {
  test.each([
    ['output-external-resource', 'a{background:url(https://a.example/a.png)}'],
    ['output-external-resource', 'a{background:url(data:image/png;base64,AA)}'],
    ['output-absolute-url', '@import "/assets/a.css";'],
    ['output-dead-link', 'a{background:url(none.png)}'],
    ['output-style-nesting', 'a{color:red;& b{color:blue}}'],
    ['output-style-nesting', '@media print{a{@media screen{color:blue}}}'],
  ])('%s: %s', async (id, css) => {
    expect(await verify({ 'x.css': `\n${css}` })).toMatchObject([{ id, path: 'x.css', line: 2 }]);
  });

  test.each([
    '@media print{@supports (a:b){a{color:red}}}@font-face{src:url("assets/b.svg")}',
    '@layer a,b;@layer a{b{c:d}}@keyframes x{from{a:b}to{a:c}}',
    'a::before{content:"{ url(/x) {"}/* url(/y) { { */',
  ])('sound: %s', async (css) => {
    expect(await verify({ 'x.css': css })).toEqual([]);
  });
});

describe('data files', () => {
  test.each([
    ['output-data-malformed', 'a.json', '{"a":1,}'],
    ['output-data-malformed', 'a.akn.xml', '<a><b></a>'],
    ['output-data-malformed', 'a.akn.xml', '<a>\u0000</a>'],
  ])('%s: %s', async (id, path, text) => {
    expect(await verify({ [path]: text })).toMatchObject([{ id, path }]);
  });

  test.each([
    ['a.json', '{"a":1}'],
    ['a.akn.xml', '<?xml version="1.0"?><a xmlns="x">&lt;</a>'],
  ])('sound: %s', async (path, text) => {
    expect(await verify({ [path]: text })).toEqual([]);
  });
});

describe('names', () => {
  test.each([
    ['output-name', 'Văn bản.txt'],
    ['output-name', 'A.txt'],
    ['output-name', 'a b/c.txt'],
    ['output-path-length', `${'a'.repeat(117)}.txt`],
  ])('%s: %s', async (id, path) => {
    expect(await verify({ [path]: '' })).toMatchObject([{ id, path }]);
  });

  test('a path of 120 characters is allowed', async () => {
    expect(await verify({ [`${'a'.repeat(116)}.txt`]: '' })).toEqual([]);
  });

  test.each([
    // A name of 13 letters or less takes two entries of a FAT32 folder, one of 14 letters three.
    ['so/', 30_000, 'a.txt', []],
    ['so/', 30_001, 'a.txt', [{ id: 'output-folder-size', path: 'so/' }]],
    ['du-lieu/', 20_004, 'abcd.akn.xml', [{ id: 'output-folder-size', path: 'du-lieu/' }]],
  ])('%s with %d names that end in %s', (folder, count, ending, expected) => {
    const paths = Array.from({ length: count }, (_, index) => `${folder}${index}${ending}`);
    expect(checkNames(paths)).toMatchObject(expected);
  });
});

test('reports all problems at once, by file and place', async () => {
  const problems = await verify({
    'b.html': page('<a href="/x">\n<img src="none.png">'),
    'a.js': 'fetch(1)',
  });
  expect(problems.map(({ id, path, line }) => [path, line, id])).toEqual([
    ['a.js', 1, 'output-network-call'],
    ['b.html', 2, 'output-absolute-url'],
    ['b.html', 3, 'output-dead-link'],
  ]);
});

test('every problem has a sentence and a remedy whose slots are filled', async () => {
  const problems = await verify({
    'Tên.txt': '',
    'a.html': page(
      '<p id="a" style="">ho\u0300a</p><p id="a"><a href="/x"><a href="x.html"><a href="#z"><a href="./">',
    ),
    'b.html': '<script type="module"></script><script>a()</script><use href="x.svg">',
    'c.js': 'a =',
    'd.js': 'fetch(); import("x"); a.toSorted()',
    'e.css': 'a{b{}}c{d:url(//x)}',
    'f.json': '{',
  });
  expect(new Set(problems.map(({ id }) => id)).size).toBeGreaterThan(14);
  for (const { id, values } of problems) {
    for (const key of [`problems.${id}.message`, `problems.${id}.hint`]) {
      expect(hasMessage(key), key).toBe(true);
      if (hasMessage(key)) expect(message(key, values)).not.toBe('');
    }
  }
});

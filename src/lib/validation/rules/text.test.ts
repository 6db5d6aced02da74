import { describe, expect, test } from 'vitest';
import {
  documentFile,
  entryFile,
  findProblems,
  findRecordProblems,
  type Fields,
} from '../corpus-for-tests.ts';
import { validate } from '../validate.ts';

const OUTLINE = { text: '{ state: outline }' };
const GIST = '### Điều 1. Phạm vi\n\n<Gist sources="s1">\n\nLời tóm lược.\n\n</Gist>\n';

describe('a body and what the record says of it', () => {
  test.each<[string, Fields, string, string[]]>([
    ['none and none', {}, '', []],
    ['an outline', OUTLINE, GIST, []],
    ['an outline that is empty', OUTLINE, '', ['2:16 !body-missing']],
    ['a text that is empty', { text: '{ state: full }' }, '', ['2:16 !body-missing']],
    ['a body nobody speaks of', {}, GIST, ['13:1 !body-undeclared']],
    ['a body that should not be', { text: '{ state: none }' }, GIST, ['14:1 !body-undeclared']],
    [
      'a text of unknown origin',
      { text: '{ state: full }' },
      '### Điều 1. Phạm vi\n',
      ['2:16 text-without-origin'],
    ],
    ['a label with a gist', OUTLINE, GIST.replace('### Điều 1. Phạm vi', '**1.**'), []],
    ['words outside of a gist', OUTLINE, `${GIST}\nLời khác.\n`, ['22:1 !outline-with-text']],
    ['words beside a label', OUTLINE, '**1.** Lời khác.\n', ['14:1 !outline-with-text']],
    [
      'a gist without source',
      OUTLINE,
      GIST.replace(' sources="s1"', ''),
      ['16:1 !gist-without-source'],
    ],
    ['a gist with an unknown source', OUTLINE, GIST.replace('s1', 's8'), ['16:1 !source-unknown']],
    [
      'a heading in our words, nothing more',
      OUTLINE,
      '### Điều 1.\n\n<Gist title="Về sách">\n\n</Gist>\n',
      [],
    ],
  ])('%s', (_, fields, body, expected) => {
    expect(findRecordProblems(fields, body)).toEqual(expected);
  });

  test('a gist in a full text is warned about', () => {
    const fields = {
      text: '{ state: full }',
      source: '{ file: a.docx, sha256: x, method: docx }',
      fidelity: '{ profile: v1, chars: 1, sha256: x, unexplained: 0 }',
    };
    expect(findRecordProblems(fields, GIST)).toEqual(['18:1 gist-in-full-text']);
  });

  test.each([
    ['a full text', { state: 'full', line: '18:1 !gap-in-full-text' }, '### Điều 1.\n\n<Gap />\n'],
    [
      'an instrument issued with it',
      { state: 'full', line: '20:1 !gap-in-full-text' },
      '<Attached>\n\n# QUY CHẾ\n\n<Gap />\n\n</Attached>\n',
    ],
    ['an outline', { state: 'outline', line: null }, '### Điều 1.\n\n<Gap />\n\n### Điều 7.\n'],
  ])('the mark of a gap is refused but in an outline: %s', (_, { state, line }, body) => {
    const imported = {
      source: '{ file: a.docx, sha256: x, method: docx }',
      fidelity: '{ profile: v1, chars: 1, sha256: x, unexplained: 0 }',
    };
    const fields = { text: `{ state: ${state} }`, ...(state === 'full' ? imported : {}) };
    const found = findRecordProblems(fields, body).filter((one) => one.includes('gap-'));
    expect(found).toEqual(line === null ? [] : [line]);
  });

  test('a source that only a gist names is in use', () => {
    const sources =
      '[{ id: s1, url: a, title: A }, { id: s2, url: b, title: B, seen: [symbol, title, issuer, issuedDate] }]';
    expect(findRecordProblems({ ...OUTLINE, sources }, GIST)).toEqual([]);
  });
});

describe('mark-up that is not allowed in a document', () => {
  test.each([
    ['an import', "import x from 'y'\n", '!esm-not-allowed'],
    ['an expression', 'Có {1 + 1} điều.\n', '!expression-not-allowed'],
    ['a component', '<Chart />\n', '!tag-not-allowed'],
    ['HTML', '<script>alert(1)</script>\n', '!tag-not-allowed'],
    ['a comment', '<!-- x -->\n', '!comment-not-allowed'],
    ['a list', '- một\n- hai\n', '!list-not-allowed'],
    ['an image', '![x](y.png)\n', '!image-not-allowed'],
  ])('%s', (_, body, id) => {
    const problems = findRecordProblems(OUTLINE, body);
    expect(problems.some((problem) => problem.endsWith(` ${id}`))).toBe(true);
  });

  test('is found in a body whose front matter is broken', () => {
    const body = `Có {1}.\n\n${GIST}`;
    const file = { path: 'van-ban/luat/x.mdx', text: `---\na: [1\n---\n\n${body}` };
    expect(findProblems([file])).toEqual([
      'x:3:1 !front-matter-syntax',
      'x:5:4 !expression-not-allowed',
    ]);
  });
});

describe('letters', () => {
  test.each<[string, Fields, string[]]>([
    ['composed', { title: 'Quyết định thử' }, []],
    ['decomposed', { title: 'Quyết định thử'.normalize('NFD') }, ['2:8 !text-not-nfc']],
    [
      'one word decomposed',
      { title: `Quyết định ${'thử'.normalize('NFD')}` },
      ['2:19 !text-not-nfc'],
    ],
    ['a sign that NFC changes', { title: 'Đo bằng \u2126' }, ['2:16 !text-not-nfc']],
    ['eth for đ', { title: 'Quyết \u00D0ịnh' }, ['2:14 !letter-look-alike']],
    ['a Cyrillic letter', { title: 'Thông tư BT\u0421' }, ['2:17 !letter-look-alike']],
    [
      'a Cyrillic word that looks Latin',
      { title: 'Mẫu \u0422\u0422' },
      ['2:12 !letter-look-alike'],
    ],
    ['a lone Cyrillic letter', { title: 'Mẫu \u0410' }, ['2:12 !letter-look-alike']],
    ['a Russian word', { title: 'Báo \u041F\u0440\u0430\u0432\u0434\u0430' }, []],
    ['Greek signs', { title: 'Điện trở 5 kΩ, góc α, ΔT' }, []],
    ['full-width figures', { title: 'Mẫu \uFF11\uFF12' }, ['2:12 !letter-look-alike']],
    ['a zero-width space', { title: 'Thư\u200Bviện' }, ['2:8 !character-invisible']],
    ['a soft hyphen by itself', { title: 'Thư \u00AD viện' }, ['2:12 !character-invisible']],
    ['spaces too many', { title: '"Thư  viện "' }, ['2:8 spacing']],
    ['a value cut by a #', { title: 'Thư viện #1' }, ['2:8 value-cut']],
    ['a # that belongs to the value', { title: '"Thư viện #1"' }, []],
  ])('%s', (_, fields, expected) => {
    expect(findRecordProblems(fields)).toEqual(expected);
  });

  test('says which word and what was meant', () => {
    const { problems } = validate([
      documentFile('901-qd-tv-2031', { title: `BT\u0421 ${'thử'.normalize('NFD')}` }),
    ]);
    const values = problems.filter(({ line }) => line === 2).map((problem) => problem.values);
    expect(values).toContainEqual({ word: 'thử', more: '0' });
    expect(values).toContainEqual({
      word: 'BT\u0421',
      proper: 'BTC',
      letter: '\u0421',
      code: 'U+0421',
    });
  });

  test('reports a decomposed file line by line, and where to stop counting', () => {
    const body = 'thử\n'.normalize('NFD').repeat(30);
    const problems = findProblems([entryFile('trang/x', { title: 'X', description: 'Y' }, body)]);
    expect(problems).toHaveLength(5);
    expect(problems.at(-1)).toBe('x:10:1 !text-not-nfc-more');
  });

  test('an imported text keeps the letters of the original', () => {
    const fields = {
      text: '{ state: full }',
      source: '{ file: a.docx, sha256: x, method: docx }',
      fidelity: '{ profile: v1, chars: 1, sha256: x, unexplained: 0 }',
    };
    const body = '### Điều 1. Quyết \u00D0ịnh\n\nThư\u200Bviện.\n';
    expect(findRecordProblems(fields, body)).toEqual([
      '16:19 letter-look-alike',
      '18:1 character-invisible',
    ]);
    expect(findRecordProblems(OUTLINE, body)).toEqual([
      '14:19 !letter-look-alike',
      '16:1 !character-invisible',
    ]);
  });
});

describe('the tone in our own words', () => {
  test.each<[string, Fields, string[]]>([
    ['a short title', { shortTitle: 'Uỷ ban hoà giải' }, ['2:13 tone-placement']],
    ['a note', { status: '{ value: unknown, note: chưa rõ thuỷ lợi }' }, ['2:33 tone-placement']],
    ['an open question', { openQuestions: '[Hoà giải ở đâu?]' }, ['2:17 tone-placement']],
    ['words that only look so', { shortTitle: 'Quý, quỹ, hoàn, khoản, thuế, huyện, toán' }, []],
    ['the official title', { title: 'Uỷ ban hoà giải' }, []],
  ])('%s', (_, fields, expected) => {
    expect(findRecordProblems(fields)).toEqual(expected);
  });

  test('is placed in gists and on our pages', () => {
    const page = entryFile('trang/x', { title: 'X', description: 'Uỷ ban' }, 'Hoà giải.\n');
    const gist = documentFile('901-qd-tv-2031', OUTLINE, GIST.replace('tóm lược', 'hoà giải'));
    expect(findProblems([page, gist])).toEqual([
      'x:3:1 tone-placement',
      'x:6:1 tone-placement',
      '901-qd-tv-2031:18:1 tone-placement',
    ]);
  });
});

describe('pages, topics, issuers and terms', () => {
  test.each<[string, string, string[]]>([
    [
      'plain Markdown',
      '## Mục\n\nLời **đậm**, [liên kết](/van-ban.html#x), <kbd>Ctrl</kbd>.\n\n- một\n',
      [],
    ],
    ['an import', "import x from 'y'\n\nLời.\n", ['6:1 !prose-code']],
    ['an expression', 'Lời {1 + 1}.\n', ['6:5 !prose-code']],
    ['a component', '<Chart data="x" />\n', ['6:1 !prose-code']],
    ['an attribute', '<kbd onclick="x">Ctrl</kbd>\n', ['6:1 !prose-code']],
    ['what cannot be read', 'Nhỏ <hơn 5\n', ['6:10 !prose-syntax']],
    ['an unclosed brace', 'Lời {chưa\n', ['6:10 !prose-syntax']],
    [
      'two slips and what stands between them',
      'Lời {chưa\n\n<Chart />\n\n```\n{\n\n<x\n```\n\nNhỏ <hơn 5\n',
      ['6:10 !prose-syntax', '8:1 !prose-code', '16:10 !prose-syntax'],
    ],
    ['a link that runs code', '[x](javascript:alert)\n', ['6:1 !prose-link-scheme']],
    ['a link without a scheme of its own', '[x](//thu.example.vn/)\n', ['6:1 !prose-link-scheme']],
    ['links', '[x](https://thu.example.vn) [y](mailto:a@thu.example.vn) [z](a.html)\n', []],
    [
      'an image from the network',
      '![x](https://thu.example.vn/a.png)\n',
      ['6:1 !prose-image-foreign'],
    ],
    ['an image of our own', '![x](a.png)\n', []],
  ])('%s', (_, body, expected) => {
    const problems = findProblems([entryFile('trang/x', { title: 'X', description: 'Y' }, body)]);
    expect(problems.map((problem) => problem.replace('x:', ''))).toEqual(expected);
  });
});

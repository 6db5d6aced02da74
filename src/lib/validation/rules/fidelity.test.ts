import { describe, expect, test } from 'vitest';
import { pageStream, textPieces } from '../../fidelity/provenance.ts';
import { sha256 } from '../../fidelity/sha256.ts';
import { parseBody } from '../../provision/parse-body.ts';
import { documentFile, findProblems } from '../corpus-for-tests.ts';
import { validate } from '../validate.ts';

const BODY = '### Điều 1. Phạm vi\n\n**1.** Thư viện xã.\n\n**2.** Tủ sách thôn.\n';
const { tree } = parseBody(BODY);
const DIGEST = sha256(pageStream(tree));
const SIDECAR = JSON.stringify({ version: 1, provisions: textPieces(tree) });

function imported(body: string, digest = DIGEST): ReturnType<typeof documentFile> {
  return documentFile(
    '901-qd-tv-2031',
    {
      text: '{ state: full }',
      source: '{ file: goc.docx, sha256: a, method: docx }',
      fidelity: `{ profile: v1, chars: 40, sha256: "${digest}", unexplained: 0 }`,
    },
    body,
  );
}

function sidecar(source: string): ReadonlyMap<string, string> {
  return new Map([['van-ban/quyet-dinh/901-qd-tv-2031.provenance.json', source]]);
}

describe('an imported text', () => {
  test('is in order as it was imported, and after a change of mark-up alone', () => {
    expect(findProblems([imported(BODY)])).toEqual([]);
    expect(findProblems([imported(BODY.replace('**2.**', '2\\.'))])).toEqual([]);
  });

  test('with one other character is reported with its unit', () => {
    const files = [imported(BODY.replace('Tủ', 'Tù'))];
    const { problems } = validate(files, { provenance: sidecar(SIDECAR) });
    expect(problems.filter(({ id }) => id.startsWith('text-'))).toMatchObject([
      {
        id: 'text-changed',
        severity: 'error',
        line: 20,
        values: { label: 'khoản 2 Điều 1', count: '1', expected: 'ủ', found: 'ù' },
      },
    ]);
    expect(findProblems(files, { provenance: sidecar(SIDECAR) })).toEqual([
      '901-qd-tv-2031:20:1 !text-changed',
    ]);
  });

  test.each([
    ['no sidecar', new Map<string, string>(), 'text-changed-somewhere'],
    ['a broken sidecar', sidecar('{'), 'provenance-broken'],
    ['a sidecar of something else', sidecar('{"version":2}'), 'provenance-broken'],
  ])('is reported as a whole with %s', (_, provenance, id) => {
    const found = findProblems([imported(BODY.replace('Tủ', 'Tù'))], { provenance });
    expect(found).toEqual([`901-qd-tv-2031:1:1 !${id}`]);
  });

  test.each([
    ['a blank inside a word', 'Tủ s ách', ['901-qd-tv-2031:20:1 text-spacing-changed']],
    ['two words run together', 'Tủsách', ['901-qd-tv-2031:20:1 text-spacing-changed']],
    ['a no-break space', 'Tủ\u00A0sách', ['901-qd-tv-2031:20:1 text-spacing-changed']],
    ['a line break', 'Tủ \\\nsách', ['901-qd-tv-2031:20:1 text-spacing-changed']],
    ['two spaces', 'Tủ  sách', []],
  ])('with %s', (_, words, expected) => {
    const files = [imported(BODY.replace('Tủ sách', words))];
    expect(findProblems(files, { provenance: sidecar(SIDECAR) })).toEqual(expected);
  });

  test.each([
    ['two words run together', 'Tủsách', ['901-qd-tv-2031:20:1 text-spacing-changed']],
    ['a no-break space', 'Tủ\u00A0sách', []],
  ])('with %s and a sidecar that knows no kinds of blanks', (_, words, expected) => {
    // What older imports wrote of “khoản 2”: SHA-256 of “2. Tủ sách thôn.”, shortened.
    const spacing = sha256('2. Tủ sách thôn.').slice(0, 16);
    const pieces = textPieces(tree).map(({ id, label, text }) =>
      id === 'd1-2' ? { id, label, text, spacing } : { id, label, text },
    );
    const files = [imported(BODY.replace('Tủ sách', words))];
    const old = sidecar(JSON.stringify({ version: 1, provisions: pieces }));
    expect(findProblems(files, { provenance: old })).toEqual(expected);
  });

  test('with other blanks and a sidecar that does not know them, says nothing', () => {
    const pieces = textPieces(tree).map(({ id, label, text }) => ({ id, label, text }));
    const old = sidecar(JSON.stringify({ version: 1, provisions: pieces }));
    const files = [imported(BODY.replace('Tủ sách', 'Tủsách'))];
    expect(findProblems(files, { provenance: old })).toEqual([]);
  });

  test('that lost its last unit is reported', () => {
    const found = findProblems([imported(BODY.replace('\n**2.** Tủ sách thôn.\n', ''))], {
      provenance: sidecar(SIDECAR),
    });
    expect(found).toHaveLength(1);
  });
});

describe('a text that a machine read from pictures', () => {
  function recognised(body: string, more = ''): ReturnType<typeof documentFile> {
    const fidelity = `{ profile: v1, chars: 40, sha256: "${DIGEST}", unexplained: 0${more} }`;
    const source = '{ file: goc.pdf, sha256: a, method: ocr }';
    return documentFile(
      '901-qd-tv-2031',
      { text: '{ state: ocr-unchecked }', source, fidelity },
      body,
    );
  }
  const problems = (file: ReturnType<typeof documentFile>) =>
    validate([file], { provenance: sidecar(SIDECAR) }).problems.filter(({ id }) =>
      /^(?:ocr|checked|text)-/.test(id),
    );

  test('may be corrected, and says which unit nobody has compared yet', () => {
    expect(problems(recognised(BODY))).toMatchObject([
      {
        id: 'ocr-units-unchecked',
        severity: 'warning',
        values: { done: '0', count: '1', next: 'Điều 1', id: 'd1' },
      },
    ]);
    const corrected = recognised(BODY.replace('Tủ', 'Tù'), ', checkedBy: Thử, checked: [d1]');
    expect(problems(corrected)).toMatchObject([
      { id: 'ocr-corrected', severity: 'warning', values: { count: '1' } },
    ]);
  });

  test('is not ticked for a unit that is not there, or by nobody', () => {
    const ids = problems(recognised(BODY, ', checked: [d1, d9]')).map(({ id }) => id);
    expect(ids.sort()).toEqual(['checked-by-nobody', 'checked-unknown']);
  });
});

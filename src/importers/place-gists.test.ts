import { expect, test } from 'vitest';
import { parseGistFile } from '../lib/library/gist-file.ts';
import { parseBody } from '../lib/provision/parse-body.ts';
import type { ProvisionTree } from '../lib/provision/types.ts';
import { placeGists } from './place-gists.ts';

const NOTHING = { aliases: new Map<string, string>(), accepted: new Set<string>() };

function gist(text: string): string {
  return `<Gist sources="s1">\n\n${text}\n\n</Gist>\n`;
}

function treeOf(body: string): ProvisionTree {
  const { tree, problems } = parseBody(body);
  expect(problems).toEqual([]);
  return tree;
}

const OUTLINE = treeOf(
  [
    '### Điều 1. Phạm vi\n',
    gist('Nói về phạm vi.'),
    '### Điều 2. Thủ thư\n',
    gist('Nói về thủ thư.'),
    '**1.**\n',
    gist('Nói về khoản 1.'),
    '### Điều 3.\n',
    gist('Nói về Điều 3.'),
  ].join('\n'),
);
const TEXT = treeOf(
  [
    '### Điều 1. Phạm vi điều chỉnh\n',
    'Quy chế áp dụng trong xã.\n',
    '### Điều 2. Kinh phí hằng năm\n',
    '**1.** Xã chi tiền.\n',
  ].join('\n'),
);

test('gists go to the units that they are about; others are kept with the reason', () => {
  const { file, placed, kept } = placeGists(OUTLINE, [], TEXT, NOTHING);
  expect(parseGistFile(file)).toMatchObject({
    placed: [{ anchor: 'd1' }, { anchor: 'd2-1' }],
    problems: [],
  });
  expect(placed).toBe(2);
  expect(kept.map(({ id, reason }) => `${id} ${reason}`)).toEqual(['d2 other', 'd3 gone']);
  expect(kept[1]?.text).toBe(gist('Nói về Điều 3.').trim());
});

test('what the clerk decides about published ids holds for gists too', () => {
  const decided = { aliases: new Map([['d3', 'd1']]), accepted: new Set(['d2']) };
  const { file, kept } = placeGists(OUTLINE, [], TEXT, decided);
  expect(parseGistFile(file).placed.map(({ anchor }) => anchor)).toEqual(['d1', 'd2', 'd2-1']);
  expect(kept).toMatchObject([{ id: 'd3', reason: 'second' }]);
});

test('placing again changes nothing, and what was kept gets its place once it is there', () => {
  const first = placeGists(OUTLINE, [], TEXT, NOTHING);
  const again = placeGists(withFile(TEXT, first.file), first.kept, TEXT, NOTHING);
  expect(again).toEqual(first);
  const whole = treeOf('### Điều 2. Thủ thư\n\n### Điều 3. Hiệu lực\n');
  const better = placeGists(null, first.kept, whole, NOTHING);
  expect(parseGistFile(better.file).placed.map(({ anchor }) => anchor)).toEqual(['d2', 'd3']);
  expect(better.kept).toEqual([]);
});

/** A text with its gists, as the library shows it. */
function withFile(tree: ProvisionTree, file: string): ProvisionTree {
  const copy = structuredClone(tree);
  for (const { anchor, gist: words } of parseGistFile(file).placed)
    copy.byId.get(anchor)?.blocks.splice(1, 0, words);
  return copy;
}

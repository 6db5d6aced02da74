import { expect, test } from 'vitest';
import { parseFrontMatter } from '../../lib/library/front-matter.ts';
import { parseBody } from '../../lib/provision/parse-body.ts';
import { validate } from '../../lib/validation/validate.ts';
import { readFullTexts } from './corpora.ts';

const files = await readFullTexts();

/** Ids of the units of a file, whatever is wrong with it. */
function idsOf(text: string): string[] {
  return [...parseBody(parseFrontMatter(text).body).tree.byId.keys()];
}

test('decomposed letters are refused at their place, and never make other ids', () => {
  const decomposed = files.map(({ path, text }) => ({ path, text: text.normalize('NFD') }));
  const { problems } = validate(decomposed);
  const refused = new Set(
    problems.filter(({ severity }) => severity === 'error').map(({ path }) => path),
  );
  for (const { path } of files.filter(({ path }) => path.startsWith('van-ban/')))
    expect(refused).toContain(path);
  for (const { path, text } of files)
    expect(idsOf(text.normalize('NFD')), path).toEqual(idsOf(text));
});

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildLibrary } from '../lib/library/build-library.ts';
import type { ContentFile } from '../lib/library/types.ts';
import { checkLibrary } from '../lib/validation/validate.ts';
import { readContent } from './read-content.ts';
import { SoundFiles } from './sound-files.ts';

const CONTENT = 'src/e2e/fixtures/full-text/content';

let folder: string;
let memory: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sound-files-'));
  memory = join(folder, 'sub', 'sound.json');
});
afterEach(() => rm(folder, { recursive: true }));

/** Check files as a build does, and remember which were sound. */
function check(files: readonly ContentFile[], code = 'code') {
  const known = new SoundFiles(memory, code);
  const result = buildLibrary(files, (file) => known.recall(file));
  const report = checkLibrary(result, { remembered: known.remembered(files) });
  const { problems } = report;
  known.save(result.readings, report);
  const used = files.filter((file) => known.has(file)).length;
  return { problems, used, documents: result.library.documents };
}

/** Good and bad things that happen to a file; the bad ones break rules of one file and of several. */
const EDITS: ((text: string) => string)[] = [
  (text) => `${text}\n\nĐọc sách.\n`,
  (text) => `${text}\n\n\n\nĐọc  sách. \n`,
  (text) => `${text}\n\n<script>đọc</script>\n`,
  (text) => `${text}\n\nĐọc\u200B sách.\n`,
  (text) => text.normalize('NFD'),
  (text) => text.replace('title: ', 'title: <b>'),
  (text) => text.replace('title: ', 'title:  Sách # '),
  (text) => text.replace(/issuedDate: .*/, 'issuedDate: 2031-13-01'),
  (text) => text.replace(/issuer: .*/, 'issuer: khong-co'),
  (text) => text.replace('sách', 'sаch'),
  (text) => text.replace(/state: \S+/, 'state: none'),
  (text) => text.replaceAll('### Điều 2.', '### Điều 1.'),
  (text) => text.replaceAll('\n', '\r\n'),
];

test('after any edits the problems and the documents are those of a first check', async () => {
  const start = await readContent(CONTENT);
  const edits = fc.array(fc.tuple(fc.constantFrom(...EDITS), fc.nat()), { maxLength: 4 });
  let found = 0;
  fc.assert(
    fc.property(fc.array(edits, { minLength: 1, maxLength: 4 }), (builds) => {
      let files = start;
      check(files);
      for (const build of builds) {
        for (const [change, at] of build) {
          const chosen = files[at % files.length];
          files = files.map((file) =>
            file === chosen ? { ...file, text: change(file.text) } : file,
          );
        }
        const again = check(files);
        const first = buildLibrary(files);
        expect(again.problems).toEqual(checkLibrary(first).problems);
        expect(again.documents).toEqual(first.library.documents);
        found += again.problems.length;
      }
    }),
    { numRuns: 40 },
  );
  expect(found).toBeGreaterThan(100);
});

test('a file with an error is not remembered, nor anything for other code', async () => {
  const files = await readContent(CONTENT);
  expect(check(files).used).toBe(0);
  const sound = check(files).used;
  expect(sound).toBeGreaterThan(files.length / 2);
  const bad = files.map((file, at) => (at === 0 ? { ...file, text: `${file.text}\u200B` } : file));
  expect(check(bad).problems.length).toBeGreaterThan(check(files).problems.length);
  check(bad);
  expect(check(bad).used).toBeLessThan(sound);
  expect(check(files, 'other code').used).toBe(0);
});

test('nothing is used of a damaged memory', async () => {
  const files = await readContent(CONTENT);
  check(files);
  const kept = await readFile(memory, 'utf8');
  await writeFile(memory, kept.slice(0, -20));
  expect(check(files).used).toBe(0);
});

import { Refusal } from '../../importers/import-error.ts';
import { checkLecture, createChecker, type Checker } from '../../lib/checker/check-lecture.ts';
import { reviveLibrary, type PortableLibrary } from '../../lib/checker/portable-library.ts';
import type { CheckerScope, CheckSource, PackedFile, ToChecker } from './messages.ts';
import { readFileText } from './read-file.ts';
import { readTexts, unpack } from './read-texts.ts';

/** Longer texts are no lecture: some 1,500 pages. */
const LONGEST_TEXT = 5_000_000;

/** Answer the messages of a page with a checker. One check at a time. */
export function serveChecker(scope: CheckerScope): void {
  let checker: Promise<Checker> | undefined;
  const waiting = new Map<string, (content: unknown) => void>();

  const read = (name: string): Promise<unknown> =>
    new Promise((resolve) => {
      waiting.set(name, resolve);
      scope.postMessage({ type: 'read', name });
    });

  const check = async (source: CheckSource, asOf: string): Promise<void> => {
    scope.postMessage({ type: 'stage', stage: 'read', characters: 0, share: 0 });
    const text = await readSource(source);
    if (!checker) throw new Error('asked before a library was opened');
    const { length: characters } = text;
    const result = await checkLecture(
      text,
      asOf,
      await checker,
      readTexts(read),
      (stage, share) => {
        scope.postMessage({ type: 'stage', stage, characters, share });
      },
    );
    scope.postMessage({ type: 'done', text, result });
  };

  scope.addEventListener('message', ({ data }: { data: ToChecker }) => {
    if (data.type === 'open') checker = openChecker(data.library);
    else if (data.type === 'file') waiting.get(data.name)?.(data.content);
    else
      check(data.source, data.asOf).catch((error: unknown) => {
        report(scope, error);
      });
  });
  scope.postMessage({ type: 'ready' });
}

async function openChecker(packed: PackedFile): Promise<Checker> {
  return createChecker(reviveLibrary((await unpack(packed)) as PortableLibrary));
}

async function readSource(source: CheckSource): Promise<string> {
  const text =
    source.type === 'text' ? source.text : await readFileText(new Uint8Array(source.bytes));
  if (text.length > LONGEST_TEXT) throw new Refusal('text-too-long');
  if (text.trim() === '') throw new Refusal('no-words');
  return text;
}

function report(scope: CheckerScope, error: unknown): void {
  if (error instanceof Refusal) {
    scope.postMessage({ type: 'refused', id: error.id, values: error.values });
  } else {
    scope.postMessage({ type: 'failed', reason: String(error) });
  }
}

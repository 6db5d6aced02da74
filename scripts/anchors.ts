/**
 * Lock the published anchors: `npm run anchors -- [--check] [--alias slug#id=id] … [folder]`.
 *
 * Exit code 0: the lock is up to date; 1: it is not, and says why; 2: wrong usage, or the folder
 * cannot be read.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { contentDirectory, readContent } from '../src/content/read-content.ts';
import { formatProblems } from '../src/i18n/describe-problem.ts';
import { message } from '../src/i18n/messages.ts';
import { EMPTY_LOCK, formatLock, LOCK_FILE, type AnchorLock } from '../src/lib/anchors/lock.ts';
import {
  acceptUnit,
  addAlias,
  addTombstone,
  compareLocks,
  removeDocument,
  updateLock,
  type LockChange,
  type Trees,
} from '../src/lib/anchors/update-lock.ts';
import { buildLibrary } from '../src/lib/library/build-library.ts';
import type { LibraryResult } from '../src/lib/library/types.ts';
import { buildContext } from '../src/lib/validation/context.ts';
import type { Problem } from '../src/lib/validation/problem.ts';
import { checkPublishedAnchors } from '../src/lib/validation/rules/anchors.ts';
import { runCommand, UsageError } from './command.ts';

const OPTIONS = {
  check: { type: 'boolean' },
  alias: { type: 'string', multiple: true },
  tombstone: { type: 'string', multiple: true },
  accept: { type: 'string', multiple: true },
  remove: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
} as const;

process.exitCode = await runCommand(message('anchors.help'), () => main(process.argv.slice(2)));

async function main(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args);
  if (values.help) {
    console.log(message('anchors.help'));
    return 0;
  }
  return run(positionals[0] ?? contentDirectory(), values);
}

function readArguments(args: string[]) {
  try {
    const parsed = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    if (parsed.positionals.length <= 1) return parsed;
  } catch {
    // Said below, in one way for every misuse.
  }
  throw new UsageError(message('anchors.usage', { args: args.join(' ') }));
}

type Values = ReturnType<typeof readArguments>['values'];

async function run(folder: string, values: Values): Promise<number> {
  const result = await readLibrary(folder);
  const broken = result.problems.filter(({ severity }) => severity === 'error');
  if (broken.length > 0) return refuse(message('anchors.broken'), broken, folder);

  const before = result.library.anchorLock ?? EMPTY_LOCK;
  const trees = new Map(result.library.documents.map(({ slug, tree }) => [slug, tree]));
  const edited = applyEdits(before, trees, values);
  const lost = findErrors(result, edited);
  if (lost.length > 0) return refuse(message('anchors.refused'), lost, folder);

  const now = updateLock(edited, trees);
  for (const change of compareLocks(before, now)) console.log(describeChange(change));
  return settle(folder, formatLock(before), now, values.check ?? false);
}

async function readLibrary(folder: string): Promise<LibraryResult> {
  try {
    return buildLibrary(await readContent(folder));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new UsageError(message('anchors.folder-unreadable', { folder }));
  }
}

function applyEdits(before: AnchorLock, trees: Trees, values: Values): AnchorLock {
  let lock = before;
  for (const text of values.remove ?? []) {
    const [slug, note] = splitEdit(text);
    if (!lock.documents[slug]) throw new UsageError(message('anchors.unknown', { what: slug }));
    lock = removeDocument(lock, slug, note);
  }
  for (const text of values.alias ?? []) {
    const [place, target] = splitEdit(text);
    lock = addAlias(lock, ...lockedPlace(lock, place), target);
  }
  for (const text of values.tombstone ?? []) {
    const [place, note] = splitEdit(text);
    lock = addTombstone(lock, ...lockedPlace(lock, place), note);
  }
  for (const place of values.accept ?? []) {
    const [slug, id] = lockedPlace(lock, place);
    const tree = trees.get(slug);
    if (tree) lock = acceptUnit(lock, slug, id, tree);
  }
  return lock;
}

/** `a=b`, neither of them empty. */
function splitEdit(text: string): [string, string] {
  const [, place, value] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  if (place === undefined || value === undefined)
    throw new UsageError(message('anchors.usage', { args: text }));
  return [place, value.trim()];
}

/** `slug#id` of an id that the lock knows. */
function lockedPlace(lock: AnchorLock, place: string): [string, string] {
  const [slug = '', id = ''] = place.split('#');
  const document = lock.documents[slug];
  const isKnown = [document?.units, document?.aliases, document?.tombstones].some(
    (ids) => ids !== undefined && Object.hasOwn(ids, id),
  );
  if (!isKnown) throw new UsageError(message('anchors.unknown', { what: place }));
  return [slug, id];
}

function findErrors(result: LibraryResult, lock: AnchorLock): Problem[] {
  const library = { ...result.library, anchorLock: lock };
  const problems = checkPublishedAnchors(buildContext({ ...result, library }, null));
  return problems.filter(({ severity }) => severity === 'error');
}

function refuse(reason: string, problems: readonly Problem[], folder: string): number {
  console.error(`${formatProblems(problems, folder)}\n\n${reason}`);
  return 1;
}

function describeChange({ kind, slug, id, label, before, now }: LockChange): string {
  return message(`anchors.change.${kind}`, { slug, id, label, before, now }).trimEnd();
}

async function settle(
  folder: string,
  before: string,
  now: AnchorLock,
  isCheck: boolean,
): Promise<number> {
  const written = formatLock(now);
  const documents = Object.values(now.documents);
  const units = documents.reduce((sum, document) => sum + Object.keys(document.units).length, 0);
  const counts = { documents: documents.length, units, file: join(folder, LOCK_FILE) };
  if (written === before) console.log(message('anchors.same', counts));
  else if (isCheck) console.error(message('anchors.stale'));
  else {
    await writeFile(counts.file, written);
    console.log(message('anchors.written', counts));
  }
  return isCheck && written !== before ? 1 : 0;
}

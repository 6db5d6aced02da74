/**
 * Say what an edition brought: `npm run changes -- [--json] [--save] <old edition> [<new edition>]`.
 *
 * Exit code 0: compared, whatever differs; 2: wrong usage, or an edition cannot be read.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CHANGES_FOLDER } from '../src/content/read-changes.ts';
import { digestContent } from '../src/content/digest-content.ts';
import { contentDirectory, readContent } from '../src/content/read-content.ts';
import { readEdition } from '../src/content/read-edition.ts';
import { describeChanges } from '../src/i18n/describe-changes.ts';
import { message } from '../src/i18n/messages.ts';
import { writeFiles } from '../src/importers/write-files.ts';
import {
  compareEditions,
  formatChanges,
  type EditionChanges,
} from '../src/lib/edition/compare-editions.ts';
import { takeSnapshot, type EditionSnapshot } from '../src/lib/edition/snapshot.ts';
import { buildLibrary } from '../src/lib/library/build-library.ts';
import { describeEdition } from '../src/lib/library/edition.ts';
import { runCommand, UsageError } from './command.ts';

const OPTIONS = {
  json: { type: 'boolean' },
  save: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

process.exitCode = await runCommand(message('changes.help'), () => main(process.argv.slice(2)));

async function main(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args);
  if (values.help) {
    console.log(message('changes.help'));
    return 0;
  }
  const [old = '', recent] = positionals;
  const before = await requireEdition(old);
  const now = recent === undefined ? await snapshotContent() : await requireEdition(recent);
  const changes = compareEditions(before, now);
  console.log(values.json ? formatChanges(changes).trimEnd() : describeChanges(changes));
  if (values.save) await save(changes);
  return 0;
}

function readArguments(args: string[]) {
  try {
    const parsed = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const count = parsed.positionals.length;
    if (parsed.values.help || count === 1 || count === 2) return parsed;
  } catch {
    // Said below, in one way for every misuse.
  }
  throw new UsageError(message('changes.usage', { args: args.join(' ') }));
}

async function requireEdition(path: string): Promise<EditionSnapshot> {
  const snapshot = await readEdition(path);
  if (!snapshot) throw new UsageError(message('changes.no-edition', { path }));
  return snapshot;
}

/** The content folder as it stands, as if it were built now. */
async function snapshotContent(): Promise<EditionSnapshot> {
  const folder = contentDirectory();
  try {
    const files = await readContent(folder);
    const { library } = buildLibrary(files);
    const edition = describeEdition(library, digestContent(files), process.env.SOURCE_DATE);
    return takeSnapshot(library, edition);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new UsageError(message('validate.folder-unreadable', { folder }));
  }
}

/** Write the changes down for the page that tells readers of them. */
async function save(changes: EditionChanges): Promise<void> {
  if (changes.documents.length === 0) {
    console.error(message('changes.nothing-to-save'));
    return;
  }
  if (changes.now === null) throw new UsageError(message('changes.no-day'));
  const folder = join(contentDirectory(), CHANGES_FOLDER);
  const name = freeName(folder, changes.now);
  await writeFiles(folder, new Map([[name, formatChanges(changes)]]));
  console.error(message('changes.saved', { file: join(folder, name) }));
}

/** `<day>-1.json`, or the next number that is free: a day may have several editions. */
function freeName(folder: string, day: string): string {
  for (let count = 1; ; count++) {
    const name = `${day}-${count}.json`;
    if (!existsSync(join(folder, name))) return name;
  }
}

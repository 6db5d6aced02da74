/**
 * Write the data of a library apart from its site: `npm run data -- --out <folder>
 * [--format files|opensearch] [content folder]`.
 *
 * Exit code 0: written; 1: the content has errors, or the folder cannot be written; 2: wrong usage.
 */
import { mkdirSync, readdirSync, renameSync, writeFileSync, existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { contentDirectory, readContent } from '../src/content/read-content.ts';
import { message } from '../src/i18n/messages.ts';
import { writeDataFiles } from '../src/integrations/exports/write-exports.ts';
import { OPENSEARCH_INDEX, openSearchBulk } from '../src/lib/export/opensearch.ts';
import { buildLibrary } from '../src/lib/library/build-library.ts';
import type { Library } from '../src/lib/library/types.ts';
import { formatProblems } from '../src/i18n/describe-problem.ts';

const OPTIONS = {
  out: { type: 'string' },
  format: { type: 'string', default: 'files' },
  help: { type: 'boolean', short: 'h' },
} as const;
const WRITERS: Readonly<Record<string, (library: Library, folder: string) => void>> = {
  files: (library, folder) => {
    writeDataFiles(library, folder);
  },
  opensearch: writeOpenSearch,
};
const OPENSEARCH_NAME = 'thu-vien-dan-van';
/** Bytes of one file of rows; servers refuse larger requests. */
const REQUEST_BYTES = 8_000_000;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const usage = readArguments(args);
  if (usage?.values.help) {
    console.log(message('exports.help'));
    return 0;
  }
  const write = WRITERS[usage?.values.format ?? ''];
  if (usage?.values.out === undefined || write === undefined || usage.positionals.length > 1) {
    console.error(`${message('exports.usage', { args: args.join(' ') })}\n`);
    console.error(message('exports.help'));
    return 2;
  }
  return run(resolve(usage.values.out), usage.positionals[0] ?? contentDirectory(), write);
}

function readArguments(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch {
    return null;
  }
}

async function run(
  folder: string,
  content: string,
  write: (library: Library, folder: string) => void,
): Promise<number> {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    console.error(message('exports.not-empty', { folder }));
    return 1;
  }
  const files = await readContent(content).catch(() => null);
  if (files === null) {
    console.error(message('exports.folder-unreadable', { folder: content }));
    return 1;
  }
  const { library, problems } = buildLibrary(files);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    console.error(formatProblems(errors, content));
    return 1;
  }
  const staging = `${folder}.tmp`;
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  write(library, staging);
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  renameSync(staging, folder);
  console.log(message('exports.written', { count: library.documents.length, folder }));
  return 0;
}

function writeOpenSearch(library: Library, folder: string): void {
  writeFileSync(join(folder, 'index.json'), `${JSON.stringify(OPENSEARCH_INDEX, null, 1)}\n`);
  let lines: string[] = [];
  let bytes = 0;
  let part = 0;
  const flush = (): void => {
    if (lines.length === 0) return;
    writeFileSync(join(folder, `bulk-${String(part++).padStart(4, '0')}.ndjson`), lines.join(''));
    lines = [];
    bytes = 0;
  };
  for (const line of openSearchBulk(library, OPENSEARCH_NAME)) {
    lines.push(line);
    bytes += Buffer.byteLength(line);
    if (bytes > REQUEST_BYTES) flush();
  }
  flush();
}

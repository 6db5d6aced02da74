import type { Problem } from '../../../lib/validation/problem.ts';
import { CHECKSUMS_FILE } from '../../../lib/edition/checksums.ts';
import { outputProblem } from '../problems.ts';

/** Longest path below the output folder: Windows allows 260 characters with the folder in front. */
const MAX_PATH = 120;
/** Entries of one folder: FAT32 has 65,536 at most, two of them its own; some are left for readers. */
const MAX_ENTRIES = 60_000;
/** Letters of a long name that one entry takes; a short name is kept beside it. */
const LETTERS_OF_ENTRY = 13;
const NAME = /^[a-z0-9._-]+$/;

/** Names that every file system and web server keeps as they are. */
export function checkNames(paths: readonly string[]): Problem[] {
  return [
    ...paths.flatMap((path) => [
      ...(isPortable(path) ? [] : [outputProblem('name', path)]),
      ...(path.length > MAX_PATH
        ? [outputProblem('path-length', path, { length: `${path.length}`, most: `${MAX_PATH}` })]
        : []),
    ]),
    ...[...countEntries(paths)]
      .map(([folder, names]) => [folder, fatEntries(names)] as const)
      .filter(([, count]) => count > MAX_ENTRIES)
      .map(([folder, count]) =>
        outputProblem('folder-size', folder, { count: `${count}`, most: `${MAX_ENTRIES}` }),
      ),
  ];
}

/** The list of digests has the name that everybody knows; no page leads to it. */
function isPortable(path: string): boolean {
  return path === CHECKSUMS_FILE || path.split('/').every((name) => NAME.test(name));
}

/** Names directly in each folder, files and folders alike. */
function countEntries(paths: readonly string[]): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>();
  for (const path of paths) {
    const steps = path.split('/');
    steps.forEach((name, index) => {
      const folder = `${steps.slice(0, index).join('/')}/`;
      folders.set(folder, (folders.get(folder) ?? new Set()).add(name));
    });
  }
  return folders;
}

function fatEntries(names: ReadonlySet<string>): number {
  return [...names].reduce((sum, { length }) => sum + 1 + Math.ceil(length / LETTERS_OF_ENTRY), 0);
}

/** Cluster of a FAT32 stick, in bytes: the largest that Windows formats with. */
export const FAT32_CLUSTER = 32 * 1024;
/** Bytes of one entry of a FAT folder, and letters of a long name that one holds. */
const FAT_ENTRY = 32;
const LETTERS_OF_ENTRY = 13;

/** A file of a kit, as far as its place on a disk goes. */
export interface SizedFile {
  /** With `/`. */
  path: string;
  /** Bytes. */
  size: number;
}

/** What a kit takes on a disk, in bytes. */
export interface Footprint {
  /** Sum of the contents. */
  data: number;
  /** Whole clusters, those of the folders included. */
  used: number;
}

/**
 * Reckon what files take on a FAT disk: every file fills whole clusters, every folder is a file of
 * its entries.
 *
 * @param cluster Bytes of a cluster.
 */
export function footprint(files: readonly SizedFile[], cluster: number): Footprint {
  const clusters = (bytes: number): number => Math.ceil(bytes / cluster) * cluster;
  const folders = [...folderNames(files).values()].map((names) => clusters(folderSize(names)));
  const used = [...files.map(({ size }) => clusters(size)), ...folders];
  return { data: sum(files.map(({ size }) => size)), used: sum(used) };
}

/** Names in each folder; the folder at the top is ''. */
function folderNames(files: readonly SizedFile[]): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>([['', new Set()]]);
  for (const { path } of files) {
    const steps = path.split('/');
    steps.forEach((name, index) => {
      const folder = steps.slice(0, index).join('/');
      folders.set(folder, (folders.get(folder) ?? new Set()).add(name));
    });
  }
  return folders;
}

/** Two entries for the folder itself; for each name a short one and as many long ones as it needs. */
function folderSize(names: ReadonlySet<string>): number {
  const entries = [...names].map(({ length }) => 1 + Math.ceil(length / LETTERS_OF_ENTRY));
  return (2 + sum(entries)) * FAT_ENTRY;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

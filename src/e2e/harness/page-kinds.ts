/** A page of a built site. */
export interface SizedPage {
  /** Below the root, with slashes. */
  path: string;
  bytes: number;
}

/**
 * Pages that stand for all others: every page at the root, and of each folder the shortest and the
 * longest. A new kind of page has a folder of its own, and so needs no entry in a list.
 *
 * @returns Paths, sorted.
 */
export function pageKinds(pages: readonly SizedPage[]): string[] {
  const folders = new Map<string, SizedPage[]>();
  for (const page of pages) {
    const folder = page.path.slice(0, page.path.lastIndexOf('/') + 1);
    folders.set(folder, [...(folders.get(folder) ?? []), page]);
  }
  return [...folders]
    .flatMap(([folder, members]) => (folder === '' ? members : extremes(members)))
    .map(({ path }) => path)
    .sort();
}

function extremes(pages: readonly SizedPage[]): SizedPage[] {
  const sorted = pages.toSorted((a, b) => a.bytes - b.bytes || (a.path < b.path ? -1 : 1));
  return [...new Set([...sorted.slice(0, 1), ...sorted.slice(-1)])];
}

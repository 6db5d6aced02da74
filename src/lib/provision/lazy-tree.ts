import type { ProvisionTree } from './types.ts';

/**
 * A tree that is read when something of it is first looked at: most trees of a library are never
 * looked at by a build after a small change.
 *
 * @param read Called once at most. A copy of the tree (`{ ...tree }`) is one of what was read.
 */
export function lazyTree(read: () => ProvisionTree): ProvisionTree {
  let tree: ProvisionTree | undefined;
  const known = (): ProvisionTree => (tree ??= read());
  return {
    get preamble() {
      return known().preamble;
    },
    get children() {
      return known().children;
    },
    get footnotes() {
      return known().footnotes;
    },
    get byId() {
      return known().byId;
    },
  };
}

/**
 * Whether a tree was made by {@link lazyTree}, so that looking at it may read it. Told by the object:
 * the bundle that renders the pages has copies of our modules.
 */
export function isLazyTree(tree: ProvisionTree): boolean {
  return Object.getOwnPropertyDescriptor(tree, 'byId')?.get !== undefined;
}

import type { Provision, ProvisionTree } from './types.ts';

/** The unit with this id, or null. */
export function findProvision(tree: ProvisionTree, id: string): Provision | null {
  return tree.byId.get(id) ?? null;
}

import type { Provision, ProvisionTree } from './types.ts';

/**
 * Units that a person compares with the original one by one: the articles of a text and of what is
 * attached to it; where it has none, its outermost units.
 */
export function unitsToCheck(tree: ProvisionTree): Provision[] {
  const articles = [...tree.byId.values()].filter(({ kind }) => kind === 'article');
  return articles.length > 0 ? articles : tree.children;
}

/**
 * The part of a page that a script relies on.
 *
 * @param kind Its class.
 * @throws When there is none: page and script do not fit together, our own bug.
 * @example find(form, 'input[name="q"]', HTMLInputElement)
 */
export function find<T extends Element>(
  root: ParentNode,
  selector: string,
  kind: abstract new () => T,
): T {
  const found = root.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`the page has no ${selector}`);
}

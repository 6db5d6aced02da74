/**
 * A value that this process has once. The bundle that renders the pages has copies of our modules,
 * so that a module's own variables exist twice.
 *
 * @param name Unlike all others.
 */
export function processWide<T>(name: string, make: () => T): T {
  const slots = globalThis as Record<symbol, T | undefined>;
  return (slots[Symbol.for(`thu-vien-dan-van.${name}`)] ??= make());
}

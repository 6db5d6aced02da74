/**
 * What was made from one part of a library, by name: plain JSON values.
 *
 * @example new Map([['digests', [['d1', 'k3x9a2']]]])
 */
export interface Derived {
  has(name: string): boolean;
  get(name: string): unknown;
  /** Only for a name that it does not have. */
  set(name: string, value: unknown): void;
}

/**
 * On the process, since the bundle that renders the pages has copies of our modules; by the object
 * that values are made from, so that they go when it goes.
 */
const slots = globalThis as Record<symbol, WeakMap<object, Derived> | undefined>;
const OWNERS = Symbol.for('thu-vien-dan-van.derived');
const ONCE = Symbol.for('thu-vien-dan-van.once');

/**
 * Take what is known of an object from somewhere else, and let {@link derive} add to it. Of other
 * objects nothing is remembered.
 *
 * @param known Made by the same code from an object of the same content.
 */
export function rememberDerived(owner: object, known: Derived): void {
  (slots[OWNERS] ??= new WeakMap()).set(owner, known);
}

/**
 * Make a value from an object, unless it is known.
 *
 * @param name Tells apart what is made from one object.
 * @param make From the object and nothing else.
 * @returns The reader's to keep, not to change.
 */
export function derive<T>(owner: object, name: string, make: () => T): T {
  const known = slots[OWNERS]?.get(owner);
  if (known === undefined) return make();
  if (known.has(name)) return known.get(name) as T;
  const value = make();
  known.set(name, value);
  return value;
}

/**
 * Make a value from an object once for the process, whatever it is.
 *
 * @param name Tells apart what is made from one object.
 */
export function makeOnce<T>(owner: object, name: string, make: () => T): T {
  const made = (slots[ONCE] ??= new WeakMap());
  const values = made.get(owner) ?? new Map<string, unknown>();
  made.set(owner, values);
  if (!values.has(name)) values.set(name, make());
  return values.get(name) as T;
}

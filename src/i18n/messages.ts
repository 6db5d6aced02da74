import table from './vi.json' with { type: 'json' };
import { fillSlots } from './slots.ts';

/** Dotted path of every sentence in a table. */
type Leaf<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaf<T[K]>}`;
}[keyof T & string];

/** Dotted path of a sentence in `vi.json`. @example 'search.no-result' */
export type MessageKey = Leaf<typeof table>;

/** What the slots of a sentence are filled with. */
export type MessageValues = Readonly<Record<string, string | number>>;

/**
 * A sentence of the string table, its `{slots}` filled.
 *
 * @param key Dotted path in `vi.json`; for a path known only at run time see {@link hasMessage}.
 * @throws When the table has no such sentence or a slot has no value: our own bug.
 * @example message('search.count', { count: 12 }) // '12 kết quả'
 */
export function message(key: MessageKey, values: MessageValues = {}): string {
  const sentence = lookUp(key);
  if (sentence === null) throw new Error(`vi.json has no sentence “${key}”`);
  return fillSlots(sentence, values);
}

/** Whether the table has a sentence at this path; narrows a computed path to a key. */
export function hasMessage(key: string): key is MessageKey {
  return lookUp(key) !== null;
}

function lookUp(key: string): string | null {
  let found: unknown = table;
  for (const step of key.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return null;
    found = (found as Record<string, unknown>)[step];
  }
  return typeof found === 'string' ? found : null;
}

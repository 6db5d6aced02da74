/** `{name}`; braces around anything else are plain text. */
const SLOT = /\{([a-z][a-zA-Z0-9]*)\}/g;

/**
 * Fill the `{slots}` of a sentence. Apart from the table, so that a browser script can take its
 * sentences from the page and leave the table out of its bundle.
 *
 * @param values A value for each slot; values without a slot are ignored.
 * @throws When a slot has no value.
 * @example fillSlots('{count} kết quả', { count: 12 }) // '12 kết quả'
 */
export function fillSlots(
  sentence: string,
  values: Readonly<Record<string, string | number>>,
): string {
  return sentence.replace(SLOT, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new Error(`no value for {${name}} in “${sentence}”`);
    return String(value);
  });
}

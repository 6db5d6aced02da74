import type { FieldPath } from '../../library/front-matter.ts';
import { errorIn, type Rule } from '../context.ts';

/** A tag or comment, an expression, the target of a link, an address that runs code. */
const MARKUP = /<[/!]?[a-z-][^>]*>|\{[^}]*\}|\]\([^)]*\)|javascript:/iu;

/** Fields that hold addresses and names of files; what may be a link there is a rule of its own. */
const ADDRESSES: readonly PropertyKey[] = ['url', 'file'];

/** The longest piece of markup that a message repeats. */
const SHOWN = 60;

/** A record holds plain words: what looks like markup would be shown to readers as it stands. */
export const checkFieldMarkup: Rule = ({ readings }) =>
  readings.flatMap((reading) =>
    stringsOf(reading.front.data, []).flatMap(({ path, text }) => {
      const [found] = MARKUP.exec(text) ?? [];
      if (found === undefined) return [];
      const values = { field: path.map(String).join('.'), text: found.slice(0, SHOWN) };
      return [errorIn(reading, 'markup-in-field', reading.front.locate(path), values)];
    }),
  );

/** Every string of a front matter, with its path. */
function stringsOf(value: unknown, path: FieldPath): { path: FieldPath; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  const isList = Array.isArray(value);
  return Object.entries(value)
    .filter(([key]) => !ADDRESSES.includes(key))
    .flatMap(([key, inner]) => stringsOf(inner, [...path, isList ? Number(key) : key]));
}

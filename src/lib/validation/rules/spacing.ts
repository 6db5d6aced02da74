import type { FieldPath } from '../../library/front-matter.ts';
import { warningIn, type Rule } from '../context.ts';

/** Names carry no spaces at their ends, none doubled, and no line breaks. */
export const checkSpacing: Rule = ({ documents }) =>
  documents.flatMap((document) => {
    const { title, shortTitle, aliases } = document.record;
    const names: [FieldPath, string | undefined][] = [
      [['title'], title],
      [['shortTitle'], shortTitle],
      ...aliases.map((alias, i): [FieldPath, string | undefined] => [['aliases', i], alias]),
    ];
    return names
      .filter(([, name = '']) => name !== name.trim() || /\s{2}|[\t\n\r]/.test(name))
      .map(([field]) => warningIn(document, 'spacing', { field }, { field: String(field[0]) }));
  });

import { slugify } from '../../text/fold.ts';
import { warningIn, type CheckedDocument, type Rule } from '../context.ts';

/** A nickname leads to one document, and says more than its title does. */
export const checkAliases: Rule = ({ documents }) => {
  const owners = new Map<string, CheckedDocument>();
  return documents.flatMap((document) => {
    const { aliases, title, shortTitle } = document.record;
    const own = [title, shortTitle].map((name) => (name === undefined ? null : slugify(name)));
    return aliases.flatMap((alias, index) => {
      if (alias === undefined) return [];
      const where = { field: ['aliases', index] };
      const key = slugify(alias);
      if (own.includes(key)) return [warningIn(document, 'alias-is-title', where, { alias })];
      const owner = owners.get(key);
      if (!owner) owners.set(key, document);
      if (!owner || owner.slug === document.slug) return [];
      return [warningIn(document, 'alias-shared', where, { alias, other: owner.slug })];
    });
  });
};

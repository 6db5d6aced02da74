import { symbolKey } from '../../document/symbol.ts';
import type { Collection } from '../../library/types.ts';
import { slugify } from '../../text/fold.ts';
import { nearest } from '../../text/nearest.ts';
import { errorIn, type CheckedDocument, type Rule, type RuleContext } from '../context.ts';
import type { Problem } from '../problem.ts';

/** What a record names exists: its issuers, its topics, the documents of its relations. */
export const checkReferences: Rule = (context) =>
  context.documents.flatMap((document) => [
    ...checkNames(context, document, 'co-quan', 'issuer-unknown'),
    ...checkNames(context, document, 'chu-de', 'topic-unknown'),
    ...checkTargets(context, document),
  ]);

function checkNames(
  context: RuleContext,
  document: CheckedDocument,
  collection: 'co-quan' | 'chu-de',
  id: string,
): Problem[] {
  const { issuers, issuerPath, topics } = document.record;
  const known = context.slugs(collection);
  return (collection === 'co-quan' ? issuers : topics).flatMap((value, index) => {
    if (value === undefined || known.has(value)) return [];
    const field = collection === 'co-quan' ? issuerPath(index) : ['topics', index];
    const near = nearestEntries(context, collection, value).join(', ');
    return [errorIn(document, id, { field }, { value, nearest: near })];
  });
}

/** Entries whose slug, name or other name is like the value; it may be a name itself. */
function nearestEntries(
  { library, slugs }: RuleContext,
  collection: Extract<Collection, 'co-quan' | 'chu-de'>,
  value: string,
): string[] {
  const named = collection === 'co-quan' ? library.issuers : library.topics;
  const slugByName = new Map([...slugs(collection)].map((slug) => [slug, slug]));
  for (const { slug, data } of named.values()) {
    for (const name of [data.name, ...data.aliases]) slugByName.set(slugify(name), slug);
  }
  const near = nearest(slugify(value), slugByName.keys()).map((name) => slugByName.get(name) ?? '');
  return [...new Set(near)];
}

function checkTargets(context: RuleContext, document: CheckedDocument): Problem[] {
  return document.record.relations.flatMap(({ target }, index) => {
    if (target === undefined || context.bySlug.has(target)) return [];
    const near = nearestDocuments(context, target).join(', ');
    const field = ['relations', index, 'target'];
    return [
      errorIn(document, 'relation-target-unknown', { field }, { value: target, nearest: near }),
    ];
  });
}

/** Every bearer when a number was written in the place of a slug, else the slugs most like it. */
function nearestDocuments({ bySlug }: RuleContext, value: string): string[] {
  const key = symbolKey(value);
  const bearers = [...bySlug.values()]
    .filter(({ record }) => record.symbol != null && symbolKey(record.symbol) === key)
    .map(({ slug }) => slug);
  return bearers.length > 0 ? bearers : nearest(slugify(value), bySlug.keys());
}

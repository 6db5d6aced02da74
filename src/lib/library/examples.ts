import { documentName } from '../document/naming.ts';
import { isEnded, subjectDocuments } from './indexes.ts';
import type { Library, LibraryDocument } from './types.ts';

/**
 * A few queries that show what can be typed and that find something in this library: a number, a
 * nickname, a topic and an article.
 */
export function exampleQueries(library: Library): string[] {
  const documents = subjectDocuments(library)
    .filter((document) => !isEnded(document))
    .sort((a, b) => a.data.tier - b.data.tier);
  const number = documents.find(({ data }) => data.symbol !== null)?.data.symbol;
  const nickname = documents.flatMap(({ data }) => data.aliases).find(isEasy);
  const topic = [...library.topics.values()]
    .filter(({ slug }) => documents.some(({ data }) => data.topics.includes(slug)))
    .sort((a, b) => a.data.order - b.data.order)[0]?.data.name;
  const queries = [number, nickname, topic, exampleArticle(documents)];
  return [...new Set(queries)].filter((query) => query != null);
}

/** A nickname that one would type: short, and no number again. */
function isEasy(name: string): boolean {
  return name.length <= 24 && !/\d/.test(name);
}

/** @example 'Điều 5 Luật 10/2031/QH20' */
function exampleArticle(documents: readonly LibraryDocument[]): string | undefined {
  for (const { data, tree } of documents) {
    const article = tree.byId.get('d5');
    if (article && data.symbol !== null) return `${article.label} ${documentName(data)}`;
  }
  return undefined;
}

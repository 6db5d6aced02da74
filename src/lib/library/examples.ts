import { isEnded, subjectDocuments } from './indexes.ts';
import type { Library } from './types.ts';

/**
 * A few queries that show what can be typed and that find something in this library: a number, a
 * nickname and a topic.
 */
export function exampleQueries(library: Library): string[] {
  const documents = subjectDocuments(library).sort((a, b) => a.data.tier - b.data.tier);
  const numbered = documents.find((document) => document.data.symbol !== null && !isEnded(document))
    ?.data.symbol;
  const nickname = documents.find(({ data }) => data.aliases.length > 0)?.data.aliases[0];
  const topic = [...library.topics.values()]
    .filter(({ slug }) => documents.some(({ data }) => data.topics.includes(slug)))
    .sort((a, b) => a.data.order - b.data.order)[0]?.data.name;
  return [numbered, nickname, topic].filter((query) => query != null);
}

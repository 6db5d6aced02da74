import type { Entry } from '../../library/types.ts';
import type {
  IssuerData,
  LessonData,
  NotionData,
  TermData,
  TopicData,
} from '../../document/schema.ts';
import { errorIn, type Rule, type RuleContext } from '../context.ts';
import type { Problem } from '../problem.ts';

/** No two issuers, topics, notions, lessons or terms of one kind have one name. */
export const checkEntryNames: Rule = (context) => [
  ...checkCollection<IssuerData>(context, context.library.issuers, 'name', ({ name }) => name),
  ...checkCollection<TopicData>(context, context.library.topics, 'name', ({ name }) => name),
  ...checkCollection<NotionData>(context, context.library.notions, 'name', ({ name }) => name),
  ...checkCollection<LessonData>(context, context.library.lessons, 'title', ({ title }) => title),
  ...checkCollection<TermData>(
    context,
    context.library.terms,
    'term',
    // One abbreviation can stand for a type and for a body.
    ({ term, kind }) => `${kind}: ${term}`,
  ),
];

function checkCollection<T>(
  { readings }: RuleContext,
  entries: ReadonlyMap<string, Entry<T>>,
  field: string,
  nameOf: (data: T) => string,
): Problem[] {
  const first = new Map<string, string>();
  return [...entries.values()].flatMap(({ data, path }) => {
    const name = nameOf(data);
    const other = first.get(name);
    if (other === undefined) first.set(name, path);
    const reading = readings.find(({ file }) => file.path === path);
    if (other === undefined || !reading) return [];
    return [errorIn(reading, 'entry-name-repeated', { field: [field] }, { name, other })];
  });
}

import { errorIn, type CheckedDocument, type Rule, type RuleContext } from '../context.ts';

/** Kinds by which a document ends another. */
const ENDING = new Set(['replaces', 'repeals']);

/**
 * No document replaces, through others, itself. Cycles of one and two are reported by the rule on
 * repeated relations.
 */
export const checkRelationCycles: Rule = (context) => {
  const reported = new Set<string>();
  return context.documents.flatMap((document) => {
    const cycle = findCycle(context, document);
    if (!cycle || cycle.length < 3) return [];
    const key = [...cycle].sort().join(' ');
    if (reported.has(key)) return [];
    reported.add(key);
    const [first = '', second = ''] = cycle;
    const index = document.record.relations.findIndex(
      ({ kind = '', target }) => ENDING.has(kind) && target === second,
    );
    const chain = [...cycle, first].join(' → ');
    return [errorIn(document, 'relation-cycle', { field: ['relations', index] }, { chain })];
  });
};

/** Shortest way along replacements from a document back to itself, without its end; or null. */
function findCycle({ bySlug }: RuleContext, start: CheckedDocument): string[] | null {
  const cameFrom = new Map<string, string | null>([[start.slug, null]]);
  const queue = [start.slug];
  for (const slug of queue) {
    for (const { kind = '', target } of bySlug.get(slug)?.record.relations ?? []) {
      if (!ENDING.has(kind) || target === undefined) continue;
      if (target === start.slug) return tracePath(cameFrom, slug);
      if (cameFrom.has(target)) continue;
      cameFrom.set(target, slug);
      queue.push(target);
    }
  }
  return null;
}

function tracePath(cameFrom: Map<string, string | null>, end: string): string[] {
  const path: string[] = [];
  for (let slug: string | null = end; slug !== null; slug = cameFrom.get(slug) ?? null) {
    path.unshift(slug);
  }
  return path;
}

import type { FoundCitation } from './find.ts';
import type { Unit } from './labels.ts';
import { SELF } from './pointers.ts';
import type { ProvisionPath } from './provision-path.ts';
import type { Resolution } from './resolution.ts';
import type { ResolvedTarget } from './resolve.ts';

/** Levels that "này" can stand for below the article, outermost first. */
const LEVELS = ['article', 'clause', 'point'] as const;
/** Levels above the article: "Chương này" adds nothing to the address of an article. */
const OUTER: readonly Unit[] = ['part', 'chapter', 'section', 'subsection'];

/**
 * Replace "này" in a path by the unit it stands for: the one of the text itself in which the
 * citation stands, else the one cited last.
 *
 * @param before Targets of the citations before.
 * @returns The path unchanged when nothing tells what is meant.
 */
export function placeRelative(
  found: FoundCitation,
  resolution: Resolution,
  path: ProvisionPath,
  before: readonly ResolvedTarget[],
): { resolution: Resolution; path: ProvisionPath } {
  const inner = withoutOuterThis(path);
  const isRelative = Object.values(inner.ids).some((ids) => ids.includes('this'));
  if (!isRelative) return { resolution, path: inner };
  const { position } = found;
  if (position.article !== null) {
    const ids = fill(inner.ids, (unit) => position[unit]);
    return { resolution: SELF, path: { ...inner, ids } };
  }
  const last = lastArticle(found, before);
  if (!last?.path) return { resolution, path: inner };
  const { ids: known } = last.path;
  const ids = fill(inner.ids, (unit) => known[unit]?.join('-') ?? null);
  return { resolution: last.resolution, path: { ...inner, ids } };
}

function withoutOuterThis(path: ProvisionPath): ProvisionPath {
  if (!path.ids.article) return path;
  const kept = Object.entries(path.ids).filter(
    ([unit, ids]) => !(OUTER.includes(unit as Unit) && ids.includes('this')),
  );
  return { ...path, ids: Object.fromEntries(kept) };
}

/** Fill "này" and the levels above it. */
function fill(
  ids: ProvisionPath['ids'],
  known: (unit: (typeof LEVELS)[number]) => string | null,
): ProvisionPath['ids'] {
  const filled = { ...ids };
  const lowest = LEVELS.findLastIndex((unit) => ids[unit]?.includes('this'));
  LEVELS.forEach((unit, level) => {
    const value = level <= lowest ? known(unit) : null;
    if (value !== null && (!ids[unit] || ids[unit].includes('this'))) filled[unit] = [value];
  });
  return filled;
}

/** The article cited last, in this paragraph or the one before. */
function lastArticle(
  found: FoundCitation,
  before: readonly ResolvedTarget[],
): ResolvedTarget | null {
  for (let i = before.length - 1; i >= 0 && i >= before.length - 10; i--) {
    const target = before[i];
    if (!target || found.paragraph - target.found.paragraph > 1) return null;
    if (target.path?.ids.article && target.found !== found) return target;
  }
  return null;
}

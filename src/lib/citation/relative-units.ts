import type { FoundCitation } from './find.ts';
import type { Unit } from './labels.ts';
import { ARTICLE_TYPES } from './bare-provisions.ts';
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
 * @returns The path unchanged when nothing tells what "này" means; null when a khoản or điểm alone
 *   has no article that it could belong to.
 */
export function placeRelative(
  found: FoundCitation,
  resolution: Resolution,
  path: ProvisionPath,
  before: readonly ResolvedTarget[],
): { resolution: Resolution; path: ProvisionPath } | null {
  const inner = withoutOuterThis(path);
  const isRelative = Object.values(inner.ids).some((ids) => ids.includes('this'));
  if (!isRelative && lacksArticle(found, resolution, inner)) {
    return inheritArticle(found, inner, before);
  }
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

/** A khoản or điểm alone, without document words, where the document has articles. */
function lacksArticle(
  { document }: FoundCitation,
  { record }: Resolution,
  { ids }: ProvisionPath,
): boolean {
  const isPlaced = ids.article ?? ids.section ?? ids.chapter ?? ids.part ?? ids.annex;
  if (document !== null || isPlaced) return false;
  return record === null || ARTICLE_TYPES.has(record.type);
}

/** "1. Sửa đổi Điều 5 như sau: a) Sửa đổi khoản 2": the article of the line above. */
function inheritArticle(
  found: FoundCitation,
  path: ProvisionPath,
  before: readonly ResolvedTarget[],
): { resolution: Resolution; path: ProvisionPath } | null {
  const last = found.isAmended ? lastArticle(found, before, AMENDED_BACK) : null;
  const article = last?.path?.ids.article;
  if (!last?.found.isAmended || !article) return null;
  return { resolution: last.resolution, path: { ...path, ids: { ...path.ids, article } } };
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

/** Paragraphs of new wording that can stand between two lines of one amendment. */
const AMENDED_BACK = 30;

/** The article cited last, in this paragraph or the one before. */
function lastArticle(
  found: FoundCitation,
  before: readonly ResolvedTarget[],
  paragraphsBack = 1,
): ResolvedTarget | null {
  for (let i = before.length - 1; i >= 0 && i >= before.length - 10; i--) {
    const target = before[i];
    if (!target || found.paragraph - target.found.paragraph > paragraphsBack) return null;
    if (target.path?.ids.article && target.found !== found) return target;
  }
  return null;
}

import type { Provision, ProvisionKind } from '../../src/lib/provision/types.ts';
import type { GoldStructure, Level } from './read-gold.ts';

/** Units of one level: how many are marked, how many were found, how many of them agree. */
export interface LevelScore {
  marked: number;
  found: number;
  agreed: number;
}

/** What differs in one original. */
export interface StructureScore {
  levels: Map<Level, LevelScore>;
  missed: string[];
  invented: string[];
}

/** What the importer calls the units of a level. */
const KINDS: Partial<Record<ProvisionKind, Level>> = {
  part: 'chapter',
  chapter: 'chapter',
  section: 'section',
  subsection: 'section',
  roman: 'section',
  article: 'article',
  clause: 'number',
  number: 'number',
  point: 'point',
};

/** Compare the units that were found with those that a person marked, anchor by anchor. */
export function scoreStructure(
  { units }: GoldStructure,
  found: readonly Pick<Provision, 'id' | 'kind'>[],
): StructureScore {
  const levels = new Map<Level, LevelScore>();
  const at = (level: Level): LevelScore => {
    const known = levels.get(level) ?? { marked: 0, found: 0, agreed: 0 };
    levels.set(level, known);
    return known;
  };
  const invented: string[] = [];
  const agreed = new Set<string>();
  for (const { id, kind } of found) {
    const level = KINDS[kind];
    if (level === undefined) continue;
    at(level).found++;
    if (units.get(id) === level) {
      at(level).agreed++;
      agreed.add(id);
    } else invented.push(id);
  }
  for (const level of units.values()) at(level).marked++;
  return { levels, missed: [...units.keys()].filter((id) => !agreed.has(id)), invented };
}

/** Sum of scores, level by level. */
export function addScores(scores: readonly StructureScore[]): Map<Level, LevelScore> {
  const sum = new Map<Level, LevelScore>();
  for (const { levels } of scores)
    for (const [level, { marked, found, agreed }] of levels) {
      const known = sum.get(level) ?? { marked: 0, found: 0, agreed: 0 };
      sum.set(level, {
        marked: known.marked + marked,
        found: known.found + found,
        agreed: known.agreed + agreed,
      });
    }
  return sum;
}

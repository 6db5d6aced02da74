import { child, childrenOf, isOn, readXmlTree, valueOf } from './xml.ts';
import type { XmlElement } from './xml.ts';
import { Refusal } from '../import-error.ts';
import { formatNumber } from './number-format.ts';

/** One level of a list, as defined. */
export interface NumberingLevel {
  start: number;
  format: string;
  /** Pattern of a custom format. */
  pattern: string;
  /** `%1.%2.` */
  text: string;
  /** Print the numbers of all levels in Arabic figures. */
  isLegal: boolean;
  /** 1-based level after which it starts again; 0: never; undefined: after any level above. */
  restart: number | undefined;
  /** Paragraph style that is numbered by this level. */
  style: string | undefined;
  font: string | null;
}

interface List {
  /** Lists with one key share their counters. */
  key: string;
  levels: (NumberingLevel | undefined)[];
  startOverrides: Map<number, number>;
}

/** Automatic numbers of one document, in the order in which its paragraphs are read. */
export interface NumberingResolver {
  /**
   * Count a paragraph and give the label that Word prints before it.
   *
   * @returns null when the list or level is not defined, which Word shows as no number.
   */
  next: (numId: string, level: number) => { text: string; font: string | null } | null;
  /** The level of a list that a paragraph style is tied to; undefined without one. */
  levelOfStyle: (numId: string, style: string) => number | undefined;
}

/**
 * Read `numbering.xml`.
 *
 * @param source null when the document has none.
 * @see ECMA-376 part 1, 17.9
 */
export function createNumbering(source: string | null): NumberingResolver {
  const lists = source === null ? new Map<string, List>() : readLists(readXmlTree(source));
  const counters = new Map<string, Counters>();
  return {
    next(numId, level) {
      const list = lists.get(numId);
      if (!list?.levels[level]) return null;
      const counter = counters.get(list.key) ?? createCounters();
      counters.set(list.key, counter);
      advance(counter, numId, level, list);
      return {
        text: printLabel(counter, level, list.levels),
        font: list.levels[level].font,
      };
    },
    levelOfStyle(numId, style) {
      const index = lists.get(numId)?.levels.findIndex((level) => level?.style === style) ?? -1;
      return index < 0 ? undefined : index;
    },
  };
}

/** Characters of the pattern of a label. */
const LONGEST_LABEL = 255;

interface Counters {
  /** Current number per level; undefined while the level has not been used since its restart. */
  values: (number | undefined)[];
  /** `numId/level` whose start override has been used. */
  overridden: Set<string>;
}

function createCounters(): Counters {
  return { values: [], overridden: new Set() };
}

function advance(counters: Counters, numId: string, level: number, list: List): void {
  const { values, overridden } = counters;
  const override = list.startOverrides.get(level);
  const key = `${numId}/${level}`;
  const current = values[level];
  if (override !== undefined && !overridden.has(key)) values[level] = override;
  else if (current === undefined) values[level] = list.levels[level]?.start ?? 1;
  else values[level] = current + 1;
  overridden.add(key);
  for (let above = 0; above < level; above++) values[above] ??= list.levels[above]?.start ?? 1;
  for (let below = level + 1; below < 9; below++) {
    const restart = list.levels[below]?.restart;
    if (restart === undefined || level < restart) values[below] = undefined;
  }
}

function printLabel(
  { values }: Counters,
  level: number,
  levels: readonly (NumberingLevel | undefined)[],
): string {
  const own = levels[level];
  if (!own) return '';
  // Word itself takes nine numbers and a few signs; more is no label.
  if (own.text.length > LONGEST_LABEL)
    throw new Refusal('number-format', { format: own.text.slice(0, 20), cause: 'number-range' });
  return own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const shown = levels[index];
    const value = values[index] ?? shown?.start ?? 1;
    const isFigure = own.isLegal && shown?.format !== 'none';
    return formatNumber(value, isFigure ? 'decimal' : (shown?.format ?? ''), shown?.pattern);
  });
}

function readLists(root: XmlElement): Map<string, List> {
  const abstracts = new Map(
    childrenOf(root, 'w:abstractNum').map((element) => [
      element.attributes['w:abstractNumId'] ?? '',
      element,
    ]),
  );
  const nums = childrenOf(root, 'w:num');
  const lists = new Map<string, List>();
  for (const num of nums) {
    const id = num.attributes['w:numId'] ?? '';
    const key = followLinks(valueOf(num, 'w:abstractNumId') ?? '', abstracts);
    const levels = readLevels(abstracts.get(key));
    const startOverrides = new Map<number, number>();
    for (const override of childrenOf(num, 'w:lvlOverride')) {
      const level = Number(override.attributes['w:ilvl'] ?? '0');
      const start = valueOf(override, 'w:startOverride');
      if (start !== undefined) startOverrides.set(level, Number(start) || 0);
      const own = child(override, 'w:lvl');
      if (own) levels[level] = readLevel(own);
    }
    lists.set(id, { key, levels, startOverrides });
  }
  return lists;
}

/** A list that only points to a list style is the list in which that style is defined. */
function followLinks(id: string, abstracts: ReadonlyMap<string, XmlElement>): string {
  const link = valueOf(abstracts.get(id), 'w:numStyleLink');
  if (link === undefined) return id;
  for (const [other, element] of abstracts)
    if (valueOf(element, 'w:styleLink') === link) return other;
  return id;
}

function readLevels(abstract: XmlElement | undefined): (NumberingLevel | undefined)[] {
  const levels: (NumberingLevel | undefined)[] = [];
  for (const element of childrenOf(abstract, 'w:lvl')) {
    const index = Number(element.attributes['w:ilvl'] ?? '0');
    if (index >= 0 && index < 9) levels[index] = readLevel(element);
  }
  return levels;
}

function readLevel(element: XmlElement): NumberingLevel {
  const restart = valueOf(element, 'w:lvlRestart');
  const format = child(element, 'w:numFmt') ?? alternateFormat(element);
  const fonts = child(child(element, 'w:rPr'), 'w:rFonts')?.attributes ?? {};
  return {
    start: Number(valueOf(element, 'w:start') ?? '0') || 0,
    format: format?.attributes['w:val'] ?? 'decimal',
    pattern: format?.attributes['w:format'] ?? '',
    text: valueOf(element, 'w:lvlText') ?? '',
    isLegal: isOn(element, 'w:isLgl') ?? false,
    restart: restart === undefined ? undefined : Number(restart),
    style: valueOf(element, 'w:pStyle'),
    font: fonts['w:hAnsi'] ?? fonts['w:ascii'] ?? null,
  };
}

function alternateFormat(element: XmlElement): XmlElement | undefined {
  const choice = child(child(element, 'mc:AlternateContent'), 'mc:Choice');
  return child(choice, 'w:numFmt');
}

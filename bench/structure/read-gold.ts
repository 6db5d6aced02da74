/** Levels of units that are scored. */
export const LEVELS = ['chapter', 'section', 'article', 'number', 'point'] as const;
export type Level = (typeof LEVELS)[number];

/** The units of one original, marked by hand: labels and anchors, none of its text. */
export interface GoldStructure {
  /** Name of the original, and the digest of the copy that was read. */
  file: string;
  sha256: string;
  /** Level by anchor. */
  units: Map<string, Level>;
}

/**
 * Read a file of the gold set.
 *
 * One unit a line; after a colon the labels inside it, as printed: `1.` and `1.1.` stand directly
 * below the unit, `a)` below the number before it.
 *
 * @throws When a line cannot be read or an anchor comes twice.
 * @example readGold('file a.docx\nsha256 0\n\nd2: 1. a) 2.').units // d2, d2-1, d2-1-a, d2-2
 */
export function readGold(text: string): GoldStructure {
  const gold: GoldStructure = { file: '', sha256: '', units: new Map() };
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const [, field, value = ''] = /^(file|sha256|read) (.+)$/.exec(line) ?? [];
    if (field === 'file') gold.file = value;
    else if (field === 'sha256') gold.sha256 = value;
    else if (field === undefined) readUnit(line, gold.units);
  }
  return gold;
}

function readUnit(line: string, units: GoldStructure['units']): void {
  const [, id = '', labels = ''] = /^([a-z][a-z0-9-]*)(?:: (.+))?$/.exec(line) ?? [];
  const level = levelOf(id);
  if (level === null) throw new Error(`no unit: ${line}`);
  add(units, id, level);
  let number = '';
  for (const label of labels.split(' ').filter((one) => one !== '')) {
    const figures = /^(\d+[a-zđ]?(?:\.\d+)*)\.$/.exec(label)?.[1];
    const letter = /^([a-zđ]\d?)\)$/.exec(label)?.[1];
    if (figures !== undefined) {
      number = `${id}-${figures.replaceAll('.', '-')}`;
      add(units, number, 'number');
    } else if (letter !== undefined) {
      const outer = number === '' ? `${id}-0` : number;
      add(units, `${outer}-${letter.replace('đ', 'dd')}`, 'point');
    } else throw new Error(`no label: ${label}`);
  }
}

function levelOf(id: string): Level | null {
  const last = id.split('-').at(-1) ?? '';
  if (/^c\d/.test(last)) return 'chapter';
  if (/^m\d/.test(last)) return 'section';
  return /^d\d/.test(last) ? 'article' : null;
}

function add(units: GoldStructure['units'], id: string, level: Level): void {
  if (units.has(id)) throw new Error(`twice: ${id}`);
  units.set(id, level);
}

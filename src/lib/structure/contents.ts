import type { Line } from './lines.ts';
import type { Sign } from './signs.ts';

/** Forms that a list of contents names, outermost first. */
const FORMS = ['part', 'chapter', 'section', 'subsection', 'article'];
const LEAST_ENTRIES = 3;
/** Without a heading that says so, only a longer run with page numbers is a list of contents. */
const LEAST_NUMBERED = 5;
/** Lines of a wrapped title between two entries. */
const MOST_BETWEEN = 2;

/**
 * Which lines are a list of contents that a copy prints beside the text: its entries are labelled
 * like the units they name, and must not be taken for them.
 *
 * A list begins under “MỤC LỤC”, or is a run of entries that end in page numbers; it ends where its
 * numbers begin again or other text follows. It must name units that stand elsewhere in the text.
 *
 * @returns One entry per line.
 */
export function findContents(lines: readonly Line[], signs: readonly (Sign | null)[]): boolean[] {
  const found = lines.map(() => false);
  const byLabel = linesByLabel(signs);
  for (let at = 0; at < lines.length; at++) {
    const isHeaded = /^mục lục[.:]?$/iu.test(lines[at]?.text.trim() ?? '');
    if (!isHeaded && pageOf(lines[at], signs[at]) === null) continue;
    const entries = isHeaded
      ? entriesFrom(signs, at + 1, () => true)
      : numberedEntries(lines, signs, at);
    const standsElsewhere = (entry: number): boolean =>
      (byLabel.get(labelKey(signs[entry])) ?? []).some(
        (line) => line < at || line > (entries.at(-1) ?? at),
      );
    // The first headings of the text itself, above the unit whose number ended the list.
    while (entries.length > 0 && !standsElsewhere(entries.at(-1) ?? at)) entries.pop();
    const last = entries.at(-1) ?? at;
    if (entries.length < (isHeaded ? LEAST_ENTRIES : LEAST_NUMBERED)) continue;
    if (!entries.every(standsElsewhere)) continue;
    found.fill(true, isHeaded ? at + 1 : at, last + 1);
    at = last;
  }
  return found;
}

function linesByLabel(signs: readonly (Sign | null)[]): Map<string, number[]> {
  const lines = new Map<string, number[]>();
  for (const [line, sign] of signs.entries()) {
    const key = labelKey(sign);
    if (key === '') continue;
    const known = lines.get(key);
    if (known) known.push(line);
    else lines.set(key, [line]);
  }
  return lines;
}

/** '' for what a list of contents does not name. */
function labelKey(sign: Sign | null | undefined): string {
  return sign && FORMS.includes(sign.label.form)
    ? `${sign.label.form} ${sign.order}.${sign.suffix}`
    : '';
}

/** Page number at the end of an entry, null for any other line. */
function pageOf(line: Line | undefined, sign: Sign | null | undefined): number | null {
  if (!line || labelKey(sign) === '') return null;
  const page = /[\s.…_]\s*(\d{1,4})$/.exec(line.text.slice(sign?.length));
  return page ? Number(page[1]) : null;
}

function numberedEntries(
  lines: readonly Line[],
  signs: readonly (Sign | null)[],
  from: number,
): number[] {
  let page = 0;
  return entriesFrom(signs, from, (line) => {
    const next = pageOf(lines[line], signs[line]);
    if (next === null || next < page) return false;
    page = next;
    return true;
  });
}

/** Entries of one list: until a number comes again, or too many other lines. */
function entriesFrom(
  signs: readonly (Sign | null)[],
  from: number,
  isEntry: (line: number) => boolean,
): number[] {
  const entries: number[] = [];
  const orders = new Map<string, number>();
  for (let at = from; at < signs.length; at++) {
    const sign = signs[at];
    if (!sign || labelKey(sign) === '') {
      if (sign?.label.form === 'arabic' || at - (entries.at(-1) ?? from) > MOST_BETWEEN) break;
      continue;
    }
    const { form } = sign.label;
    const order = sign.order + sign.suffix / 100;
    if (order <= (orders.get(form) ?? 0) || !isEntry(at)) break;
    orders.set(form, order);
    // Chapters may be counted anew in each part, articles never.
    for (const inner of FORMS.slice(FORMS.indexOf(form) + 1, -1)) orders.delete(inner);
    entries.push(at);
  }
  return entries;
}

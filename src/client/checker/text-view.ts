import type { CheckedItem } from '../../lib/checker/check-lecture.ts';
import { rankOf, worstOf, type Finding, type Place } from '../../lib/checker/rank.ts';
import { create } from '../tray/create.ts';

/** Characters of one part of a long text: parts out of sight cost the browser nothing. */
const PART = 4000;

/** A mark in the text. @example markId(3) // 'vd-3' */
export function markId(item: number): string {
  return `vd-${item}`;
}

/**
 * A text with its citations marked, part by part, so that a long one can be built without holding
 * up the page.
 *
 * @param nameOf Word for a finding, shown behind each mark.
 * @returns Each part with where it ends in the text.
 */
export function* textParts(
  text: string,
  items: readonly CheckedItem[],
  places: readonly Place[],
  nameOf: (finding: Finding) => string,
): Generator<{ part: HTMLElement; end: number }, void, void> {
  let from = 0;
  let next = 0;
  while (from < text.length) {
    const part = create('div', 'checker-part');
    const limit = from + PART;
    while (next < places.length && (places[next]?.start ?? 0) < limit) {
      const place = places[next++];
      if (!place) continue;
      part.append(text.slice(from, place.start), createMark(text, items, place, nameOf));
      from = place.end;
    }
    const end = endOfPart(text, Math.max(from, limit), places[next]?.start ?? text.length);
    part.append(text.slice(from, end));
    from = end;
    yield { part, end };
  }
}

/** Parts end with a line, and never inside a citation. */
function endOfPart(text: string, from: number, nextPlace: number): number {
  if (from >= text.length) return text.length;
  const line = text.indexOf('\n', from);
  const end = line < 0 ? text.length : line + 1;
  if (end <= nextPlace) return end;
  // The line goes on with a citation: end before that, at a word.
  const space = text.lastIndexOf(' ', nextPlace);
  return space > from ? space + 1 : nextPlace;
}

function createMark(
  text: string,
  items: readonly CheckedItem[],
  place: Place,
  nameOf: (finding: Finding) => string,
): HTMLElement {
  const finding = worstOf(place, items);
  const rank = rankOf(finding);
  const mark = create('mark', 'checker-found', text.slice(place.start, place.end));
  mark.dataset.rank = rank;
  mark.tabIndex = -1;
  const [first = 0] = place.items;
  const worst = place.items.find((i) => items[i]?.verdict === finding) ?? first;
  mark.id = markId(first);
  const word = create('small', 'checker-word');
  if (rank === 'error' || rank === 'warning') {
    const link = create('a', '', nameOf(finding));
    link.href = `#muc-${worst}`;
    word.append(link);
  } else {
    word.append(nameOf(finding));
  }
  mark.append(word);
  return mark;
}

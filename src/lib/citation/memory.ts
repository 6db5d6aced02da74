import type { DocumentType } from '../document/types.ts';
import type { CitedNumber } from './document-rule.ts';
import type { FoundCitation } from './find.ts';
import { withoutFaults, type Resolution } from './resolution.ts';

interface Entry {
  citation: number;
  types: readonly DocumentType[];
  resolution: Resolution;
}

/** How many mentions before and after are asked; with lists made once, this keeps the cost linear. */
const WINDOW = 40;

/**
 * What a text says of a number elsewhere: "Nghị quyết 25" after the full citation is the same
 * document; in a headline, what the full citation below says.
 */
export class Memory {
  private readonly byNumber = new Map<string, Entry[]>();
  /** By number and codes: `25 nq,tw`. */
  private readonly bySymbol = new Map<string, Entry[]>();
  private readonly bySlug = new Map<string, Entry[]>();
  /** Mentions of a number by certain types, or of certain documents: asked for again and again. */
  private readonly lists = new Map<string, Entry[]>();

  /** @param own Per citation, what each of its numbers means by itself. */
  constructor(citations: readonly FoundCitation[], own: readonly Resolution[][]) {
    citations.forEach(({ document }, citation) => {
      own[citation]?.forEach((resolution, n) => {
        const cited = document?.form === 'number' ? document.numbers[n] : undefined;
        const symbol = cited?.symbol ?? resolution.record?.symbol ?? null;
        const number = cited?.number ?? symbol?.number;
        const entry = { citation, types: resolution.types, resolution };
        if (number !== undefined && resolution.isCertain) {
          push(this.byNumber, number, entry);
          push(this.bySymbol, symbolKey(number, symbol?.codes ?? []), entry);
        }
        if (resolution.record) push(this.bySlug, resolution.record.slug, entry);
      });
    });
  }

  /**
   * The one document that the text means elsewhere: before, or if nothing was said before, after.
   *
   * @param isNear Tells whether another citation is near enough to be meant.
   * @returns null when there is none or more than one.
   */
  recall(
    citation: number,
    resolution: Resolution,
    number: CitedNumber | undefined,
    isNear: (citation: number) => boolean,
  ): Resolution | null {
    const same = number ? this.sameNumber(number, resolution.types) : this.sameName(resolution);
    const split = lowerBound(same, citation);
    const before = same.slice(Math.max(0, split - WINDOW), split);
    const relevant = before.length > 0 ? before : same.slice(split, split + WINDOW);
    const fitting = relevant.filter(
      (entry) => entry.citation !== citation && isNear(entry.citation),
    );
    const entities = new Set(fitting.map((entry) => entry.resolution.entity));
    const found = fitting[0]?.resolution;
    if (!found || entities.size !== 1) return null;
    return { ...withoutFaults(found), isAttached: resolution.isAttached || found.isAttached };
  }

  private sameNumber({ number, symbol }: CitedNumber, types: readonly DocumentType[]): Entry[] {
    const key = symbol ? symbolKey(number, symbol.codes) : number;
    const all = (symbol ? this.bySymbol : this.byNumber).get(key) ?? [];
    if (types.length === 0) return all;
    return this.list(`${key}|${types.join()}`, () =>
      all.filter((entry) => types.some((type) => entry.types.includes(type))),
    );
  }

  private sameName({ candidates }: Resolution): Entry[] {
    const slugs = candidates.map(({ slug }) => slug);
    return this.list(slugs.join(), () =>
      slugs.flatMap((slug) => this.bySlug.get(slug) ?? []).sort((a, b) => a.citation - b.citation),
    );
  }

  private list(key: string, make: () => Entry[]): Entry[] {
    let list = this.lists.get(key);
    if (!list) this.lists.set(key, (list = make()));
    return list;
  }
}

function symbolKey(number: string, codes: readonly string[]): string {
  return `${number} ${codes.join()}`;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** First entry that is not before a citation. */
function lowerBound(entries: readonly Entry[], citation: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.citation ?? 0) < citation) low = middle + 1;
    else high = middle;
  }
  return low;
}

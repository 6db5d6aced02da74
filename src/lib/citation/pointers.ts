import type { NotePointer, PointingDocument } from './anaphora-rule.ts';
import type { CitableRecord } from './citation-index.ts';
import type { FoundCitations } from './find.ts';
import { NOTHING, withoutFaults, type Resolution } from './resolution.ts';
import { lexemeAt } from './tokens.ts';

/** How far back a pointer can point, in citations: keeps the cost linear. */
const WINDOW = 60;
/** "Nghị quyết này" points two paragraphs back at most. */
const PARAGRAPHS_BACK = 2;
/** Types that are everyday words, too: "quy định này", "quyết định này". */
const EVERYDAY_TYPES = new Set([
  'quy-dinh',
  'quyet-dinh',
  'ket-luan',
  'huong-dan',
  'ke-hoach',
  'chuong-trinh',
  'bao-cao',
  'thong-bao',
  'de-an',
  'cong-van',
]);

/** The text itself. */
export const SELF: Resolution = { ...NOTHING, kind: 'self', isCertain: true };

/**
 * What a pointer points to: the nearest sentence or paragraph before it that cites a document of
 * the type. More than one there: ambiguous.
 *
 * @param settled Resolutions of all citations before.
 */
export function resolvePointer(
  found: FoundCitations,
  i: number,
  pointer: PointingDocument | NotePointer,
  settled: readonly Resolution[][],
): Resolution[] {
  if ('note' in pointer) return [resolveNote(found, i, pointer, settled)];
  if (pointer.count !== 1) return resolvePlural(found, i, pointer, settled);
  return [resolveSingle(found, i, pointer, settled)];
}

/** "các nghị quyết trên", "hai quyết định này": all that the nearest sentence has, if as many. */
function resolvePlural(
  found: FoundCitations,
  i: number,
  pointer: PointingDocument,
  settled: readonly Resolution[][],
): Resolution[] {
  const near = nearestMentions(found, i, settled, pointer).reverse();
  const byEntity = new Map(near.map((mention) => [mention.entity, mention]));
  const isMeant = pointer.count === null ? byEntity.size > 1 : byEntity.size === pointer.count;
  const isKnown = near.every(({ kind }) => kind !== 'ambiguous');
  if (!isMeant || !isKnown || found.citations[i]?.run) return [NOTHING];
  return [...byEntity.values()].map((mention) => throughAttached(withoutFaults(mention), pointer));
}

function resolveSingle(
  found: FoundCitations,
  i: number,
  pointer: PointingDocument,
  settled: readonly Resolution[][],
): Resolution {
  const citation = found.citations[i];
  if (!citation) return NOTHING;
  const isProvision = citation.run !== null;
  if (
    pointer.pointer === 'this' &&
    (found.hasOwnArticles || (!isProvision && isIssuing(found, pointer.start)))
  ) {
    return isProvision ? SELF : NOTHING;
  }
  const near = nearestMentions(found, i, settled, pointer);
  const decided = decide(near);
  // "luật đó", "văn bản trên", written small: everyday words when more than one fits.
  if (decided?.kind === 'ambiguous' && !pointer.capital && !isProvision) return NOTHING;
  if (decided && citation.attachedTypes) return { ...decided, isAttached: true };
  if (decided) return throughAttached(decided, pointer);
  // "Điều 5 Luật này" is a citation in any text; which law it means, this text does not say.
  return isProvision ? UNCLEAR : NOTHING;
}

/** A document is meant that the text does not let us know. */
export const UNCLEAR: Resolution = { ...NOTHING, kind: 'ambiguous' };

/** "ban hành kèm theo Quyết định này" */
function isIssuing({ tokens }: FoundCitations, start: number): boolean {
  return lexemeAt(tokens, start - 2).base === 'kem' && lexemeAt(tokens, start - 1).base === 'theo';
}

/** Mentions of the type in the nearest sentence, else paragraph, that has any. */
function nearestMentions(
  found: FoundCitations,
  i: number,
  settled: readonly Resolution[][],
  pointer: PointingDocument,
): Resolution[] {
  const here = found.citations[i];
  const since = lastUnnamed(found, pointer);
  let level: string | null = null;
  const mentions: Resolution[] = [];
  for (let j = i - 1; j >= 0 && j >= i - WINDOW && here; j--) {
    const citation = found.citations[j];
    if (!citation || citation.start < since) break;
    const inParagraph = citation.paragraph === here.paragraph;
    if (pointer.pointer === 'this' && here.paragraph - citation.paragraph > PARAGRAPHS_BACK) break;
    if (isEveryday(pointer) && here.sentence - citation.sentence > 1) break;
    const place = inParagraph ? `s${String(citation.sentence)}` : `p${String(citation.paragraph)}`;
    if (level !== null && place !== level) break;
    const mentioned = citation.document?.form === 'name' ? named(settled[j]) : (settled[j] ?? []);
    const fitting = mentioned.filter((resolution) => isPointedAt(resolution, pointer));
    if (fitting.length > 0) level = place;
    mentions.push(...fitting);
  }
  return mentions;
}

/** Token of the last document before a pointer that it can mean although nobody knows which it is. */
function lastUnnamed(
  { unnamed, places }: FoundCitations,
  { start, types }: PointingDocument,
): number {
  let [low, high] = [0, unnamed.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((unnamed[middle]?.at ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  for (let i = low - 1; i >= 0 && i >= low - WINDOW; i--) {
    const each = unnamed[i];
    // "ban hành quy định mới thay Quy định này": these are two.
    if (!each || places.sentenceOf(each.at) === places.sentenceOf(start)) continue;
    if (each.types.some((type) => types.includes(type))) return each.at;
  }
  return -1;
}

/** "Luật Lưu trữ" without its year is no item of its own, but "Luật này" can mean it. */
function named(resolutions: readonly Resolution[] = []): Resolution[] {
  return resolutions.map((each) => (each.kind === 'none' ? { ...each, kind: 'unknown' } : each));
}

/** Written small, such a word points no further than the sentence before. */
function isEveryday({ types, capital }: PointingDocument): boolean {
  return !capital && types.some((type) => EVERYDAY_TYPES.has(type));
}

function isPointedAt({ kind, types, record }: Resolution, pointer: PointingDocument): boolean {
  if (kind === 'none' || kind === 'self') return false;
  if (pointer.types.length === 0) return true;
  return [...types, ...(record?.attachedTypes ?? [])].some((type) => pointer.types.includes(type));
}

/** The one document among mentions; several: ambiguous; none: null. */
export function decide(mentions: readonly Resolution[]): Resolution | null {
  const [first] = mentions;
  if (!first) return null;
  const entities = new Set(mentions.map((mention) => mention.entity));
  if (entities.size === 1) return withoutFaults(first);
  const candidates = new Map<string, CitableRecord>();
  for (const { record, candidates: more } of mentions) {
    for (const each of record ? [record] : more) candidates.set(each.slug, each);
  }
  return { ...UNCLEAR, candidates: [...candidates.values()] };
}

/** "Quy chế này" after "Quyết định 901-QĐ/TV" means the instrument issued with it. */
function throughAttached(resolution: Resolution, { types }: PointingDocument): Resolution {
  const { record } = resolution;
  if (!record || types.length === 0) return resolution;
  return { ...resolution, isAttached: !types.includes(record.type) && record.hasAttached };
}

/** "Sđd": the work cited right before; "xem chú thích 3": the one document of that note. */
function resolveNote(
  found: FoundCitations,
  i: number,
  { note }: NotePointer,
  settled: readonly Resolution[][],
): Resolution {
  const here = found.citations[i];
  if (note !== null) {
    const inNote = citationsInNote(found, i, note).flatMap((j) => settled[j] ?? []);
    return decide(inNote.filter(({ kind }) => kind !== 'none')) ?? NOTHING;
  }
  const before = found.citations[i - 1];
  if (!here || !before || here.paragraph - before.paragraph > 1) return NOTHING;
  return decide((settled[i - 1] ?? []).filter(({ kind }) => kind !== 'none')) ?? NOTHING;
}

/** Indexes of the citations before `i` that stand in a note; at most the first few. */
function citationsInNote({ citations, notes }: FoundCitations, i: number, note: number): number[] {
  const range = notes.get(note);
  if (!range) return [];
  let [low, high] = [0, i];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((citations[middle]?.start ?? 0) < range.start) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let j = low; j < i && j < low + WINDOW; j++) {
    if ((citations[j]?.start ?? 0) >= range.end) break;
    found.push(j);
  }
  return found;
}

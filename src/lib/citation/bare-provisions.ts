import type { FoundCitation, FoundCitations } from './find.ts';
import { decide, SELF, UNCLEAR } from './pointers.ts';
import type { ProvisionPath } from './provision-path.ts';
import { NOTHING, withoutFaults, type Resolution } from './resolution.ts';
import { lexemeAt } from './tokens.ts';
import { isWord, WORDS } from './words.ts';

/** How far back a provision without document words looks, in citations. */
const WINDOW = 60;

/**
 * The document of a provision that names none: the one cited with the units before it in a list,
 * else the only document that the sentence, the paragraph or the text has cited so far.
 *
 * @param settled Resolutions of all citations before.
 */
export function resolveBareProvision(
  found: FoundCitations,
  i: number,
  settled: readonly Resolution[][],
): Resolution {
  const citation = found.citations[i];
  if (!citation?.run) return NOTHING;
  const path = citation.run.targets[0];
  if (!path) return NOTHING;
  if (isRelative(path) && citation.position.article !== null) return SELF;
  const joined = citation.joined ? settled[i - 1]?.at(-1) : undefined;
  if (joined && joined.kind !== 'none') return withoutFaults(joined);
  const amended = citation.isAmended ? amendedDocument(found, i, settled) : null;
  if (amended) return amended;
  if (found.hasOwnArticles) return SELF;
  const needsArticles = path.ids.article !== undefined || isRelative(path);
  const mentions = mentionsBefore(found, i, settled).filter(
    ({ resolution }) => !needsArticles || canHaveArticles(resolution),
  );
  const inSentence = mentions.filter(
    ({ citation: { sentence } }) => sentence === citation.sentence,
  );
  const inParagraph = mentions.filter(
    ({ citation: { paragraph } }) => paragraph === citation.paragraph,
  );
  for (const level of [inSentence, inParagraph, mentions]) {
    const decided = decide(level.map(({ resolution }) => resolution));
    if (decided) return decided;
  }
  return isSure(found, citation, path) ? UNCLEAR : NOTHING;
}

/**
 * "Điều 1. Sửa đổi, bổ sung một số điều của Luật …": what the article then amends is that law.
 */
function amendedDocument(
  found: FoundCitations,
  i: number,
  settled: readonly Resolution[][],
): Resolution | null {
  const article = found.citations[i]?.position.article;
  for (let j = i - 1; j >= 0 && j >= i - WINDOW; j--) {
    const citation = found.citations[j];
    if (!citation || citation.position.article !== article) return null;
    const [resolution] = settled[j] ?? [];
    if (!citation.isAmended || citation.document === null || !resolution) continue;
    if (resolution.kind === 'document') return withoutFaults(resolution);
    if (resolution.kind !== 'self') return { ...resolution, kind: 'unknown' };
  }
  return null;
}

/**
 * Where no document is in sight, two levels ("khoản 2 Điều 5", "điểm a khoản này") or a word before
 * it ("theo Điều 5") make a citation. "Điều 1: yêu nước" is a commandment, and in "Điều 5 bạn trẻ
 * mong" the number counts what follows.
 */
function isSure(
  { tokens }: FoundCitations,
  { start, end, run }: FoundCitation,
  { ids }: ProvisionPath,
): boolean {
  if (lexemeAt(tokens, end).kind === 'word' && !isWord(tokens, end, WORDS.afterLabel)) return false;
  if (!ids.article && !isRelative({ ids, roman: false })) return false;
  const levels = new Set(run?.groups.map(({ unit }) => unit)).size;
  return levels > 1 || (ids.article !== undefined && isWord(tokens, start - 1, WORDS.citing));
}

function isRelative({ ids }: ProvisionPath): boolean {
  return Object.values(ids).some((labels) => labels.includes('this'));
}

function mentionsBefore(
  found: FoundCitations,
  i: number,
  settled: readonly Resolution[][],
): { citation: FoundCitation; resolution: Resolution }[] {
  const mentions = [];
  for (let j = i - 1; j >= 0 && j >= i - WINDOW; j--) {
    const citation = found.citations[j];
    if (!citation) continue;
    for (const resolution of settled[j] ?? []) {
      if (resolution.kind === 'document' || resolution.kind === 'unknown') {
        mentions.push({ citation, resolution });
      }
    }
  }
  return mentions;
}

/** Types whose texts are divided into Điều. */
export const ARTICLE_TYPES: ReadonlySet<string> = new Set([
  'hien-phap',
  'luat',
  'bo-luat',
  'phap-lenh',
  'nghi-dinh',
  'thong-tu',
  'quyet-dinh',
  'quy-dinh',
  'quy-che',
  'dieu-le',
]);

function canHaveArticles({ record, types, isAttached }: Resolution): boolean {
  if (isAttached || record?.structure.text.counts.own.articles !== undefined) return true;
  if (record) return ARTICLE_TYPES.has(record.type) || record.hasAttached;
  return types.some((type) => ARTICLE_TYPES.has(type));
}

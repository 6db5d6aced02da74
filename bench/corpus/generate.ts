import { fold } from '../../src/lib/text/fold.ts';
import { formatRoman } from '../../src/lib/text/numerals.ts';
import type { ContentFile } from '../../src/lib/library/types.ts';
import { documentSlug } from '../../src/lib/document/symbol.ts';
import * as vocabulary from './vocabulary.ts';

/**
 * A deterministic corpus of invented regulations in the library's own format, for measuring.
 * Same count and seed → same bytes. About 29 kB of text a document (6–81 kB): 35 % quy chế of 5–8
 * chapters and 15–40 điều, 25 % nghị quyết in Roman parts, the rest short documents with a table.
 */

/** Numbers from 0 to 1, the same for the same seed; one generator a document. */
type Random = () => number;

interface Draft {
  index: number;
  random: Random;
  type: BenchType;
  symbol: string;
  date: string;
  issuer: string;
  slug: string;
  title: string;
  status: 'in-force' | 'unknown';
  /** Written with the reformed tone placement (hoà, uỷ). */
  reformed: boolean;
}

const TYPES = {
  'quy-che': { name: 'Quy chế', codes: ['-QC/ĐU', '/QC-UBND', '-QC/HU'], pages: [8, 30] },
  'nghi-quyet': { name: 'Nghị quyết', codes: ['-NQ/ĐU', '/NQ-HĐND', '-NQ/TU'], pages: [5, 18] },
  'quyet-dinh': { name: 'Quyết định', codes: ['-QĐ/TU', '/QĐ-UBND', '-QĐ/HU'], pages: [2, 8] },
  'chi-thi': { name: 'Chỉ thị', codes: ['-CT/TU', '/CT-UBND', '-CT/HU'], pages: [2, 6] },
  'huong-dan': { name: 'Hướng dẫn', codes: ['-HD/BTCTU', '-HD/UBKTTU', '/HD-SNV'], pages: [4, 14] },
} as const;
type BenchType = keyof typeof TYPES;

/** Cumulative shares of the types. */
const SHARES: readonly (readonly [BenchType, number])[] = [
  ['quy-che', 0.35],
  ['nghi-quyet', 0.6],
  ['quyet-dinh', 0.75],
  ['chi-thi', 0.9],
  ['huong-dan', 1],
];

/** Phrases planted in known documents; search checks rely on them. */
export const NEEDLES: Readonly<Record<number, string>> = {
  20: 'Phong trào dân vận khéo được tổng kết hằng năm.',
  45: 'Mô hình dân vận khéo phải có địa chỉ cụ thể.',
  70: 'Việc xét tặng danh hiệu dân vận khéo thực hiện công khai.',
  23: 'Bộ phận văn thư khóa danh sách vào cuối tháng mười hai.',
  24: 'Bộ phận kế toán khóa danh sách vào cuối tháng mười hai.',
  30: 'Công việc đo đạc điền địa do tổ chuyên môn đảm nhiệm.',
  36: 'Bến đò Khuê Lãng được sửa chữa trước mùa lũ.',
};
/** Always in the reformed tone placement. */
const REFORMED = new Set([24]);
const TRADITIONAL = new Set([23]);

/** Characters on an A4 page of 14-point text. */
const PAGE = 1700;
const ISSUERS: readonly (readonly [slug: string, name: string, system: string])[] = [
  ['uy-ban-thu', 'Ủy ban Thử', 'nha-nuoc'],
  ['hoi-dong-thu', 'Hội đồng Thử', 'nha-nuoc'],
  ['dang-bo-thu', 'Đảng bộ Thử', 'dang'],
];
const LETTERS = ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h'];

/**
 * Files of a corpus of `count` documents.
 *
 * @param count Number of documents, at least 1.
 * @param seed Any integer.
 * @returns The records, their issuers and one topic, in the layout of `content/`. Lazily, so that
 *   a large corpus need not stand in memory.
 */
export function* generateCorpus(count: number, seed: number): Generator<ContentFile> {
  for (const [slug, name, system] of ISSUERS) {
    yield { path: `co-quan/${slug}.mdx`, text: `---\nname: ${name}\nsystem: ${system}\n---\n` };
  }
  yield { path: 'chu-de/thu.mdx', text: '---\nname: Chủ đề thử\n---\n' };
  const drafts = draftAll(count, seed);
  for (const draft of drafts) {
    yield { path: `van-ban/${draft.type}/${draft.slug}.mdx`, text: render(draft, drafts) };
  }
}

/** Identities first, so that the documents can cite one another. */
function draftAll(count: number, seed: number): Draft[] {
  const used = new Set<string>();
  return Array.from({ length: count }, (_, index) => draftOne(index, seed, used));
}

function draftOne(index: number, seed: number, used: Set<string>): Draft {
  const random = createRandom(seed * 1_000_003 + index);
  const share = random();
  const type = SHARES.find(([, limit]) => share < limit)?.[0] ?? 'huong-dan';
  const place = `${pick(random, vocabulary.levels)} ${placeName(random)}`;
  const year = integer(random, 2031, 2044);
  const date = `${year}-${pad(integer(random, 1, 12))}-${pad(integer(random, 1, 28))}`;
  const code = pick(random, TYPES[type].codes);
  let number = integer(random, 1, 480);
  while (used.has(documentSlug(`${number}${code}`, year))) number++;
  const symbol = `${number}${code}`;
  const slug = documentSlug(symbol, year);
  used.add(slug);
  const issuer = code.includes('UBND') ? 0 : code.includes('HĐND') ? 1 : 2;
  return {
    index,
    random,
    type,
    symbol,
    date,
    slug,
    issuer: ISSUERS[issuer]?.[0] ?? '',
    title: `${TYPES[type].name} về ${pick(random, vocabulary.subjects)} tại ${place}`,
    status: random() < 0.6 ? 'in-force' : 'unknown',
    reformed: REFORMED.has(index) || (!TRADITIONAL.has(index) && random() < 0.3),
  };
}

function render(draft: Draft, drafts: readonly Draft[]): string {
  const { random, type } = draft;
  const [low, high] = TYPES[type].pages;
  // Squared, because short documents are the common ones.
  const target = (low + (high - low) * random() ** 2) * PAGE;
  const bases = Array.from(
    { length: integer(random, 2, 5) },
    () => `Căn cứ ${cite(pickOther(draft, drafts))};`,
  );
  const body = renderBody(draft, drafts, target);
  const needle = NEEDLES[draft.index];
  if (needle !== undefined) body.splice(Math.floor(body.length / 2), 0, needle);
  const blocks = [
    '<Opening>',
    ...bases,
    '</Opening>',
    ...body,
    '<Closing>',
    `Nơi nhận: ${pick(random, vocabulary.actors)}; lưu Văn phòng.`,
    '</Closing>',
  ];
  const text = `${blocks.join('\n\n')}\n`;
  return `---\n${frontMatter(draft).join('\n')}\n---\n\n${draft.reformed ? reformTones(text) : text}`;
}

function frontMatter({ symbol, type, title, issuer, date, status, reformed }: Draft): string[] {
  const officialTitle = reformed ? reformTones(title) : title;
  return [
    `symbol: ${symbol}`,
    `type: ${type}`,
    // A Party number has a dash where a State number has a slash.
    `system: ${/^\d+-/.test(symbol) ? 'dang' : 'nha-nuoc'}`,
    `title: ${officialTitle}`,
    `issuer: ${issuer}`,
    `issuedDate: '${date}'`,
    'status:',
    `  value: ${status}`,
    `  basis: 'inferred: invented for measuring'`,
    `  checkedOn: '2044-12-31'`,
    'topics: [thu]',
    'text:',
    '  state: full',
    '  complete: true',
  ];
}

function renderBody(draft: Draft, drafts: readonly Draft[], target: number): string[] {
  if (draft.type === 'quy-che') return chapters(draft, drafts, target);
  if (draft.type === 'nghi-quyet') return romanParts(draft, drafts, target);
  return shortBody(draft, drafts, target);
}

function chapters(draft: Draft, drafts: readonly Draft[], target: number): string[] {
  const { random } = draft;
  const count = integer(random, 5, 8);
  const articles = Math.max(15, Math.min(40, Math.round(target / 1100)));
  const blocks: string[] = [];
  let article = 0;
  for (let chapter = 1; chapter <= count; chapter++) {
    const title = vocabulary.chapters.at(chapter === count ? -1 : chapter - 1) ?? '';
    blocks.push(`## Chương ${formatRoman(chapter)} ${title}`);
    const last = chapter === count ? articles : Math.round((articles * chapter) / count);
    while (article < last) {
      article++;
      blocks.push(`### Điều ${article}. ${pick(random, vocabulary.articles)}`);
      blocks.push(...clauses(draft, drafts, target / articles));
    }
  }
  return blocks;
}

function romanParts(draft: Draft, drafts: readonly Draft[], target: number): string[] {
  const { random } = draft;
  const count = vocabulary.parts.reduce((sum, [, titles]) => sum + titles.length, 0);
  const blocks: string[] = [];
  vocabulary.parts.forEach(([name, titles], part) => {
    blocks.push(`## ${formatRoman(part + 1)}. ${name}`);
    titles.forEach((title, index) => {
      blocks.push(`**${index + 1}.** ${title}`);
      for (let length = 0; length < target / count;) {
        const paragraphs =
          random() < 0.5
            ? [sentences(draft, drafts, 2, 4)]
            : Array.from(
                { length: integer(random, 2, 5) },
                () => `**-** ${sentence(draft, drafts)}`,
              );
        length += paragraphs.join('').length;
        blocks.push(...paragraphs);
      }
    });
  });
  return blocks;
}

/** Directives, decisions, guidelines: a few numbered units and one short table. */
function shortBody(draft: Draft, drafts: readonly Draft[], target: number): string[] {
  const { random, type } = draft;
  const count = Math.max(3, Math.min(12, Math.round(target / 1500)));
  const blocks: string[] = [];
  for (let unit = 1; unit <= count; unit++) {
    const title = pick(random, vocabulary.articles);
    if (type === 'quyet-dinh') {
      blocks.push(`### Điều ${unit}. ${title}`, ...clauses(draft, drafts, target / count));
    } else {
      blocks.push(`**${unit}.** ${title}`, ...points(draft, drafts, target / count));
    }
  }
  const rows = Array.from(
    { length: integer(random, 3, 8) },
    (_, index) =>
      `| ${index + 1} | ${capitalize(pick(random, vocabulary.objects))} | ${pick(random, vocabulary.actors)} |`,
  );
  blocks.push(['| TT | Nội dung | Cơ quan chủ trì |', '| --- | --- | --- |', ...rows].join('\n'));
  return blocks;
}

/** Khoản up to a length, half of them with điểm. */
function clauses(draft: Draft, drafts: readonly Draft[], target: number): string[] {
  const blocks: string[] = [];
  for (let clause = 1, length = 0; clause === 1 || length < target - 150; clause++) {
    const unit = [`**${clause}.** ${sentences(draft, drafts, 1, 3)}`];
    if (draft.random() < 0.45) unit.push(...lettered(draft, drafts));
    length += unit.join('').length;
    blocks.push(...unit);
  }
  return blocks;
}

/** Paragraphs and điểm under a numbered unit up to a length. */
function points(draft: Draft, drafts: readonly Draft[], target: number): string[] {
  const blocks = lettered(draft, drafts);
  for (let length = blocks.join('').length; length < target;) {
    const paragraph = sentences(draft, drafts, 1, 3);
    length += paragraph.length;
    blocks.push(paragraph);
  }
  return blocks;
}

function lettered(draft: Draft, drafts: readonly Draft[]): string[] {
  const count = integer(draft.random, 2, 6);
  return LETTERS.slice(0, count).map((letter) => `**${letter})** ${sentence(draft, drafts)}`);
}

function sentences(draft: Draft, drafts: readonly Draft[], low: number, high: number): string {
  const count = integer(draft.random, low, high);
  return Array.from({ length: count }, () => sentence(draft, drafts)).join(' ');
}

function sentence(draft: Draft, drafts: readonly Draft[]): string {
  const { random } = draft;
  const clause = randomClause(random);
  const opened =
    random() < 0.3 ? `${pick(random, vocabulary.leads)} ${uncapitalize(clause)}` : clause;
  return `${opened}${sentenceTail(draft, drafts)}.`;
}

function sentenceTail(draft: Draft, drafts: readonly Draft[]): string {
  const { random } = draft;
  const share = random();
  if (share < 0.06) return ` (theo ${cite(pickOther(draft, drafts))})`;
  if (share < 0.12) return ` tại địa bàn ${placeName(random)}`;
  if (share < 0.18) return `, thời hạn ${integer(random, 3, 60)} ngày làm việc`;
  if (share < 0.22) return `, mức chi không quá ${integer(random, 2, 900)}.000 đồng`;
  return '';
}

function randomClause(random: Random): string {
  if (random() < 0.5) return freeClause(random);
  let text = `${pick(random, vocabulary.actors)} ${common(random, vocabulary.modals)} ${common(random, vocabulary.verbs)} ${pick(random, vocabulary.objects)}`;
  if (random() < 0.35) {
    text += `; ${common(random, vocabulary.verbs)} ${pick(random, vocabulary.objects)}`;
  }
  if (random() < 0.8) text += ` ${pick(random, vocabulary.tails)}`;
  return text;
}

/** Chained words, so that the prose is not only stock phrases. */
function freeClause(random: Random): string {
  const chain = (): string =>
    `${pick(random, vocabulary.acts)} ${pick(random, vocabulary.nouns)}${random() < 0.4 ? ` ${pick(random, vocabulary.adjs)}` : ''}`;
  let text = `${pick(random, vocabulary.actors)} ${common(random, vocabulary.modals)} ${chain()}, ${chain()} và ${chain()}`;
  if (random() < 0.5) {
    text += ` cho ${pick(random, vocabulary.nouns)} ${pick(random, vocabulary.adjs)}`;
  }
  if (random() < 0.4) {
    text += ` gắn với ${pick(random, vocabulary.nouns)}, ${pick(random, vocabulary.nouns)}`;
  }
  if (random() < 0.15) text += ` ở ${pick(random, vocabulary.levels)} ${placeName(random)}`;
  return text;
}

function cite({ type, symbol, date }: Draft): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${TYPES[type].name} số ${symbol} ngày ${day}/${month}/${year}`;
}

/** Another document, early ones more often: real corpora lean on few old documents. */
function pickOther(draft: Draft, drafts: readonly Draft[]): Draft {
  const other = drafts[Math.floor(drafts.length * draft.random() ** 2)] ?? draft;
  return other === draft ? (drafts[(draft.index + 1) % drafts.length] ?? draft) : other;
}

function placeName(random: Random): string {
  return `${capitalize(syllable(random))} ${capitalize(syllable(random))}`;
}

const TONES = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];

/** A syllable that Vietnamese could have. */
function syllable(random: Random): string {
  const rhyme = common(random, vocabulary.rhymes);
  const stopped = rhyme.endsWith('*');
  const tone = stopped ? pick(random, ['\u0301', '\u0323']) : pick(random, TONES);
  const onset = common(random, vocabulary.onsets);
  const beforeFront = /^[eiê]/.test(rhyme);
  const spelled = beforeFront
    ? (({ c: 'k', g: 'gh', ng: 'ngh' } as Record<string, string>)[onset] ?? onset)
    : onset;
  return (spelled + rhyme.replace('*', tone).replace('*', '')).normalize('NFC');
}

const TRADITIONAL_TONE = /([òóỏõọùúủũụ])([aey])(?!\p{L})/giu;

/** Moves the tone mark from the traditional place (hòa, thủy) to the reformed one (hoà, thuỷ). */
function reformTones(text: string): string {
  return text.replace(TRADITIONAL_TONE, (match, first: string, second: string) => {
    const isO = fold(first) === 'o';
    const isY = second.toLowerCase() === 'y';
    if (isO === isY) return match;
    const [letter = '', mark = ''] = first.normalize('NFD');
    return letter + (second + mark).normalize('NFC');
  });
}

function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function integer(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

function pick<T>(random: Random, values: readonly T[]): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('pick from an empty list');
  return value;
}

/** Early values more often, as words are in a language. */
function common<T>(random: Random, values: readonly T[]): T {
  return pick(() => random() ** 1.8, values);
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function uncapitalize(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

import { CITATION_STYLES } from '../../document/cite.ts';
import type { PlaceReference } from '../../document/schema.ts';
import { symbolSlug } from '../../document/symbol.ts';
import { DOCUMENT_TYPE_SLUGS } from '../../document/types.ts';
import type { Place } from '../../library/front-matter.ts';
import { FIXED_PAGES } from '../../library/addresses.ts';
import { isProseBlock, PROSE_BLOCKS } from '../../library/prose-blocks.ts';
import { parseReference, type Reference } from '../../library/references.ts';
import { successors } from '../../library/successors.ts';
import type { Entry, LibraryDocument, Reading } from '../../library/types.ts';
import { nearest } from '../../text/nearest.ts';
import { errorIn, warningIn, type Rule, type RuleContext } from '../context.ts';
import type { Problem } from '../problem.ts';
import { GUIDES } from './prose.ts';
import { parseProse, proseText, walkProse, type ProseNode } from '../prose-tree.ts';

/** Blocks of text that one statement fills: what is said of a document is said in the same one. */
const STATEMENTS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'listItem']);

/** Words by which a text says that a document no longer applies. */
const SAYS_ENDED =
  /thay thế|thay bằng|bị thay|được thay|hết hiệu lực|hết nhiệm kỳ|bãi bỏ|không còn|chấm dứt|đã thôi|kết thúc/iu;

const ENDED: ReadonlySet<string> = new Set(['superseded', 'expired', 'partly-superseded']);

/** `/van-ban/x.html#d5` → folder, slug, anchor. */
const PAGE = /^\/([a-z-]+)\/([^/#?]+)\.html(?:\?[^#]*)?(?:#(.*))?$/u;
const TOP_PAGE = /^\/([^/#?]+)\.html(?:[?#].*)?$/u;

/** Sections that each document's page has beside its provisions. */
const SECTIONS = new Set(['dau-trang', 'nhan-dien', 'van-ban', 'quan-he', 'vien-dan', 'nguon']);

/**
 * Guides, notions and lessons lead to what exists, and say so when what they lead to has ended.
 * Places within our own pages are checked when the site is built.
 */
export const checkProseLinks: Rule = (context) =>
  context.readings
    .filter(({ collection }) => GUIDES.has(collection))
    .flatMap((reading) => [...checkBody(context, reading), ...checkPlaces(context, reading)]);

function checkBody(context: RuleContext, reading: Reading): Problem[] {
  const { body, bodyLine } = reading.front;
  const tree = parseProse(body);
  if (tree instanceof Error) return [];
  const toFile = (node: ProseNode): Place => ({
    line: bodyLine + (node.position?.start.line ?? 1) - 1,
    column: node.position?.start.column ?? 1,
  });
  return [
    ...[...linksOf(tree, null)].flatMap(({ node, said }) =>
      checkLink(context, reading, node.url ?? '', toFile(node), said),
    ),
    ...[...walkProse(tree)].flatMap((node) => checkBlock(context, reading, node, toFile(node))),
  ];
}

/** Every link with what is said around it. */
function* linksOf(
  node: ProseNode,
  said: string | null,
): Generator<{ node: ProseNode; said: string }> {
  if (node.type === 'link') yield { node, said: said ?? '' };
  const inner = said === null && STATEMENTS.has(node.type) ? proseText(node) : said;
  // What the head of a table says, it says of every row.
  const head = node.type === 'table' ? proseText(node.children?.[0] ?? { type: '' }) : null;
  for (const child of node.children ?? []) {
    yield* linksOf(child, head === null ? inner : `${head} ${proseText(child)}`);
  }
}

function checkLink(
  context: RuleContext,
  reading: Reading,
  url: string,
  place: Place,
  said: string,
): Problem[] {
  const [, folder = '', slug = '', anchor = ''] = PAGE.exec(url) ?? [];
  if (folder === 'van-ban') {
    const reference = { slug, anchor: anchor === '' || SECTIONS.has(anchor) ? null : anchor };
    return checkReference(context, reading, reference, place, said);
  }
  const known =
    folder === '' ? new Set([...context.slugs('trang'), ...FIXED_PAGES]) : pagesOf(context, folder);
  const name = folder === '' ? (TOP_PAGE.exec(url)?.[1] ?? '') : slug;
  if (known === null || name === '' || known.has(name)) return [];
  const values = { url, nearest: nearest(name, known).join(', ') };
  return [errorIn(reading, 'prose-link-dead', place, values)];
}

/** Slugs of the pages of a folder; null where it has none of the content's. */
function pagesOf({ library, slugs }: RuleContext, folder: string): ReadonlySet<string> | null {
  switch (folder) {
    case 'chu-de':
    case 'co-quan':
    case 'khai-niem':
    case 'bai-giang':
    case 'doi-chieu':
    case 'dong-thoi-gian':
      return slugs(folder);
    case 'loai':
      return new Set<string>(DOCUMENT_TYPE_SLUGS);
    case 'so':
      return new Set(library.documents.flatMap(({ data }) => data.symbol ?? []).map(symbolSlug));
    default:
      return null;
  }
}

function checkBlock(
  context: RuleContext,
  reading: Reading,
  { type, name, attributes = [] }: ProseNode,
  place: Place,
): Problem[] {
  if (type !== 'mdxJsxFlowElement' || !isProseBlock(name ?? '')) return [];
  const { required, optional } = PROSE_BLOCKS[name as keyof typeof PROSE_BLOCKS];
  const known: readonly string[] = [...required, ...optional];
  const given = new Map(attributes.map(({ name: key, value }) => [key ?? '', value]));
  const isCode = [...given].some(
    ([key, value]) => !known.includes(key) || typeof value !== 'string',
  );
  const isIncomplete = required.some((key) => !given.has(key));
  const style = given.get('as');
  const isOddStyle = style !== undefined && !CITATION_STYLES.some((one) => one === style);
  if (isCode || isIncomplete || isOddStyle) {
    const values = {
      name: name ?? '',
      known: known.join(', '),
      styles: CITATION_STYLES.join(', '),
    };
    return [errorIn(reading, 'prose-block-attributes', place, values)];
  }
  const target = given.get('of');
  // A block says itself whether the document still applies.
  if (typeof target !== 'string') return [];
  return checkReference(context, reading, parseReference(target), place, null);
}

function checkPlaces(context: RuleContext, reading: Reading): Problem[] {
  const entry = entryOf(context, reading);
  if (entry === undefined) return [];
  const [field, places] = entry;
  return places.flatMap(({ target, note }, index) => {
    const place = reading.front.locate([field, index, 'target']);
    return checkReference(context, reading, parseReference(target), place, note);
  });
}

function entryOf(
  { library }: RuleContext,
  { collection, slug }: Reading,
): [field: string, places: readonly PlaceReference[]] | undefined {
  const notion: Entry<{ grounds: PlaceReference[] }> | undefined =
    collection === 'khai-niem' ? library.notions.get(slug) : undefined;
  if (notion) return ['grounds', notion.data.grounds];
  const lesson = collection === 'bai-giang' ? library.lessons.get(slug) : undefined;
  return lesson && ['steps', lesson.data.steps];
}

/** @param words What is said where the reference stands; null where nothing needs to be said. */
function checkReference(
  { library, bySlug }: RuleContext,
  reading: Reading,
  { slug, anchor }: Reference,
  place: Place,
  words: string | null,
): Problem[] {
  const document = library.bySlug.get(slug);
  if (!document) {
    // A document whose record is broken is reported there.
    if (bySlug.has(slug)) return [];
    const values = { slug, nearest: nearest(slug, bySlug.keys()).join(', ') };
    return [errorIn(reading, 'prose-document-unknown', place, values)];
  }
  if (anchor !== null && !document.tree.byId.has(anchor)) {
    const near = nearest(anchor, document.tree.byId.keys()).join(', ');
    return [errorIn(reading, 'prose-anchor-unknown', place, { slug, id: anchor, nearest: near })];
  }
  if (words === null || SAYS_ENDED.test(words) || !hasEnded(document)) return [];
  const others = successors(library, slug).map((other) => other.slug);
  const values = { slug, successors: others.join(', ') };
  return [warningIn(reading, 'prose-cites-ended', place, values)];
}

function hasEnded({ data }: LibraryDocument): boolean {
  return ENDED.has(data.status.value);
}

/** Names of a kit: an edition as it is handed over on a stick or in an archive. */

import { CHECKSUMS_FILE, SIGNATURE_FILE } from './checksums.ts';

/** What a kit holds. Capitals for what a person should see first in a listing. */
export const KIT = {
  /** The site, the very output of a build. */
  site: 'thu-vien',
  /** The page to double-click. */
  doorway: 'MO-TRANG-NAY.html',
  readme: 'DOC-TRUOC.txt',
  windowsCheck: 'kiem-tra.cmd',
  checksums: CHECKSUMS_FILE,
  signature: SIGNATURE_FILE,
} as const;

/** Folder in which a new edition is made ready; its name is what a reader must know about it. */
export const UNFINISHED = 'CHUA-CHEP-XONG';
/** An edition that was replaced and is being removed; of no use to anybody. */
export const RETIRED = 'XOA-DUOC';

/** What names an edition to other programs, below the site. */
export const EDITION_FILE = 'du-lieu/thong-tin-an-ban.json';

/** What makes a page the doorway of a kit, whatever it says. */
const MARK = '<meta name="generator" content="thu-vien-dan-van">';
const UNFINISHED_MARK = '<meta name="thu-vien-dan-van" content="chua-chep-xong">';

/** Sentences of a page at the top of a kit. */
export interface KitPageWords {
  title: string;
  /** Paragraphs. */
  text: readonly string[];
  /** Text of the link into the site. */
  open: string;
}

/**
 * The page to double-click. It opens the site by itself, but only once it has seen a file of it:
 * within an archive that was not unpacked, the page stays and says what to do.
 */
export function doorwayPage(words: KitPageWords): string {
  const link = `<p><a href="${KIT.site}/index.html">${escapeHtml(words.open)}</a></p>`;
  const script = `<script>
var mark = new Image();
mark.onload = function () { location.replace('${KIT.site}/index.html'); };
mark.src = '${KIT.site}/bieu-tuong.svg';
</script>`;
  return page(words, MARK, `${link}\n${paragraphs(words.text)}\n${script}`);
}

/** Stands in the place of the doorway as long as the kit is not whole. */
export function unfinishedPage(words: Omit<KitPageWords, 'open'>): string {
  return page(words, `${MARK}\n${UNFINISHED_MARK}`, paragraphs(words.text));
}

/** Whether a page is the doorway of a kit, or stands in its place. */
export function isKitPage(html: string): boolean {
  return html.includes(MARK);
}

/** Whether a page says that its kit is not whole. */
export function isUnfinishedPage(html: string): boolean {
  return html.includes(UNFINISHED_MARK);
}

function page({ title }: Pick<KitPageWords, 'title'>, marks: string, body: string): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${marks}
<title>${escapeHtml(title)}</title>
<style>
body { max-width: 38rem; margin: 3rem auto; padding: 0 1rem; font: 1.125rem/1.6 sans-serif; }
a { font-size: 1.375rem; font-weight: bold; }
</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
${body}
</body>
</html>
`;
}

function paragraphs(text: readonly string[]): string {
  return text.map((one) => `<p>${escapeHtml(one)}</p>`).join('\n');
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

/** Files that systems leave on a stick by themselves, at any depth. */
const LITTER =
  /(?:^|\/)(?:\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini|autorun\.inf)$|^(?:System Volume Information|\$RECYCLE\.BIN|FOUND\.\d{3}|lost\+found|\.Trash-\d+|\.Trashes|\.Spotlight-V100|\.fseventsd|\.TemporaryItems)(?:\/|$)/i;

/** Whether a path below a kit is none of anybody's doing. */
export function isLitter(path: string): boolean {
  return LITTER.test(path);
}

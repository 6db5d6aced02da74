import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Cluster of a large stick, in bytes. */
const CLUSTER = 32_768;
const PAGES = 'van-ban';
/** Words of the page that stands for all, and how a word is counted. */
const WORDS = 3000;
const WORD = /[\p{L}\p{N}]+/gu;

export interface SizeTable {
  /** One row a folder; the last one is the sum. */
  rows: { kind: string; files: number; MB: number; 'MB on FAT32': number }[];
}

/** Files and bytes of a built site by its folders. MB are 10^6 bytes. */
export async function measureSizes(site: string): Promise<SizeTable> {
  const sums = new Map<string, { files: number; bytes: number; clusters: number }>();
  for (const entry of await readdir(site, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const { size } = await stat(path);
    const folder = relative(site, dirname(path)).split(/[/\\]/)[0];
    for (const kind of [folder === undefined || folder === '' ? '(root)' : folder, 'all']) {
      const sum = sums.get(kind) ?? { files: 0, bytes: 0, clusters: 0 };
      sum.files++;
      sum.bytes += size;
      sum.clusters += Math.ceil(size / CLUSTER);
      sums.set(kind, sum);
    }
  }
  const kinds = [...sums].sort(([a], [b]) => Number(a === 'all') - Number(b === 'all'));
  return {
    rows: kinds.map(([kind, { files, bytes, clusters }]) => ({
      kind,
      files,
      MB: round(bytes / 1e6),
      'MB on FAT32': round((clusters * CLUSTER) / 1e6),
    })),
  };
}

export interface PageRow {
  page: string;
  words: number;
  'HTML kB': number;
  'CSS + JS kB': number;
  'all kB': number;
}

/** The document page whose text is nearest to 3,000 words, with the styles and scripts it names. */
export async function measurePages(site: string): Promise<PageRow> {
  let best = { page: '', words: 0, html: '' };
  for (const name of await readdir(join(site, PAGES))) {
    if (!name.endsWith('.html')) continue;
    const html = await readFile(join(site, PAGES, name), 'utf8');
    const text = html.slice(html.indexOf('class="doc-text"'), html.indexOf('id="quan-he"'));
    const words = text.replace(/<[^>]*>/g, ' ').match(WORD)?.length ?? 0;
    if (Math.abs(words - WORDS) < Math.abs(best.words - WORDS)) best = { page: name, words, html };
  }
  const named = best.html.matchAll(/<(?:script[^>]* src|link rel="stylesheet" href)="([^"?]+)"/g);
  const files = new Set([...named].map(([, file]) => join(site, PAGES, file ?? '')));
  let assets = 0;
  for (const file of files) assets += gzipSync(await readFile(file)).length;
  const html = gzipSync(best.html).length;
  return {
    page: best.page,
    words: best.words,
    'HTML kB': round(html / 1000),
    'CSS + JS kB': round(assets / 1000),
    'all kB': round((html + assets) / 1000),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

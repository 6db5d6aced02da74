import type { OfficialText, ReadTexts } from '../../lib/checker/check-lecture.ts';
import { readOfficialText, type TextPatterns } from '../../lib/checker/official-texts.ts';
import {
  INDEX_FORMAT,
  MANIFEST_FILE,
  type SearchDocument,
  type SearchManifest,
  type SearchTable,
} from '../../lib/search/index-format.ts';
import { TextStore } from '../../lib/search/text-store.ts';
import { unpackFile } from '../search-engine/bytes.ts';

/** Name under which the page knows the file of patterns; see `components/checker-files.ts`. */
const PATTERNS = 'khuon-loi';

/** Content of a file as its script gives it; null when it does not load. */
type ReadScript = (name: string) => Promise<unknown>;

/** What texts are read from. */
interface OpenTexts {
  documents: readonly SearchDocument[];
  patterns: TextPatterns;
  store: TextStore | null;
}

const NOTHING: OpenTexts = { documents: [], patterns: {}, store: null };

/**
 * Reader of official texts, from the files of search.
 *
 * @returns Leaves out what does not load, or is not of the same edition as the patterns.
 */
export function readTexts(read: ReadScript): ReadTexts {
  const readBytes = async (name: string): Promise<Uint8Array> => {
    const content = await read(name);
    if (typeof content !== 'string') throw new Error(`${name} does not load`);
    return unpackFile(content);
  };
  const open = async (): Promise<OpenTexts | null> => {
    const manifest = (await read(MANIFEST_FILE)) as SearchManifest | null;
    if (manifest?.format !== INDEX_FORMAT) return null;
    const [{ documents }, patterns] = await Promise.all([
      readBytes(manifest.table).then((bytes) => parse(bytes) as SearchTable),
      readBytes(PATTERNS).then((bytes) => parse(bytes) as TextPatterns),
    ]);
    return { documents, patterns, store: new TextStore(manifest, readBytes) };
  };
  return async (slugs) => {
    const texts = new Map<string, OfficialText>();
    const { documents, patterns, store } = (await open().catch(() => null)) ?? NOTHING;
    for (const document of documents.filter(({ slug }) => slugs.includes(slug))) {
      const pattern = patterns[document.slug];
      const kept = await store?.get(document).catch(() => null);
      const text = pattern && kept ? readOfficialText(pattern, kept) : null;
      if (text) texts.set(document.slug, text);
    }
    return texts;
  };
}

/** A value that was packed as JSON. */
export async function unpack(packed: string): Promise<unknown> {
  return parse(await unpackFile(packed));
}

function parse(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}

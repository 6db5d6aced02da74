import { unpackFile } from '../search-engine/bytes.ts';
import { loadScript } from '../shared/load-script.ts';
import { partOf, readPart, type EditionPart, type TrayEdition } from '../../lib/tray/edition.ts';

declare global {
  interface Window {
    /** Filled by the parts as they load, each packed. */
    gioAnBan?: string[];
  }
}

const loading = new Map<number, Promise<boolean>>();

/**
 * What this edition knows of documents.
 *
 * @param sources Elements that name the parts: `data-first` the first slug, `data-src` the script.
 * @returns Documents that are not there are missing; null when a part could not be loaded.
 */
export async function loadEdition(
  slugs: readonly string[],
  sources: readonly HTMLElement[],
): Promise<Map<string, TrayEdition> | null> {
  const firsts = sources.map(({ dataset }) => dataset.first ?? '');
  const wanted = new Set(slugs.map((slug) => partOf(slug, firsts)).filter((part) => part >= 0));
  const loaded = await Promise.all([...wanted].map((part) => loadPart(part, sources)));
  if (loaded.includes(false)) return null;
  const parts = await Promise.all((window.gioAnBan ?? []).map(unpackPart));
  return new Map(parts.flatMap(readPart));
}

async function unpackPart(packed: string): Promise<EditionPart> {
  const bytes = await unpackFile(packed);
  return JSON.parse(new TextDecoder().decode(bytes)) as EditionPart;
}

function loadPart(part: number, sources: readonly HTMLElement[]): Promise<boolean> {
  const known = loading.get(part) ?? tryScript(sources[part]?.dataset.src ?? '');
  loading.set(part, known);
  return known;
}

function tryScript(src: string): Promise<boolean> {
  return loadScript(src).then(
    () => true,
    () => false,
  );
}

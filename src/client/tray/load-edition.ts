import { loadScript } from '../shared/load-script.ts';
import { partOf, type EditionPart, type TrayEdition } from '../../lib/tray/edition.ts';

declare global {
  interface Window {
    /** Filled by the parts as they load. */
    gioAnBan?: EditionPart[];
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
  return new Map((window.gioAnBan ?? []).flatMap((part) => Object.entries(part)));
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

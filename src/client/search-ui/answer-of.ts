/** From what the engine answers to what a reader sees. */
import { formatDay } from '../../lib/document/dates.ts';
import { documentUrl } from '../../lib/library/addresses.ts';
import type { NamedLibrary, SearchDocument } from '../../lib/search/index-format.ts';
import type { SearchResult } from '../../lib/search/search-engine.ts';
import type { FullAnswer } from '../search-engine/index.ts';
import type { Answer, Hit } from './found.ts';

/** Further places that a hit has room for. */
const MOST_PLACES = 4;

/**
 * @param siteRoot Absolute address of the root, with `/` at the end.
 * @param others Libraries that are searched along.
 */
export function answerOf(
  answer: FullAnswer,
  siteRoot: string,
  others: readonly NamedLibrary[],
): Answer {
  const { results, total, facets, names, corrected, notice, suggestions, pages } = answer;
  return {
    hits: results.map((result) => hitOf(result, siteRoot, others)),
    total,
    counts: {
      loai: countsOf(facets.types),
      'co-quan': countsOf(facets.issuers),
      'chu-de': countsOf(facets.topics),
      'tinh-trang': countsOf(facets.statuses),
      nam: countsOf(facets.years),
      'thu-vien': countsOf(facets.libraries),
    },
    labels: {
      loai: new Map(Object.entries(names.types)),
      'co-quan': new Map(Object.entries(names.issuers)),
      'chu-de': new Map(Object.entries(names.topics)),
      nam: new Map(Object.keys(facets.years).map((year) => [year, year])),
    },
    corrected,
    notice,
    suggestions,
    pages: pages.map(({ path, name, library }) => ({
      name,
      url: urlIn(library, path, siteRoot, others),
    })),
    libraries: answer.libraries.map((state, at) => ({ name: others[at]?.name ?? '', state })),
  };
}

/** Address of a page of one of the libraries. @param path From its root, with `/` in front. */
function urlIn(
  library: number | undefined,
  path: string,
  siteRoot: string,
  others: readonly NamedLibrary[],
): string {
  const address = library === undefined ? undefined : others[library - 1]?.address;
  return new URL(path.slice(1), new URL(address ?? '.', siteRoot)).href;
}

/**
 * @param siteRoot Absolute address of the root, with `/` at the end.
 * @param others Libraries that are searched along.
 */
export function hitOf(
  result: SearchResult,
  siteRoot: string,
  others: readonly NamedLibrary[],
): Hit {
  const { document, successors, copies, anchor, label, heading, title, places } = result;
  const url = (of: SearchDocument, place?: string): string =>
    urlIn(of.library, documentUrl(of.slug, place), siteRoot, others);
  const libraryOf = ({ library = 0 }: SearchDocument): string | null =>
    others[library - 1]?.name ?? null;
  return {
    url: url(document, anchor ?? ''),
    doc: document.slug,
    library: libraryOf(document),
    anchor: anchor ?? '',
    documentName: nameOf(document),
    title: document.title === nameOf(document) ? [] : title,
    place: label,
    heading,
    excerpt: result.excerpt,
    excerptRegion: result.excerptRegion,
    places: places.slice(0, MOST_PLACES).map((place) => ({
      url: url(document, place.anchor),
      label: place.label,
      heading: place.heading,
    })),
    status: document.status,
    date: document.date === null ? null : dateOf(document.date),
    successors: successors.map((successor) => ({
      name: nameOf(successor),
      url: url(successor),
    })),
    copies: copies.map((copy) => ({
      library: libraryOf(copy),
      url: url(copy),
      status: copy.status === document.status ? null : copy.status,
    })),
    namesake: document.namesake,
  };
}

/** @example 'Quyết định 23-QĐ/TW' */
function nameOf({ symbol, typeName, shortTitle, title }: SearchDocument): string {
  return symbol === null ? (shortTitle ?? title) : `${typeName} ${symbol}`;
}

/** A day as printed; a year alone as it is. */
function dateOf(date: string): string {
  return date.length === 10 ? formatDay(date) : date;
}

function countsOf(counts: Readonly<Record<string, number>>): Map<string, number> {
  return new Map(Object.entries(counts));
}

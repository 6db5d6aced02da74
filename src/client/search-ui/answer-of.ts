/** From what the engine answers to what a reader sees. */
import { formatDay } from '../../lib/document/dates.ts';
import { documentUrl } from '../../lib/library/addresses.ts';
import type { SearchDocument } from '../../lib/search/index-format.ts';
import type { SearchAnswer, SearchResult } from '../../lib/search/search-engine.ts';
import type { Answer, Hit } from './found.ts';

/** Further places that a hit has room for. */
const MOST_PLACES = 4;

/** @param siteRoot Absolute address of the root, with `/` at the end. */
export function answerOf(answer: SearchAnswer, siteRoot: string): Answer {
  const { results, total, facets, corrected, notice, suggestions, pages } = answer;
  return {
    hits: results.map((result) => hitOf(result, siteRoot)),
    total,
    counts: {
      loai: countsOf(facets.types),
      'co-quan': countsOf(facets.issuers),
      'chu-de': countsOf(facets.topics),
      'tinh-trang': countsOf(facets.statuses),
      nam: countsOf(facets.years),
    },
    corrected,
    notice,
    suggestions,
    pages: pages.map(({ path, name }) => ({
      name,
      url: new URL(path.slice(1), siteRoot).href,
    })),
  };
}

/** @param siteRoot Absolute address of the root, with `/` at the end. */
export function hitOf(result: SearchResult, siteRoot: string): Hit {
  const { document, successors, anchor, label, heading, excerpt, title, places } = result;
  const url = (slug: string, place?: string): string =>
    new URL(documentUrl(slug, place).slice(1), siteRoot).href;
  return {
    url: url(document.slug, anchor ?? ''),
    doc: document.slug,
    anchor: anchor ?? '',
    documentName: nameOf(document),
    title: document.title === nameOf(document) ? [] : title,
    place: label,
    heading,
    excerpt,
    places: places.slice(0, MOST_PLACES).map((place) => ({
      url: url(document.slug, place.anchor),
      label: place.label,
      heading: place.heading,
    })),
    status: document.status,
    date: document.date === null ? null : dateOf(document.date),
    successors: successors.map((successor) => ({
      name: nameOf(successor),
      url: url(successor.slug),
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

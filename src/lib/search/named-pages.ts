import { message } from '../../i18n/messages.ts';
import { documentName } from '../document/naming.ts';
import {
  comparisonUrl,
  lessonUrl,
  notionUrl,
  pageUrl,
  TIMELINE_ANSWERS_ID,
  timelineUrl,
} from '../library/addresses.ts';
import {
  comparisonPairs,
  comparisonRowId,
  COMPARISON_ROWS_ID,
  type ComparisonPair,
} from '../library/comparisons.ts';
import { proseHeadings } from '../library/prose-headings.ts';
import type { Library, LibraryDocument } from '../library/types.ts';
import type { NamedPage } from './index-format.ts';

/**
 * Every page in our own words with what it is called and the headings on it. Where two are called
 * the same, the one that explains comes first and the one that teaches last.
 */
export function namedPages(library: Library): NamedPage[] {
  const { notions, pages, timelines, lessons } = library;
  return [
    ...[...notions.values()].map(({ slug, data, body }) => ({
      path: notionUrl(slug),
      name: data.name,
      aliases: data.aliases,
      places: proseHeadings(body),
      compared: null,
    })),
    ...[...pages.values()].map(({ slug, data, body }) => ({
      path: pageUrl(slug),
      name: data.title,
      aliases: [],
      places: proseHeadings(body),
      compared: null,
    })),
    ...[...timelines.values()].map(({ slug, data }) => ({
      path: timelineUrl(slug),
      name: data.title,
      aliases: [],
      places: data.answers.map(({ question }): [string, string] => [question, TIMELINE_ANSWERS_ID]),
      compared: null,
    })),
    ...comparisonPairs(library).map(namedComparison),
    ...[...lessons.values()].map(({ slug, data, body }) => ({
      path: lessonUrl(slug),
      name: message('search.lesson', { title: data.title }),
      aliases: [data.title],
      places: proseHeadings(body),
      compared: null,
    })),
  ];
}

function namedComparison({ slug, old, new: now, concordance }: ComparisonPair): NamedPage {
  const rows = concordance?.rows ?? [];
  const known: NamedPage['places'] = [[message('comparison.rows'), COMPARISON_ROWS_ID]];
  const title = message('comparison.title', {
    old: documentName(old.data),
    new: documentName(now.data),
  });
  return {
    path: comparisonUrl(slug),
    name: message('search.comparison', { title }),
    aliases: [],
    places: [
      ...(rows.length === 0 ? [] : known),
      ...rows.map(({ topic }, place): [string, string] => [topic, comparisonRowId(place)]),
    ],
    compared: [namesOf(old), namesOf(now)],
  };
}

/** Its number comes first, where it has one. */
function namesOf({ data }: LibraryDocument): string[] {
  const names = [data.symbol, data.shortTitle, data.title, ...data.aliases];
  return names.filter((name) => name != null);
}

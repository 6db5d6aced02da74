/**
 * Addresses of the site's pages, from its root, with explicit file names; the build makes them
 * relative. They are public: a change breaks links on paper.
 */
import { symbolSlug } from '../document/symbol.ts';

/** @example documentUrl('23-qd-tw-2021', 'd5-2-dd') // '/van-ban/23-qd-tw-2021.html#d5-2-dd' */
export function documentUrl(slug: string, anchor?: string): string {
  return `/van-ban/${slug}.html${anchor === undefined || anchor === '' ? '' : `#${anchor}`}`;
}

/** Page of every known bearer of a number. @example numberUrl('25-NQ/TW') // '/so/25-nq-tw.html' */
export function numberUrl(symbol: string): string {
  return `/so/${symbolSlug(symbol)}.html`;
}

/** Page of a document type. */
export function typeUrl(slug: string): string {
  return `/loai/${slug}.html`;
}

/** Page of a topic. */
export function topicUrl(slug: string): string {
  return `/chu-de/${slug}.html`;
}

/** Page of an issuer. */
export function issuerUrl(slug: string): string {
  return `/co-quan/${slug}.html`;
}

/** Page in our own words, such as help. */
export function pageUrl(slug: string): string {
  return `/${slug}.html`;
}

/** Page of two documents side by side. @param pair `<old>--<new>` */
export function comparisonUrl(pair: string): string {
  return `/doi-chieu/${pair}.html`;
}

/** Page of documents on a line of time. */
export function timelineUrl(slug: string): string {
  return `/dong-thoi-gian/${slug}.html`;
}

/** Id of the part of a timeline's page that answers questions. */
export const TIMELINE_ANSWERS_ID = 'tra-loi';

/** Page of a notion. */
export function notionUrl(slug: string): string {
  return `/khai-niem/${slug}.html`;
}

/** Page of a set of provisions to teach. */
export function lessonUrl(slug: string): string {
  return `/bai-giang/${slug}.html`;
}

/** Pages at the root that are made from the library as a whole, without `.html`. */
export const FIXED_PAGES = [
  '404',
  'an-ban',
  'cam-nang',
  'chu-de',
  'co-quan',
  'doi-chieu',
  'dong-thoi-gian',
  'gio-kho',
  'gio-trich-dan',
  'index',
  'kiem-tra-trich-dan',
  'loai',
  'so',
  'thay-doi',
  'thuat-ngu',
  'tim-kiem',
  'van-ban',
] as const;

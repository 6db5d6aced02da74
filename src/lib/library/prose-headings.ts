import { slugify } from '../text/fold.ts';

/**
 * Headings of a page in our own words, with their ids on the page.
 *
 * @param body MDX after the front matter.
 * @returns In the order of the page; the words without marks of emphasis and links.
 * @example proseHeadings('## Khi viện dẫn') // [['Khi viện dẫn', 'khi-vien-dan']]
 */
export function proseHeadings(body: string): [heading: string, anchor: string][] {
  const prose = body.replace(/^(`{3,}|~{3,}).*?^\1/gmsu, '');
  return [...prose.matchAll(/^#{2,3} (.+?)\s*$/gmu)].map(([, written = '']) => {
    const heading = written.replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1').replace(/[*_`]/gu, '');
    return [heading, headingId(heading)];
  });
}

/** As Astro names a heading, whose signs join what stands around them, and `ProseHeading2` folds it. */
function headingId(heading: string): string {
  return slugify(heading.replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, ''));
}

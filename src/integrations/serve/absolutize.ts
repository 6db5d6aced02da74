import { posix } from 'node:path';
import { editUrls } from '../relative-links/relativize.ts';
import { isExternal, splitUrl } from '../relative-links/site-urls.ts';

/**
 * A page with every relative address counted from the root of the server: it then works whatever
 * the address that it answers.
 *
 * @param page UTF-8.
 * @param file Path of the page below the output folder.
 * @param base Path of the site's root on the server, with `/` at both ends.
 */
export function absolutizeHtml(page: Buffer, file: string, base = '/'): Buffer {
  return editUrls(page, (url) => {
    const { path, query, fragment } = splitUrl(url);
    if (path === '' || path.startsWith('/') || isExternal(url)) return url;
    return `${posix.join(base, posix.dirname(file), path)}${query}${fragment}`;
  });
}

import { sitePlan } from '../../content/site-plan.ts';
import type { DocumentOnSite } from '../../lib/document/structured-data.ts';
import { dataUrl, EXPORT_FORMATS, MEDIA_TYPES } from '../../lib/export/files.ts';
import { workIri } from '../../lib/export/iri.ts';
import { documentUrl } from '../../lib/library/addresses.ts';
import type { Library, LibraryDocument } from '../../lib/library/types.ts';

/**
 * Where a document and its data are.
 *
 * @param site Public address, when there is one. The files are named from the page in any case, so
 *   that they are found on a stick too.
 */
export function documentOnSite(
  library: Library,
  document: LibraryDocument,
  site: URL | undefined,
): DocumentOnSite {
  const { slug } = document;
  return {
    iri: workIri(library, document),
    url: site === undefined ? null : new URL(documentUrl(slug), site).href,
    files: (sitePlan(library).dataFiles ? EXPORT_FORMATS : []).map((format) => ({
      href: `..${dataUrl(slug, format)}`,
      mediaType: MEDIA_TYPES[format],
    })),
  };
}

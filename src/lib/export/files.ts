/** Names of the exported files, below the folder of data. They are public, like addresses. */

/** Folder of the data below the site's root. */
export const DATA_FOLDER = 'du-lieu';

/** Formats in which each document is exported. */
export const EXPORT_FORMATS = ['json', 'akn.xml', 'csl.json', 'txt'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Address of a document's data. @example '/du-lieu/23-qd-tw-2021.akn.xml' */
export function dataUrl(slug: string, format: ExportFormat): string {
  return `/${DATA_FOLDER}/${slug}.${format}`;
}

export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  json: 'application/json',
  'akn.xml': 'application/akn+xml',
  'csl.json': 'application/vnd.citationstyles.csl+json',
  txt: 'text/plain',
};

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { statusNotes } from '../../components/document/cite-view.ts';
import { sitePlan } from '../../content/site-plan.ts';
import { message } from '../../i18n/messages.ts';
import { packSnapshot } from '../../content/read-edition.ts';
import { SNAPSHOT_FILE, takeSnapshot } from '../../lib/edition/snapshot.ts';
import { toAkomaNtoso } from '../../lib/export/akn/akoma-ntoso.ts';
import { toComparisonJson } from '../../lib/export/comparison.ts';
import { toCsl } from '../../lib/export/csl.ts';
import { DATA_FOLDER, EXPORT_FORMATS, type ExportFormat } from '../../lib/export/files.ts';
import indexSchema from '../../lib/export/index.schema.json' with { type: 'json' };
import { toIndex, toJson } from '../../lib/export/json.ts';
import { toPlainText } from '../../lib/export/plain-text.ts';
import documentSchema from '../../lib/export/van-ban.schema.json' with { type: 'json' };
import { comparisonPairs } from '../../lib/library/comparisons.ts';
import type { Edition } from '../../lib/library/edition.ts';
import type { Library, LibraryDocument } from '../../lib/library/types.ts';

/**
 * Write the comparisons, the index, the schemas and, where the site holds them, the files of each
 * document.
 *
 * @param output The site; files go to its folder of data. The same library makes the same bytes.
 * @param report Told after each document.
 */
export function writeExports(
  library: Library,
  edition: Edition,
  output: string,
  report?: (done: number, total: number) => void,
): void {
  const folder = join(output, DATA_FOLDER);
  mkdirSync(folder, { recursive: true });
  if (sitePlan(library).dataFiles) writeDataFiles(library, folder, report);
  writeComparisons(library, join(folder, 'doi-chieu'));
  writeFileSync(join(folder, 'index.json'), `${JSON.stringify(toIndex(library))}\n`);
  writeFileSync(join(folder, SNAPSHOT_FILE), packSnapshot(takeSnapshot(library, edition)));
  writeFileSync(join(folder, 'index.schema.json'), formatJson(indexSchema));
  writeFileSync(join(folder, 'van-ban.schema.json'), formatJson(documentSchema));
}

/**
 * Write every document in every format into a folder that is there.
 *
 * @param report Told after each document.
 */
export function writeDataFiles(
  library: Library,
  folder: string,
  report?: (done: number, total: number) => void,
): void {
  for (const [at, document] of library.documents.entries()) {
    for (const format of EXPORT_FORMATS) {
      const file = join(folder, `${document.slug}.${format}`);
      writeFileSync(file, exportDocument(document, library, format));
    }
    report?.(at + 1, library.documents.length);
  }
}

function writeComparisons(library: Library, folder: string): void {
  const pairs = comparisonPairs(library);
  if (pairs.length > 0) mkdirSync(folder, { recursive: true });
  for (const pair of pairs) {
    writeFileSync(join(folder, `${pair.slug}.json`), `${JSON.stringify(toComparisonJson(pair))}\n`);
  }
}

function exportDocument(document: LibraryDocument, library: Library, format: ExportFormat): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(toJson(document, library))}\n`;
    case 'akn.xml':
      return toAkomaNtoso(document, library);
    case 'csl.json':
      return formatJson([toCsl(document, library, statusNotes(library, document).join('; '))]);
    case 'txt':
      return forNotepad(toPlainText(document, PLAIN_TEXT_WORDS));
  }
}

const PLAIN_TEXT_WORDS = {
  notOfficial: message('exports.text.not-official'),
  noText: message('exports.text.none'),
  gist: message('exports.text.gist'),
};

/** For people too. */
function formatJson(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

/** Notepad before Windows 10 knows UTF-8 by its mark alone, and a new line by `\r\n` alone. */
function forNotepad(text: string): string {
  return `\uFEFF${text.replaceAll('\n', '\r\n')}`;
}

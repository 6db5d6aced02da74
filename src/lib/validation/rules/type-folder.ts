import { DOCUMENT_TYPE_SLUGS, DOCUMENT_TYPES } from '../../document/types.ts';
import { nearest } from '../../text/nearest.ts';
import { errorIn, FILE_START, type Rule } from '../context.ts';

/** A document lies in the folder of its type. */
export const checkTypeFolders: Rule = ({ documents }) =>
  documents.flatMap((document) => {
    const { folder } = document;
    const type = document.record.type ?? '';
    if (!Object.hasOwn(DOCUMENT_TYPES, folder)) {
      const near = nearest(folder, DOCUMENT_TYPE_SLUGS).join(', ');
      const values = { folder, nearest: near, known: DOCUMENT_TYPE_SLUGS.join(', ') };
      return [errorIn(document, 'type-folder-unknown', FILE_START, values)];
    }
    if (type === folder || !Object.hasOwn(DOCUMENT_TYPES, type)) return [];
    return [errorIn(document, 'type-folder-mismatch', { field: ['type'] }, { folder, type })];
  });

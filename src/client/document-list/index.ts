/** Sorting and filtering of the table of all documents; without it the table is simply complete. */
import { DocumentList } from './document-list.ts';

customElements.define('document-list', DocumentList);

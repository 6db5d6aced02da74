/** The search dialog of every page and the page of results. */
import { SearchDialog } from './search-dialog.ts';
import { SearchResults } from './search-results.ts';

customElements.define('search-dialog', SearchDialog);
customElements.define('search-results', SearchResults);

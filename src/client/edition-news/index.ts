/** Tells a reader who comes back to a newer edition, and marks what is new since the last visit. */
import { EditionHistory } from './edition-history.ts';
import { EditionNews } from './edition-news.ts';

customElements.define('edition-history', EditionHistory);
customElements.define('edition-news', EditionNews);

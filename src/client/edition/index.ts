/** Tells a reader who comes back to a newer edition, and who reads an old one. */
import { EditionAge } from './edition-age.ts';
import { EditionNews } from './edition-news.ts';

customElements.define('edition-age', EditionAge);
customElements.define('edition-news', EditionNews);

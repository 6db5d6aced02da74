/** What answers keys, pointers and menus on the page of a document. */
import permalink from 'virtual:sentences/document.permalink';
import { addPermalinks, pageUnits } from '../document/units.ts';
import { hasWords } from '../shared/found-words.ts';
import { CiteList } from './cite-list.ts';
import { prepareCitePanel } from './cite-panel.ts';
import { startPreviews } from './cite-preview.ts';
import { loadFound } from './load-found.ts';
import { PreviewSource } from './preview-source.ts';
import { TocSheet } from './toc-sheet.ts';
import { prepareWayBack } from './way-back.ts';
import { watchTerms } from './watch-terms.ts';

/** First of the files with previews; the page says how many there are. */
const PREVIEWS = '../du-lieu/xem-truoc-0.js';

addPermalinks(pageUnits(), permalink);
customElements.define('cite-list', CiteList);
customElements.define('toc-sheet', TocSheet);
prepareCitePanel();
prepareWayBack();

const parts = document.querySelector<HTMLElement>('script[data-parts]')?.dataset.parts;
const own = document.currentScript as HTMLScriptElement;
if (parts !== undefined)
  startPreviews(new PreviewSource(new URL(PREVIEWS, own.src).href, Number(parts)));

watchTerms();
// Without it the page is read as ever.
if (hasWords()) loadFound().catch(() => undefined);

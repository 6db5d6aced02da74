import { startPreviews } from './cite-preview.ts';
import { CiteList } from './cite-list.ts';
import { loadFound } from './load-found.ts';
import { PreviewSource } from './preview-source.ts';
import { ReadingBar } from './reading-bar.ts';
import { TocSheet } from './toc-sheet.ts';
import { watchTerms } from './watch-terms.ts';
import { hasWords } from '../shared/found-words.ts';

customElements.define('cite-list', CiteList);
customElements.define('toc-sheet', TocSheet);
customElements.define('reading-bar', ReadingBar);

const own = document.currentScript as HTMLScriptElement | null;
if (own?.dataset.src !== undefined) {
  const first = new URL(own.dataset.src, location.href).href;
  startPreviews(new PreviewSource(first, Number(own.dataset.parts)));
}

watchTerms();
// Without it the page is read as ever.
if (hasWords()) loadFound().catch(() => undefined);

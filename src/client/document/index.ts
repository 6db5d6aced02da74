import { startPreviews } from './cite-preview.ts';
import { CiteList } from './cite-list.ts';
import { PreviewSource } from './preview-source.ts';
import { ReadingBar } from './reading-bar.ts';
import { TocSheet } from './toc-sheet.ts';
import { hasWords } from '../shared/found-words.ts';
import { loadScript } from '../shared/load-script.ts';

customElements.define('cite-list', CiteList);
customElements.define('toc-sheet', TocSheet);
customElements.define('reading-bar', ReadingBar);

const own = document.currentScript as HTMLScriptElement | null;
if (own?.dataset.src !== undefined) {
  const first = new URL(own.dataset.src, location.href).href;
  startPreviews(new PreviewSource(first, Number(own.dataset.parts)));
}

const found = document.querySelector<HTMLElement>('[data-found-words]');
if (found?.dataset.src !== undefined && hasWords()) {
  // Without it the page is read as ever.
  loadScript(found.dataset.src).catch(() => undefined);
}

import { startPreviews } from './cite-preview.ts';
import { CiteList } from './cite-list.ts';
import { ReadingBar } from './reading-bar.ts';
import { TocSheet } from './toc-sheet.ts';

customElements.define('cite-list', CiteList);
customElements.define('toc-sheet', TocSheet);
customElements.define('reading-bar', ReadingBar);
startPreviews();

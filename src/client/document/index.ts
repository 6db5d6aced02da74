/**
 * What a document's page shows at once: its tools, and the place being read. What they do is in
 * `client/document-tools`, which comes with the first sign of a reader.
 */
import tools from 'virtual:script/document-tools';
import { hasWords } from '../shared/found-words.ts';
import { Place } from './place.ts';
import { ReadingTools } from './reading-tools.ts';
import { TocTools } from './toc-tools.ts';

customElements.define('reading-tools', ReadingTools);
customElements.define('toc-tools', TocTools);
window.laterScripts.list.push(tools);

document.addEventListener('DOMContentLoaded', () => {
  const bar = document.querySelector<HTMLElement>('.reading-bar');
  const toc = document.querySelector<HTMLElement>('.toc');
  if (bar && toc) new Place(bar, toc);
  // Words are marked, and copying is offered beside the ways to cite, for who comes there at once.
  if (hasWords() || isAtCitations()) void window.laterScripts.load();
});

function isAtCitations(): boolean {
  const section = document.getElementById('vien-dan');
  if (!section) return false;
  const target = document.getElementById(location.hash.slice(1)) ?? document.body;
  const isBefore = section.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING;
  return target === section || isBefore > 0 || section.getBoundingClientRect().top < innerHeight;
}

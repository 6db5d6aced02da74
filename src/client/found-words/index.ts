/** Marks the words of a search on the page that a result of it opened, until the reader has enough. */
import { fillSlots } from '../../i18n/slots.ts';
import { parseQuery } from '../../lib/search/query.ts';
import { takeWords } from '../shared/found-words.ts';
import { find } from '../site/find.ts';
import { markWords, unmark } from './mark-words.ts';

const query = takeWords().trim();
const article = find(document, 'article', HTMLElement);
const notice = find(document, '[data-found-words]', HTMLElement);
const places = markWords(article, parseQuery(`${query} `).terms);
if (places.length > 0) show();

function show(): void {
  const line = find(notice, 'p', HTMLElement);
  const sentence = fillSlots(notice.dataset.words ?? '', { query, count: places.length });
  find(line, 'span', HTMLElement).textContent = sentence;
  line.hidden = false;
  find(line, 'button', HTMLButtonElement).addEventListener('click', end);
  document.addEventListener('keydown', endByEscape);
}

/** Not by the Esc that closes something else. */
function endByEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  if (document.querySelector('dialog[open], .toc.is-open') === null) end();
}

function end(): void {
  document.removeEventListener('keydown', endByEscape);
  find(notice, 'p', HTMLElement).hidden = true;
  unmark(places.flat());
}

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
/** Place that the reader was last led to; -1 before the first. */
let current = -1;
if (places.length > 0) show();

function show(): void {
  const line = find(notice, 'p', HTMLElement);
  say(notice.dataset.words, {});
  line.hidden = false;
  find(line, '[data-next]', HTMLButtonElement).addEventListener('click', goToNext);
  find(line, '[data-end]', HTMLButtonElement).addEventListener('click', end);
  document.addEventListener('keydown', endByEscape);
}

function say(sentence = '', values: Record<string, number>): void {
  const text = fillSlots(sentence, { query, count: places.length, ...values });
  find(notice, 'span', HTMLElement).textContent = text;
}

/** The first place is that after the upper edge of the window: a result opens within a document. */
function goToNext(): void {
  const below = places.findIndex(([mark]) => (mark?.getBoundingClientRect().top ?? -1) > 0);
  const next = current === -1 ? Math.max(below, 0) : (current + 1) % places.length;
  for (const mark of places[current] ?? []) mark.classList.remove('is-current');
  for (const mark of places[next] ?? []) mark.classList.add('is-current');
  current = next;
  places[next]?.[0]?.scrollIntoView({ block: 'center' });
  say(notice.dataset.place, { place: next + 1 });
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

import type { Region } from '../../lib/search/index-format.ts';
import type { MarkedRun } from '../../lib/search/marked-text.ts';
import type { Copy, Hit } from './found.ts';

/** Words that hits are shown with. */
export interface HitWords {
  /** A status badge. */
  status: (status: Hit['status']) => Node;
  replacedBy: string;
  namesake: string;
  /** Before the names of other libraries that have the document. */
  copies: string;
  /** The library that is open, among the names of libraries. */
  ownLibrary: string;
  /** Before the further places of a document. */
  places: string;
  /** Before an excerpt that is not the document's own words. */
  ownWords: Readonly<Partial<Record<Region, string>>>;
}

/**
 * A hit as an item of a list of results: `<li data-doc data-anchor><a href>…`.
 *
 * Everything the index says is set as text, never as markup.
 */
export function renderHit(hit: Hit, words: HitWords): HTMLLIElement {
  const item = document.createElement('li');
  item.className = 'hit';
  item.dataset.doc = hit.doc;
  item.dataset.anchor = hit.anchor;
  if (hit.library !== null) item.dataset.library = hit.library;
  item.append(link(hit.url, 'hit-link', nameOf(hit)));
  if (hit.place !== null && hit.title.length > 0) {
    item.append(line('hit-document', ...renderRuns(hit.title)));
  }
  if (hit.excerpt.length > 0) item.append(renderExcerpt(hit, words));
  if (hit.places.length > 0) item.append(renderPlaces(hit, words));
  item.append(renderMeta(hit, words));
  return item;
}

/** Number and place first: that is what readers scan for. */
function nameOf({ documentName, title, place, heading }: Hit): (Node | string)[] {
  const name = span('hit-name', documentName);
  if (place !== null) return [name, ' ', placeName(place, heading)];
  return title.length === 0 ? [name] : [name, ' ', span('hit-title', ...renderRuns(title))];
}

function placeName(place: string, heading: readonly MarkedRun[]): HTMLElement {
  const text = heading.length === 0 ? [] : ['. ', ...renderRuns(heading)];
  return span('hit-place', capitalize(place), ...text);
}

/** What the library says of a document must not be read as the document. */
function renderExcerpt({ excerpt, excerptRegion }: Hit, { ownWords }: HitWords): HTMLElement {
  const said = excerptRegion === null ? undefined : ownWords[excerptRegion];
  const label = said === undefined ? [] : [span('hit-own-words', said), ' '];
  return line('hit-excerpt', ...label, ...renderRuns(excerpt));
}

/** Further places of the document, as plain links: the item itself stands for the best one. */
function renderPlaces(hit: Hit, words: HitWords): HTMLElement {
  const links = hit.places.flatMap(({ url, label, heading }, at) => [
    at === 0 ? '' : '; ',
    link(url, '', [
      capitalize(label),
      ...(heading.length === 0 ? [] : ['. ', ...renderRuns(heading)]),
    ]),
  ]);
  return line('hit-places', `${words.places} `, ...links);
}

function renderRuns(runs: readonly MarkedRun[]): (Node | string)[] {
  return runs.map(({ text, marked }) => {
    if (!marked) return text;
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}

function renderMeta(hit: Hit, words: HitWords): HTMLElement {
  const meta = line('hit-meta');
  if (hit.library !== null) meta.append(span('hit-library', hit.library));
  meta.append(words.status(hit.status));
  if (hit.date !== null) meta.append(span('date', hit.date));
  for (const successor of hit.successors) {
    const replaced = span('', `${words.replacedBy} `);
    replaced.append(link(successor.url, '', [successor.name]));
    meta.append(replaced);
  }
  if (hit.namesake) meta.append(span('', words.namesake));
  for (const copy of hit.copies) meta.append(renderCopy(copy, words));
  return meta;
}

/** Where else the document is; what is said there of its force, when that is something else. */
function renderCopy({ library, url, status }: Copy, words: HitWords): HTMLElement {
  const copy = span('hit-copy', `${words.copies} `, link(url, '', [library ?? words.ownLibrary]));
  if (status !== null) copy.append(': ', words.status(status));
  return copy;
}

function link(url: string, className: string, children: readonly (Node | string)[]): HTMLElement {
  const anchor = document.createElement('a');
  anchor.href = url;
  if (className !== '') anchor.className = className;
  anchor.append(...children);
  return anchor;
}

function span(className: string, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement('span');
  if (className !== '') element.className = className;
  element.append(...children);
  return element;
}

function line(className: string, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  element.append(...children);
  return element;
}

function capitalize(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

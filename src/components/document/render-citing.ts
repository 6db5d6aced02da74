import { message } from '../../i18n/messages.ts';
import { element, escapeHtml } from '../../lib/document/html.ts';
import { documentUrl } from '../../lib/library/addresses.ts';
import type { CitingDocument } from './citation-view.ts';

type Place = CitingDocument['places'][number];

/**
 * A document that cites, with the places in it, as HTML. Written here and not by a component: of much
 * cited documents hundreds stand on a page. The rule goes without words, as the note above the list
 * says: the document is in force, and words of its text cite the one at hand as a whole. Nearly all
 * cite once, so that one link names document and place.
 */
export function renderCiting({ document, name, date, places }: CitingDocument): string {
  const [place, ...others] = places;
  const only = place !== undefined && others.length === 0 && place.from !== null ? place : null;
  const link =
    only === null
      ? element('a', { href: documentUrl(document.slug) }, escapeHtml(name))
      : element('a', { href: only.href }, escapeHtml(`${name}, ${only.from ?? ''}`));
  const told = only === null ? places.map(renderPlace) : [remark(only)];
  const words = told.filter((part) => part !== '').join('; ');
  const colon = only !== null && only.target === null ? '' : ':';
  const rest = words === '' ? '' : `${colon} ${words}`;
  return element('li', {}, link + renderStanding(document, date) + rest);
}

/** When it was issued, and its status unless it is in force; without a mark where none is known. */
function renderStanding({ data }: CitingDocument['document'], date: string | null): string {
  const { value: status } = data.status;
  const day = date === null ? '' : ` ${escapeHtml(date)}`;
  if (status === 'in-force') return day;
  const word = escapeHtml(message(`site.status.${status}`));
  if (status === 'unknown') return `${day}, ${word.charAt(0).toLowerCase()}${word.slice(1)}`;
  return `${day} ${element('span', { class: 'status', 'data-status': status }, word)}`;
}

/** One of several places, or one that is not known. */
function renderPlace(place: Place): string {
  const { href, from } = place;
  const link = from === null ? '' : element('a', { href }, escapeHtml(from));
  return [link, remark(place)].filter((part) => part !== '').join(' ');
}

/** What is not the rule of a place: that it cites a unit, or does so in our words. */
function remark({ from, target, voice }: Place): string {
  const label = target ?? (from === null ? message('citations.whole') : null);
  const parts = [
    label === null ? '' : escapeHtml(message('citations.cites-unit', { label })),
    voice === 'gist' ? `(${escapeHtml(message('citations.from-gist'))})` : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

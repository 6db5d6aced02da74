import { message } from '../../i18n/messages.ts';
import { element, escapeHtml } from '../../lib/document/html.ts';
import { documentUrl } from '../../lib/library/addresses.ts';
import type { CitingDocument } from './citation-view.ts';

/**
 * A document that cites, with the places in it, as HTML. Written here and not by a component: of much
 * cited documents hundreds stand on a page. A place says no more than its name where its own words
 * cite the document as a whole, which is the rule.
 */
export function renderCiting({ document, name, date, places }: CitingDocument): string {
  const { value: status } = document.data.status;
  const word = escapeHtml(message(`site.status.${status}`));
  const badge = element('span', { class: 'status', 'data-status': status }, word);
  return element(
    'li',
    {},
    [
      element('a', { href: documentUrl(document.slug) }, escapeHtml(name)),
      ` ${element('small', {}, date === null ? badge : `${escapeHtml(date)} ${badge}`)}`,
      element('p', {}, places.map(renderPlace).join('; ')),
    ].join(''),
  );
}

function renderPlace({ href, from, target, voice }: CitingDocument['places'][number]): string {
  const whole = from === null ? message('citations.whole') : null;
  const label = target ?? whole;
  const parts = [
    from === null ? null : element('a', { href }, escapeHtml(from)),
    label === null ? null : escapeHtml(message('citations.cites-unit', { label })),
    voice === 'gist' ? `(${escapeHtml(message('citations.from-gist'))})` : null,
  ];
  return parts.filter((part) => part !== null).join(' ');
}

import { message } from '../i18n/messages.ts';
import { element, escapeHtml } from '../lib/document/html.ts';
import { issuedOn, typeName } from '../lib/document/naming.ts';
import { forcePeriods } from '../lib/library/force.ts';
import { documentUrl } from '../lib/library/addresses.ts';
import { issuerNames, successors } from '../lib/library/successors.ts';
import type { Library, LibraryDocument } from '../lib/library/types.ts';

/**
 * One row of a table of documents as HTML. Written here and not by a component: of a thousand rows
 * on a page every blank and every class counts; so rows and cells have no end tags.
 *
 * @param isFiltered Whether the list script sorts and filters the rows, and needs to know what the
 *   cells do not say.
 */
export function renderRow(
  library: Library,
  document: LibraryDocument,
  isFiltered: boolean,
): string {
  const { data, slug } = document;
  const cells = [
    startTag('th', { scope: 'row' }) + renderLink(document),
    escapeHtml(data.title),
    escapeHtml(issuerNames(library, document).join('; ')),
    renderDate(data, isFiltered),
    [renderStatus(data), ...successors(library, slug).map(renderSuccessor)].join(' '),
  ];
  const known = {
    'data-type': data.type,
    'data-issuers': data.issuer.join(' '),
    'data-topics': data.topics.join(' '),
    'data-force': writeForce(library, document),
  };
  return startTag('tr', isFiltered ? known : {}) + cells.join(startTag('td', {}));
}

/** An element that ends where the next one begins. */
function startTag(name: 'tr' | 'th' | 'td', attributes: Record<string, string>): string {
  return element(name, attributes, null);
}

/** States of its force but the first, the time before it was issued. */
function writeForce(library: Library, document: LibraryDocument): string {
  const periods = forcePeriods(document, library.relations.get(document.slug) ?? []);
  return periods
    .slice(1)
    .map(({ from, state }) => `${from} ${state}`)
    .join(',');
}

/** As `DocumentLink.astro`. */
function renderLink({ slug, data }: LibraryDocument): string {
  const symbol = data.symbol ?? message('site.document.no-symbol');
  const name = `${element('small', {}, escapeHtml(typeName(data)))} ${element('b', {}, escapeHtml(symbol))}`;
  return element('a', { href: documentUrl(slug) }, name);
}

/** As `IssuedDate.astro`. @param isDated Whether a script is to read it, too. */
function renderDate(data: LibraryDocument['data'], isDated: boolean): string {
  const issued = issuedOn(data);
  if (issued === null) return escapeHtml(message('site.document.no-date'));
  const { machine: datetime, precision, text } = issued;
  const words = {
    exact: text,
    year: message('site.document.issued-year', { year: text }),
    announced: message('site.document.announced', { date: text }),
  };
  const shown = escapeHtml(words[precision]);
  return isDated ? element('time', { datetime }, shown) : shown;
}

/** As `StatusBadge.astro`. */
function renderStatus({ status }: LibraryDocument['data']): string {
  const word = escapeHtml(message(`site.status.${status.value}`));
  return element('span', { class: 'status', 'data-status': status.value }, word);
}

function renderSuccessor({ slug, data }: LibraryDocument): string {
  const link = element('a', { href: documentUrl(slug) }, escapeHtml(data.symbol ?? data.title));
  const words = `${escapeHtml(message('site.document.replaced-by'))} ${link}`;
  return element('span', { class: 'doc-successor' }, words);
}

import { message } from '../../i18n/messages.ts';
import type { CitedTarget, LinkedCitation, TextSegment } from '../../lib/citation/link-document.ts';
import { documentName, issuedOn } from '../../lib/document/naming.ts';
import { element, escapeHtml } from '../../lib/document/html.ts';
import { documentUrl, numberUrl } from '../../lib/library/addresses.ts';
import type { Library, LibraryDocument } from '../../lib/library/types.ts';

/**
 * Text with its citations as HTML: a link where the target is known, the candidates where several
 * fit, a chip where the library has no such document. The words themselves stay as they are.
 */
export function renderSegments(segments: readonly TextSegment[], library: Library): string {
  return segments
    .map(({ text, citation }) =>
      citation === null ? escapeHtml(text) : renderCitation(text, citation, library),
    )
    .join('');
}

function renderCitation(text: string, citation: LinkedCitation, library: Library): string {
  switch (citation.state) {
    case 'linked':
      return renderLinked(text, citation.targets);
    case 'ambiguous':
      return renderAmbiguous(text, citation.candidates, library);
    case 'unknown':
      return renderUnknown(text);
  }
}

/** Key of a target in the page's previews. @example '10-2022-qh15#d5' */
export function targetKey({ doc, provision }: CitedTarget): string {
  return provision === null ? doc : `${doc}#${provision}`;
}

/**
 * A list links to its first unit; the preview leads to the others. `data-cites` names all targets,
 * unless there is one, which the address names.
 */
function renderLinked(text: string, targets: readonly CitedTarget[]): string {
  const [first] = targets;
  if (first === undefined) return escapeHtml(text);
  return element(
    'a',
    {
      class: 'cite',
      href: documentUrl(first.doc, first.provision ?? undefined),
      'data-cites': targets.length === 1 ? null : targets.map(targetKey).join(' '),
    },
    escapeHtml(text),
  );
}

function renderAmbiguous(text: string, candidates: readonly string[], library: Library): string {
  const documents = candidates.flatMap((slug) => library.bySlug.get(slug) ?? []);
  const symbols = new Set(documents.map(({ data }) => data.symbol));
  const [symbol] = symbols;
  const names = documents.map(datedName).join('; ');
  const attributes = {
    class: 'cite cite-ambiguous',
    'data-cites': candidates.join(' '),
    title: message('citations.ambiguous', { names }),
  };
  const content = escapeHtml(text);
  return symbols.size === 1 && typeof symbol === 'string'
    ? element('a', { ...attributes, href: numberUrl(symbol) }, content)
    : element('span', { ...attributes, tabindex: '0' }, content);
}

function renderUnknown(text: string): string {
  const chip = element('small', { 'data-chrome': true }, escapeHtml(message('citations.unknown')));
  return element('span', { class: 'cite-unknown' }, escapeHtml(text) + chip);
}

/** @example 'Nghị quyết 25-NQ/TW (03/6/2013)' */
function datedName({ data }: LibraryDocument): string {
  const issued = issuedOn(data);
  return issued === null ? documentName(data) : `${documentName(data)} (${issued.text})`;
}

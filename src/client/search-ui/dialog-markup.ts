import sentences from 'virtual:sentences/search-ui';
import { escapeHtml } from '../../lib/document/html.ts';

/**
 * What is in `<search-dialog>`: of no use without this script, so that no page carries it.
 *
 * @param resultsUrl Address of the page of results.
 */
export function dialogMarkup(resultsUrl: string): string {
  const { label, placeholder, submit, close, pages, all, keys } = escaped(sentences);
  const action = escapeHtml(resultsUrl);
  return `<dialog class="search-dialog" aria-label="${label}">
<form class="search-form" role="search" action="${action}" method="get">
<div class="search-line">
<input class="field" type="search" name="q" aria-label="${label}" placeholder="${placeholder}" autocomplete="off" spellcheck="false">
<button class="button" type="submit">${submit}</button>
</div>
<button class="text-button" type="button" data-close>${close} <kbd aria-hidden="true">Esc</kbd></button>
</form>
<p class="note" role="status"></p>
<p class="found-pages note" data-pages hidden>${pages} <span></span></p>
<p class="note" data-libraries hidden></p>
<ol class="hits" role="list"></ol>
<p class="search-all" hidden><a href="${action}">${all}</a></p>
<p class="note search-keys">${keys}</p>
</dialog>`;
}

type Sentences = typeof sentences;

function escaped(words: Sentences): Sentences {
  const entries = Object.entries(words);
  return Object.fromEntries(
    entries.map(([name, text]) => [name, typeof text === 'string' ? escapeHtml(text) : text]),
  ) as Sentences;
}

import fold from 'virtual:sentences/document.bar.fold';
import label from 'virtual:sentences/document.find.label';
import placeholder from 'virtual:sentences/document.find.placeholder';
import terms from 'virtual:sentences/document.terms.switch';
import { current, TERMS } from '../site/preference.ts';

/**
 * `<toc-tools>`: puts what only scripts can serve into the head of the contents, around the link that
 * closes them; see `reading-tools.ts`. Its attributes say what the document has: `data-fold` entries
 * that can be folded, `data-terms` terms of its own; `data-empty` nothing to look through.
 */
export class TocTools extends HTMLElement {
  connectedCallback(): void {
    const { empty, fold: isFoldable, terms: hasTerms } = this.dataset;
    if (empty === undefined)
      this.parentElement?.insertAdjacentHTML(
        'afterbegin',
        `<form class="toc-go"><input autocomplete="off" enterkeyhint="search" aria-keyshortcuts="F8" aria-label="${label}" placeholder="${placeholder}"> <output></output></form>`,
      );
    this.outerHTML = `${
      isFoldable === undefined
        ? ''
        : `<button class="text-button toc-fold" type="button">${fold}</button>`
    }${
      hasTerms === undefined
        ? ''
        : `<label class="choice"><input type="checkbox" data-terms${
            current(TERMS) === 'on' ? ' checked' : ''
          }> ${terms}</label>`
    }`;
  }
}

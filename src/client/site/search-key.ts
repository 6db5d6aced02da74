import { choose } from './choose.ts';
import { find } from './find.ts';
import { SEARCH_KEY } from './preference.ts';

/** `<search-key>`: a box to tick, whether `/` opens the search. */
export class SearchKey extends HTMLElement {
  connectedCallback(): void {
    const box = find(this, 'input', HTMLInputElement);
    box.addEventListener('change', () => {
      choose(SEARCH_KEY, box.checked ? 'slash' : 'none');
    });
  }
}

import { find } from './find.ts';
import { SEARCH_KEY } from './preference.ts';

/** `<search-key>`: a box to tick, whether `/` opens the search. */
export class SearchKey extends HTMLElement {
  connectedCallback(): void {
    const box = find(this, 'input', HTMLInputElement);
    box.checked = SEARCH_KEY.current === 'slash';
    box.addEventListener('change', () => {
      const value = box.checked ? 'slash' : 'none';
      SEARCH_KEY.apply(value);
      SEARCH_KEY.store(value);
    });
  }
}

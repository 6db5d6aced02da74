import findFailed from 'virtual:sentences/document.bar.find-failed';
import fold from 'virtual:sentences/document.bar.fold';
import unfold from 'virtual:sentences/document.bar.unfold';
import { PLACE_CHANGED } from '../document/place.ts';
import { reveal } from '../document/reveal.ts';
import { isLetter } from '../shared/acts.ts';
import { loadFound } from './load-found.ts';

/** Goes to the field for words, and from one place to the next; in the checker, too. */
const FIND_KEY = 'F8';

/**
 * `<toc-sheet>`: the table of contents. Its field for words and provisions belongs to another script,
 * which is loaded when it has the focus; a long one can be shortened to its chapters and sections; as
 * a sheet on a narrow screen it closes with Escape and gives the focus back.
 */
export class TocSheet extends HTMLElement {
  /** Lists of entries that have none below them. */
  private leaves: HTMLElement[] = [];
  private isFolded = false;
  /** What outside it had the focus before the field. */
  cameFrom: HTMLElement | null = null;

  connectedCallback(): void {
    this.prepareFind();
    this.prepareFold();
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.isOpenSheet()) this.close();
    });
    document.querySelector('.toc-open')?.addEventListener('click', (event) => {
      event.preventDefault();
      this.classList.add('is-open');
      this.querySelector<HTMLElement>('.toc-close')?.focus();
    });
    this.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('li a')) this.classList.remove('is-open');
    });
    this.querySelector('.toc-close')?.addEventListener('click', (event) => {
      event.preventDefault();
      this.close();
    });
  }

  private prepareFind(): void {
    const form = this.querySelector('form');
    const field = form?.querySelector('input');
    const answer = form?.querySelector('output');
    if (!form || !field || !answer) return;
    const load = (): void => {
      loadFound().catch(() => {
        answer.textContent = findFailed;
      });
    };
    field.addEventListener('focus', ({ relatedTarget }) => {
      if (!this.contains(relatedTarget as Node | null))
        this.cameFrom = relatedTarget as HTMLElement | null;
      load();
    });
    if (document.activeElement === field) load();
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      form.dataset.entered = '';
    });
    document.addEventListener('keydown', (event) => {
      // Written after the key before this script had come: held, and now repeated outside the field.
      if (document.activeElement === field && isLetter(event)) {
        field.value += event.key;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
      if (event.key !== FIND_KEY) return;
      event.preventDefault();
      const detail = event.shiftKey ? -1 : 1;
      const step = new CustomEvent('step-found', { cancelable: true, detail });
      if (!document.dispatchEvent(step)) return;
      if (this.getClientRects().length === 0) this.classList.add('is-open');
      field.focus();
    });
  }

  private prepareFold(): void {
    const button = this.querySelector('.toc-fold');
    const lists = this.querySelectorAll<HTMLElement>('.toc-sections ol ol');
    this.leaves = [...lists].filter((list) => list.querySelector('ol') === null);
    button?.addEventListener('click', () => {
      this.isFolded = !this.isFolded;
      button.textContent = this.isFolded ? unfold : fold;
      this.fold();
      if (this.current) reveal(this, this.current);
    });
    this.addEventListener(PLACE_CHANGED, () => {
      if (this.isFolded) this.fold();
    });
  }

  /** Where the reader is stays open. */
  private fold(): void {
    const { current } = this;
    for (const list of this.leaves)
      list.hidden = this.isFolded && list.parentElement?.contains(current) !== true;
  }

  private get current(): HTMLElement | null {
    return this.querySelector<HTMLElement>('[aria-current="true"]');
  }

  private isOpenSheet(): boolean {
    return getComputedStyle(this).position === 'fixed';
  }

  /** Without the script the address opens the sheet; then it must change to close it. */
  private close(): void {
    this.classList.remove('is-open');
    if (location.hash === `#${this.id}`) location.hash = 'van-ban';
    document.querySelector<HTMLElement>('.toc-open')?.focus({ preventScroll: true });
  }
}

import sentences from 'virtual:sentences/document.bar';
import { fillSlots } from '../../i18n/slots.ts';
import { findUnit } from './find-unit.ts';
import { pageUnits } from './units.ts';

/**
 * `<toc-sheet>`: the table of contents. Marks where the reader is and goes to a provision that is
 * typed; a long one can be shortened to its chapters and sections; as a sheet on a narrow screen it
 * closes with Escape and gives the focus back.
 */
export class TocSheet extends HTMLElement {
  private links = new Map<string, HTMLAnchorElement>();
  private current: HTMLAnchorElement | null = null;
  /** Lists of entries that have none below them. */
  private leaves: HTMLElement[] = [];
  private isFolded = false;

  connectedCallback(): void {
    for (const link of this.querySelectorAll<HTMLAnchorElement>('li a')) {
      this.links.set(link.hash.slice(1), link);
    }
    this.prepareGo();
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

  private prepareGo(): void {
    const form = this.querySelector('form');
    const field = form?.querySelector('input');
    const answer = form?.querySelector('output');
    if (!form || !field || !answer) return;
    const units = pageUnits();
    field.addEventListener('input', () => {
      answer.textContent = '';
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const text = field.value.trim();
      const unit = findUnit(text, units);
      if (unit) {
        this.classList.remove('is-open');
        location.hash = unit.id;
        field.value = '';
      } else if (text !== '') {
        answer.textContent = fillSlots(sentences['go-none'], { text });
      }
    });
  }

  private prepareFold(): void {
    const button = this.querySelector('.toc-fold');
    const lists = this.querySelectorAll<HTMLElement>('.toc-sections ol ol');
    this.leaves = [...lists].filter((list) => list.querySelector('ol') === null);
    button?.addEventListener('click', () => {
      this.isFolded = !this.isFolded;
      button.textContent = sentences[this.isFolded ? 'unfold' : 'fold'];
      this.fold();
      if (this.current) this.reveal(this.current);
    });
  }

  /** Where the reader is stays open. */
  private fold(): void {
    for (const list of this.leaves)
      list.hidden = this.isFolded && list.parentElement?.contains(this.current) !== true;
  }

  /** Ids of the entries, in the order of the text. */
  get entries(): string[] {
    return [...this.links.keys()];
  }

  /** Mark an entry as the place being read, and bring it into view within the list. */
  mark(id: string | null): void {
    const link = id === null ? null : (this.links.get(id) ?? null);
    if (link === this.current) return;
    this.current?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'true');
    this.current = link;
    if (this.isFolded) this.fold();
    if (link) this.reveal(link);
  }

  /** Scrolls the list alone: `scrollIntoView` would move the page as well. */
  private reveal(link: HTMLElement): void {
    const list = this.getBoundingClientRect();
    const entry = link.getBoundingClientRect();
    const isInside = entry.top >= list.top + 48 && entry.bottom <= list.bottom - 48;
    if (!isInside) this.scrollTop += entry.top - list.top - list.height / 3;
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

/**
 * `<toc-sheet>`: the table of contents. Marks where the reader is; as a sheet on a narrow screen it
 * closes with Escape and gives the focus back.
 */
export class TocSheet extends HTMLElement {
  private links = new Map<string, HTMLAnchorElement>();
  private current: HTMLAnchorElement | null = null;

  connectedCallback(): void {
    for (const link of this.querySelectorAll<HTMLAnchorElement>('li a')) {
      this.links.set(link.hash.slice(1), link);
    }
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.isOpenSheet()) this.close();
    });
    this.querySelector('.toc-close')?.addEventListener('click', (event) => {
      event.preventDefault();
      this.close();
    });
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
    return location.hash === `#${this.id}` && getComputedStyle(this).position === 'fixed';
  }

  /** Going back leaves the reader where they were; the address alone would jump to its target. */
  private close(): void {
    history.back();
    document.querySelector<HTMLElement>('.toc-open')?.focus({ preventScroll: true });
  }
}

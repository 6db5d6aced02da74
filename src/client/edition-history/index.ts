import { lastSeen, rememberSeen, SINCE } from '../edition/last-seen.ts';

/** The editions of the page of changes; those after the last visit get a mark. */
class EditionHistory extends HTMLElement {
  connectedCallback(): void {
    const since = new URLSearchParams(location.search).get(SINCE) ?? lastSeen();
    if (since !== null) this.markAfter(since);
    if (this.dataset.day) rememberSeen(this.dataset.day);
  }

  private markAfter(since: string): void {
    for (const section of this.querySelectorAll<HTMLElement>('[data-day]')) {
      const mark = section.querySelector<HTMLElement>('[data-new]');
      if (mark) mark.hidden = (section.dataset.day ?? '') <= since;
    }
  }
}

customElements.define('edition-history', EditionHistory);

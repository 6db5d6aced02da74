import { formatDay } from '../../lib/document/dates.ts';
import { fillSlots } from '../../i18n/slots.ts';
import { lastSeen, rememberSeen, SINCE } from './last-seen.ts';

/**
 * The notice of the home page that this edition is newer than the one that was seen last. It stays
 * until it is followed or closed.
 */
export class EditionNews extends HTMLElement {
  connectedCallback(): void {
    const { day } = this.dataset;
    const seen = lastSeen();
    if (day === undefined) return;
    if (seen === null || seen >= day) rememberSeen(day);
    else this.show(seen, day);
  }

  private show(seen: string, day: string): void {
    const sentence = this.querySelector('[data-sentence]');
    const link = this.querySelector('a');
    if (sentence) {
      sentence.textContent = fillSlots(sentence.textContent, { day: formatDay(seen) });
    }
    if (link) link.search = String(new URLSearchParams({ [SINCE]: seen }));
    this.querySelector('button')?.addEventListener('click', () => {
      rememberSeen(day);
      this.hidden = true;
    });
    this.hidden = false;
  }
}

import { fillSlots } from '../../i18n/slots.ts';
import { monthsBetween, OLD_AFTER } from '../../lib/edition/age.ts';

/**
 * `<edition-age data-date data-text>`: shows its paragraph, with the text and its slot `months`, once the
 * edition is some months old. A clock that is before the edition's day is wrong, and says nothing.
 */
export class EditionAge extends HTMLElement {
  connectedCallback(): void {
    const { date, text } = this.dataset;
    const note = this.querySelector('p');
    if (date === undefined || text === undefined || note === null) return;
    const months = monthsBetween(date, today());
    if (months < OLD_AFTER) return;
    note.textContent = fillSlots(text, { months });
    note.hidden = false;
  }
}

/** The day on this machine's clock, `YYYY-MM-DD`. */
function today(now = new Date()): string {
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0'));
  return `${now.getFullYear()}-${month ?? ''}-${day ?? ''}`;
}

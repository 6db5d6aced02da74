import next from 'virtual:sentences/document.bar.next';
import previous from 'virtual:sentences/document.bar.previous';
import { fillSlots } from '../../i18n/slots.ts';
import { targetInSight } from './in-sight.ts';
import { reveal } from './reveal.ts';
import { unitName } from './unit-name.ts';

/** How far below the bar a unit's first line may be and still count as being read, in pixels. */
const READING_LINE = 96;

/** Told to the contents before the entry of the place being read is brought into view. */
export const PLACE_CHANGED = 'place-changed';

/**
 * Show which provision is being read, in the bar and in the contents, and offer the ones before and
 * after it.
 */
export class Place {
  readonly #bar: HTMLElement;
  readonly #toc: HTMLElement;
  readonly #entries: HTMLAnchorElement[] = [];
  /** Units that the contents list, between which the reader steps. */
  readonly #listed: HTMLElement[] = [];
  #from: HTMLElement | null = null;
  /** Index of the unit being read; -1 before the first; null until it has been looked up. */
  #current: number | null = null;
  #isScheduled = false;

  constructor(bar: HTMLElement, toc: HTMLElement) {
    this.#bar = bar;
    this.#toc = toc;
    for (const entry of toc.querySelectorAll<HTMLAnchorElement>('li a')) {
      const unit = document.getElementById(entry.hash.slice(1));
      if (unit?.dataset.label === undefined) continue;
      this.#entries.push(entry);
      this.#listed.push(unit);
    }
    for (const sign of ['scroll', 'resize', 'hashchange'])
      addEventListener(
        sign,
        () => {
          this.#schedule();
        },
        { passive: true },
      );
    this.#update();
  }

  /** At most once per frame. */
  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    requestAnimationFrame(() => {
      this.#isScheduled = false;
      this.#update();
    });
  }

  #update(): void {
    const current = lastAbove(
      this.#listed,
      this.#bar.getBoundingClientRect().bottom + READING_LINE,
    );
    const target = targetInSight();
    /** Who has gone to a provision that the contents do not list steps between all of them. */
    const from = target && !this.#listed.includes(target) ? target : null;
    if (current === this.#current && from === this.#from) return;
    this.#current = current;
    this.#from = from;
    this.#mark(this.#entries[current]);
    const place = this.#bar.querySelector('[data-current]');
    const unit = this.#listed[current];
    if (place) place.textContent = unit ? unitName(unit) : '';
    const units = from
      ? [...document.querySelectorAll<HTMLElement>('article [data-label]')]
      : this.#listed;
    const index = from ? units.indexOf(from) : current;
    this.#showStep('previous', previous, units[index - 1]);
    this.#showStep('next', next, units[index + 1]);
  }

  /** Mark an entry as the place being read. */
  #mark(entry: HTMLElement | undefined): void {
    const marked = this.#toc.querySelector('[aria-current="true"]');
    if (entry === marked) return;
    marked?.removeAttribute('aria-current');
    entry?.setAttribute('aria-current', 'true');
    this.#toc.dispatchEvent(new Event(PLACE_CHANGED));
    if (entry) reveal(this.#toc, entry);
  }

  #showStep(step: string, sentence: string, unit: HTMLElement | undefined): void {
    const link = this.#bar.querySelector<HTMLAnchorElement>(`[data-step="${step}"]`);
    if (!link) return;
    link.classList.toggle('is-off', unit === undefined);
    if (unit) {
      link.href = `#${unit.id}`;
      link.setAttribute('aria-label', fillSlots(sentence, { label: unitName(unit) }));
    } else {
      link.removeAttribute('href');
      link.removeAttribute('aria-label');
    }
  }
}

/** Index of the last unit that begins above a line of the window; -1 when none does. */
function lastAbove(units: readonly HTMLElement[], line: number): number {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const top = units[middle]?.getBoundingClientRect().top ?? Infinity;
    if (top <= line) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

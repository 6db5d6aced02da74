import sentences from 'virtual:sentences/document.bar';
import permalink from 'virtual:sentences/document.permalink';
import { fillSlots } from '../../i18n/slots.ts';
import { CiteList } from './cite-list.ts';
import { TocSheet } from './toc-sheet.ts';
import {
  enclosingUnits,
  addPermalinks,
  pageUnits,
  unitById,
  unitName,
  type UnitElement,
} from './units.ts';

/** Opens the panel from anywhere. Not a letter, so that nobody presses it by speaking or typing. */
const CITE_KEY = 'F2';

/** How far below the bar a unit's first line may be and still count as being read, in pixels. */
const READING_LINE = 96;

/**
 * `<reading-bar>`: stays in sight while reading. Knows which provision is being read and offers for
 * it what would otherwise stand beside every provision: step back and forth, go to, cite.
 */
export class ReadingBar extends HTMLElement {
  private toc: TocSheet | null = null;
  /** Units that the table of contents lists, between which the reader steps. */
  private listed: UnitElement[] = [];
  /** Every provision: between these the reader steps who has gone to one that is not listed. */
  private all: UnitElement[] = [];
  private stepFrom: UnitElement | null = null;
  /** Index of the unit being read; -1 before the first; null until it has been looked up. */
  private current: number | null = null;
  private isScheduled = false;

  connectedCallback(): void {
    const toc = document.querySelector('toc-sheet');
    this.toc = toc instanceof TocSheet ? toc : null;
    this.listed = (this.toc?.entries ?? []).flatMap((id) => unitById(id) ?? []);
    this.all = pageUnits();
    addPermalinks(this.all, permalink);
    this.prepareCite();
    this.prepareBack();
    addEventListener(
      'scroll',
      () => {
        this.schedule();
      },
      { passive: true },
    );
    addEventListener('resize', () => {
      this.schedule();
    });
    addEventListener('hashchange', () => {
      this.schedule();
    });
    this.update();
  }

  /** At most once per frame. */
  private schedule(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    requestAnimationFrame(() => {
      this.isScheduled = false;
      this.update();
    });
  }

  private update(): void {
    const line = this.getBoundingClientRect().bottom + READING_LINE;
    const current = lastAbove(this.listed, line);
    const target = this.unlistedTarget();
    if (current === this.current && target?.id === this.stepFrom?.id) return;
    this.current = current;
    this.stepFrom = target;
    this.toc?.mark(this.listed[current]?.id ?? null);
    const place = this.querySelector('[data-current]');
    const unit = this.listed[current];
    if (place) place.textContent = unit ? unitName(unit) : '';
    const [units, from] = target
      ? [this.all, this.all.findIndex(({ id }) => id === target.id)]
      : [this.listed, current];
    this.showStep('previous', units[from - 1]);
    this.showStep('next', units[from + 1]);
  }

  /** The provision of the address, where it is in sight and finer than the contents lists. */
  private unlistedTarget(): UnitElement | null {
    const target = unitById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !isInSight(target.element)) return null;
    return this.listed.some(({ id }) => id === target.id) ? null : target;
  }

  private showStep(step: 'previous' | 'next', unit: UnitElement | undefined): void {
    const link = this.querySelector<HTMLAnchorElement>(`[data-step="${step}"]`);
    if (!link) return;
    link.classList.toggle('is-off', unit === undefined);
    if (unit === undefined) {
      link.removeAttribute('href');
      link.removeAttribute('aria-label');
      return;
    }
    link.href = `#${unit.id}`;
    link.setAttribute('aria-label', fillSlots(sentences[step], { label: unitName(unit) }));
  }

  private prepareCite(): void {
    const panel = this.querySelector('details');
    const body = panel?.querySelector('.cite-panel-body');
    if (!panel || !body) return;
    const choice = body.querySelector('select');
    const list = body.querySelector('cite-list');
    if (choice && list instanceof CiteList) this.prepareChoice(panel, choice, list);
    let cameFrom: Element | null = null;
    panel.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      panel.open = false;
      const back = cameFrom instanceof HTMLElement ? cameFrom : panel.querySelector('summary');
      back?.focus({ preventScroll: true });
    });
    panel.addEventListener('toggle', () => {
      if (!panel.open) cameFrom = null;
    });
    // From deep in a text it would take hundreds of steps back to the bar.
    document.addEventListener('keydown', (event) => {
      if (event.key !== CITE_KEY || panel.open) return;
      event.preventDefault();
      const { activeElement } = document;
      cameFrom = activeElement === document.body ? null : activeElement;
      panel.open = true;
      body.querySelector<HTMLElement>('select, button')?.focus({ preventScroll: true });
    });
    document.addEventListener('click', ({ target }) => {
      if (target instanceof Node && !panel.contains(target)) panel.open = false;
    });
  }

  /** Back to the place from which a link within the page was followed. */
  private prepareBack(): void {
    const button = this.querySelector<HTMLElement>('[data-back]');
    if (!button) return;
    const places: { top: number; link: HTMLElement }[] = [];
    document.addEventListener('click', ({ target, ctrlKey, metaKey, shiftKey }) => {
      if (ctrlKey || metaKey || shiftKey || !(target instanceof Element)) return;
      const link = target.closest<HTMLElement>('.doc-main a[href^="#"], .doc-header a[href^="#"]');
      // A permalink leads to where it stands.
      if (!link || link.parentElement?.id === link.getAttribute('href')?.slice(1)) return;
      places.push({ top: scrollY, link });
      button.hidden = false;
    });
    button.addEventListener('click', () => {
      const place = places.pop();
      button.hidden = places.length === 0;
      if (!place) return;
      scrollTo({ top: place.top });
      place.link.focus({ preventScroll: true });
    });
  }

  private prepareChoice(
    panel: HTMLDetailsElement,
    choice: HTMLSelectElement,
    list: CiteList,
  ): void {
    panel.addEventListener('toggle', () => {
      if (!panel.open) return;
      this.fillChoice(choice);
      list.show(unitById(choice.value));
    });
    choice.addEventListener('change', () => {
      list.show(unitById(choice.value));
    });
  }

  /** The provision at hand, those around it, and the whole document. */
  private fillChoice(choice: HTMLSelectElement): void {
    const unit = this.unitAtHand();
    const units = unit === null ? [] : enclosingUnits(unit);
    choice.replaceChildren(
      ...units.map((one) => new Option(unitName(one), one.id)),
      new Option(sentences.whole, ''),
    );
  }

  /** The provision that the address names while it is in sight; else the one being read. */
  private unitAtHand(): UnitElement | null {
    const target = unitById(decodeURIComponent(location.hash.slice(1)));
    if (target && isInSight(target.element)) return target;
    return this.listed[this.current ?? -1] ?? null;
  }
}

/** Index of the last unit that begins above a line of the window; -1 when none does. */
function lastAbove(units: readonly UnitElement[], line: number): number {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const top = units[middle]?.element.getBoundingClientRect().top ?? Infinity;
    if (top <= line) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

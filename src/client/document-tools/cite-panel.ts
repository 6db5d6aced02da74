import whole from 'virtual:sentences/document.bar.whole';
import { targetInSight } from '../document/in-sight.ts';
import { unitName } from '../document/unit-name.ts';
import { enclosingUnits, unitById, type UnitElement } from '../document/units.ts';
import { CiteList } from './cite-list.ts';

/** Opens the panel from anywhere. Not a letter, so that nobody presses it by speaking or typing. */
const CITE_KEY = 'F2';

/** The panel in the reading bar that cites the provision at hand. */
export function prepareCitePanel(): void {
  const panel = document.querySelector<HTMLDetailsElement>('.cite-panel');
  const body = panel?.querySelector('.cite-panel-body');
  if (!panel || !body) return;
  const choice = body.querySelector('select');
  const list = body.querySelector('cite-list');
  if (choice && list instanceof CiteList) prepareChoice(panel, choice, list);
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

function prepareChoice(panel: HTMLDetailsElement, choice: HTMLSelectElement, list: CiteList): void {
  panel.addEventListener('toggle', () => {
    if (!panel.open) return;
    fillChoice(choice);
    list.show(unitById(choice.value));
  });
  choice.addEventListener('change', () => {
    list.show(unitById(choice.value));
  });
}

/** The provision at hand, those around it, and the whole document. */
function fillChoice(choice: HTMLSelectElement): void {
  const unit = unitAtHand();
  const units = unit === null ? [] : enclosingUnits(unit);
  choice.replaceChildren(
    ...units.map((one) => new Option(unitName(one.element), one.id)),
    new Option(whole, ''),
  );
}

/** The provision that the address names while it is in sight; else the one being read. */
function unitAtHand(): UnitElement | null {
  const read = document.querySelector<HTMLAnchorElement>('.toc [aria-current="true"]');
  return unitById(targetInSight()?.id ?? read?.hash.slice(1) ?? '');
}

import forceWords from 'virtual:sentences/site.force';
import dayWords from 'virtual:sentences/site.list.on-day';
import { fillSlots } from '../../i18n/slots.ts';
import { STATUSES } from '../../lib/document/types.ts';
import { formatDay } from '../../lib/document/dates.ts';
import { forceOn } from '../../lib/library/force.ts';
import { fold } from '../../lib/text/fold.ts';
import {
  compareItems,
  countValues,
  FACETS,
  fits,
  readChoice,
  readForce,
  writeChoice,
  type ListChoice,
  type ListItem,
  type SortOrder,
} from './filter.ts';

/** A row of the table with what is known of it. */
interface ListRow extends ListItem {
  element: HTMLTableRowElement;
}

/** Orders that the head of a column stands for: the first click, then the second. */
const COLUMN_ORDERS: Record<string, readonly SortOrder[]> = {
  symbol: ['so'],
  title: ['ten'],
  issuer: ['co-quan'],
  date: ['moi', 'cu'],
  status: ['tinh-trang'],
};

/**
 * `<document-list>`: holds a `<form>` with one select per facet, a field `q` and a select `xep`, a
 * `.doc-table`, a date `ngay` with its `[data-as-of]` notice, `[role="status"]` (its `data-template` says how to count) and an `[data-empty]`
 * notice. The choice stands in the address, so that it can be kept and sent.
 */
export class DocumentList extends HTMLElement {
  private rows: ListRow[] = [];
  private form!: HTMLFormElement;
  /** Order of the rows in the page. */
  private order: SortOrder | undefined;
  private frame = 0;

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    this.form = form;
    this.rows = [...this.querySelectorAll<HTMLTableRowElement>('tr[data-type]')].map(readRow);
    this.showChoice(readChoice(new URLSearchParams(location.search)));
    this.makeHeadersSort();
    form.addEventListener('input', () => {
      cancelAnimationFrame(this.frame);
      this.frame = requestAnimationFrame(() => {
        this.update();
      });
    });
    form.addEventListener('change', () => {
      cancelAnimationFrame(this.frame);
      this.update();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    for (const button of this.querySelectorAll('[data-clear]')) {
      button.addEventListener('click', () => {
        this.showChoice(readChoice(new URLSearchParams()));
        this.update();
      });
    }
    this.update();
  }

  private choice(): ListChoice {
    const params = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) {
      if (typeof value === 'string') params.set(name, value.trim());
    }
    return readChoice(params);
  }

  private showChoice(choice: ListChoice): void {
    for (const facet of FACETS) this.field(facet).value = choice.facets[facet];
    this.field('q').value = choice.query;
    this.field('ngay').value = choice.day;
    this.field('xep').value = choice.order;
  }

  private update(): void {
    const choice = this.choice();
    const shown = this.rows.filter((row) => fits(row, choice));
    this.arrange(choice.order);
    this.show(new Set(shown));
    this.tellForce(choice.day);
    this.countOptions(choice);
    this.report(shown.length);
    this.offerClearing(choice);
    this.markHeaders(choice.order);
    remember(choice);
  }

  private show(shown: ReadonlySet<ListRow>): void {
    for (const row of this.rows) {
      if (row.element.hidden === shown.has(row)) row.element.hidden = !shown.has(row);
    }
    for (const group of this.querySelectorAll('tbody')) {
      group.hidden = ![...group.rows].some((row) => row.dataset.type !== undefined && !row.hidden);
    }
  }

  /** What is known of each document's force on the day, beside the status that it has now. */
  private tellForce(day: string): void {
    const notice = this.querySelector<HTMLElement>('[data-as-of]');
    if (notice) notice.hidden = day === '';
    for (const { element, force } of this.rows) {
      let place = element.querySelector('.status-then');
      if (day === '') {
        place?.remove();
        continue;
      }
      if (!place) {
        place = document.createElement('span');
        place.className = 'status-then';
        element.querySelector('.status')?.parentElement?.append(' ', place);
      }
      const label = fillSlots(dayWords, { date: formatDay(day) });
      place.textContent = `${label} ${forceWords[forceOn(force, day)]}`;
    }
  }

  /** Rows keep to their own group: documents of the subject, then namesakes. */
  private arrange(order: SortOrder): void {
    if (order === this.order) return;
    this.order = order;
    for (const { element } of [...this.rows].sort((a, b) => compareItems(a, b, order))) {
      element.parentElement?.append(element);
    }
  }

  private countOptions(choice: ListChoice): void {
    for (const facet of FACETS) {
      const counts = countValues(this.rows, choice, facet);
      for (const option of this.field(facet).querySelectorAll('option')) {
        if (option.value === '') continue;
        option.dataset.label ??= option.text;
        const count = counts.get(option.value) ?? 0;
        option.text = `${option.dataset.label} (${count})`;
      }
    }
  }

  private report(count: number): void {
    const status = this.querySelector<HTMLElement>('[role="status"]');
    if (status) {
      const template = status.dataset.template ?? '{count}';
      status.textContent = fillSlots(template, { count, total: this.rows.length });
    }
    const empty = this.querySelector<HTMLElement>('[data-empty]');
    if (empty) empty.hidden = count > 0;
    const table = this.querySelector('table');
    if (table) table.hidden = count === 0;
  }

  /** There is something to clear once the list is narrowed. */
  private offerClearing(choice: ListChoice): void {
    const clear = this.form.querySelector<HTMLElement>('[data-clear]');
    const narrowed =
      choice.query !== '' ||
      choice.day !== '' ||
      FACETS.some((facet) => choice.facets[facet] !== '');
    if (clear) clear.hidden = !narrowed;
  }

  private makeHeadersSort(): void {
    for (const header of this.querySelectorAll<HTMLElement>('th[data-sort]')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...header.childNodes);
      header.append(button);
      button.addEventListener('click', () => {
        const orders = COLUMN_ORDERS[header.dataset.sort ?? ''] ?? [];
        const now = orders.indexOf(this.choice().order);
        this.field('xep').value = orders[(now + 1) % orders.length] ?? 'moi';
        this.update();
      });
    }
  }

  private markHeaders(order: SortOrder): void {
    for (const header of this.querySelectorAll<HTMLElement>('th[data-sort]')) {
      const orders = COLUMN_ORDERS[header.dataset.sort ?? ''] ?? [];
      if (!orders.includes(order)) header.removeAttribute('aria-sort');
      else header.setAttribute('aria-sort', order === 'moi' ? 'descending' : 'ascending');
    }
  }

  private field(name: string): HTMLInputElement | HTMLSelectElement {
    const field = this.form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) return field;
    throw new Error(`the form has no field ${name}`);
  }
}

function readRow(element: HTMLTableRowElement): ListRow {
  const { type = '', issuers = '', topics = '' } = element.dataset;
  const status = element.querySelector<HTMLElement>('.status')?.dataset.status ?? '';
  const date = element.querySelector('time')?.dateTime ?? '';
  const [symbol = '', title = '', issuer = ''] = [...element.cells].map((cell) =>
    cell.textContent.trim(),
  );
  return {
    element,
    values: {
      loai: [type],
      'co-quan': issuers.split(' '),
      'chu-de': topics.split(' '),
      'tinh-trang': [status],
      nam: [date.slice(0, 4)],
    },
    text: fold(element.textContent),
    date,
    symbol: element.querySelector('th > a > b')?.textContent ?? symbol,
    title,
    issuer,
    statusRank: STATUSES.findIndex((known) => known === status),
    force: readForce(element.dataset.force ?? ''),
  };
}

/** Put the choice into the address; a browser that refuses leaves the page working. */
function remember(choice: ListChoice): void {
  const query = writeChoice(choice).toString();
  try {
    history.replaceState(null, '', query === '' ? location.pathname : `?${query}`);
  } catch {
    // Some browsers limit how often, or refuse on file://.
  }
}

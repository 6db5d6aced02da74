import sentences from 'virtual:sentences/document.cite';
import { fillSlots } from '../../i18n/slots.ts';
import {
  CITATION_STYLES,
  formatCitation,
  quoteCitation,
  type CitableProvision,
} from '../../lib/document/cite.ts';
import { addItem, hasItem, removeItem, trayKey, type TrayItem } from '../../lib/tray/tray.ts';
import type { TrayStore } from '../site/tray-store.ts';
import { copyText, selectContent } from '../document/copy-text.ts';
import { officialText } from '../document/official-text.ts';
import { pageData, type PageData } from '../document/page-data.ts';
import { showQr } from './show-qr.ts';
import type { UnitElement } from '../document/units.ts';

/** A line of the list: what it is, what is shown, what is copied. */
interface Row {
  name: string;
  text: string;
  /** What travels with it when copied. */
  warning: string;
  /** Of use on this machine only. */
  isLocal?: boolean;
  /** Public address, which can be had as a QR code. */
  address?: string;
}

/**
 * `<cite-list>`: the ways to cite the document or one provision, each with a button that copies it
 * together with the warning about its force; and a button that puts it into the tray.
 */
export class CiteList extends HTMLElement {
  private readonly data = pageData();
  private store: TrayStore | null = null;
  private unit: UnitElement | null = null;

  connectedCallback(): void {
    this.show(null);
    void window.trayStore?.then((store) => {
      this.store = store;
      store.onChange(() => {
        this.updateTrayButton();
      });
      this.updateTrayButton();
    });
  }

  /** @param unit null for the document as a whole. */
  show(unit: UnitElement | null): void {
    if (this.data === null) return;
    this.unit = unit;
    const list = document.createElement('dl');
    list.className = 'cite-rows';
    const rows = rowsFor(this.data, unit, textOf(this.data, unit));
    list.append(...rows.map((row) => this.createRow(row)));
    const parts: Node[] = [this.createTrayButton(), list];
    if (this.data.warning !== '') parts.push(createElement('p', 'cite-warning', this.data.warning));
    const status = createElement('p', 'cite-status', '');
    status.setAttribute('role', 'status');
    this.replaceChildren(...parts, status);
    this.updateTrayButton();
  }

  private createRow({ name, text, warning, isLocal = false, address }: Row): HTMLElement {
    const row = document.createElement('div');
    row.classList.toggle('no-print', isLocal);
    const value = document.createElement('dd');
    const words = createElement('span', 'cite-text', text);
    const button = createButton(sentences.copy);
    button.setAttribute('aria-label', fillSlots(sentences['copy-item'], { item: name }));
    button.addEventListener('click', () => {
      void this.copy(warning === '' ? text : `${text} ${warning}`, words);
    });
    value.append(words, ' ', button);
    if (address !== undefined) this.addQr(value, address);
    row.append(createElement('dt', '', name), value);
    return row;
  }

  private addQr(value: HTMLElement, address: string): void {
    const button = createButton(sentences.qr);
    button.addEventListener('click', () => {
      button.remove();
      showQr(value, address, {
        name: fillSlots(sentences['qr-name'], { address }),
        save: sentences['qr-save'],
      });
    });
    value.append(' ', button);
  }

  private async copy(text: string, shown: HTMLElement): Promise<void> {
    const isCopied = await copyText(text);
    if (!isCopied) selectContent(shown);
    this.say(isCopied ? `${sentences.copied}: ${text}` : sentences.select);
  }

  private say(text: string): void {
    const status = this.querySelector('.cite-status');
    if (status) status.textContent = text;
  }

  private createTrayButton(): HTMLElement {
    const button = createButton('');
    button.className = 'button button-quiet tray-button no-print';
    button.addEventListener('click', () => {
      void this.toggle();
    });
    return button;
  }

  private updateTrayButton(): void {
    const button = this.querySelector<HTMLElement>('.tray-button');
    if (!button || !this.data) return;
    const isIn = this.store !== null && hasItem(this.store.tray, trayKey(this.item(this.data)));
    button.hidden = this.store === null;
    button.textContent = isIn ? sentences.remove : sentences.add;
  }

  private async toggle(): Promise<void> {
    const { store, data } = this;
    if (!store || !data) return;
    const item = this.item(data);
    const key = trayKey(item);
    const wasIn = hasItem(store.tray, key);
    await store.update((tray) => (wasIn ? removeItem(tray, key) : addItem(tray, item)));
    const { added, removed, lasting } = sentences;
    const name = formatCitation(item.document, item.provision, 'short');
    const done = fillSlots(wasIn ? removed : added, { item: name });
    this.say(store.life === 'site' ? done : `${done} ${lasting}`);
  }

  private item(data: PageData): TrayItem {
    const { document, warning, address } = data;
    const { unit } = this;
    const anchor = unit === null ? '' : `#${unit.id}`;
    return {
      document,
      provision: unit && citable(unit),
      warning,
      quote: textOf(data, unit),
      address: address === null ? null : address + anchor,
      note: '',
    };
  }
}

/** What the tray keeps of a unit. */
function citable({ id, label, scope, isShared }: UnitElement): CitableProvision {
  return { id, label, scope, ...(isShared === true ? { isShared } : {}) };
}

function textOf({ hasText }: PageData, unit: UnitElement | null): string | null {
  return hasText && unit !== null ? officialText(unit.element) : null;
}

function rowsFor(
  { document: cited, warning, address }: PageData,
  unit: UnitElement | null,
  text: string | null,
): Row[] {
  const rows: Row[] = CITATION_STYLES.map((style) => ({
    name: sentences[style],
    text: formatCitation(cited, unit, style),
    warning: style === 'printed' ? '' : warning,
  }));
  if (text !== null) {
    const style = cited.system === 'dang' ? 'party' : 'state';
    const quotation = quoteCitation(text, formatCitation(cited, unit, style));
    rows.push({ name: sentences.quote, text: quotation, warning });
  }
  const page = address ?? location.href.replace(/[?#].*$/, '');
  const link = unit === null ? page : `${page}#${unit.id}`;
  const isLocal = address === null;
  const row = { name: sentences.link, text: link, warning: '', isLocal };
  return [...rows, isLocal ? row : { ...row, address: link }];
}

function createButton(text: string): HTMLButtonElement {
  const button = createElement('button', 'text-button', text) as HTMLButtonElement;
  button.type = 'button';
  return button;
}

function createElement(name: string, className: string, text: string): HTMLElement {
  const element = document.createElement(name);
  if (className !== '') element.className = className;
  element.textContent = text;
  return element;
}

import { fillSlots } from '../../i18n/slots.ts';
import { CITATION_STYLES, formatCitation, type CitableProvision } from '../../lib/document/cite.ts';
import { copyText, selectContent } from './copy-text.ts';
import { pageData, type PageData } from './page-data.ts';

/** A line of the list: what it is, what is shown, what is copied. */
interface Row {
  name: string;
  text: string;
  /** What travels with it when copied. */
  warning: string;
  /** Of use on this machine only. */
  isLocal?: boolean;
}

/**
 * `<cite-list>`: the ways to cite the document or one provision, each with a button that copies it
 * together with the warning about its force.
 */
export class CiteList extends HTMLElement {
  private readonly data = pageData();

  connectedCallback(): void {
    this.show(null);
  }

  /** @param unit null for the document as a whole. */
  show(unit: CitableProvision | null): void {
    if (this.data === null) return;
    const list = document.createElement('dl');
    list.className = 'cite-rows';
    list.append(...rowsFor(this.data, unit).map((row) => this.createRow(row)));
    const parts: Node[] = [list];
    if (this.data.warning !== '') parts.push(createElement('p', 'cite-warning', this.data.warning));
    const status = createElement('p', 'cite-status', '');
    status.setAttribute('role', 'status');
    this.replaceChildren(...parts, status);
  }

  private createRow({ name, text, warning, isLocal = false }: Row): HTMLElement {
    const row = document.createElement('div');
    row.classList.toggle('no-print', isLocal);
    const value = document.createElement('dd');
    const words = createElement('span', 'cite-text', text);
    const button = createElement('button', 'text-button', this.data?.words.copy ?? '');
    button.setAttribute('type', 'button');
    button.setAttribute('aria-label', fillSlots(this.data?.words.copyItem ?? '', { item: name }));
    button.addEventListener('click', () => {
      void this.copy(warning === '' ? text : `${text} ${warning}`, words);
    });
    value.append(words, ' ', button);
    row.append(createElement('dt', '', name), value);
    return row;
  }

  private async copy(text: string, shown: HTMLElement): Promise<void> {
    const isCopied = await copyText(text);
    if (!isCopied) selectContent(shown);
    const status = this.querySelector('.cite-status');
    const words = this.data?.words;
    if (status && words) status.textContent = isCopied ? `${words.copied}: ${text}` : words.select;
  }
}

function rowsFor(
  { document: cited, warning, address, words }: PageData,
  unit: CitableProvision | null,
): Row[] {
  const rows = CITATION_STYLES.map((style) => ({
    name: words.styles[style],
    text: formatCitation(cited, unit, style),
    warning: style === 'printed' ? '' : warning,
  }));
  const page = address ?? location.href.replace(/#.*$/, '');
  const link = unit === null ? page : `${page}#${unit.id}`;
  return [...rows, { name: words.link, text: link, warning: '', isLocal: address === null }];
}

function createElement(name: string, className: string, text: string): HTMLElement {
  const element = document.createElement(name);
  if (className !== '') element.className = className;
  element.textContent = text;
  return element;
}

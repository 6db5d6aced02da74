import { fillSlots } from '../../i18n/slots.ts';
import { resolveItem, type ItemState, type TrayEdition } from '../../lib/tray/edition.ts';
import { handoutDocx } from '../../lib/tray/handout-docx.ts';
import {
  buildHandout,
  handoutFile,
  handoutText,
  type Handout,
  type HandoutWords,
} from '../../lib/tray/handout.ts';
import {
  EMPTY_TRAY,
  insertItem,
  moveItem,
  removeItem,
  trayKey,
  TRAY_STYLES,
  updateItem,
  type Tray,
  type TrayItem,
} from '../../lib/tray/tray.ts';
import { copyText, selectContent } from '../document/copy-text.ts';
import type { TrayStore } from '../site/tray-store.ts';
import { create, createButton } from './create.ts';
import { loadEdition } from './load-edition.ts';
import { trayPageData } from './page-words.ts';
import { saveFile } from './save-file.ts';
import { createRow } from './tray-row.ts';

const FILE_NAME = 'trich-dan';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** `<citation-tray>`: shows the tray of this browser, and writes it out. */
export class CitationTray extends HTMLElement {
  private readonly page = trayPageData();
  private store: TrayStore | null = null;
  private tray: Tray = EMPTY_TRAY;
  /** How each item stands to this edition, by key; empty until that is known. */
  private states = new Map<string, ItemState>();
  private edition: Map<string, TrayEdition> | null = new Map();
  /** What the rows show, notes aside: when it stays the same they are left as they are. */
  private shown = '';
  private readonly body = create('div', 'tray-body');
  private readonly heading = create('h2', 'tray-title print-only');
  private readonly list = create('ol', 'tray-list');
  private readonly status = create('div', 'tray-status no-print');
  private readonly life = create('p', 'notice no-print');
  private readonly titleField = create('input', 'field');
  private readonly styleField = create('select', 'field');
  private readonly quotesField = create('input', '');

  connectedCallback(): void {
    this.list.setAttribute('role', 'list');
    this.status.setAttribute('role', 'status');
    this.body.hidden = true;
    this.body.append(this.createTools(), this.heading, this.list);
    this.life.hidden = true;
    this.append(this.life, this.status, this.body);
    void this.start();
  }

  private async start(): Promise<void> {
    await window.laterScripts.load();
    const store = await window.trayStore;
    if (!store) return;
    this.store = store;
    store.onChange((tray) => {
      this.show(tray);
    });
    this.show(store.tray);
    await this.check();
  }

  /** Hold all items against this edition, and keep what it says of them. */
  private async check(): Promise<void> {
    const slugs = this.tray.items.map(({ document: { slug } }) => slug);
    const parts = [...this.querySelectorAll<HTMLElement>('[data-first]')];
    this.edition = await loadEdition(slugs, parts);
    const edition = this.edition;
    if (edition === null) {
      this.say(this.page.words.unchecked);
      return;
    }
    const changed = this.tray.items.flatMap((item) => {
      const { item: resolved, state } = resolveItem(item, edition.get(item.document.slug));
      this.states.set(trayKey(item), state);
      return state === 'current' || state === 'gone' ? [] : [resolved];
    });
    if (changed.length > 0) this.update((tray) => changed.reduce(updateItem, tray));
    else this.show(this.tray);
  }

  private update(change: (tray: Tray) => Tray): void {
    void this.store?.update(change);
  }

  private show(tray: Tray): void {
    const wanted = focusedControl(this.list);
    this.tray = tray;
    const handout = this.handout();
    const count = tray.items.length;
    const empty = this.querySelector<HTMLElement>('[data-empty]');
    if (empty) empty.hidden = count > 0;
    this.body.hidden = count === 0;
    this.showLife();
    this.showSettings(tray);
    this.heading.textContent = handout.title;
    this.showRows(handout);
    restoreFocus(this.list, wanted);
  }

  private showRows({ items }: Handout): void {
    const states = items.map(({ printed }) => this.states.get(printed) ?? null);
    const rows = items.map((written, place) => ({ ...written, note: '', state: states[place] }));
    const shown = JSON.stringify(rows);
    if (shown === this.shown) {
      // A row that is written anew under the pointer would swallow the click.
      this.showNotes();
      return;
    }
    this.shown = shown;
    const count = items.length;
    this.list.replaceChildren(
      ...this.tray.items.flatMap((item, place) => {
        const written = items[place];
        if (!written) return [];
        const actions = this.actionsFor(item, place, written.citation);
        const state = states[place] ?? null;
        return [createRow(item, written, state, { place, count }, this.page, actions)];
      }),
    );
  }

  private showNotes(): void {
    const rows = this.list.querySelectorAll('li');
    for (const [place, { note }] of this.tray.items.entries()) {
      const field = rows[place]?.querySelector('textarea');
      if (field && field !== document.activeElement) field.value = note;
    }
  }

  private showLife(): void {
    const life = this.store?.life ?? 'site';
    this.life.hidden = life === 'site';
    this.life.textContent = life === 'site' ? '' : this.page.words.life[life];
  }

  private showSettings(tray: Tray): void {
    if (document.activeElement !== this.titleField) this.titleField.value = tray.title;
    this.styleField.value = tray.style;
    this.quotesField.checked = tray.withQuotes;
  }

  private actionsFor(item: TrayItem, place: number, citation: string) {
    const key = trayKey(item);
    const { words } = this.page;
    return {
      move: (by: number): void => {
        this.update((tray) => moveItem(tray, key, by));
        this.say(
          fillSlots(words.moved, {
            item: citation,
            place: place + by + 1,
            count: this.tray.items.length,
          }),
        );
      },
      remove: (): void => {
        this.update((tray) => removeItem(tray, key));
        this.offerUndo(fillSlots(words.removed, { item: citation }), (tray) =>
          insertItem(tray, item, place),
        );
      },
      note: (note: string): void => {
        this.update((tray) => {
          const now = tray.items.find((one) => trayKey(one) === key);
          return now ? updateItem(tray, { ...now, note }) : tray;
        });
      },
    };
  }

  private createTools(): HTMLElement {
    const { words, styles } = this.page;
    this.titleField.type = 'text';
    this.titleField.placeholder = words.handout;
    this.titleField.addEventListener('change', () => {
      this.update((tray) => ({ ...tray, title: this.titleField.value }));
    });
    this.styleField.append(...TRAY_STYLES.map((style) => new Option(styles[style], style)));
    this.styleField.addEventListener('change', () => {
      const style = TRAY_STYLES.find((one) => one === this.styleField.value) ?? this.tray.style;
      this.update((tray) => ({ ...tray, style }));
    });
    this.quotesField.type = 'checkbox';
    this.quotesField.addEventListener('change', () => {
      this.update((tray) => ({ ...tray, withQuotes: this.quotesField.checked }));
    });
    const settings = create(
      'div',
      'tray-settings',
      labelled(words['handout-title'], this.titleField),
      labelled(words.style, this.styleField),
      create('label', 'choice', this.quotesField, words['with-quotes']),
    );
    return create('div', 'tray-head no-print', settings, this.createButtons());
  }

  private createButtons(): HTMLElement {
    const { words } = this.page;
    const quiet = 'button button-quiet';
    return create(
      'div',
      'tray-buttons',
      createButton(words['copy-all'], quiet, () => void this.copyAll()),
      createButton(words.print, quiet, () => {
        print();
      }),
      createButton(words['save-word'], quiet, () => {
        this.save('docx', WORD_TYPE, handoutDocx(this.handout(), this.words));
      }),
      createButton(words['save-text'], quiet, () => {
        this.save('txt', 'text/plain;charset=utf-8', handoutFile(this.handout(), this.words));
      }),
      createButton(words.clear, quiet, () => {
        this.clear();
      }),
    );
  }

  private get words(): HandoutWords {
    const { handout, note, printed } = this.page.words;
    return { title: handout, note, printed };
  }

  private handout(): Handout {
    return buildHandout(this.tray, this.words);
  }

  private async copyAll(): Promise<void> {
    const { words } = this.page;
    const isCopied = await copyText(handoutText(this.handout(), this.words));
    if (!isCopied) selectContent(this.list);
    this.say(isCopied ? fillSlots(words.copied, { count: this.tray.items.length }) : words.select);
  }

  private save(extension: string, type: string, content: BlobPart): void {
    const file = `${FILE_NAME}.${extension}`;
    saveFile(file, type, content);
    this.say(fillSlots(this.page.words.saved, { file }));
  }

  private clear(): void {
    const { items } = this.tray;
    this.update((tray) => ({ ...tray, items: [] }));
    this.offerUndo(fillSlots(this.page.words.cleared, { count: items.length }), (tray) =>
      items.reduce((filled, item, place) => insertItem(filled, item, place), tray),
    );
  }

  private say(text: string): void {
    this.status.replaceChildren(create('p', '', text));
  }

  /** Say what was done, and put the focus where it can be taken back. */
  private offerUndo(text: string, restore: (tray: Tray) => Tray): void {
    const { words } = this.page;
    const undo = createButton(words.undo, 'text-button', () => {
      this.update(restore);
      this.say(words.undone);
    });
    this.status.replaceChildren(create('p', '', text, ' ', undo));
    undo.focus();
  }
}

function labelled(text: string, control: HTMLElement): HTMLElement {
  return create('label', '', create('span', 'label', text), control);
}

/** Which control of the list has the focus: rows are written anew when something changes. */
function focusedControl(list: HTMLElement): { key: string; control: string } | null {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement) || !list.contains(activeElement)) return null;
  const key = activeElement.closest<HTMLElement>('[data-key]')?.dataset.key;
  if (key === undefined) return null;
  const { act } = activeElement.dataset;
  return { key, control: act === undefined ? activeElement.localName : `[data-act="${act}"]` };
}

function restoreFocus(list: HTMLElement, wanted: ReturnType<typeof focusedControl>): void {
  if (!wanted) return;
  const row = [...list.querySelectorAll<HTMLElement>('[data-key]')].find(
    ({ dataset }) => dataset.key === wanted.key,
  );
  row?.querySelector<HTMLElement>(wanted.control)?.focus();
}

import { fillSlots } from '../../i18n/slots.ts';
import { create } from '../tray/create.ts';
import { CheckerPort, RefusedError, type Checked, type OnStage } from './checker-port.ts';
import type { CheckSource } from '../checker-worker/messages.ts';
import { LoadError } from './load-file.ts';
import { checkerPageData } from './page-data.ts';
import { ResultView } from './result-view.ts';

/** Larger files are refused before they are read, in bytes. */
const LARGEST_FILE = 50 * 2 ** 20;
const CHARACTERS_OF_A_PAGE = 3000;

/** Where the stages of a check begin on the bar, by the time that they take; before, nothing is known. */
const BEGINNINGS = { check: 0, correct: 0.3, compare: 0.5, show: 0.55, end: 1 };
/** Each stage with the next one. */
const NEXT = { check: 'correct', correct: 'compare', compare: 'show', show: 'end' } as const;

/** `<citation-checker>`: takes a text, has it checked in a worker and shows what was found. */
export class CitationChecker extends HTMLElement {
  private readonly page = checkerPageData();
  private port: CheckerPort | null = null;
  private file: File | null = null;
  private view: ResultView | null = null;
  /** Counts checks: what belongs to an older one is dropped. */
  private turn = 0;

  connectedCallback(): void {
    this.get('[data-day]', HTMLInputElement).value = today();
    this.get('form', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      void this.check();
    });
    this.listenForFiles();
    this.listenForText();
    this.get('[data-cancel]', HTMLButtonElement).addEventListener('click', () => {
      this.cancel();
    });
    this.get('[data-clear]', HTMLButtonElement).addEventListener('click', () => {
      this.clear();
    });
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'F8' || event.ctrlKey || event.altKey || event.metaKey) return;
      if (this.view?.step(event.shiftKey ? -1 : 1)) event.preventDefault();
    });
  }

  private listenForText(): void {
    const field = this.get('textarea', HTMLTextAreaElement);
    field.addEventListener('input', () => {
      this.file = null;
      this.showClear();
    });
    field.addEventListener('paste', () => {
      // The pasted text is in the field only after the event.
      setTimeout(() => void this.check());
    });
    this.get('[data-day]', HTMLInputElement).addEventListener('change', () => {
      if (this.view) void this.check();
    });
  }

  private listenForFiles(): void {
    const input = this.get('[data-file]', HTMLInputElement);
    this.get('[data-choose]', HTMLButtonElement).addEventListener('click', () => {
      input.click();
    });
    input.addEventListener('change', () => {
      this.take([...(input.files ?? [])]);
      // The same file can be chosen again after it was changed.
      input.value = '';
    });
    const drop = this.get('[data-drop]', HTMLElement);
    this.addEventListener('dragover', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      drop.dataset.over = '';
    });
    this.addEventListener('dragleave', () => {
      delete drop.dataset.over;
    });
    this.addEventListener('drop', (event) => {
      delete drop.dataset.over;
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      this.take(files);
    });
  }

  private take(files: readonly File[]): void {
    const [file] = files;
    if (!file) return;
    this.file = file;
    this.get('textarea', HTMLTextAreaElement).value = '';
    const { words } = this.page;
    const note = files.length > 1 ? fillSlots(words['one-file'], { file: file.name }) : '';
    void this.check(note);
  }

  /** @param note Said before the result. */
  private async check(note = ''): Promise<void> {
    const turn = ++this.turn;
    this.showClear();
    this.showResult(null);
    const { words } = this.page;
    const typed = this.get('textarea', HTMLTextAreaElement).value;
    if (!this.file && typed.trim() === '') {
      this.say(words.empty);
      return;
    }
    const asOf = this.get('[data-day]', HTMLInputElement).value || today();
    this.setBusy(true);
    this.say(words.stage.load);
    try {
      const source = await this.readSource(typed);
      const checked = await this.openPort().check(source, asOf, this.tellStage(turn));
      if (turn !== this.turn) return;
      this.say(words.stage.show);
      await this.show(checked, asOf, note);
    } catch (error) {
      if (turn === this.turn) this.fail(error);
    } finally {
      if (turn === this.turn) this.setBusy(false);
    }
  }

  private tellStage(turn: number): OnStage {
    let said = '';
    return ({ stage, characters, share }) => {
      if (turn !== this.turn) return;
      const pages = Math.max(1, Math.round(characters / CHARACTERS_OF_A_PAGE));
      const sentence = fillSlots(this.page.words.stage[stage], { pages });
      // Said once: a screen reader would read it out again with every step.
      if (sentence !== said) this.say((said = sentence));
      if (stage !== 'read') this.showProgress(stage, share);
    };
  }

  /** @param share Of the stage, 0 to 1. */
  private showProgress(stage: keyof typeof NEXT, share: number): void {
    const [from, to] = [BEGINNINGS[stage], BEGINNINGS[NEXT[stage]]];
    const percent = Math.round((from + (to - from) * share) * 100);
    this.get('progress', HTMLProgressElement).value = percent;
    this.get('[data-percent]', HTMLElement).textContent = fillSlots(this.page.words.percent, {
      percent,
    });
  }

  private async readSource(typed: string): Promise<CheckSource> {
    if (!this.file) return { type: 'text', text: typed };
    if (this.file.size > LARGEST_FILE) throw new RefusedError('file-too-large', {});
    try {
      return { type: 'file', bytes: await this.file.arrayBuffer() };
    } catch {
      throw new RefusedError('unreadable', {});
    }
  }

  private openPort(): CheckerPort {
    const source = (element: HTMLElement) => ({
      name: element.dataset.name ?? '',
      // Resolved here: `data-src` is as relative as `src`.
      src: new URL(element.dataset.src ?? '', location.href).href,
    });
    const named = (name: string) => source(this.get(`[data-name="${name}"]`, HTMLElement));
    this.port ??= new CheckerPort({
      code: named('may').src,
      library: named('du-lieu'),
      patterns: named('khuon-loi'),
      search: new URL('.', named('tim-kiem').src).href,
    });
    return this.port;
  }

  private async show(checked: Checked, asOf: string, note: string): Promise<void> {
    const { words } = this.page;
    const source = this.file ? fillSlots(words.file, { file: this.file.name }) : words.pasted;
    const view = new ResultView(checked, { source, asOf }, this.page, (text) => {
      this.say(text);
    });
    this.showResult(view);
    await view.fill((share) => {
      if (view === this.view) this.showProgress('show', share);
    });
    this.say([note, view.summary].filter((text) => text !== '').join(' '));
  }

  private showResult(view: ResultView | null): void {
    this.view?.end();
    this.view = view;
    const place = this.get('[data-result]', HTMLElement);
    place.replaceChildren(...(view ? [view.element] : []));
  }

  private fail(error: unknown): void {
    const { words } = this.page;
    if (error instanceof RefusedError) {
      const sentences: Partial<Record<string, string>> = words.refusal;
      const sentence = sentences[error.id] ?? words.refusal.binary;
      this.complain(fillSlots(sentence, error.values));
    } else if (error instanceof LoadError) {
      this.complain(words['load-failed']);
    } else if (error instanceof DOMException && error.name === 'AbortError') {
      this.say(words.cancelled);
    } else {
      this.complain(fillSlots(words.failed, { reason: String(error) }));
    }
  }

  private cancel(): void {
    this.port?.cancel();
    this.get('textarea', HTMLTextAreaElement).focus();
  }

  private clear(): void {
    this.turn++;
    this.port?.cancel();
    this.setBusy(false);
    this.file = null;
    const field = this.get('textarea', HTMLTextAreaElement);
    field.value = '';
    this.showResult(null);
    this.say('');
    this.showClear();
    field.focus();
  }

  private showClear(): void {
    const { value } = this.get('textarea', HTMLTextAreaElement);
    this.get('[data-clear]', HTMLButtonElement).hidden = value === '' && !this.file;
  }

  private setBusy(isBusy: boolean): void {
    this.get('[data-progress]', HTMLElement).hidden = !isBusy;
    // Without a value the bar says only that something is going on.
    this.get('progress', HTMLProgressElement).removeAttribute('value');
    this.get('[data-percent]', HTMLElement).textContent = '';
    this.dataset.state = isBusy ? 'busy' : 'idle';
  }

  private say(text: string): void {
    const file = this.file ? fillSlots(this.page.words.file, { file: this.file.name }) : '';
    const head = file === '' || text === '' ? '' : `${file}: `;
    const content = text === '' ? [] : [create('p', '', head + text)];
    this.get('[data-status]', HTMLElement).replaceChildren(...content);
  }

  private complain(text: string): void {
    this.say(text);
    this.get('[data-status]', HTMLElement).firstElementChild?.classList.add('notice');
  }

  private get<T extends HTMLElement>(selector: string, type: new () => T): T {
    const found = this.querySelector(selector);
    if (!(found instanceof type)) throw new Error(`the page has no ${selector}`);
    return found;
  }
}

/** The day on this machine's clock, `YYYY-MM-DD`. */
function today(now = new Date()): string {
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0'));
  return `${now.getFullYear()}-${month ?? ''}-${day ?? ''}`;
}

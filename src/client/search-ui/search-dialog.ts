import { find } from '../site/find.ts';
import { walkWithArrows } from './arrow-keys.ts';
import { engine, resultsUrl } from './engine.ts';
import { readQuestion, type Answer, type Hit } from './found.ts';
import { Latest } from './latest.ts';
import { renderHit } from './render-hit.ts';
import { SearchWords } from './words.ts';

/** Hits that the dialog has room for. */
const ROOM = 8;

/** After this long without an answer the dialog says that it is searching, in milliseconds. */
const PATIENCE = 300;

/**
 * `<search-dialog>`: a native `<dialog>` with a field, `[role="status"]`, `ol.hits` and
 * `.search-all`. Opens on the event `open-search`.
 */
export class SearchDialog extends HTMLElement {
  private readonly words = new SearchWords();
  private readonly latest = new Latest();
  private dialog!: HTMLDialogElement;
  private field!: HTMLInputElement;
  private list!: HTMLOListElement;
  private impatience: number | undefined;

  connectedCallback(): void {
    this.dialog = find(this, 'dialog', HTMLDialogElement);
    this.field = find(this, 'input', HTMLInputElement);
    this.list = find(this, 'ol', HTMLOListElement);
    this.addEventListener('open-search', () => {
      this.open();
    });
    this.field.addEventListener('input', () => {
      this.answer();
    });
    this.dialog.addEventListener('keydown', (event) => {
      // A search field would only be emptied by the first Esc.
      if (event.key !== 'Escape') return;
      event.preventDefault();
      this.dialog.close();
    });
    this.dialog.addEventListener('click', (event) => {
      this.closeFor(event.target as Element);
    });
    walkWithArrows(this.dialog, this.field, () => [
      ...this.list.querySelectorAll<HTMLElement>('a.hit-link'),
    ]);
  }

  private open(): void {
    if (this.dialog.open) return;
    engine.warmUp();
    this.dialog.showModal();
    this.field.select();
    this.answer();
  }

  /** A click on the backdrop, on the closing button or on a hit ends the dialog. */
  private closeFor(target: Element): void {
    const ends = target === this.dialog || target.closest('[data-close], .hits a') !== null;
    if (ends) this.dialog.close();
  }

  private answer(): void {
    const query = this.field.value.trim();
    clearTimeout(this.impatience);
    this.latest.cancel();
    find(this, '.search-all', HTMLElement).hidden = query === '';
    if (query === '') {
      this.show([], '');
      return;
    }
    find(this, '.search-all a', HTMLAnchorElement).href = resultsUrl(query);
    const quick = engine.suggest(query, ROOM);
    if (quick.length > 0) this.show(quick, '');
    this.impatience = window.setTimeout(() => {
      this.say(this.words.say('searching'));
    }, PATIENCE);
    const question = readQuestion(new URLSearchParams({ q: query }));
    this.latest.run(
      () => engine.search(question, ROOM),
      (answer) => {
        this.showAnswer(query, answer);
      },
      () => {
        clearTimeout(this.impatience);
        this.say(this.words.say('error'));
      },
    );
  }

  private showAnswer(query: string, answer: Answer): void {
    clearTimeout(this.impatience);
    this.show(answer.hits, this.words.summary(query, answer));
  }

  private show(hits: readonly Hit[], status: string): void {
    const words = this.words.forHits;
    this.list.replaceChildren(...hits.map((hit) => renderHit(hit, words)));
    this.say(status);
  }

  private say(text: string): void {
    find(this, '[role="status"]', HTMLElement).textContent = text;
  }
}

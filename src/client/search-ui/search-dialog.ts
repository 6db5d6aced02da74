import type { Progress } from '../search-engine/index.ts';
import { find } from '../site/find.ts';
import { walkWithArrows } from './arrow-keys.ts';
import { dialogMarkup } from './dialog-markup.ts';
import { onChange, onProgress, resultsUrl, search, warmUp } from './engine.ts';
import { readQuestion, type Answer, type Hit } from './found.ts';
import { HitList } from './hit-list.ts';
import { Latest } from './latest.ts';
import { showLibraries } from './show-libraries.ts';
import { showPages } from './show-pages.ts';
import { SearchWords } from './words.ts';

/** Hits that the dialog has room for. */
const ROOM = 8;

/** After this long without an answer the dialog says that it is searching, in milliseconds. */
const PATIENCE = 300;

/**
 * `<search-dialog>`: makes a native `<dialog>` with a field, `[role="status"]`, `ol.hits` and
 * `.search-all`. Opens on the event `open-search`, whose detail was typed before it was there.
 */
export class SearchDialog extends HTMLElement {
  private readonly words = new SearchWords();
  private readonly latest = new Latest();
  private dialog!: HTMLDialogElement;
  private field!: HTMLInputElement;
  private list!: HitList;
  private impatience: number | undefined;

  connectedCallback(): void {
    this.innerHTML = dialogMarkup(resultsUrl());
    this.dialog = find(this, 'dialog', HTMLDialogElement);
    this.field = find(this, 'input', HTMLInputElement);
    this.list = new HitList(find(this, 'ol', HTMLOListElement), this.field);
    this.addEventListener('open-search', (event) => {
      this.open((event as CustomEvent<string>).detail);
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
    onChange(() => {
      this.askAgain();
    });
    walkWithArrows(this.dialog, this.field, () => this.list.links());
  }

  /** @param typed Goes into the field; '' leaves what is there. */
  private open(typed: string): void {
    if (this.dialog.open) return;
    warmUp();
    this.dialog.showModal();
    if (typed !== '') {
      this.field.value = typed;
      this.answer();
      return;
    }
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
    this.settle();
    find(this, '.search-all', HTMLElement).hidden = query === '';
    if (query === '') {
      showPages(find(this, '[data-pages]', HTMLElement), []);
      this.show([], '', '');
      return;
    }
    find(this, '.search-all a', HTMLAnchorElement).href = resultsUrl(query);
    this.beImpatient();
    this.latest.run(
      (tell: (hits: Hit[]) => void) => ask(query, tell),
      (answer) => {
        this.showAnswer(query, answer);
      },
      () => {
        this.settle();
        this.say(this.words.say('error'));
      },
      (hits) => {
        this.list.put(hits, this.words.forHits);
      },
    );
  }

  /** Another library has come or gone: what stands there stays until the new answer comes. */
  private askAgain(): void {
    const query = this.field.value.trim();
    if (!this.dialog.open || query === '') return;
    this.latest.run(
      () => ask(query),
      (answer) => {
        this.showAnswer(query, answer);
      },
      () => undefined,
    );
  }

  /** Nothing is under way any more. */
  private settle(): void {
    this.latest.cancel();
    clearTimeout(this.impatience);
    onProgress(() => undefined);
  }

  private beImpatient(): void {
    this.impatience = window.setTimeout(() => {
      const say = (progress?: Progress): void => {
        this.say(this.words.waiting(progress));
      };
      say();
      onProgress(say);
    }, PATIENCE);
  }

  private showAnswer(query: string, answer: Answer): void {
    this.settle();
    showPages(find(this, '[data-pages]', HTMLElement), answer.pages);
    const absent = this.words.absent(answer.libraries);
    this.show(answer.hits, this.words.summary(query, answer), absent);
  }

  private show(hits: readonly Hit[], status: string, absent: string): void {
    this.list.put(hits, this.words.forHits);
    showLibraries(find(this, '[data-libraries]', HTMLElement), absent);
    this.say(status);
  }

  private say(text: string): void {
    find(this, '[role="status"]', HTMLElement).textContent = text;
  }
}

function ask(query: string, tell: (hits: Hit[]) => void = () => undefined): Promise<Answer> {
  return search(readQuestion(new URLSearchParams({ q: query })), ROOM, tell);
}

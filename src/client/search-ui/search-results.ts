import { find } from '../site/find.ts';
import { onChange, onProgress, resultsUrl, search } from './engine.ts';
import {
  FILTERS,
  isFiltered,
  readQuestion,
  writeQuestion,
  type Answer,
  type Hit,
  type Question,
} from './found.ts';
import { HitList } from './hit-list.ts';
import { Latest } from './latest.ts';
import { offerLibraries, offerValues } from './offer-values.ts';
import { showLibraries } from './show-libraries.ts';
import { showPages } from './show-pages.ts';
import { SearchWords } from './words.ts';

/** Hits shown at first, and by each press of “more”. */
const STEP = 20;

/** Typing pauses this long before the address is rewritten, in milliseconds. */
const PAUSE = 400;

type State = 'idle' | 'loading' | 'done' | 'error';

/**
 * `<search-results>`: the page of results. Holds a `<form>` with the field `q`, checkboxes named
 * like the filters and a select `xep`; `[role="status"]`; `ol#ket-qua`; and the notices
 * `[data-shown-when]` for the states `idle`, `none` and `error`.
 *
 * The question stands in the address; `<html data-search-state>` tells how far the answer is.
 */
export class SearchResults extends HTMLElement {
  private readonly words = new SearchWords();
  private readonly latest = new Latest();
  private form!: HTMLFormElement;
  private list!: HitList;
  private room = STEP;
  private answered = false;
  private filtered = false;
  /** The page was opened with a question that has not been answered yet. */
  private hasArrived = false;
  private pause: number | undefined;

  connectedCallback(): void {
    this.form = find(this, 'form', HTMLFormElement);
    const field = find(this, '[name="q"]', HTMLInputElement);
    this.list = new HitList(find(this, 'ol', HTMLOListElement), field);
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.ask();
    });
    this.form.addEventListener('input', () => {
      this.ask();
    });
    window.addEventListener('popstate', () => {
      this.restore();
    });
    this.onPress('[data-more]', () => {
      this.room += STEP;
      this.answer(this.question());
    });
    this.onPress('[data-clear]', () => {
      this.fill({ ...this.question(), filters: readQuestion(new URLSearchParams()).filters });
      this.ask();
    });
    this.onPress('[data-toggle]', () => {
      this.toggleFilters();
    });
    this.onPress('[data-retry]', () => {
      this.answer(this.question());
    });
    onProgress((progress) => {
      const waiting = document.documentElement.dataset.searchState === 'loading';
      if (waiting && this.list.isEmpty) this.say(this.words.waiting(progress));
    });
    onChange(() => {
      this.askAgain();
    });
    this.hasArrived = location.search !== '';
    this.restore();
  }

  /** Take the question from the address. */
  private restore(): void {
    const question = readQuestion(new URLSearchParams(location.search));
    this.room = STEP;
    this.fill(question);
    this.answer(question);
  }

  private ask(): void {
    const question = this.question();
    this.room = STEP;
    clearTimeout(this.pause);
    this.pause = window.setTimeout(() => {
      remember(question);
    }, PAUSE);
    this.answer(question);
  }

  private question(): Question {
    const params = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) {
      if (typeof value === 'string') params.append(name, value);
    }
    return readQuestion(params);
  }

  private fill({ query, filters, order }: Question): void {
    find(this, '[name="q"]', HTMLInputElement).value = query;
    find(this, '[name="xep"]', HTMLSelectElement).value = order;
    for (const filter of FILTERS) {
      for (const box of this.boxes(filter)) box.checked = filters[filter].includes(box.value);
    }
    find(this, 'select[name="nam"]', HTMLSelectElement).value = filters.nam[0] ?? '';
  }

  /** On narrow screens the filters are folded away. */
  private toggleFilters(): void {
    const open = find(this, '.filters-side', HTMLElement).toggleAttribute('data-open');
    find(this, '[data-toggle]', HTMLElement).setAttribute('aria-expanded', String(open));
  }

  private answer(question: Question): void {
    this.filtered = isFiltered(question);
    for (const button of this.querySelectorAll<HTMLElement>('[data-clear]')) {
      button.hidden = !this.filtered;
    }
    if (question.query === '') {
      this.latest.cancel();
      this.show([], 0, '');
      showPages(find(this, '[data-pages]', HTMLElement), []);
      showLibraries(find(this, '[data-libraries]', HTMLElement), '');
      this.enter('idle', 'idle');
      return;
    }
    this.enter('loading', '');
    if (this.list.isEmpty) this.say(this.words.waiting());
    this.latest.run(
      (tell: (hits: Hit[]) => void) => search(question, this.room, tell),
      (answer) => {
        this.showAnswer(question, answer);
      },
      () => {
        this.show([], 0, this.words.say('error'));
        this.enter('error', 'error');
      },
      (hits) => {
        this.list.put(hits, this.words.forHits);
      },
    );
  }

  /** Another library has come or gone: what stands there stays until the new answer comes. */
  private askAgain(): void {
    const question = this.question();
    if (question.query === '') return;
    this.latest.run(
      () => search(question, this.room, () => undefined),
      (answer) => {
        this.showAnswer(question, answer);
      },
      () => undefined,
    );
  }

  private showAnswer(question: Question, answer: Answer): void {
    const words = { label: this.words.say('libraries'), own: this.words.say('own-library') };
    const side = find(this, '.filters-side', HTMLElement);
    offerLibraries(side, answer, words, question.filters['thu-vien']);
    const statuses = this.words.statuses(answer.counts['tinh-trang'].keys());
    offerValues(side, { ...answer.labels, 'tinh-trang': statuses }, question.filters);
    showLibraries(find(this, '[data-libraries]', HTMLElement), this.words.absent(answer.libraries));
    this.show(answer.hits, answer.total, this.words.summary(question.query, answer));
    this.showCounts(answer);
    this.showSuggestions(answer.suggestions);
    showPages(find(this, '[data-pages]', HTMLElement), answer.pages);
    this.enter('done', answer.total === 0 ? 'none' : '');
    this.welcome();
  }

  /**
   * Who comes with a question stands before the first hit, not at the top of the page; unless they
   * have gone somewhere else meanwhile.
   */
  private welcome(): void {
    if (this.hasArrived && document.activeElement === document.body)
      find(this, '[role="status"]', HTMLElement).focus({ preventScroll: true });
    this.hasArrived = false;
  }

  private show(hits: readonly Hit[], total: number, status: string): void {
    this.list.put(hits, this.words.forHits);
    this.say(status);
    find(this, '[data-more]', HTMLElement).hidden = hits.length >= total;
  }

  private say(text: string): void {
    find(this, '[role="status"]', HTMLElement).textContent = text;
  }

  /** A choice that would leave nothing is not offered, unless it is chosen. */
  private showCounts({ counts }: Answer): void {
    for (const filter of FILTERS) {
      for (const box of this.boxes(filter)) {
        const count = counts[filter].get(box.value) ?? 0;
        const label = box.closest('label');
        if (!label) continue;
        label.hidden = count === 0 && !box.checked;
        const figure = label.querySelector('.count');
        if (figure) figure.textContent = String(count);
      }
    }
    for (const group of this.querySelectorAll<HTMLElement>('.filters-side fieldset')) {
      group.hidden = group.querySelector('label:not([hidden])') === null;
    }
    for (const option of this.querySelectorAll<HTMLOptionElement>('select[name="nam"] option')) {
      if (option.value === '') continue;
      const count = counts.nam.get(option.value) ?? 0;
      option.hidden = count === 0 && !option.selected;
      option.text = `${option.value} (${count})`;
    }
  }

  private showSuggestions(queries: readonly string[]): void {
    const list = find(this, '[data-suggestions]', HTMLElement);
    list.hidden = queries.length === 0;
    find(this, '[data-suggestions] ul', HTMLElement).replaceChildren(
      ...queries.map((query) => {
        const item = document.createElement('li');
        const link = document.createElement('a');
        link.href = resultsUrl(query);
        link.textContent = query;
        item.append(link);
        return item;
      }),
    );
  }

  private enter(state: State, notice: string): void {
    document.documentElement.dataset.searchState = state;
    for (const part of this.querySelectorAll<HTMLElement>('[data-shown-when]')) {
      part.hidden = part.dataset.shownWhen !== notice;
    }
    // Filters count what was found: before that, or where nothing was, they have nothing to say.
    const hasFound = state === 'done' && (notice !== 'none' || this.filtered);
    const hasAnswer = hasFound || (state === 'loading' && this.answered);
    this.answered = hasAnswer;
    for (const part of this.querySelectorAll<HTMLElement>('[data-with-answer]')) {
      part.hidden = !hasAnswer;
    }
  }

  private boxes(filter: string): NodeListOf<HTMLInputElement> {
    return this.querySelectorAll(`input[type="checkbox"][name="${filter}"]`);
  }

  private onPress(selector: string, act: () => void): void {
    for (const button of this.querySelectorAll(selector)) button.addEventListener('click', act);
  }
}

/** Put the question into the address; a browser that refuses leaves the page working. */
function remember(question: Question): void {
  const query = writeQuestion(question).toString();
  try {
    history.replaceState(null, '', query === '' ? location.pathname : `?${query}`);
  } catch {
    // Some browsers limit how often, or refuse on file://.
  }
}

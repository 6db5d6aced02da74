import { fillSlots } from '../../i18n/slots.ts';
import type { CheckedItem } from '../../lib/checker/check-lecture.ts';
import { applyCorrections } from '../../lib/checker/correction.ts';
import {
  formatCsv,
  formatTextReport,
  linesOf,
  resultRows,
} from '../../lib/checker/export-result.ts';
import {
  FINDINGS,
  findingOf,
  isProblem,
  placesOf,
  rankOf,
  type Finding,
} from '../../lib/checker/rank.ts';
import { formatDay } from '../../lib/document/dates.ts';
import { copyText, selectContent } from '../document/copy-text.ts';
import { create, createButton } from '../tray/create.ts';
import { saveFile } from '../tray/save-file.ts';
import type { Checked } from './checker-port.ts';
import { createItem, type RowSource } from './item-view.ts';
import { nextFrame } from './next-frame.ts';
import type { CheckerPageData } from './page-data.ts';
import { markId, textParts } from './text-view.ts';

/** Time for building rows, and for building text, between two frames, in milliseconds. */
const SLICE = 6;
const FILE_NAME = 'kiem-tra-trich-dan';

type Filter = 'problems' | 'all' | Finding;

/** What was checked. */
export interface Occasion {
  /** @example 'Tệp “bai-giang.docx”' */
  source: string;
  /** `YYYY-MM-DD` */
  asOf: string;
}

/** The result of one check: summary, list, marked text, corrected text. */
export class ResultView {
  readonly element = create('section', 'checker-result');
  /** One or two sentences that say it all. */
  readonly summary: string;
  private readonly checked: Checked;
  private readonly occasion: Occasion;
  private readonly page: CheckerPageData;
  private readonly say: (text: string) => void;
  private readonly places;
  private readonly fixes: ReadonlyMap<string, string>;
  private readonly list = create('ol', 'checker-list');
  private readonly text = create('div', 'checker-text');
  private readonly shown = create('p', 'note no-print');
  private readonly filterField = create('select', 'field');
  /** Changes when the rows being built are no longer wanted. */
  private filling = 0;
  /** Item last gone to. */
  private at = -1;

  constructor(
    checked: Checked,
    occasion: Occasion,
    page: CheckerPageData,
    say: (text: string) => void,
  ) {
    this.checked = checked;
    this.occasion = occasion;
    this.page = page;
    this.say = say;
    const { items, corrections } = checked.result;
    this.places = placesOf(items);
    this.fixes = new Map(corrections.map(({ start, end, after }) => [`${start}-${end}`, after]));
    this.summary = this.summarize();
    this.list.setAttribute('role', 'list');
    this.element.append(...this.createParts());
    this.element.addEventListener('click', (event) => {
      this.followLink(event);
    });
  }

  /**
   * Build rows and text, a little at a time.
   *
   * @param onShare Told how much is built, 0 to 1.
   */
  async fill(onShare: (share: number) => void): Promise<void> {
    const shares = [0, 0];
    const tell = (half: number) => (share: number) => {
      shares[half] = Math.min(share, 1) / 2;
      onShare(shares.reduce((a, b) => a + b, 0));
    };
    await Promise.all([this.fillList(tell(0)), this.fillText(tell(1))]);
  }

  /** Stop building: the result is no longer shown. */
  end(): void {
    this.filling = -1;
  }

  /**
   * Go to the next or previous problem of the text.
   *
   * @returns Whether there is one.
   */
  step(by: 1 | -1): boolean {
    const { items } = this.checked.result;
    const problems = items.flatMap((item, i) => (isProblem(item) ? [i] : []));
    if (problems.length === 0) return false;
    const later = problems.findIndex((i) => i > this.at);
    const place = this.nextPlace(problems, by, later < 0 ? problems.length : later);
    const next = problems[place] ?? 0;
    this.at = next;
    this.goToMark(next);
    const item = items[next];
    if (item) {
      const verdict = this.page.words.verdict[findingOf(item)];
      const values = { place: place + 1, count: problems.length, verdict, quote: item.quote };
      this.say(fillSlots(this.words.at, values));
    }
    return true;
  }

  /** @param later Place among the problems of the first one after where the reader is. */
  private nextPlace(problems: readonly number[], by: 1 | -1, later: number): number {
    if (by > 0) return later % problems.length;
    const isOnOne = problems.includes(this.at);
    const place = later - (isOnOne ? 2 : 1);
    return (place + problems.length) % problems.length;
  }

  private get words(): CheckerPageData['words']['result'] {
    return this.page.words.result;
  }

  private summarize(): string {
    const { items, notions } = this.checked.result;
    if (items.length === 0) {
      const { none, 'only-notions': onlyNotions } = this.words;
      return notions.length === 0 ? none : fillSlots(onlyNotions, { count: notions.length });
    }
    const count = (rank: string): number =>
      items.filter((item) => rankOf(findingOf(item)) === rank).length;
    const [errors, warnings, unknown] = [count('error'), count('warning'), count('unknown')];
    const quotations = items.filter(({ quoted }) => quoted && quoted.fit !== 'absent').length;
    const values = { count: items.length, errors, warnings };
    const isGood = errors + warnings === 0;
    return [
      fillSlots(isGood ? this.words.good : this.words.summary, values),
      ...(unknown > 0 ? [fillSlots(this.words.unknown, { count: unknown })] : []),
      ...(quotations > 0 ? [fillSlots(this.words.quotations, { count: quotations })] : []),
    ].join(' ');
  }

  private createParts(): HTMLElement[] {
    const day = formatDay(this.occasion.asOf);
    const of = fillSlots(this.words.of, { source: this.occasion.source, day });
    const head = create(
      'div',
      'checker-head',
      create('h2', 'no-print', this.words.heading),
      create('h2', 'print-only', this.words['report-title']),
      create('p', 'note', of),
      create('p', 'checker-summary', this.summary),
      create('p', 'note', this.words.limits),
    );
    const { items } = this.checked.result;
    if (items.length === 0) return [head, ...this.createNotions(), this.createTextColumn()];
    return [
      head,
      this.createCorrections(),
      this.createButtons(),
      ...this.createNotions(),
      create('div', 'checker-columns', this.createListColumn(), this.createTextColumn()),
    ];
  }

  private createButtons(): HTMLElement {
    const quiet = 'button button-quiet';
    const hasProblems = this.checked.result.items.some(isProblem);
    const steps = hasProblems
      ? [
          createButton(this.words.previous, quiet, () => this.step(-1)),
          createButton(this.words.next, quiet, () => this.step(1)),
        ]
      : [];
    return create(
      'div',
      'checker-buttons no-print',
      ...steps,
      createButton(this.words.print, quiet, () => {
        // What is closed is not printed.
        for (const part of this.element.querySelectorAll<HTMLDetailsElement>('.checker-notions'))
          part.open = true;
        print();
      }),
      createButton(this.words['save-report'], quiet, () => {
        this.save('txt', this.report());
      }),
      createButton(this.words['save-csv'], quiet, () => {
        const { text, result } = this.checked;
        this.save('csv', formatCsv(resultRows(text, result, this.page.words)));
      }),
      ...(hasProblems ? [create('p', 'note', this.words.keys)] : []),
    );
  }

  private createListColumn(): HTMLElement {
    this.filterField.append(...this.filterOptions());
    this.filterField.addEventListener('change', () => {
      void this.fillList();
    });
    const label = create('span', 'label', this.words.filter);
    return create(
      'div',
      'checker-items',
      create('h3', '', this.words.list),
      create('label', 'checker-filter no-print', label, this.filterField),
      this.shown,
      this.list,
    );
  }

  private filterOptions(): HTMLOptionElement[] {
    const { items } = this.checked.result;
    const problems = items.filter(isProblem).length;
    const counts = new Map<Finding, number>();
    for (const item of items) {
      const finding = findingOf(item);
      counts.set(finding, (counts.get(finding) ?? 0) + 1);
    }
    const option = (value: Filter, text: string): HTMLOptionElement => new Option(text, value);
    return [
      ...(problems > 0
        ? [option('problems', fillSlots(this.words.problems, { count: problems }))]
        : []),
      option('all', fillSlots(this.words.all, { count: items.length })),
      ...FINDINGS.flatMap((finding) => {
        const count = counts.get(finding);
        if (count === undefined) return [];
        const verdict = this.page.words.verdict[finding];
        return [option(finding, fillSlots(this.words['of-verdict'], { verdict, count }))];
      }),
    ];
  }

  private createTextColumn(): HTMLElement {
    // It scrolls by itself beside a long list: the keyboard must reach it, and know what it is.
    this.text.tabIndex = 0;
    this.text.setAttribute('role', 'region');
    this.text.setAttribute('aria-label', this.words.text);
    return create(
      'div',
      'checker-text-column no-print',
      create('h3', '', this.words.text),
      this.text,
    );
  }

  private createCorrections(): HTMLElement {
    const { corrections } = this.checked.result;
    const heading = create('h3', '', this.words.corrections);
    const section = create('section', 'checker-corrections no-print', heading);
    if (corrections.length === 0) {
      section.append(create('p', 'note', this.words['corrections-none']));
      return section;
    }
    const count = corrections.length;
    const rows = corrections.map(({ before, after }) =>
      create('li', '', fillSlots(this.words.correction, { before, after })),
    );
    const list = create('ul', '', ...rows);
    const quiet = 'button button-quiet';
    section.append(
      create('p', '', fillSlots(this.words['corrections-some'], { count })),
      create('details', '', create('summary', '', this.words['correction-list']), list),
      create(
        'div',
        'checker-buttons',
        createButton(this.words['copy-text'], quiet, () => void this.copyCorrected()),
        createButton(this.words['save-text'], quiet, () => {
          this.save('txt', this.corrected(), 'bai-da-sua');
        }),
      ),
    );
    return section;
  }

  /** The notions of the text with their pages: a help, set apart from what is right or wrong. */
  private createNotions(): HTMLElement[] {
    const { text, result } = this.checked;
    const count = result.notions.length;
    if (count === 0) return [];
    const lines = linesOf(text, result.notions);
    const rows = result.notions.map((notion, i) => {
      const link = create('a', '', fillSlots(this.words['notion-open'], { name: notion.name }));
      link.href = notion.url.slice(1);
      link.target = '_blank';
      link.rel = 'noopener';
      const values = { quote: notion.quote.replace(/\s+/gu, ' '), line: lines[i] ?? '' };
      const place = fillSlots(this.words.notion, { ...values, count: notion.count });
      const row = create('li', '', create('p', '', place), create('p', '', notion.message), link);
      row.dataset.notion = notion.notion;
      return row;
    });
    const heading = create('summary', '', fillSlots(this.words.notions, { count }));
    const part = create(
      'details',
      'checker-notions',
      heading,
      create('p', 'note', this.words['notions-note']),
      create('ul', '', ...rows),
    );
    // Beside citations it is an aside.
    part.open = result.items.length === 0;
    return [part];
  }

  private corrected(): string {
    return applyCorrections(this.checked.text, this.checked.result.corrections);
  }

  private async copyCorrected(): Promise<void> {
    const isCopied = await copyText(this.corrected());
    const count = this.checked.result.corrections.length;
    const done = fillSlots(this.words['text-copied'], { count });
    this.say(isCopied ? done : this.words['copy-failed']);
  }

  private report(): string {
    const { text, result } = this.checked;
    const day = formatDay(this.occasion.asOf);
    const head = [
      this.words['report-title'],
      fillSlots(this.words.of, { source: this.occasion.source, day }),
      this.summary,
      this.words.limits,
    ];
    const chosen = this.chosen().flatMap((i) => result.items[i] ?? []);
    return formatTextReport(text, result, this.page.words, head, chosen);
  }

  private save(extension: string, content: string, name = FILE_NAME): void {
    const file = `${name}.${extension}`;
    const type = extension === 'csv' ? 'text/csv' : 'text/plain';
    saveFile(file, `${type};charset=utf-8`, content);
    this.say(fillSlots(this.words.saved, { file }));
  }

  /** Items of the filter, the gravest first when they are the problems. */
  private chosen(): number[] {
    const filter = this.filterField.value as Filter;
    const { items } = this.checked.result;
    const fits = (item: CheckedItem): boolean =>
      filter === 'all' || (filter === 'problems' ? isProblem(item) : findingOf(item) === filter);
    return items.flatMap((item, i) => (fits(item) ? [i] : []));
  }

  private async fillList(onShare: (share: number) => void = () => undefined): Promise<void> {
    if (this.filling < 0) return;
    const turn = ++this.filling;
    this.list.replaceChildren();
    const chosen = this.chosen();
    this.shown.textContent = fillSlots(this.words.shown, { count: chosen.length });
    const source = this.rowSource();
    let due = performance.now() + SLICE;
    for (const [place, i] of chosen.entries()) {
      const item = this.checked.result.items[i];
      if (item) this.list.append(createItem(i, item, source));
      if (performance.now() < due) continue;
      onShare(place / chosen.length);
      await nextFrame();
      if (turn !== this.filling) return;
      due = performance.now() + SLICE;
    }
    onShare(1);
  }

  private rowSource(): RowSource {
    const { text, result } = this.checked;
    const marks = new Map(
      this.places.flatMap(({ items }) => items.map((i) => [i, items[0] ?? i] as const)),
    );
    return {
      text,
      result,
      page: this.page,
      fixOf: ({ start, end }) => this.fixes.get(`${start}-${end}`) ?? null,
      markOf: (item) => marks.get(item) ?? item,
      copy: (copied, shown) => void this.copy(copied, shown),
    };
  }

  private async copy(text: string, shown: HTMLElement): Promise<void> {
    const isCopied = await copyText(text);
    if (!isCopied) selectContent(shown);
    this.say(isCopied ? fillSlots(this.words.copied, { text }) : this.words['copy-failed']);
  }

  private async fillText(onShare: (share: number) => void): Promise<void> {
    const { text, result } = this.checked;
    const nameOf = (finding: Finding): string => this.page.words.verdict[finding];
    let due = performance.now() + SLICE;
    for (const { part, end } of textParts(text, result.items, this.places, nameOf)) {
      this.text.append(part);
      if (performance.now() < due) continue;
      onShare(end / text.length);
      await nextFrame();
      if (this.filling < 0) return;
      due = performance.now() + SLICE;
    }
    onShare(1);
  }

  /** A mark may lead to a row that the filter hides, and a row to its mark. */
  private followLink(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const target = /#(vd|muc)-(\d+)$/.exec(link?.getAttribute('href') ?? '');
    if (!target) return;
    event.preventDefault();
    const item = Number(target[2]);
    this.at = item;
    if (target[1] === 'vd') this.goToMark(item);
    else void this.goToRow(item);
  }

  private goToMark(item: number): void {
    const place = this.places.find(({ items }) => items.includes(item));
    this.goTo(document.getElementById(markId(place?.items[0] ?? item)));
  }

  private async goToRow(item: number): Promise<void> {
    if (!this.chosen().includes(item)) {
      this.filterField.value = 'all';
      await this.fillList();
    }
    this.goTo(document.getElementById(`muc-${item}`));
  }

  private goTo(element: HTMLElement | null): void {
    element?.scrollIntoView({ block: 'center' });
    element?.focus({ preventScroll: true });
  }
}

import { fillSlots } from '../../i18n/slots.ts';
import type {
  CheckedItem,
  CheckedQuotation,
  DocumentCard,
  LectureResult,
} from '../../lib/checker/check-lecture.ts';
import { findingOf, rankOf } from '../../lib/checker/rank.ts';
import { create, createButton } from '../tray/create.ts';
import type { CheckerPageData } from './page-data.ts';
import { markId } from './text-view.ts';

/** Characters of the text shown on each side of a citation. */
const CONTEXT = 90;

/** What a row is made from. */
export interface RowSource {
  text: string;
  result: LectureResult;
  page: CheckerPageData;
  /** What to write in place of an item; null when that is not certain. */
  fixOf: (item: CheckedItem) => string | null;
  /** Item whose mark in the text stands for an item. */
  markOf: (item: number) => number;
  copy: (text: string, shown: HTMLElement) => void;
}

/** One citation: what is wrong with it, where it stands, what to write instead. */
export function createItem(place: number, item: CheckedItem, source: RowSource): HTMLLIElement {
  const { words } = source.page;
  const finding = findingOf(item);
  const row = create('li', 'checker-item');
  row.id = `muc-${place}`;
  row.dataset.rank = rankOf(finding);
  row.dataset.item = String(place);
  row.dataset.start = String(item.start);
  row.dataset.end = String(item.end);
  row.dataset.verdict = item.verdict;
  row.dataset.doc = item.doc ?? '';
  row.dataset.anchor = item.provision ?? '';
  row.tabIndex = -1;
  const verdict = create('strong', 'checker-verdict', words.verdict[finding]);
  row.append(
    create('p', '', verdict),
    createContext(source.text, item),
    create('p', '', item.message),
    ...advice(item, source),
    ...(item.quoted ? [createQuotation(item.quoted, words)] : []),
    createLinks(place, item, source),
  );
  return row;
}

function createContext(text: string, { start, end }: CheckedItem): HTMLElement {
  const before = text.slice(Math.max(0, start - CONTEXT), start);
  const after = text.slice(end, end + CONTEXT);
  const head = start > CONTEXT ? `… ${before.replace(/^\S*\s/u, '')}` : before;
  const tail = end + CONTEXT < text.length ? `${after.replace(/\s\S*$/u, '')} …` : after;
  const quote = create('b', '', oneLine(text.slice(start, end)));
  return create('blockquote', 'checker-context', oneLine(head), quote, oneLine(tail));
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

function advice(item: CheckedItem, source: RowSource): HTMLElement[] {
  const { words } = source.page;
  const { documents } = source.result;
  const card = item.doc === null ? undefined : documents[item.doc];
  const lines: HTMLElement[] = [];
  const fix = source.fixOf(item);
  if (fix !== null) lines.push(copyLine(words.result.fix, fix, source));
  if (item.verdict === 'ambiguous') lines.push(...createCandidates(item, source));
  if (!card) return lines;
  const isEnded = item.verdict === 'superseded' || item.verdict === 'expired';
  const successors = isEnded ? card.successors.flatMap((slug) => documents[slug] ?? []) : [];
  for (const next of successors) lines.push(...createSuccessor(next, source));
  if (item.citation !== null && item.verdict !== 'ok') {
    const isWhole = item.provision !== null && !item.hasUnit;
    const label = isWhole ? words.result['citation-document'] : words.result.citation;
    lines.push(copyLine(label, item.citation, source));
  }
  if (card.gaps.length > 0 && item.verdict !== 'ok') {
    const gaps = card.gaps.map((gap) => source.page.gaps[gap]).join(', ');
    lines.push(create('p', 'note', fillSlots(words.result.gaps, { gaps })));
  }
  return lines;
}

function createSuccessor(next: DocumentCard, source: RowSource): HTMLElement[] {
  const { result } = source.page.words;
  const sentence = next.date === '' ? result['instead-undated'] : result.instead;
  const line = create('p', '', fillSlots(sentence, { name: next.name, date: next.date }), ' ');
  line.append(create('span', 'no-print', '(', openLink(next, '', source), ')'));
  return [line, copyLine(result['successor-citation'], next.citation, source)];
}

function createCandidates(item: CheckedItem, source: RowSource): HTMLElement[] {
  const { words } = source.page;
  const cards = item.candidates.flatMap((slug) => source.result.documents[slug] ?? []);
  if (cards.length === 0) return [];
  const rows = cards.map((card) => {
    const { name, date, issuer, title } = card;
    const sentence = date === '' ? words.result['candidate-undated'] : words.result.candidate;
    const line = create('p', '', fillSlots(sentence, { name, date, issuer, title }), ' ');
    line.append(create('span', 'no-print', '(', openLink(card, '', source), ')'));
    return create('li', '', line, copyLine(words.result.citation, card.citation, source));
  });
  return [create('p', '', words.result.candidates), create('ul', 'checker-candidates', ...rows)];
}

function copyLine(label: string, text: string, { page, copy }: RowSource): HTMLElement {
  const { words } = page;
  const shown = create('span', 'checker-copyable', text);
  const name = fillSlots(words.result['copy-name'], { text });
  const button = createButton(
    words.result.copy,
    'text-button no-print',
    () => {
      copy(text, shown);
    },
    name,
  );
  return create('p', 'checker-advice', create('span', 'label', label), shown, ' ', button);
}

function openLink({ slug, name }: DocumentCard, anchor: string, { page }: RowSource): HTMLElement {
  const link = create('a', '', fillSlots(page.words.result.open, { name }));
  link.href = `van-ban/${slug}.html${anchor === '' ? '' : `#${anchor}`}`;
  // A page that leaves takes the text and the result with it.
  link.target = '_blank';
  link.rel = 'noopener';
  return link;
}

function createLinks(place: number, item: CheckedItem, source: RowSource): HTMLElement {
  const inText = create('a', '', source.page.words.result['in-text']);
  inText.href = `#${markId(source.markOf(place))}`;
  const links = create('p', 'checker-links no-print', inText);
  const card = item.doc === null ? undefined : source.result.documents[item.doc];
  if (card) links.append(' ', openLink(card, item.hasUnit ? (item.provision ?? '') : '', source));
  return links;
}

function createQuotation(
  { fit, comparison, isUnchecked }: CheckedQuotation,
  { quotation }: CheckerPageData['words'],
): HTMLElement {
  const box = create('div', 'checker-quotation');
  if (fit === 'same') box.append(create('p', '', quotation.same));
  if (fit === 'absent') box.append(create('p', '', quotation.absent));
  if (fit === 'differs' && comparison) {
    const sentence = fillSlots(quotation['differs-note'], { count: comparison.errors });
    box.append(create('p', '', sentence), createDifferences(comparison.stretches, quotation));
  }
  if (isUnchecked) box.append(create('p', 'note', quotation.unchecked));
  return box;
}

function createDifferences(
  stretches: NonNullable<CheckedQuotation['comparison']>['stretches'],
  words: CheckerPageData['words']['quotation'],
): HTMLElement {
  const quote = create('blockquote', 'checker-differences');
  for (const { kind, quoted, source } of stretches) {
    if (kind === 'same') {
      quote.append(quoted, ' ');
      continue;
    }
    const hidden = (text: string): HTMLElement => create('span', 'visually-hidden', text);
    const struck = create('del', '', hidden(words['in-quoted']), quoted || words.missing);
    const right = create('ins', '', hidden(words['in-source']), source || words.surplus);
    quote.append(struck, ' ', right, ' ');
  }
  return quote;
}

import { fillSlots } from '../../i18n/slots.ts';
import type { ItemState } from '../../lib/tray/edition.ts';
import { quoted, type HandoutItem } from '../../lib/tray/handout.ts';
import type { TrayItem } from '../../lib/tray/tray.ts';
import { create, createButton } from './create.ts';
import { dragRow } from './drag-row.ts';
import type { TrayPageData } from './page-words.ts';

/** What a row of the tray asks for. */
export interface RowActions {
  move: (by: number) => void;
  remove: () => void;
  note: (text: string) => void;
}

/**
 * One item of the tray: as it will be printed, and around that its controls.
 *
 * @param place 0-based; the first cannot go up, the last of `count` not down.
 */
export function createRow(
  item: TrayItem,
  written: HandoutItem,
  state: ItemState | null,
  { place, count }: { place: number; count: number },
  { words }: TrayPageData,
  actions: RowActions,
): HTMLLIElement {
  const row = create('li', 'tray-item');
  row.dataset.key = written.printed;
  row.append(
    create('p', 'tray-citation', written.citation),
    ...(written.warning === '' ? [] : [create('p', 'cite-warning', written.warning)]),
    ...(state === null || state === 'current'
      ? []
      : [create('p', `tray-state is-${state}`, words.state[state])]),
    ...(written.quote === null ? [] : [create('blockquote', '', quoted(written.quote))]),
    createNote(item, written, words, actions),
    createFoot(item, written, words),
    createTools(written, { place, count }, words, actions),
  );
  if (count > 1) row.prepend(createGrip(row, words, actions));
  return row;
}

/** For the pointer alone: who uses the keyboard has the buttons, which also say what they do. */
function createGrip(
  row: HTMLElement,
  words: TrayPageData['words'],
  { move }: RowActions,
): HTMLElement {
  const grip = create('span', 'tray-grip no-print');
  grip.setAttribute('aria-hidden', 'true');
  grip.title = words.drag;
  dragRow(row, grip, move);
  return grip;
}

function createNote(
  item: TrayItem,
  { citation }: HandoutItem,
  words: TrayPageData['words'],
  actions: RowActions,
): HTMLElement {
  const field = create('textarea', 'field no-print');
  field.value = item.note;
  field.rows = Math.min(Math.max(item.note.split('\n').length, 1), 8);
  field.setAttribute('aria-label', fillSlots(words['note-item'], { item: citation }));
  field.placeholder = words.note;
  const printed = create('p', 'print-only tray-note');
  const print = (): void => {
    const text = field.value.trim();
    printed.textContent = text === '' ? '' : `${words.note}: ${text}`;
  };
  print();
  field.addEventListener('input', print);
  field.addEventListener('change', () => {
    actions.note(field.value);
  });
  return create('div', '', field, printed);
}

function createFoot(
  { document: { slug }, provision }: TrayItem,
  { printed }: HandoutItem,
  words: TrayPageData['words'],
): HTMLElement {
  const link = create('a', 'no-print', words.open);
  link.href = `van-ban/${slug}.html${provision === null ? '' : `#${provision.id}`}`;
  link.setAttribute('aria-label', `${words.open}: ${printed}`);
  return create('p', 'tray-foot', `${words.printed}: `, create('b', '', printed), ' ', link);
}

function createTools(
  { citation }: HandoutItem,
  { place, count }: { place: number; count: number },
  words: TrayPageData['words'],
  actions: RowActions,
): HTMLElement {
  const button = (text: string, sentence: string, press: () => void, isOff = false) => {
    const made = createButton(
      text,
      'text-button',
      () => {
        if (!isOff) press();
      },
      fillSlots(sentence, { item: citation }),
    );
    // Not `disabled`: that would take the focus away from who presses it.
    if (isOff) made.setAttribute('aria-disabled', 'true');
    return made;
  };
  const up = button(
    words.up,
    words['up-item'],
    () => {
      actions.move(-1);
    },
    place === 0,
  );
  const down = button(
    words.down,
    words['down-item'],
    () => {
      actions.move(1);
    },
    place === count - 1,
  );
  up.dataset.act = 'up';
  down.dataset.act = 'down';
  const remove = button(words.remove, words['remove-item'], actions.remove);
  remove.dataset.act = 'remove';
  return create('div', 'tray-tools no-print', up, down, remove);
}

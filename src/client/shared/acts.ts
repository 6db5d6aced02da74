import { current, SEARCH_KEY } from '../site/preference.ts';

/** A click that asks for nothing but what the element does. */
export function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}

/** `/` outside a field, unless the reader has switched it off, or Ctrl/⌘ + K anywhere. */
export function isSearchKey(event: KeyboardEvent): boolean {
  if (event.altKey) return false;
  if (event.key.toLowerCase() === 'k') {
    return (event.ctrlKey || event.metaKey) && !event.shiftKey;
  }
  return event.key === '/' && current(SEARCH_KEY) === 'slash' && isLetter(event);
}

/** A key that writes, outside a field. */
export function isLetter({ key, target, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key.length === 1 && !altKey && !ctrlKey && !metaKey && !isField(target);
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, select, textarea');
}

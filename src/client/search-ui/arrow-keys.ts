/**
 * Let the arrow keys walk from a field through the links below it and back; Home and End go to the
 * ends. What is typed on a link goes to the field.
 *
 * @param links The links as they are now, in order.
 */
export function walkWithArrows(
  root: HTMLElement,
  field: HTMLInputElement,
  links: () => HTMLElement[],
): void {
  root.addEventListener('keydown', (event) => {
    const stops = links();
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const inField = document.activeElement === field;
    if (!inField && at < 0) return;
    const target = destination(event.key, at, stops, field);
    if (target) {
      event.preventDefault();
      target.focus();
    } else if (!inField && isText(event)) field.focus();
  });
}

function destination(
  key: string,
  at: number,
  stops: readonly HTMLElement[],
  field: HTMLElement,
): HTMLElement | undefined {
  if (key === 'ArrowDown') return stops[at + 1];
  if (at < 0) return undefined;
  if (key === 'ArrowUp') return at === 0 ? field : stops[at - 1];
  if (key === 'Home') return stops[0];
  return key === 'End' ? stops.at(-1) : undefined;
}

function isText({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
}

/** Near this edge of the window, in pixels, dragging scrolls the page. */
const EDGE = 48;
const SCROLL_STEP = 12;

/**
 * Let a row of a list be dragged by its grip, with mouse, pen or finger. The keyboard has its own
 * controls.
 *
 * @param drop Called when the row was put elsewhere: by how many places, towards the end if positive.
 */
export function dragRow(row: HTMLElement, grip: HTMLElement, drop: (by: number) => void): void {
  let pointer: number | null = null;
  /** Where the pointer took hold, on the page. */
  let start = 0;
  const end = (): void => {
    pointer = null;
    row.classList.remove('is-dragged');
    row.style.transform = '';
  };
  grip.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || pointer !== null) return;
    event.preventDefault();
    pointer = event.pointerId;
    start = event.pageY;
    grip.setPointerCapture(pointer);
    row.classList.add('is-dragged');
  });
  grip.addEventListener('pointermove', (event) => {
    if (event.pointerId !== pointer) return;
    if (event.clientY < EDGE) scrollBy(0, -SCROLL_STEP);
    if (event.clientY > innerHeight - EDGE) scrollBy(0, SCROLL_STEP);
    row.style.transform = `translateY(${event.clientY + scrollY - start}px)`;
  });
  grip.addEventListener('pointerup', (event) => {
    if (event.pointerId !== pointer) return;
    const by = placesMoved(row);
    end();
    if (by !== 0) drop(by);
  });
  grip.addEventListener('pointercancel', end);
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && pointer !== null) end();
  });
}

/** How many rows the dragged one has passed: those whose middle its own middle is beyond. */
function placesMoved(row: HTMLElement): number {
  const rows = [...(row.parentElement?.children ?? [])];
  const from = rows.indexOf(row);
  const middle = middleOf(row);
  const above = rows.slice(0, from).filter((other) => middleOf(other) > middle).length;
  const below = rows.slice(from + 1).filter((other) => middleOf(other) < middle).length;
  return below - above;
}

function middleOf(element: Element): number {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}

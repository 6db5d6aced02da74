/** Milliseconds that the pointer rests on an element before its panel opens, and after leaving it. */
const OPEN_AFTER = 250;
const CLOSE_AFTER = 200;
/** Pixels between an element and its panel, and from the edge of the window. */
const GAP = 6;

/** What a {@link HoverPanel} is for. */
export interface PanelSource {
  /** The element with a panel that the pointer or the focus is on. */
  anchorAt: (target: Element) => HTMLElement | null;
  /** Told early that a panel is likely to be wanted. */
  prepare?: (anchor: HTMLElement) => unknown;
  /** What is shown; null when there is nothing to show. */
  create: (anchor: HTMLElement) => HTMLElement | null | Promise<HTMLElement | null>;
  /** Told that the panel has opened, or closed. */
  changed?: (anchor: HTMLElement, panel: HTMLElement | null) => void;
}

/**
 * Shows more of an element of the text, on hover and focus. The panel stands right after the
 * element, so that its own links are next in the order of the keyboard; Esc closes it, and it stays
 * while pointed at.
 */
export class HoverPanel {
  readonly #source: PanelSource;
  /** The element whose panel is open or coming. */
  #wanted: HTMLElement | null = null;
  #open: { anchor: HTMLElement; panel: HTMLElement } | null = null;
  #timer = 0;

  constructor(source: PanelSource) {
    this.#source = source;
    document.addEventListener('pointerover', (event) => {
      if (event.pointerType !== 'touch') this.#onPoint(event.target);
    });
    document.addEventListener('focusin', (event) => {
      this.#onFocus(event.target);
    });
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#close();
    });
    document.addEventListener(
      'scroll',
      () => {
        this.#follow();
      },
      { passive: true },
    );
    this.#lookAround();
  }

  /** What is pointed at, or has the focus, since before the script had come. */
  #lookAround(): void {
    const pointed = matchMedia('(hover: hover)').matches
      ? [...document.querySelectorAll(':hover')].at(-1)
      : undefined;
    if (this.#anchorAt(pointed ?? null)) this.#onPoint(pointed ?? null);
    else if (this.#anchorAt(document.activeElement)) this.#onFocus(document.activeElement);
  }

  async show(anchor: HTMLElement): Promise<void> {
    if (this.#wanted === anchor) return;
    this.#close();
    this.#wanted = anchor;
    const panel = await this.#source.create(anchor);
    if (this.#wanted !== anchor || panel === null) return;
    anchor.after(panel);
    place(panel, anchor);
    this.#open = { anchor, panel };
    this.#source.changed?.(anchor, panel);
  }

  /** Close it, unless it belongs to what is pressed. */
  leave(target: EventTarget | null): void {
    if (!this.#anchorAt(target) && !this.#holds(target)) this.#close();
  }

  /** The way to an element by keyboard scrolls, too: the panel stays with it while it is in sight. */
  #follow(): void {
    if (!this.#open) return;
    const { anchor, panel } = this.#open;
    const { top, bottom } = anchor.getBoundingClientRect();
    if (bottom > 0 && top < window.innerHeight) place(panel, anchor);
    else this.#close();
  }

  #onPoint(target: EventTarget | null): void {
    clearTimeout(this.#timer);
    const anchor = this.#anchorAt(target);
    if (anchor) {
      this.#source.prepare?.(anchor);
      this.#timer = window.setTimeout(() => {
        void this.show(anchor);
      }, OPEN_AFTER);
    } else if (!this.#holds(target)) {
      this.#timer = window.setTimeout(() => {
        this.#close();
      }, CLOSE_AFTER);
    }
  }

  #onFocus(target: EventTarget | null): void {
    const anchor = this.#anchorAt(target);
    if (anchor) void this.show(anchor);
    else this.leave(target);
  }

  #anchorAt(target: EventTarget | null): HTMLElement | null {
    return target instanceof Element ? this.#source.anchorAt(target) : null;
  }

  #holds(target: EventTarget | null): boolean {
    return target instanceof Node && (this.#open?.panel.contains(target) ?? false);
  }

  #close(): void {
    if (this.#open) {
      this.#open.panel.remove();
      this.#source.changed?.(this.#open.anchor, null);
    }
    this.#open = null;
    this.#wanted = null;
  }
}

/** A span, as panels stand inside paragraphs. */
export function span(className: string, text = ''): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}

/** Below the element, above it where the window ends; never outside the window. */
function place(panel: HTMLElement, anchor: HTMLElement): void {
  const box = anchor.getClientRects()[0] ?? anchor.getBoundingClientRect();
  const { width, height } = panel.getBoundingClientRect();
  const below = box.bottom + GAP;
  const fitsBelow = below + height <= window.innerHeight;
  const top = fitsBelow ? below : Math.max(GAP, box.top - GAP - height);
  const left = Math.max(
    GAP,
    Math.min(box.left, document.documentElement.clientWidth - width - GAP),
  );
  panel.style.top = `${top}px`;
  panel.style.left = `${left}px`;
}

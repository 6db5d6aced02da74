import type { Preview, PreviewData } from './preview.ts';

/** Milliseconds that the pointer rests on a link before its preview opens, and after leaving it. */
const OPEN_AFTER = 250;
const CLOSE_AFTER = 200;
/** Pixels between a link and its preview, and from the edge of the window. */
const GAP = 6;

/**
 * Shows what a citation leads to, on hover and focus. It stands right after its link, so that its
 * own links are next in the order of the keyboard; Esc closes it, and it stays while pointed at.
 */
export class CitePreview {
  readonly #data: PreviewData;
  #open: { link: HTMLElement; panel: HTMLElement } | null = null;
  #timer = 0;

  constructor(data: PreviewData) {
    this.#data = data;
  }

  listen(): void {
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
        this.#close();
      },
      { passive: true },
    );
  }

  #onPoint(target: EventTarget | null): void {
    clearTimeout(this.#timer);
    const link = citationAt(target);
    if (link) {
      this.#timer = window.setTimeout(() => {
        this.#show(link);
      }, OPEN_AFTER);
    } else if (!this.#holds(target)) {
      this.#timer = window.setTimeout(() => {
        this.#close();
      }, CLOSE_AFTER);
    }
  }

  #onFocus(target: EventTarget | null): void {
    const link = citationAt(target);
    if (link) this.#show(link);
    else if (!this.#holds(target)) this.#close();
  }

  #holds(target: EventTarget | null): boolean {
    return target instanceof Node && (this.#open?.panel.contains(target) ?? false);
  }

  #show(link: HTMLElement): void {
    if (this.#open?.link === link) return;
    this.#close();
    const previews = targetsOf(link).flatMap((key) => this.#data.items[key] ?? []);
    if (previews.length === 0) return;
    const panel = this.#createPanel(previews, link.classList.contains('cite-ambiguous'));
    link.after(panel);
    place(panel, link);
    this.#open = { link, panel };
  }

  #close(): void {
    this.#open?.panel.remove();
    this.#open = null;
  }

  /** Spans, because it stands inside a paragraph. */
  #createPanel(previews: readonly Preview[], isAmbiguous: boolean): HTMLElement {
    const panel = span('cite-preview');
    panel.dataset.chrome = '';
    if (isAmbiguous) panel.append(span('cite-preview-lead', this.#data.words.ambiguous));
    for (const preview of previews) panel.append(this.#createItem(preview));
    return panel;
  }

  #createItem(preview: Preview): HTMLElement {
    const item = span('cite-preview-item');
    const name = document.createElement('a');
    name.href = preview.href;
    name.textContent = preview.name;
    const status = span('status', preview.statusWord);
    status.dataset.status = preview.status;
    const meta = span('cite-preview-meta');
    meta.append(status, preview.date === null ? '' : span('date', preview.date));
    const text = preview.gist ? `${this.#data.words.gist}: ${preview.text}` : preview.text;
    item.append(name, meta, span('cite-preview-text', text));
    return item;
  }
}

function citationAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('.cite') : null;
}

/** Keys of the targets: all of them, or the one in the address. */
function targetsOf(link: HTMLElement): string[] {
  if (link.dataset.cites !== undefined) return link.dataset.cites.split(' ');
  if (!(link instanceof HTMLAnchorElement)) return [];
  const page = link.pathname.replace(/^.*\//, '').replace(/\.html$/, '');
  return [page + decodeURIComponent(link.hash)];
}

function span(className: string, text = ''): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}

/** Below the link, above it where the window ends; never outside the window. */
function place(panel: HTMLElement, link: HTMLElement): void {
  const box = link.getClientRects()[0] ?? link.getBoundingClientRect();
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

/** Start previews on a page that has some. */
export function startPreviews(): void {
  const source = document.getElementById('xem-truoc')?.textContent;
  if (source) new CitePreview(JSON.parse(source) as PreviewData).listen();
}

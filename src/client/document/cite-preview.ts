import gistWords from 'virtual:sentences/document.gist';
import citationWords from 'virtual:sentences/citations';
import statusWords from 'virtual:sentences/site.status';
import type { PreviewSource } from './preview-source.ts';
import type { Preview } from './preview.ts';

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
  readonly #source: PreviewSource;
  /** The link whose preview is open or coming. */
  #wanted: HTMLElement | null = null;
  #open: { link: HTMLElement; panel: HTMLElement } | null = null;
  #timer = 0;

  constructor(source: PreviewSource) {
    this.#source = source;
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
        this.#follow();
      },
      { passive: true },
    );
  }

  /** The way to a link by keyboard scrolls, too: the preview stays with it while it is in sight. */
  #follow(): void {
    if (!this.#open) return;
    const { link, panel } = this.#open;
    const { top, bottom } = link.getBoundingClientRect();
    if (bottom > 0 && top < window.innerHeight) place(panel, link);
    else this.#close();
  }

  #onPoint(target: EventTarget | null): void {
    clearTimeout(this.#timer);
    const link = citationAt(target);
    if (link) {
      void this.#source.find(targetsOf(link));
      this.#timer = window.setTimeout(() => {
        void this.#show(link);
      }, OPEN_AFTER);
    } else if (!this.#holds(target)) {
      this.#timer = window.setTimeout(() => {
        this.#close();
      }, CLOSE_AFTER);
    }
  }

  #onFocus(target: EventTarget | null): void {
    const link = citationAt(target);
    if (link) void this.#show(link);
    else if (!this.#holds(target)) this.#close();
  }

  #holds(target: EventTarget | null): boolean {
    return target instanceof Node && (this.#open?.panel.contains(target) ?? false);
  }

  async #show(link: HTMLElement): Promise<void> {
    if (this.#wanted === link) return;
    this.#close();
    this.#wanted = link;
    const previews = await this.#source.find(targetsOf(link));
    if (this.#wanted !== link || previews.length === 0) return;
    const panel = this.#createPanel(previews, link.classList.contains('cite-ambiguous'));
    link.after(panel);
    place(panel, link);
    this.#open = { link, panel };
  }

  #close(): void {
    this.#open?.panel.remove();
    this.#open = null;
    this.#wanted = null;
  }

  /** Spans, because it stands inside a paragraph. */
  #createPanel(
    previews: readonly { key: string; preview: Preview }[],
    isAmbiguous: boolean,
  ): HTMLElement {
    const panel = span('cite-preview');
    panel.dataset.chrome = '';
    if (isAmbiguous) panel.append(span('cite-preview-lead', citationWords['ambiguous-title']));
    for (const { key, preview } of previews) panel.append(createItem(key, preview));
    return panel;
  }
}

function createItem(key: string, preview: Preview): HTMLElement {
  const item = span('cite-preview-item');
  const name = document.createElement('a');
  name.href = key.replace(/#|$/, '.html$&');
  name.textContent = preview.name;
  const status = span('status', statusWords[preview.status]);
  status.dataset.status = preview.status;
  const meta = span('cite-preview-meta');
  meta.append(status, preview.date === null ? '' : span('date', preview.date));
  const text = preview.gist ? `${gistWords.label}: ${preview.text}` : preview.text;
  item.append(name, meta, span('cite-preview-text', text));
  return item;
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

/** Start the previews of a page. */
export function startPreviews(source: PreviewSource): void {
  new CitePreview(source).listen();
}

import gistWords from 'virtual:sentences/document.gist';
import citationWords from 'virtual:sentences/citations';
import statusWords from 'virtual:sentences/site.status';
import { HoverPanel, span } from '../document/hover-panel.ts';
import type { PreviewSource } from './preview-source.ts';
import type { Preview } from '../document/preview.ts';

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

/** Keys of the targets: all of them, or the one in the address. */
function targetsOf(link: HTMLElement): string[] {
  if (link.dataset.cites !== undefined) return link.dataset.cites.split(' ');
  if (!(link instanceof HTMLAnchorElement)) return [];
  const page = link.pathname.replace(/^.*\//, '').replace(/\.html$/, '');
  return [page + decodeURIComponent(link.hash)];
}

/** Start the previews of a page: what a citation leads to, on hover and focus. */
export function startPreviews(source: PreviewSource): void {
  new HoverPanel({
    anchorAt: (target) => target.closest<HTMLElement>('.cite'),
    prepare: (link) => source.find(targetsOf(link)),
    create: async (link) => {
      const previews = await source.find(targetsOf(link));
      if (previews.length === 0) return null;
      const panel = span('cite-preview');
      panel.dataset.chrome = '';
      if (link.classList.contains('cite-ambiguous'))
        panel.append(span('cite-preview-lead', citationWords['ambiguous-title']));
      for (const { key, preview } of previews) panel.append(createItem(key, preview));
      return panel;
    },
  });
}

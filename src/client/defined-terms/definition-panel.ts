import sentences from 'virtual:sentences/document.terms';
import { HoverPanel, span } from '../document/hover-panel.ts';
import { PlaceNames } from '../found-words/place-names.ts';
import { definitionAt, type DefiningPlace } from './defining-places.ts';

const TERM = '.term';

/** Show what defines a term on hover and focus, by a press and by a tap. */
export function startPanel(places: readonly DefiningPlace[]): void {
  const names = new PlaceNames();
  const panel = new HoverPanel({
    anchorAt: (target) => target.closest<HTMLElement>(TERM),
    create: (term) => {
      const place = definitionAt(places, term.dataset.term ?? '', term);
      return place && createPanel(place, names);
    },
    changed: (term, open) => {
      term.setAttribute('aria-expanded', String(open !== null));
      if (open) term.setAttribute('aria-describedby', open.id);
      else term.removeAttribute('aria-describedby');
    },
  });
  document.addEventListener('click', ({ target }) => {
    const term = termAt(target);
    if (term) void panel.show(term);
    else panel.leave(target);
  });
  document.addEventListener('keydown', (event) => {
    const term = termAt(event.target);
    if (!term || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    void panel.show(term);
  });
}

function termAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(TERM) : null;
}

/** The document's words and where they stand; what is known to have changed them goes with them. */
function createPanel({ element, unit, words }: DefiningPlace, names: PlaceNames): HTMLElement {
  const panel = span('cite-preview');
  panel.id = 'dinh-nghia';
  panel.dataset.chrome = '';
  const item = span('cite-preview-item');
  const { label, title, href } = names.of(element);
  const link = document.createElement('a');
  link.href = href;
  link.textContent = title === '' ? label : `${label} · ${title}`;
  item.append(span('cite-preview-lead', sentences.lead), link);
  for (const line of words.split('\n')) item.append(span('cite-preview-text', line));
  const changed = unit.querySelector(':scope > .amended-note');
  if (changed) item.append(span('cite-preview-text doubt', changed.textContent));
  panel.append(item);
  return panel;
}

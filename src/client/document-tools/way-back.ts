import back from 'virtual:sentences/document.bar.back';

/** Back to the place from which a link within the page was followed. */
export function prepareWayBack(): void {
  const button = createButton();
  document.querySelector('.text-steps')?.before(button, ' ');
  const places: { top: number; link: HTMLElement }[] = [];
  document.addEventListener('click', ({ target, ctrlKey, metaKey, shiftKey }) => {
    if (ctrlKey || metaKey || shiftKey || !(target instanceof Element)) return;
    const link = target.closest<HTMLElement>('.doc-main a[href^="#"], .doc-header a[href^="#"]');
    // A permalink leads to where it stands.
    if (!link || link.parentElement?.id === link.getAttribute('href')?.slice(1)) return;
    places.push({ top: scrollY, link });
    button.hidden = false;
  });
  button.addEventListener('click', () => {
    const place = places.pop();
    button.hidden = places.length === 0;
    if (!place) return;
    scrollTo({ top: place.top });
    place.link.focus({ preventScroll: true });
  });
}

function createButton(): HTMLButtonElement {
  const button = document.createElement('button');
  button.className = 'tool back';
  button.type = 'button';
  button.hidden = true;
  button.dataset.back = '';
  button.innerHTML = `<span aria-hidden="true">↩</span> <span>${back}</span>`;
  return button;
}

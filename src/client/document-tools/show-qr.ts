import qr from 'virtual:script/qr';

/**
 * Show an address as a QR code. The script that draws it is fetched when the first code is wanted.
 *
 * @param words Name of the picture, and of the link that saves it.
 */
export function showQr(
  place: HTMLElement,
  address: string,
  words: { name: string; save: string },
): void {
  const code = document.createElement('qr-code');
  code.setAttribute('value', address);
  code.setAttribute('aria-label', words.name);
  code.dataset.save = words.save;
  place.append(code);
  if (customElements.get('qr-code') || document.querySelector('script[data-qr]')) return;
  const script = document.createElement('script');
  script.src = qr;
  script.dataset.qr = '';
  document.head.append(script);
}

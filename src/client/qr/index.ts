import { qrSvg } from '../../lib/document/qr.ts';

/** `<qr-code value="https://…" aria-label="…" data-save="…">`: the code, and a link that saves it. */
class QrCode extends HTMLElement {
  connectedCallback(): void {
    const svg = qrSvg(this.getAttribute('value') ?? '');
    const picture = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    picture.setAttribute('role', 'img');
    picture.setAttribute('aria-label', this.getAttribute('aria-label') ?? '');
    this.removeAttribute('aria-label');
    const save = document.createElement('a');
    save.textContent = this.dataset.save ?? '';
    save.href = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    save.download = 'ma-qr.svg';
    this.replaceChildren(picture, save);
  }
}

customElements.define('qr-code', QrCode);

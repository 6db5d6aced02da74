const FONT = '../fonts/van-thu-serif.woff2';

/**
 * Send for the font early.
 *
 * @param own Address of the script.
 */
export function sendForFont(own: string): void {
  const address = new URL(FONT, own).href;
  if (location.protocol === 'file:') loadFont(address);
  else preloadFont(address);
}

function preloadFont(href: string): void {
  const link = document.createElement('link');
  Object.assign(link, { rel: 'preload', as: 'font', type: 'font/woff2', crossOrigin: '', href });
  document.head.append(link);
}

/**
 * On file:// browsers refuse to preload a font. As a face of the page's own, the same as in the
 * style sheet, it is there before the first words are painted, which then need not move.
 */
function loadFont(address: string): void {
  const face = new FontFace('Van Thu Serif', `url("${address}")`, {
    weight: '400 700',
    display: 'swap',
  });
  document.fonts.add(face);
  face.load().catch(() => document.fonts.delete(face));
}

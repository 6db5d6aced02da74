/**
 * Runs in the head, before anything is painted: sets what the reader prefers, says that scripts run
 * (so that what needs them takes its place at once) and sends for the font early.
 */
import { SEARCH_KEY, TERMS, TEXT_SIZE, THEME } from './site/preference.ts';

THEME.apply(THEME.chosen());
TEXT_SIZE.apply(TEXT_SIZE.chosen());
SEARCH_KEY.apply(SEARCH_KEY.chosen());
TERMS.apply(TERMS.chosen());
document.documentElement.dataset.script = '';

const FONT = '../fonts/van-thu-serif.woff2';

const own = document.currentScript;
if (own instanceof HTMLScriptElement) {
  const address = new URL(FONT, own.src).href;
  if (location.protocol === 'file:') loadFont(address);
  else preloadFont(address);
}

function preloadFont(address: string): void {
  const link = document.createElement('link');
  link.rel = 'preload';
  link.as = 'font';
  link.type = 'font/woff2';
  link.crossOrigin = '';
  link.href = address;
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

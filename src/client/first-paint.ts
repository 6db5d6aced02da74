/**
 * Runs in the head, before anything is painted: sets what the reader prefers, says that scripts run
 * (so that what needs them takes its place at once) and sends for the font early.
 */
import { TEXT_SIZE, THEME } from './site/preference.ts';

THEME.apply(THEME.chosen());
TEXT_SIZE.apply(TEXT_SIZE.chosen());
document.documentElement.dataset.script = '';

const own = document.currentScript;
// On file:// browsers refuse to preload a font, and it is near enough without.
if (own instanceof HTMLScriptElement && location.protocol !== 'file:') {
  const link = document.createElement('link');
  link.rel = 'preload';
  link.as = 'font';
  link.type = 'font/woff2';
  link.crossOrigin = '';
  link.href = new URL('../fonts/van-thu-serif.woff2', own.src).href;
  document.head.append(link);
}

/**
 * Runs in the head, before anything is painted: sets what the reader prefers, says that scripts run
 * (so that what needs them takes its place at once), sends for the font early, and waits for a sign
 * of a reader, with whom the rest of the scripts comes.
 */
import { PREFERENCES, restore } from '../site/preference.ts';
import { watchActivity } from './activity.ts';
import { sendForFont } from './font.ts';
import { SiteChoices } from './site-choices.ts';
import { showTrayCount } from './tray-count.ts';

restore(PREFERENCES);
document.documentElement.dataset.script = '';
sendForFont((document.currentScript as HTMLScriptElement).src);
customElements.define('site-choices', SiteChoices);
watchActivity();
document.addEventListener('DOMContentLoaded', showTrayCount);

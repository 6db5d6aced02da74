/** What every page has: what the reader prefers, the ways into search, the citation tray. */
import { EditionAge } from './edition-age.ts';
import { watchOffline } from './offline-loader.ts';
import { carryPreferences } from './preference.ts';
import { watchForSearch } from './search-loader.ts';
import { SearchKey } from './search-key.ts';
import { TextSize } from './text-size.ts';
import { ThemeSwitch } from './theme-switch.ts';
import { watchTray } from './tray-link.ts';

customElements.define('edition-age', EditionAge);
customElements.define('theme-switch', ThemeSwitch);
customElements.define('text-size', TextSize);
customElements.define('search-key', SearchKey);
carryPreferences();
watchForSearch();
watchTray();
watchOffline();

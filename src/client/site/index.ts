/**
 * What every page has but nobody needs before doing something: what the reader prefers, the ways
 * into search, the citation tray, reading without a network. Loaded by `client/boot` with the first sign of a reader.
 */
import { carryPreferences } from './choose.ts';
import { watchOffline } from './offline-loader.ts';
import { watchForSearch } from './search-loader.ts';
import { SearchKey } from './search-key.ts';
import { TextSize } from './text-size.ts';
import { ThemeSwitch } from './theme-switch.ts';
import { watchTray } from './tray-link.ts';

customElements.define('theme-switch', ThemeSwitch);
customElements.define('text-size', TextSize);
customElements.define('search-key', SearchKey);
carryPreferences();
watchForSearch();
watchTray();
watchOffline();

/** What every page has: the choice of theme and the ways into search. */
import { watchForSearch } from './search-loader.ts';
import { ThemeSwitch } from './theme-switch.ts';
import { carryTheme } from './theme.ts';

customElements.define('theme-switch', ThemeSwitch);
carryTheme();
watchForSearch();

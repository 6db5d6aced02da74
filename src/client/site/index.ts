/** What every page has: the choice of theme and the search dialog. */
import { ThemeSwitch } from './theme-switch.ts';

customElements.define('theme-switch', ThemeSwitch);

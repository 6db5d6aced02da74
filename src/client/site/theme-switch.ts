import { choose } from './choose.ts';
import { THEME } from './preference.ts';

/** `<theme-switch>`: radio buttons named `theme`. */
export class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    for (const radio of this.querySelectorAll<HTMLInputElement>('input[name="theme"]')) {
      radio.addEventListener('change', () => {
        choose(THEME, radio.value as 'auto' | 'light' | 'dark');
      });
    }
  }
}

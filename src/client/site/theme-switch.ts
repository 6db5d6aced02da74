import { THEME } from './preference.ts';

/** `<theme-switch>`: radio buttons named `theme`. */
export class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const { current } = THEME;
    for (const radio of this.querySelectorAll<HTMLInputElement>('input[name="theme"]')) {
      radio.checked = radio.value === current;
      radio.addEventListener('change', () => {
        const theme = radio.value as typeof current;
        THEME.apply(theme);
        THEME.store(theme);
      });
    }
  }
}

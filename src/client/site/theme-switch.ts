import { applyTheme, currentTheme, storeTheme, type Theme } from './theme.ts';

/** `<theme-switch>`: radio buttons named `theme`. */
export class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const current = currentTheme();
    for (const radio of this.querySelectorAll<HTMLInputElement>('input[name="theme"]')) {
      radio.checked = radio.value === current;
      radio.addEventListener('change', () => {
        const theme = radio.value as Theme;
        applyTheme(theme);
        storeTheme(theme);
      });
    }
  }
}

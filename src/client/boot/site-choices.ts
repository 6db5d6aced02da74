import searchKey from 'virtual:sentences/site.search-key';
import textSize from 'virtual:sentences/site.text-size';
import theme from 'virtual:sentences/site.theme';
import { current, SEARCH_KEY, TEXT_SIZE, THEME, type Preference } from '../site/preference.ts';

/**
 * `<site-choices>`: writes what a reader can choose, which only scripts can remember, while the
 * browser still reads the page, so that nothing moves. The scripts that answer come later.
 */
export class SiteChoices extends HTMLElement {
  connectedCallback(): void {
    const isOn = current(SEARCH_KEY) === 'slash';
    this.innerHTML = `<theme-switch>${radios('theme', THEME, theme)}</theme-switch>
<text-size>${radios('text-size', TEXT_SIZE, textSize)}</text-size>
<search-key class="theme-switch"><label class="choice"><input type="checkbox"${
      isOn ? ' checked' : ''
    }> ${searchKey}</label></search-key>`;
  }
}

function radios<T extends string>(
  name: string,
  preference: Preference<T>,
  words: Record<T | 'label', string>,
): string {
  const chosen = current(preference);
  const choices = preference.values.map(
    (value) =>
      `<label class="choice"><input type="radio" name="${name}" value="${value}"${
        value === chosen ? ' checked' : ''
      }> ${words[value]}</label>`,
  );
  return `<fieldset class="theme-switch"><legend>${words.label}</legend>${choices.join(' ')}</fieldset>`;
}

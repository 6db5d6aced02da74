import bar from 'virtual:sentences/document.bar.cite';
import unit from 'virtual:sentences/document.bar.unit';
import down from 'virtual:sentences/site.text-size.down';
import up from 'virtual:sentences/site.text-size.up';
import { current, TEXT_SIZE } from '../site/preference.ts';

/**
 * `<reading-tools>`: puts the tools that only scripts can serve in its own place, while the browser
 * still reads the page, so that nothing moves. The scripts that answer come later.
 *
 * Its attribute `data-single` says that there are no provisions to step between.
 */
export class ReadingTools extends HTMLElement {
  connectedCallback(): void {
    const hasUnits = this.dataset.single === undefined;
    const { values } = TEXT_SIZE;
    const size = (by: number, sign: string, words: string, end: string | undefined): string =>
      `<button class="tool" type="button" data-by="${by}" aria-label="${sign} ${words}" aria-disabled="${
        current(TEXT_SIZE) === end
      }">${sign}</button>`;
    this.outerHTML = `${
      hasUnits
        ? '<span class="reading-steps"><a class="tool" data-step="previous">‹</a> <span data-current></span> <a class="tool" data-step="next">›</a></span>'
        : ''
    } <text-size class="text-steps">${size(-1, 'A−', down, values[0])} ${size(1, 'A+', up, values.at(-1))}</text-size>
<details class="cite-panel"><summary class="tool" aria-keyshortcuts="F2" title="F2">${bar}</summary><div class="cite-panel-body">${
      hasUnits ? `<label>${unit} <select></select></label>` : ''
    }<cite-list></cite-list></div></details>`;
  }
}

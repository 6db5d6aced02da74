import { choose, step } from './choose.ts';
import { current, TEXT_SIZE } from './preference.ts';

type Size = (typeof TEXT_SIZE.values)[number];

const CHANGED = 'text-size-changed';

/**
 * `<text-size>`: radio buttons named `text-size`, or buttons that go up and down by `data-by`. All
 * of a page agree.
 */
export class TextSize extends HTMLElement {
  connectedCallback(): void {
    for (const radio of this.radios) {
      radio.addEventListener('change', () => {
        chooseSize(radio.value as Size);
      });
    }
    for (const button of this.buttons) {
      button.addEventListener('click', () => {
        chooseSize(step(TEXT_SIZE, Number(button.dataset.by)));
      });
    }
    document.addEventListener(CHANGED, () => {
      this.update();
    });
  }

  private get radios(): NodeListOf<HTMLInputElement> {
    return this.querySelectorAll<HTMLInputElement>('input[name="text-size"]');
  }

  private get buttons(): NodeListOf<HTMLButtonElement> {
    return this.querySelectorAll<HTMLButtonElement>('button[data-by]');
  }

  private update(): void {
    const size = current(TEXT_SIZE);
    for (const radio of this.radios) radio.checked = radio.value === size;
    // Not `disabled`: that would take the focus away from who presses it.
    for (const button of this.buttons) {
      const isEnd = step(TEXT_SIZE, Number(button.dataset.by)) === size;
      button.setAttribute('aria-disabled', String(isEnd));
    }
  }
}

function chooseSize(size: Size): void {
  choose(TEXT_SIZE, size);
  document.dispatchEvent(new Event(CHANGED));
}

import { TEXT_SIZE } from './preference.ts';

const CHANGED = 'text-size-changed';

/**
 * `<text-size>`: radio buttons named `text-size`, or buttons that go up and down by `data-by`. All
 * of a page agree.
 */
export class TextSize extends HTMLElement {
  connectedCallback(): void {
    for (const radio of this.radios) {
      radio.addEventListener('change', () => {
        choose(radio.value as typeof TEXT_SIZE.current);
      });
    }
    for (const button of this.buttons) {
      button.addEventListener('click', () => {
        choose(TEXT_SIZE.step(Number(button.dataset.by)));
      });
    }
    document.addEventListener(CHANGED, () => {
      this.update();
    });
    this.update();
  }

  private get radios(): NodeListOf<HTMLInputElement> {
    return this.querySelectorAll<HTMLInputElement>('input[name="text-size"]');
  }

  private get buttons(): NodeListOf<HTMLButtonElement> {
    return this.querySelectorAll<HTMLButtonElement>('button[data-by]');
  }

  private update(): void {
    const { current } = TEXT_SIZE;
    for (const radio of this.radios) radio.checked = radio.value === current;
    // Not `disabled`: that would take the focus away from who presses it.
    for (const button of this.buttons) {
      const isEnd = TEXT_SIZE.step(Number(button.dataset.by)) === current;
      button.setAttribute('aria-disabled', String(isEnd));
    }
  }
}

function choose(size: typeof TEXT_SIZE.current): void {
  TEXT_SIZE.apply(size);
  TEXT_SIZE.store(size);
  document.dispatchEvent(new Event(CHANGED));
}

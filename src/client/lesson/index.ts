/** A page of provisions to teach: one button puts them all into the citation tray. */
import { fillSlots } from '../../i18n/slots.ts';
import { addItem, hasItem, trayKey, type TrayItem } from '../../lib/tray/tray.ts';
import { find } from '../site/find.ts';
import type { TrayStore } from '../site/tray-store.ts';

/** What the page tells its script, in a block of JSON. */
interface LessonData {
  items: TrayItem[];
  words: { added: string; failed: string };
}

/** `<lesson-handout>`: holds the button, which is of use with a script only, and says what it did. */
class LessonHandout extends HTMLElement {
  connectedCallback(): void {
    const data = JSON.parse(
      document.getElementById('du-lieu-bai')?.textContent ?? '',
    ) as LessonData;
    const button = find(this, 'button', HTMLButtonElement);
    void this.prepare(button, data);
  }

  private async prepare(button: HTMLButtonElement, data: LessonData): Promise<void> {
    await window.laterScripts.load();
    const store = await window.trayStore;
    if (!store) return;
    button.hidden = false;
    button.addEventListener('click', () => {
      void this.add(store, data);
    });
  }

  private async add(store: TrayStore, { items, words }: LessonData): Promise<void> {
    const status = find(this, '[role="status"]', HTMLElement);
    let added = 0;
    try {
      await store.update((tray) => {
        added = items.filter((item) => !hasItem(tray, trayKey(item))).length;
        return items.reduce(addItem, tray);
      });
      status.textContent = fillSlots(words.added, { added, kept: items.length - added });
    } catch {
      status.textContent = words.failed;
    }
  }
}

customElements.define('lesson-handout', LessonHandout);

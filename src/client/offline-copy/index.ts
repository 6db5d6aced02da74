import { fillSlots } from '../../i18n/slots.ts';
import type { PageMessage, WorkerMessage } from '../../service-worker/scope.ts';
import { isServed } from '../shared/is-served.ts';

/** How often a running download is asked how far it is, and is called again; in milliseconds. */
const ASK_EVERY = 400;
const CALL_EVERY = 15_000;

/** The part of the edition page that keeps the whole site for use without a network. */
class OfflineCopy extends HTMLElement {
  private asking: ReturnType<typeof setInterval> | undefined;
  private calledAt = 0;

  connectedCallback(): void {
    navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
      this.show(data);
    });
    this.button('download').addEventListener('click', () => {
      this.start();
    });
    this.button('clear').addEventListener('click', () => {
      this.stop();
      void post('clear');
    });
    void navigator.serviceWorker.ready.then(() => {
      this.hidden = false;
      void post('state');
    });
  }

  disconnectedCallback(): void {
    this.stop();
  }

  private start(): void {
    this.say('starting', {});
    this.button('download').disabled = true;
    this.calledAt = Date.now();
    void post('download');
    this.watch();
  }

  /** Follow a download, whoever began it. */
  private watch(): void {
    this.asking ??= setInterval(() => {
      const isCallDue = Date.now() - this.calledAt > CALL_EVERY;
      if (isCallDue) this.calledAt = Date.now();
      void post(isCallDue ? 'download' : 'state');
    }, ASK_EVERY);
  }

  private stop(): void {
    clearInterval(this.asking);
    this.asking = undefined;
    this.button('download').disabled = false;
  }

  private show(message: WorkerMessage): void {
    if (message.type === 'failed') {
      this.stop();
      this.say(message.reason, {});
    } else if (message.type === 'kept') {
      this.showProgress(message);
    }
  }

  private showProgress({ kept, total, isRunning }: WorkerMessage & { type: 'kept' }): void {
    const bar = this.querySelector('progress');
    if (bar) {
      bar.hidden = !isRunning;
      bar.max = total ?? 1;
      bar.value = kept;
    }
    if (isRunning) {
      this.watch();
      if (total !== null) this.say('running', { kept, total });
      return;
    }
    const isWhole = total !== null && kept >= total;
    if (isWhole) this.stop();
    this.say(isWhole ? 'whole' : 'part', { kept });
  }

  private say(key: string, values: Record<string, number>): void {
    const status = this.querySelector<HTMLElement>('[role="status"]');
    const sentence = status?.dataset[key];
    if (status && sentence !== undefined) status.textContent = fillSlots(sentence, values);
  }

  private button(name: string): HTMLButtonElement {
    const button = this.querySelector<HTMLButtonElement>(`[data-${name}]`);
    if (!button) throw new Error(`no button ${name}`);
    return button;
  }
}

async function post(message: PageMessage): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage(message);
}

if (isServed()) customElements.define('offline-copy', OfflineCopy);

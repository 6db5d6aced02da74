import { TRAY_KEY } from '../../lib/tray/kept.ts';
import {
  EMPTY_TRAY,
  formatTray,
  isOfLaterVersion,
  parseTray,
  type Tray,
} from '../../lib/tray/tray.ts';
import { storage } from './preference.ts';

/**
 * How long a tray lasts.
 *
 * - `site`: kept by the browser for all pages of the site.
 * - `tab`: while this tab is open.
 * - `page`: while this page is open.
 */
export type TrayLife = 'site' | 'tab' | 'page';

/** A place that keeps one text. */
interface Keeper {
  life: TrayLife;
  get: () => Promise<string | null>;
  /** Rejects when it is full. */
  set: (text: string) => Promise<void>;
  /** Tell when another page has changed the text. */
  watch: (changed: () => void) => void;
}

const TAB_PREFIX = `${TRAY_KEY}:`;
/** How long to wait for the frame that keeps the tray, in milliseconds. */
const PATIENCE = 4000;

/**
 * The tray of this browser, with whatever keeps it. All changes go through {@link update}, so that
 * no page writes over what another one has added.
 */
export class TrayStore {
  private keeper: Keeper;
  private last: Tray = EMPTY_TRAY;
  private readonly listeners: ((tray: Tray) => void)[] = [];
  /** Changes are made one after the other. */
  private queue: Promise<unknown> = Promise.resolve();

  private constructor(keeper: Keeper) {
    this.keeper = keeper;
    keeper.watch(() => {
      void this.read().then((tray) => {
        this.tell(tray);
      });
    });
  }

  /** @param frame Address of the page that keeps the tray where pages share no storage. */
  static async open(frame: string): Promise<TrayStore> {
    const store = new TrayStore(await findKeeper(frame));
    await store.read();
    return store;
  }

  get life(): TrayLife {
    return this.keeper.life;
  }

  /** As last read or written. */
  get tray(): Tray {
    return this.last;
  }

  async read(): Promise<Tray> {
    let text = await this.keeper.get();
    if (text !== null && isOfLaterVersion(text)) {
      this.keeper = createTabKeeper();
      text = await this.keeper.get();
    }
    this.last = (text === null ? null : parseTray(text)) ?? EMPTY_TRAY;
    return this.last;
  }

  /** Apply a change to the tray as it is now, and keep the result. */
  update(change: (tray: Tray) => Tray): Promise<Tray> {
    const done = this.queue.then(() => this.apply(change));
    this.queue = done.catch(() => undefined);
    return done;
  }

  /** @param listener Told after every change, of this page and of others. */
  onChange(listener: (tray: Tray) => void): void {
    this.listeners.push(listener);
  }

  private async apply(change: (tray: Tray) => Tray): Promise<Tray> {
    this.last = change(await this.read());
    const text = formatTray(this.last);
    try {
      await this.keeper.set(text);
    } catch {
      this.keeper = createTabKeeper();
      await this.keeper.set(text);
    }
    this.tell(this.last);
    return this.last;
  }

  private tell(tray: Tray): void {
    for (const listener of this.listeners) listener(tray);
  }
}

async function findKeeper(frame: string): Promise<Keeper> {
  if (location.origin === 'null') return (await openFrame(frame)) ?? createTabKeeper();
  const own = storage();
  return own && accepts(own) ? createSiteKeeper(own) : createTabKeeper();
}

/** Some browsers show a storage that takes nothing. */
function accepts(own: Storage): boolean {
  try {
    own.setItem(`${TRAY_KEY}.thu`, '');
    own.removeItem(`${TRAY_KEY}.thu`);
    return true;
  } catch {
    return false;
  }
}

function createSiteKeeper(own: Storage): Keeper {
  return {
    life: 'site',
    get: () => Promise.resolve(own.getItem(TRAY_KEY)),
    set: (text) =>
      new Promise((resolve) => {
        own.setItem(TRAY_KEY, text);
        resolve();
      }),
    watch: (changed) => {
      addEventListener('storage', ({ key }) => {
        if (key === TRAY_KEY || key === null) changed();
      });
    },
  };
}

/** The name of a window goes with it from page to page of one origin. */
function createTabKeeper(): Keeper {
  return {
    life: location.origin === 'null' ? 'page' : 'tab',
    get: () =>
      Promise.resolve(
        window.name.startsWith(TAB_PREFIX) ? window.name.slice(TAB_PREFIX.length) : null,
      ),
    set: (text) => {
      window.name = TAB_PREFIX + text;
      return Promise.resolve();
    },
    watch: () => undefined,
  };
}

/** What the frame says. */
export interface FrameAnswer {
  /** Absent when the text was not asked for but has changed. */
  id?: number;
  /** null when there is no tray yet. */
  text: string | null;
  /** Whether it could keep the text. */
  kept: boolean;
}

/** What the frame is asked: the text, or to keep one. */
export interface FrameQuestion {
  id: number;
  set?: string;
}

/**
 * Firefox gives each page on file:// a storage of its own. One page, shown in a hidden frame of all
 * others, keeps the tray for them.
 *
 * @returns null when the frame does not answer, or may not keep anything either.
 */
async function openFrame(address: string): Promise<Keeper | null> {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.title = TRAY_KEY;
  frame.src = address;
  const waiting = new Map<number, (answer: FrameAnswer) => void>();
  const listeners: (() => void)[] = [];
  addEventListener('message', ({ source, data }: MessageEvent<FrameAnswer>) => {
    if (source !== frame.contentWindow) return;
    if (data.id === undefined) for (const changed of listeners) changed();
    else waiting.get(data.id)?.(data);
  });
  let questions = 0;
  const ask = (set?: string): Promise<FrameAnswer> =>
    new Promise((resolve, reject) => {
      const id = questions++;
      waiting.set(id, resolve);
      setTimeout(() => {
        reject(new Error('the frame of the tray does not answer'));
      }, PATIENCE);
      const question: FrameQuestion = set === undefined ? { id } : { id, set };
      frame.contentWindow?.postMessage(question, '*');
    });
  const loaded = new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
  });
  document.body.append(frame);
  await loaded;
  const first = await ask().catch(() => null);
  if (!first?.kept) return null;
  return {
    life: 'site',
    get: async () => (await ask()).text,
    set: async (text) => {
      if (!(await ask(text)).kept) throw new Error('the storage of the tray is full');
    },
    watch: (changed) => {
      listeners.push(changed);
    },
  };
}

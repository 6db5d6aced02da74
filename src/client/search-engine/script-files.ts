import type { EngineCode } from './messages.ts';
import { ENGINE_REGISTER } from './messages.ts';
import { REGISTER } from '../../lib/search/index-format.ts';

/** A file that is still coming after this long is asked for again, in milliseconds. */
const PATIENCE = 20_000;
/** How often a file is asked for before it is given up. */
const ATTEMPTS = 3;
/** For what may well not be there. */
export const FEW_ATTEMPTS = 1;

/** How far loading is. */
export interface Progress {
  /** Files that have come, and files asked for so far. */
  loaded: number;
  wanted: number;
}

/**
 * Loads content by classic scripts: the only way that works on file:// as well as from a server.
 * Each file calls one of two global functions; which file it was is told by the script's address.
 */
export class ScriptFiles {
  readonly #base: string;
  readonly #report: (progress: Progress) => void;
  readonly #attempts: number;
  #loaded = 0;
  #wanted = 0;

  /**
   * @param base Absolute address of the folder, with `/` at the end.
   * @param report Called whenever a file is asked for or has come.
   * @param attempts How often a file is asked for before it is given up.
   */
  constructor(
    base: string,
    report: (progress: Progress) => void = () => undefined,
    attempts = ATTEMPTS,
  ) {
    this.#base = base;
    this.#attempts = attempts;
    this.#report = report;
    register();
  }

  /**
   * Load a file.
   *
   * @param from Number of the first attempt; above 1, no cache answers.
   * @returns What the file called the register with.
   * @throws When it cannot be loaded, after several attempts.
   */
  async load(name: string, from = 1): Promise<unknown> {
    this.#count(0, 1);
    for (let attempt = from; ; attempt++) {
      try {
        const content = await loadScript(this.#addressOf(name, attempt));
        this.#count(1, 0);
        return content;
      } catch (error) {
        if (attempt < from + this.#attempts - 1) continue;
        this.#count(0, -1);
        throw error;
      }
    }
  }

  /** A new attempt must not be answered with what a cache kept of the one that failed. */
  #addressOf(name: string, attempt: number): string {
    const { href } = new URL(name, this.#base);
    return attempt === 1 ? href : `${href}?lan=${attempt}`;
  }

  #count(loaded: number, wanted: number): void {
    this.#loaded += loaded;
    this.#wanted += wanted;
    this.#report({ loaded: this.#loaded, wanted: this.#wanted });
  }
}

/** Content of scripts that have run and are not yet collected, by address. */
const contents = new Map<string, unknown>();

/** Put the two functions that files call into the page. */
function register(): void {
  const take = (content: unknown): void => {
    const script = document.currentScript;
    if (script instanceof HTMLScriptElement) contents.set(script.src, content);
  };
  const scope = globalThis as Record<string, unknown>;
  scope[REGISTER] = take;
  scope[ENGINE_REGISTER] = (code: EngineCode) => {
    take(code);
  };
}

function loadScript(address: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const end = (): void => {
      clearTimeout(timer);
      script.remove();
      contents.delete(address);
    };
    const timer = setTimeout(() => {
      end();
      reject(new Error(`${address} does not come`));
    }, PATIENCE);
    script.addEventListener('load', () => {
      const content = contents.get(address);
      end();
      if (content === undefined) reject(new Error(`${address} is damaged`));
      else resolve(content);
    });
    script.addEventListener('error', () => {
      end();
      reject(new Error(`${address} does not load`));
    });
    script.async = true;
    script.referrerPolicy = 'no-referrer';
    script.src = address;
    document.head.append(script);
  });
}

import type { EngineScope } from './messages.ts';

/** Waits for a file that the page loads. */
interface Waiting {
  resolve: (content: unknown) => void;
  reject: (error: Error) => void;
}

/** Files that the engine asks the page for, of its own library and of others. */
export class PageFiles {
  readonly #scope: EngineScope;
  readonly #waiting = new Map<string, Waiting[]>();

  constructor(scope: EngineScope) {
    this.#scope = scope;
  }

  /**
   * Content of a file. Those who ask while it is on its way get the same.
   *
   * @throws When the page cannot load it.
   */
  read(library: number, name: string): Promise<unknown> {
    const key = keyOf(library, name);
    return new Promise((resolve, reject) => {
      const others = this.#waiting.get(key);
      this.#waiting.set(key, [...(others ?? []), { resolve, reject }]);
      if (!others) this.#scope.postMessage({ type: 'read', library, name });
    });
  }

  /** Give a file to those who wait for it. @param content null when it cannot be read. */
  deliver(library: number, name: string, content: unknown): void {
    const key = keyOf(library, name);
    const readers = this.#waiting.get(key) ?? [];
    this.#waiting.delete(key);
    for (const { resolve, reject } of readers) {
      if (content === null) reject(new Error(`${name} cannot be read`));
      else resolve(content);
    }
  }

  /** Whether a file of another library is on its way. */
  get isWaitingForOthers(): boolean {
    return [...this.#waiting.keys()].some((key) => !key.startsWith(keyOf(0, '')));
  }
}

function keyOf(library: number, name: string): string {
  return `${library} ${name}`;
}

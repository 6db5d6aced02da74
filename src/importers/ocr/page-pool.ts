import { Refusal } from '../import-error.ts';

/** How long recognising may take, and who is told how far it is. */
export interface OcrLimits {
  /** Moment of the monotonic clock at which it must be over; milliseconds. */
  until: number;
  /** Seconds that the clerk allows a file, for the sentence that says they are too few. */
  seconds: number;
  onPage?: ((done: number, pages: number) => void) | undefined;
}

/** Time and signal of one program of many. */
export interface TurnOptions {
  timeout: number;
  signal: AbortSignal;
}

/** Pages after which the time of all is foretold. */
const SAMPLE = 6;
/** By how much a forecast may be wrong: on a busy machine the next pages may take less, or more. */
const MARGIN = 1.4;

/** Watches the time of a scan: stops as soon as it is plain that the time is too short. */
export class OcrClock {
  private readonly limits: OcrLimits;
  private readonly pages: number;
  private readonly now: () => number;
  private readonly started: number;
  private readonly stop = new AbortController();
  private done = 0;

  constructor(limits: OcrLimits, pages: number, now: () => number = () => performance.now()) {
    this.limits = limits;
    this.pages = pages;
    this.now = now;
    this.started = now();
  }

  /**
   * Run a program with the time that is left.
   *
   * @param run Gives null when the program failed.
   * @throws {Refusal} `ocr-too-long` when the time was too short, else `failure`.
   */
  async ask<T>(run: (options: TurnOptions) => Promise<T | null>, failure: Refusal): Promise<T> {
    const timeout = this.limits.until - this.now();
    if (timeout <= 0) throw this.tooLong();
    const answer = await run({ timeout, signal: this.stop.signal });
    if (answer !== null) return answer;
    throw this.now() >= this.limits.until ? this.tooLong() : failure;
  }

  /** @throws {Refusal} `ocr-too-long` when the pages so far tell that the rest cannot be done. */
  pageDone(): void {
    this.done++;
    this.limits.onPage?.(this.done, this.pages);
    const left = this.limits.until - this.started;
    if (this.done >= SAMPLE && this.done < this.pages && this.forecast() > left * MARGIN)
      throw this.tooLong();
  }

  /** End all programs that still run. */
  end(): void {
    this.stop.abort();
  }

  /** Milliseconds for all pages, by those that are done. */
  private forecast(): number {
    return ((this.now() - this.started) / Math.max(1, this.done)) * this.pages;
  }

  private tooLong(): Refusal {
    const needed = Math.max((this.forecast() / 1000) * MARGIN, this.limits.seconds * 2);
    return new Refusal('ocr-too-long', {
      pages: String(this.pages),
      limit: String(this.limits.seconds),
      needed: String(Math.ceil(needed / 10) * 10),
    });
  }
}

/**
 * Do something with each page, several at a time.
 *
 * @param work Given the number of the page, from 1.
 * @returns What it gave, in the order of the pages.
 * @throws What the first failing page threw, after all programs have been told to end.
 */
export async function eachPage<T>(
  pages: number,
  workers: number,
  clock: OcrClock,
  work: (page: number) => Promise<T>,
): Promise<T[]> {
  const results: T[] = [];
  let next = 1;
  const run = async (): Promise<void> => {
    while (next <= pages) {
      const page = next++;
      results[page - 1] = await work(page);
      clock.pageDone();
    }
  };
  const runs = Array.from({ length: Math.min(workers, pages) }, run);
  try {
    await Promise.all(runs);
    return results;
  } finally {
    next = pages + 1;
    clock.end();
    await Promise.allSettled(runs);
  }
}

/** Do one thing after the other, however many are asked for at a time. */
export function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}

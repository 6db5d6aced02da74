import type { LectureResult } from '../../lib/checker/check-lecture.ts';
import type {
  CheckSource,
  FromChecker,
  PackedFile,
  ToChecker,
} from '../checker-worker/messages.ts';
import { startWorkerPort, type WorkerPort } from '../shared/worker-port.ts';
import { loadCode, loadPacked } from './load-file.ts';

/** Where the files of the checker are, as its page names them. */
export interface CheckerSources {
  code: string;
  library: { name: string; src: string };
  texts: readonly { name: string; src: string; slugs: ReadonlySet<string> }[];
}

/** A checked text. */
export interface Checked {
  text: string;
  result: LectureResult;
}

/** A file that cannot be read; `id` names its sentence. */
export class RefusedError extends Error {
  readonly id: string;
  readonly values: Record<string, string>;

  constructor(id: string, values: Record<string, string>) {
    super(id);
    this.id = id;
    this.values = values;
  }
}

export type OnStage = (stage: Extract<FromChecker, { type: 'stage' }>) => void;

/** A running engine. */
type Engine = WorkerPort<ToChecker>;

/** The checker as the page uses it: nothing is loaded before the first check. */
export class CheckerPort {
  private readonly sources: CheckerSources;
  private engine: Promise<Engine> | null = null;
  private receive: (message: FromChecker) => void = () => undefined;
  private abandon: (reason: Error) => void = () => undefined;

  constructor(sources: CheckerSources) {
    this.sources = sources;
  }

  /**
   * Check a text.
   *
   * @throws {RefusedError} For a file that cannot be read; `AbortError` after {@link cancel};
   *   `LoadError` when files of the site are missing.
   */
  async check(source: CheckSource, asOf: string, onStage: OnStage): Promise<Checked> {
    this.cancel();
    let isOver = false;
    const abandoned = new Promise<never>((_, reject) => {
      this.abandon = (reason) => {
        isOver = true;
        reject(reason);
      };
    });
    const answer = async (): Promise<Checked> => {
      const engine = await this.open();
      if (isOver) throw abortError();
      return this.ask(engine, source, asOf, onStage);
    };
    try {
      return await Promise.race([answer(), abandoned]);
    } finally {
      this.abandon = () => undefined;
    }
  }

  /** Give up the check at hand; its engine ends at once, wherever it is. */
  cancel(): void {
    const isRunning = this.abandon;
    this.abandon = () => undefined;
    isRunning(abortError());
    if (this.busy) this.close();
  }

  private busy = false;

  private close(): void {
    void this.engine?.then(
      ({ end }) => {
        end();
      },
      () => undefined,
    );
    this.engine = null;
    this.busy = false;
  }

  private open(): Promise<Engine> {
    this.engine ??= this.start().catch((error: unknown) => {
      this.engine = null;
      throw error;
    });
    return this.engine;
  }

  private async start(): Promise<Engine> {
    const { name, src } = this.sources.library;
    const [code, library] = await Promise.all([loadCode(this.sources.code), loadPacked(name, src)]);
    const engine = await startWorkerPort<ToChecker, FromChecker>(
      code,
      (message) => {
        this.receive(message);
      },
      () => {
        this.abandon(new Error('the worker has ended'));
        this.close();
      },
    );
    engine.send({ type: 'open', library });
    return engine;
  }

  private ask(
    engine: Engine,
    source: CheckSource,
    asOf: string,
    onStage: OnStage,
  ): Promise<Checked> {
    this.busy = true;
    return new Promise<Checked>((resolve, reject) => {
      this.receive = (message) => {
        if (message.type === 'stage') onStage(message);
        else if (message.type === 'want-texts') void this.sendTexts(engine, message.slugs);
        else if (message.type !== 'ready') {
          this.busy = false;
          if (message.type === 'done') resolve(message);
          else if (message.type === 'refused') reject(new RefusedError(message.id, message.values));
          else reject(new Error(message.reason));
        }
      };
      engine.send({ type: 'check', source, asOf });
    });
  }

  /** Texts that do not load are not compared. */
  private async sendTexts(engine: Engine, slugs: readonly string[]): Promise<void> {
    const wanted = this.sources.texts.filter(({ slugs: held }) => slugs.some((s) => held.has(s)));
    const files = await Promise.all(
      wanted.map(({ name, src }): Promise<PackedFile | null> =>
        loadPacked(name, src).catch(() => null),
      ),
    );
    engine.send({ type: 'texts', files });
  }
}

function abortError(): DOMException {
  return new DOMException('cancelled', 'AbortError');
}

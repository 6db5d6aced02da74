import type { LectureResult } from '../../lib/checker/check-lecture.ts';
import type { CheckSource, FromChecker, ToChecker } from '../checker-worker/messages.ts';
import { ScriptFiles } from '../search-engine/script-files.ts';
import { startWorkerPort, type WorkerPort } from '../shared/worker-port.ts';
import { loadCode, loadPacked } from './load-file.ts';

/** Where the files of the checker are, as its page names them. */
export interface CheckerSources {
  code: string;
  library: { name: string; src: string };
  /** How official texts are put together from those of search. */
  patterns: { name: string; src: string };
  /** Absolute address of the search folder, with `/` at the end. */
  search: string;
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
  private files: ScriptFiles | null = null;
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
        else if (message.type === 'read') void this.sendFile(engine, message.name);
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
  private async sendFile(engine: Engine, name: string): Promise<void> {
    const { patterns, search } = this.sources;
    this.files ??= new ScriptFiles(search, () => undefined);
    const loading = name === patterns.name ? loadPacked(name, patterns.src) : this.files.load(name);
    engine.send({ type: 'file', name, content: await loading.catch(() => null) });
  }
}

function abortError(): DOMException {
  return new DOMException('cancelled', 'AbortError');
}

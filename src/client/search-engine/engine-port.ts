import type { EngineCode, FromEngine, ToEngine } from './messages.ts';

/** A running engine. */
export interface EnginePort {
  send: (message: ToEngine) => void;
}

/** A worker that says nothing for this long is given up, in milliseconds. */
const PATIENCE = 8000;

/**
 * Start the engine in a worker of its own, so that searching never holds up the page; where workers
 * are refused, on the page itself.
 *
 * @param receive Called with everything the engine says.
 * @param lost Called when the engine ends by itself; it answers no more.
 */
export async function startEngine(
  code: EngineCode,
  receive: (message: FromEngine) => void,
  lost: () => void,
): Promise<EnginePort> {
  return (await startWorker(code, receive, lost)) ?? startHere(code, receive);
}

/** @returns null when the browser does not let it run. */
function startWorker(
  code: EngineCode,
  receive: (message: FromEngine) => void,
  lost: () => void,
): Promise<EnginePort | null> {
  return new Promise((resolve) => {
    const worker = createWorker(`(${code.toString()})(self)`);
    if (!worker) {
      resolve(null);
      return;
    }
    let give = (port: EnginePort | null): void => {
      clearTimeout(timer);
      give = lost;
      resolve(port);
    };
    const end = (): void => {
      worker.terminate();
      give(null);
    };
    const timer = setTimeout(end, PATIENCE);
    worker.addEventListener('error', end);
    worker.addEventListener('message', ({ data }: MessageEvent<FromEngine>) => {
      if (data.type === 'ready') {
        give({
          send: (message) => {
            worker.postMessage(message);
          },
        });
      } else {
        receive(data);
      }
    });
  });
}

function createWorker(source: string): Worker | null {
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  try {
    return new Worker(url);
  } catch {
    return null;
  }
}

/** Run the engine's code on the page, behind the same messages. */
function startHere(code: EngineCode, receive: (message: FromEngine) => void): EnginePort {
  let listen: ((event: { data: ToEngine }) => void) | undefined;
  code({
    postMessage: (message) => {
      if (message.type === 'ready') return;
      queueMicrotask(() => {
        receive(message);
      });
    },
    addEventListener: (_, listener) => {
      listen = listener;
    },
  });
  return {
    send: (message) => {
      listen?.({ data: message });
    },
  };
}

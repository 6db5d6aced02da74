/** Something that runs beside the page, behind messages. */
export interface WorkerPort<In> {
  send: (message: In) => void;
  /** Stop it where it is; on the page itself it can only be silenced. */
  end: () => void;
}

/** A worker's code: one function, so that a page can call it or give its text to a worker. */
export type WorkerCode<In, Out> = (scope: {
  postMessage: (message: Out) => void;
  addEventListener: (type: 'message', listener: (event: { data: In }) => void) => void;
}) => void;

/** A worker that says nothing for this long is given up, in milliseconds. */
const PATIENCE = 8000;

/**
 * Start code in a worker of its own, so that it never holds up the page; where workers are refused,
 * on the page itself. It says `ready` first, which is not passed on.
 *
 * @param receive Called with everything else that it says.
 * @param lost Called when it ends by itself; it answers no more.
 */
export async function startWorkerPort<In, Out extends { type: string }>(
  code: WorkerCode<In, Out>,
  receive: (message: Out) => void,
  lost: () => void,
): Promise<WorkerPort<In>> {
  return (await startWorker(code, receive, lost)) ?? startHere(code, receive);
}

/** @returns null when the browser does not let it run. */
function startWorker<In, Out extends { type: string }>(
  code: WorkerCode<In, Out>,
  receive: (message: Out) => void,
  lost: () => void,
): Promise<WorkerPort<In> | null> {
  return new Promise((resolve) => {
    const worker = createWorker(`(${code.toString()})(self)`);
    if (!worker) {
      resolve(null);
      return;
    }
    let isReady = false;
    const end = (): void => {
      worker.terminate();
    };
    const fail = (): void => {
      clearTimeout(timer);
      end();
      if (isReady) lost();
      else resolve(null);
    };
    const timer = setTimeout(fail, PATIENCE);
    worker.addEventListener('error', fail);
    worker.addEventListener('message', ({ data }: MessageEvent<Out>) => {
      if (data.type !== 'ready') {
        receive(data);
        return;
      }
      isReady = true;
      clearTimeout(timer);
      const send = (message: In): void => {
        worker.postMessage(message);
      };
      resolve({ send, end });
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

/** Run the code on the page, behind the same messages. */
function startHere<In, Out extends { type: string }>(
  code: WorkerCode<In, Out>,
  receive: (message: Out) => void,
): WorkerPort<In> {
  let listen: ((event: { data: In }) => void) | undefined;
  let isEnded = false;
  code({
    postMessage: (message) => {
      if (message.type === 'ready' || isEnded) return;
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
    end: () => {
      isEnded = true;
    },
  };
}

import { Worker } from 'node:worker_threads';
import { inflateSync } from 'node:zlib';
import { Refusal } from '../import-error.ts';
import type { PdfText } from './pages.ts';
import type { PagesAnswer } from './pages-worker.ts';

/** Milliseconds; a file of a thousand pages takes about ten seconds. */
const LONGEST = 25_000;
/** MiB of the thread's heap. */
const MOST_MEMORY = 320;
/** Bytes of an unfolded stream; pictures and fonts are larger than any page's drawing. */
const LARGEST_DRAWING = 24 * 2 ** 20;
const LARGEST_OTHER = 160 * 2 ** 20;

/**
 * Read the pages of a PDF in a thread of its own, which can be ended: a small file may unfold to
 * more drawing than anyone could wait for.
 *
 * @param longest Milliseconds after which the file is refused.
 * @throws {Refusal} `pdf-too-heavy`, and what {@link readPages} throws.
 */
export async function readPagesApart(file: Buffer, longest = LONGEST): Promise<PdfText> {
  refuseBombs(file);
  const worker = new Worker(new URL('./pages-worker.ts', import.meta.url), {
    workerData: file,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<PagesAnswer>((resolve, reject) => {
      timer = setTimeout(() => {
        reject(new Refusal('pdf-too-heavy'));
      }, longest);
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) => {
        const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        reject(isMemory ? new Refusal('pdf-too-heavy') : error);
      });
    });
    if ('text' in answer) return answer.text;
    throw new Refusal(answer.id, answer.values);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

const STREAM = Buffer.from('stream');

/** Unfold every compressed stream as far as the limit, one at a time. */
function refuseBombs(file: Buffer): void {
  for (let at = file.indexOf(STREAM); at >= 0; at = file.indexOf(STREAM, at + STREAM.length)) {
    const before = file.subarray(Math.max(0, at - 600), at).toString('latin1');
    const dictionary = before.slice(before.lastIndexOf(' obj'));
    if (before.endsWith('end') || !dictionary.includes('/FlateDecode')) continue;
    const isOther = /\/(?:Image|Length1|FontFile|CIDFontType0C|Type1C|OpenType)\b/.test(dictionary);
    const start = at + STREAM.length + (file[at + STREAM.length] === 13 ? 2 : 1);
    const end = file.indexOf('endstream', start);
    const limit = isOther ? LARGEST_OTHER : LARGEST_DRAWING;
    if (isLarger(file.subarray(start, end < 0 ? file.length : end), limit))
      throw new Refusal('pdf-too-heavy');
  }
}

function isLarger(stream: Buffer, limit: number): boolean {
  // Nothing folds to less than a thousandth.
  if (stream.length * 1040 < limit) return false;
  try {
    inflateSync(stream, { maxOutputLength: limit });
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
  }
}

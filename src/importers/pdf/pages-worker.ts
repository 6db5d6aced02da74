import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '../import-error.ts';
import { readPages } from './pages.ts';
import type { PdfText } from './pages.ts';

/** What the thread answers: the text, or the refusal to throw again. */
export type PagesAnswer = { text: PdfText } | { id: string; values: Record<string, string> };

parentPort?.postMessage(await answer(bytesOf(workerData as Uint8Array)));

/** The same bytes: a copy of a large file is one too many. */
function bytesOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

async function answer(file: Buffer): Promise<PagesAnswer> {
  try {
    return { text: await readPages(file) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { id: error.id, values: error.values };
  }
}

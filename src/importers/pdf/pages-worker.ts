import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '../import-error.ts';
import { readPages } from './pages.ts';
import type { PdfText } from './pages.ts';

/** What the thread answers: the text, or the refusal to throw again. */
export type PagesAnswer = { text: PdfText } | { id: string; values: Record<string, string> };

parentPort?.postMessage(await answer(Buffer.from(workerData as Uint8Array)));

async function answer(file: Buffer): Promise<PagesAnswer> {
  try {
    return { text: await readPages(file) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { id: error.id, values: error.values };
  }
}

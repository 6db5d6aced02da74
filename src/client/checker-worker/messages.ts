import type { LectureResult, Stage } from '../../lib/checker/check-lecture.ts';

/** Data of the library, gzipped JSON in dense text, as the page loaded it; see `pages/kiem-tra`. */
export type PackedFile = string;

/** What is to be checked. */
export type CheckSource = { type: 'text'; text: string } | { type: 'file'; bytes: ArrayBuffer };

/** What the page sends to the worker. */
export type ToChecker =
  | { type: 'open'; library: PackedFile }
  | { type: 'check'; source: CheckSource; asOf: string }
  /** A file that was asked for, as it calls its register; null: it cannot be loaded. */
  | { type: 'file'; name: string; content: unknown };

/** What the worker sends to the page. */
export type FromChecker =
  | { type: 'ready' }
  /** `characters` are those of the text, once it has been read; `share` of the stage is done, 0 to 1. */
  | { type: 'stage'; stage: 'read' | Stage; characters: number; share: number }
  /** Only the page can load files: one of the search folder, or the patterns of texts. */
  | { type: 'read'; name: string }
  | { type: 'done'; text: string; result: LectureResult }
  /** A file that cannot be read, for a reason that the reader can understand. */
  | { type: 'refused'; id: string; values: Record<string, string> }
  | { type: 'failed'; reason: string };

/** The scope in which the code runs: a worker's own, or a stand-in on the page. */
export interface CheckerScope {
  postMessage(message: FromChecker): void;
  addEventListener(type: 'message', listener: (event: { data: ToChecker }) => void): void;
}

/** The worker's code, as its file registers it. */
export type CheckerCode = (scope: CheckerScope) => void;

/**
 * Something wrong in the content. Its sentence, reason and remedy are in the string table under
 * `problems.<id>`; `values` fill the slots.
 */
export interface Problem {
  /** Permanent id. @example 'relation-target-unknown' */
  id: string;
  severity: 'error' | 'warning';
  /** Path of the file below the content folder. */
  path: string;
  /** 1-based. */
  line: number;
  /** 1-based. */
  column: number;
  /** Values for the sentence's slots. @example { value: 'nq-x', nearest: 'nghi-quyet' } */
  values: Record<string, string>;
}

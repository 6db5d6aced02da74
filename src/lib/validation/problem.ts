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
  /** Unit in whose text it stands, as a citation names it; absent elsewhere. @example 'khoản 2 Điều 5' */
  unit?: string;
  /** Values for the sentence's slots. @example { value: 'nq-x', nearest: 'nghi-quyet' } */
  values: Record<string, string>;
}

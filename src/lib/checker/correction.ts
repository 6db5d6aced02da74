/** One citation put right in place. */
export interface Correction {
  /** Offsets into the text as it was. */
  start: number;
  end: number;
  before: string;
  after: string;
}

/** The text with corrections put in. */
export function applyCorrections(text: string, corrections: readonly Correction[]): string {
  let corrected = '';
  let from = 0;
  for (const { start, end, after } of corrections) {
    corrected += text.slice(from, start) + after;
    from = end;
  }
  return corrected + text.slice(from);
}

import type { ProblemSink } from './report.ts';

/** Footnote marks and definitions of the document or of one attached instrument. */
export interface Notes {
  references: Map<string, { line: number; column: number }>;
  definitions: Map<string, number>;
}

export function createNotes(): Notes {
  return { references: new Map(), definitions: new Map() };
}

/** Report marks without a note and notes without a mark. */
export function reportNotes(notes: Notes, sink: ProblemSink): void {
  for (const [label, { line, column }] of notes.references) {
    if (!notes.definitions.has(label)) sink.report('footnote-undefined', line, column, { label });
  }
  for (const [label, line] of notes.definitions) {
    if (!notes.references.has(label)) sink.report('footnote-unused', line, 1, { label });
  }
}

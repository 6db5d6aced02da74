import { buildCitationGraph, type CitationGraph } from '../lib/citation/graph.ts';
import { linkNote, type TextSegment } from '../lib/citation/link-document.ts';
import type { Library, LibraryDocument } from '../lib/library/types.ts';
import type { LinkMemory } from './link-memory.ts';
import { loadLibrary } from './load-library.ts';
import { processWide } from './process-wide.ts';

/** How a build reads citations. */
export interface CitationReading {
  /** Keeps what was found for the next build. */
  memory: LinkMemory;
  /** Told after each document. */
  report: (done: number, total: number) => void;
}

const reading = processWide('citation-reading', (): { of: CitationReading | null } => ({
  of: null,
}));

/** Set how {@link loadCitations} reads; without it nothing is kept and nothing told. */
export function readCitationsWith(how: CitationReading): void {
  reading.of = how;
}

const loaded = processWide('citations', (): { graph: Promise<CitationGraph> | null } => ({
  graph: null,
}));

/** Who cites whom in the library of this build, read once per process. */
export function loadCitations(): Promise<CitationGraph> {
  loaded.graph ??= loadLibrary().then(readCitations);
  return loaded.graph;
}

function readCitations(library: Library): CitationGraph {
  if (reading.of === null) return buildCitationGraph(library);
  const { memory, report } = reading.of;
  const graph = buildCitationGraph(library, {
    recall: (document, read) => memory.recall(document, read),
    report: (done) => {
      report(done, library.documents.length);
    },
  });
  memory.save();
  return graph;
}

/** Remarks that have been read, by document and words: a page shows each, and previews what it names. */
const remarks = new WeakMap<LibraryDocument, Map<string, readonly TextSegment[]>>();

/** What a remark on a document's record names, read once. */
export async function linkRemark(
  text: string,
  document: LibraryDocument,
): Promise<readonly TextSegment[]> {
  const library = await loadLibrary();
  const { index } = await loadCitations();
  const read = remarks.get(document) ?? new Map<string, readonly TextSegment[]>();
  remarks.set(document, read);
  const segments = read.get(text) ?? linkNote(text, document, library, index);
  read.set(text, segments);
  return segments;
}

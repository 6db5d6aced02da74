import { buildCitationGraph, type CitationGraph } from '../lib/citation/graph.ts';
import { loadLibrary } from './load-library.ts';

let loaded: Promise<CitationGraph> | undefined;

/** Who cites whom in the library of this build, read once per process. */
export function loadCitations(): Promise<CitationGraph> {
  loaded ??= loadLibrary().then(buildCitationGraph);
  return loaded;
}

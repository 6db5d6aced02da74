import type { DocumentType } from '../document/types.ts';
import type { CitableRecord } from './citation-index.ts';
import type { Fault, Settled } from './settle.ts';

/** A citation tied to what it cites. */
export interface Resolution {
  /** `self`: the text itself. `none`: no citation after all. */
  kind: Settled['kind'] | 'self' | 'none';
  record: CitableRecord | null;
  candidates: readonly CitableRecord[];
  faults: readonly Fault[];
  /** See `Settled`. */
  hint?: CitableRecord;
  isCertain: boolean;
  /** Identity for later mentions: the slug, or what is known of an unknown document. */
  entity: string | null;
  /** Types by which later mentions can point here. */
  types: readonly DocumentType[];
  /** Cited through the instrument issued with it. */
  isAttached: boolean;
  /** The bare name of a law as what something is done with: "tuyên truyền Luật Tiếp công dân". */
  isTopic?: boolean;
}

/** No citation. */
export const NOTHING: Resolution = {
  kind: 'none',
  record: null,
  candidates: [],
  faults: [],
  isCertain: false,
  entity: null,
  types: [],
  isAttached: false,
};

/** A later mention does not repeat the fault of the first, and is a citation where that was a topic. */
export function withoutFaults(resolution: Resolution): Resolution {
  return { ...resolution, faults: [], isTopic: false };
}

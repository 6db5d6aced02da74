import type { Finding } from '../lib/structure/source.ts';

/** Collects what a reader meets, one entry per id. */
export interface FindingSink {
  list: Finding[];
  add: (id: string, severity: Finding['severity'], place: string) => void;
}

export function createFindings(): FindingSink {
  const byId = new Map<string, Finding>();
  const list: Finding[] = [];
  return {
    list,
    add(id, severity, place) {
      const known = byId.get(id);
      if (known) {
        known.count++;
        return;
      }
      const finding = { id, severity, count: 1, place };
      byId.set(id, finding);
      list.push(finding);
    },
  };
}

import { scopeOf } from '../provision/naming.ts';
import type { Provision } from '../provision/types.ts';
import type { CitableProvision, CitableScope } from './cite.ts';

/**
 * Take from a provision what citing it needs.
 *
 * @param isShared See `CitableProvision`; `sharedUnits` tells.
 */
export function citableProvision(unit: Provision, isShared = false): CitableProvision {
  const scope = scopeOf(unit);
  const { id, label } = unit;
  return {
    ...{ id, label, scope: scope && citableScope(scope) },
    ...(isShared ? { isShared } : {}),
  };
}

/** Take from an attached instrument or annex what naming it needs. */
export function citableScope(scope: Provision): CitableScope {
  const { id, label, heading, parent } = scope;
  if (scope.kind === 'annex') {
    const outer = parent && scopeOf(parent);
    return { id, kind: 'annex', name: label, ...(outer ? { outer: citableScope(outer) } : {}) };
  }
  const order = scope.order === null ? {} : { order: scope.order };
  return { id, kind: 'attached', name: heading ?? label, ...order };
}

import type { Provision } from '../provision/types.ts';
import type { CitableProvision, CitableScope } from './cite.ts';

/** Take from a provision what citing it needs. */
export function citableProvision(unit: Provision): CitableProvision {
  return { id: unit.id, label: unit.label, scope: scopeOf(unit) };
}

/** The attached instrument or annex nearest around a unit, or the unit itself. */
function scopeOf(unit: Provision): CitableScope | null {
  const { id, kind, label, heading, parent } = unit;
  if (kind === 'attached') return { id, kind, name: heading ?? label };
  if (kind === 'annex') return { id, kind, name: label };
  return parent && scopeOf(parent);
}

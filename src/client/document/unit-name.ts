import inScope from 'virtual:sentences/document.in-scope';
import { fillSlots } from '../../i18n/slots.ts';

/** What numbers provisions anew. */
export const SCOPES = '[data-kind="attached"], [data-kind="annex"]';

/** A provision's name where several can have one label. @example 'Điều 5 (Quy chế kèm theo)' */
export function unitName(unit: HTMLElement): string {
  const label = unit.dataset.label ?? '';
  const scope = unit.closest<HTMLElement>(SCOPES);
  if (!scope?.dataset.label || scope === unit) return label;
  return fillSlots(inScope, { label, scope: scope.dataset.label });
}

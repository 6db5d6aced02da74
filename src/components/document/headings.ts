import { message } from '../../i18n/messages.ts';
import { scopeOf } from '../../lib/provision/naming.ts';
import type { Provision } from '../../lib/provision/types.ts';

/** Our words for what a unit is about; null where its official heading is known, or no gist has one. */
export function describedTitle({ heading, blocks }: Provision): string | null {
  if (heading !== null) return null;
  const gist = blocks.find((block) => block.type === 'gist');
  return gist?.title ?? null;
}

/**
 * A unit's name on the page, where several units can have one label.
 *
 * @example nameWithScope(unit) // 'Điều 5 (Quy chế kèm theo)'
 */
export function nameWithScope(unit: Provision): string {
  const scope = scopeOf(unit);
  if (scope === null || scope === unit) return unit.label;
  return message('document.in-scope', { label: unit.label, scope: scope.label });
}

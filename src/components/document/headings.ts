import type { Provision } from '../../lib/provision/types.ts';

/** Our words for what a unit is about; null where its official heading is known, or no gist has one. */
export function describedTitle({ heading, blocks }: Provision): string | null {
  if (heading !== null) return null;
  const gist = blocks.find((block) => block.type === 'gist');
  return gist?.title ?? null;
}

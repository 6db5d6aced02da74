import { DATA_SETTINGS, planSite, type SitePlan } from '../lib/library/site-plan.ts';
import type { Library } from '../lib/library/types.ts';

/**
 * What the site of a library holds, as `SITE_DATA` asks for it: `inside`, `apart` or `auto`.
 *
 * @throws When it asks for something else.
 */
export function sitePlan(library: Library): SitePlan {
  const wanted = process.env.SITE_DATA ?? 'auto';
  const setting = DATA_SETTINGS.find((known) => known === wanted);
  if (setting === undefined) {
    throw new Error(`SITE_DATA=${wanted}: expected ${DATA_SETTINGS.join(', ')}`);
  }
  return planSite(library, setting);
}

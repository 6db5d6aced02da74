import { citableProvision } from '../../lib/document/citable-provision.ts';
import { documentUrl } from '../../lib/library/addresses.ts';
import type { ResolvedPlace } from '../../lib/library/references.ts';
import type { Library } from '../../lib/library/types.ts';
import { provisionText } from '../../lib/provision/text.ts';
import type { TrayItem } from '../../lib/tray/tray.ts';
import { citePage } from '../document/cite-view.ts';
import { hasOfficialText } from './tray-edition.ts';

/**
 * Places as a citation tray keeps them, the same as if each had been added on its document's page.
 *
 * @param site Public address of the site, when it has one.
 */
export function trayItems(
  library: Library,
  places: readonly ResolvedPlace[],
  site: URL | undefined,
): TrayItem[] {
  return places.map(({ document, unit }) => ({
    ...citePage(library, document),
    provision: unit === null ? null : citableProvision(unit),
    quote: unit !== null && hasOfficialText(document.data.text.state) ? provisionText(unit) : null,
    address: site === undefined ? null : new URL(documentUrl(document.slug, unit?.id), site).href,
    note: '',
  }));
}

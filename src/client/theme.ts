/** Runs before the first paint, so that a remembered theme never flashes. */
import { applyTheme, storedTheme } from './site/theme.ts';

applyTheme(storedTheme());

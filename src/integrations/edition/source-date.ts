import { message } from '../../i18n/messages.ts';
import { SiteError } from '../site-error.ts';

/**
 * Refuse an environment whose `SOURCE_DATE` is no day: every page would show it.
 *
 * @throws {SiteError} For anything but a day of the calendar, `YYYY-MM-DD`.
 */
export function requireSourceDate(env: NodeJS.ProcessEnv = process.env): void {
  const value = env.SOURCE_DATE;
  if (value === undefined || isDay(value)) return;
  throw new SiteError(message('build.source-date', { value }));
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

import { message } from '../../i18n/messages.ts';
import type { WindowsCheckWords } from './windows-check.ts';

/** What the check for Windows says. */
export const WINDOWS_CHECK_WORDS: WindowsCheckWords = {
  intro: message('kit.check.intro'),
  noTool: message('kit.check.no-tool'),
  noList: message('kit.check.no-list'),
  unfinished: message('kit.check.unfinished'),
  missing: message('kit.check.missing'),
  changed: message('kit.check.changed'),
  unreadable: message('kit.check.unreadable'),
  whole: message('kit.check.whole'),
  faulty: message('kit.check.faulty'),
  added: message('kit.check.added'),
  extra: message('kit.check.extra'),
  limits: message('kit.check.limits'),
};

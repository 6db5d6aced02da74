import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core';
import { unpackChromium } from './npm-chromium.ts';

/** A browser that the tests run in. */
export interface TestBrowser {
  name: 'chromium' | 'chromium-109' | 'firefox';
  launch: () => Promise<Browser>;
  /** Why the tests cannot run in it; null when they can. */
  missing: string | null;
}

/** Set to hide the browsers of the system, as on a machine that has none. */
const HIDE_SYSTEM = 'SITE_TEST_NO_SYSTEM_BROWSERS';
const CHROMIUM_PATHS = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'];
const FIREFOX_PATHS = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];

/** No sandbox: tests often run as root, in a container. Nothing may leave the machine. */
const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/**
 * Firefox under automation relaxes what file:// pages may do; these put the strict defaults back.
 * A test proves that they hold.
 */
const STRICT_FIREFOX = {
  'remote.prefs.recommended': false,
  'security.fileuri.strict_origin_policy': true,
  'privacy.file_unique_origin': true,
  'app.update.auto': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.enabled': false,
  'ui.prefersReducedMotion': 1,
};

/** All browsers of the matrix, those that are missing included. */
export const TEST_BROWSERS: readonly TestBrowser[] = [
  { name: 'chromium', launch: launchChromium, missing: null },
  { name: 'chromium-109', launch: launchChromium109, missing: null },
  { name: 'firefox', launch: launchFirefox, missing: whyNoFirefox() },
];

async function launchChromium(): Promise<Browser> {
  const executablePath = findSystem(process.env.SITE_TEST_CHROMIUM, CHROMIUM_PATHS);
  if (executablePath) return launch({ executablePath, args: CHROMIUM_ARGS });
  const { env, ...browser } = await unpackChromium('@sparticuz/chromium');
  return launch({
    ...browser,
    args: CHROMIUM_ARGS,
    headless: 'shell',
    env: { ...process.env, ...env },
  });
}

/** The last Chromium for Windows 7. Only an old puppeteer can drive it. */
async function launchChromium109(): Promise<Browser> {
  const { env, ...browser } = await unpackChromium('chromium-109');
  const old = createRequire(import.meta.url)('puppeteer-core-19') as typeof puppeteer;
  process.env.PUPPETEER_DISABLE_HEADLESS_WARNING = 'true';
  return old.launch({ ...browser, args: CHROMIUM_ARGS, env: { ...process.env, ...env } });
}

async function launchFirefox(): Promise<Browser> {
  const executablePath = findSystem(process.env.SITE_TEST_FIREFOX, FIREFOX_PATHS) ?? '';
  return launch({ browser: 'firefox', executablePath, extraPrefsFirefox: STRICT_FIREFOX });
}

function launch(options: LaunchOptions): Promise<Browser> {
  return puppeteer.launch({ headless: true, protocolTimeout: 60_000, ...options });
}

function whyNoFirefox(): string | null {
  return findSystem(process.env.SITE_TEST_FIREFOX, FIREFOX_PATHS)
    ? null
    : 'no Firefox on this machine, and npm cannot bring one: apt-get install firefox-esr';
}

function findSystem(wanted: string | undefined, paths: readonly string[]): string | undefined {
  if (wanted) return wanted;
  return process.env[HIDE_SYSTEM] ? undefined : paths.find((path) => existsSync(path));
}

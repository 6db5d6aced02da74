/** `npm start`: build what is stale, then serve the output on this machine until Ctrl+C. */
import { join } from 'node:path';
import { message } from '../src/i18n/messages.ts';
import { serveSite, type SiteServer } from '../src/integrations/serve/serve-site.ts';
import { sitePaths } from '../src/integrations/site-paths.ts';
import { buildIfStale } from './build-if-stale.ts';

const DEFAULT_PORT = 4321;
const root = process.cwd();
const paths = sitePaths(root);

if (process.argv.includes('--help') || process.argv.includes('-h')) {
  console.log(message('start.help', { port: DEFAULT_PORT }));
} else {
  await start();
}

async function start(): Promise<void> {
  const port = readPort(process.env.PORT);
  if (port === null) {
    fail(message('start.bad-port', { value: process.env.PORT ?? '' }));
    return;
  }
  if (!(await buildIfStale(root, paths))) {
    fail(message('start.not-built'));
    return;
  }
  const site = await serve(port);
  if (site) announce(site);
}

/** @returns Null for anything but a whole number up to 65535. */
function readPort(value = `${DEFAULT_PORT}`): number | null {
  return /^\d{1,5}$/.test(value) && Number(value) <= 65_535 ? Number(value) : null;
}

async function serve(port: number): Promise<SiteServer | null> {
  try {
    return await serveSite(paths.out, port);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EADDRINUSE') throw error;
    fail(message('start.port-taken', { port, other: port + 1 }));
    return null;
  }
}

function announce(site: SiteServer): void {
  const stop = () => {
    void site.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  console.log(message('start.ready', { url: site.url, file: join(paths.out, 'index.html') }));
}

function fail(reason: string): void {
  console.error(reason);
  process.exitCode = 1;
}

/** `npm run build`: build the site of `SITE_CONTENT` into `SITE_OUT`. Exit code 1 when anything is wrong. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

process.env.ASTRO_TELEMETRY_DISABLED = '1';
// Before anything else is loaded: modules that are the same as last time are not compiled again.
enableCompileCache(join('.cache', 'compiled'));
const { runBuild } = await import('../src/integrations/run-build.ts');
if (!(await runBuild(process.cwd()))) process.exitCode = 1;

/**
 * Copies a kit and ends by SIGKILL at the n-th report of progress, as if the machine lost its
 * power there: `node killed-copy.ts <site> <target> <n>`. Exit code 0 when it gets to the end.
 */
import { copyKit } from '../copy-kit.ts';
import { planKit } from '../kit-files.ts';

const [site = '', target = '', at = ''] = process.argv.slice(2);
let reports = 0;
await copyKit(await planKit(site, null), target, () => {
  reports += 1;
  if (reports === Number(at)) process.kill(process.pid, 'SIGKILL');
});

/**
 * Copies a kit and ends by SIGKILL as its n-th request to the file system is about to be made, as if
 * the stick was pulled there: `node killed-copy.ts <site> <target> <n>`. Within a file, between two
 * files, between the steps in which the new edition takes its place: all are requests.
 *
 * Exit code 0 when it gets to the end; it then prints how many requests there were.
 */
import { createHook } from 'node:async_hooks';
import { planKit } from '../kit-files.ts';
import { copyKit } from '../copy-kit.ts';

const [site = '', target = '', at = ''] = process.argv.slice(2);
const plan = await planKit(site, null);
let requests = 0;
createHook({
  init: (_id, type) => {
    if (!type.startsWith('FSREQ')) return;
    requests += 1;
    if (requests === Number(at)) process.kill(process.pid, 'SIGKILL');
  },
}).enable();
await copyKit(plan, target, () => undefined);
console.log(requests);

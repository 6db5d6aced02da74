import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../content/sha256.ts';
import { message } from '../../i18n/messages.ts';
import { formatChecksums, type Checksums } from '../../lib/edition/checksums.ts';
import { EDITION_FILE } from '../../lib/edition/kit.ts';
import type { EditionRecord } from '../../lib/library/edition.ts';
import { planOffline, SERVICE_WORKER_FILE, type OfflinePlan } from '../../lib/offline/plan.ts';

const WORDS = {
  title: message('offline.missing.title'),
  text: message('offline.missing.text'),
  home: message('offline.missing.home'),
};

/** Digits of the digest that name an edition to the worker. */
const ID_DIGITS = 16;

/**
 * Write the service worker of a finished output, which holds its `EDITION_FILE`.
 *
 * @param checksums Of every file that is there so far.
 * @param code Its bundled script.
 * @returns The digests with that of the worker.
 */
export async function writeServiceWorker(
  output: string,
  checksums: Checksums,
  code: string,
): Promise<Checksums> {
  const files = await Promise.all(
    [...checksums].map(async ([path, digest]) => {
      return { path, digest, size: (await stat(join(output, path))).size };
    }),
  );
  const id = sha256(formatChecksums(checksums)).slice(0, ID_DIGITS);
  const script = withPlan(code, planOffline(files, id, await readEditionId(output), WORDS));
  await writeFile(join(output, SERVICE_WORKER_FILE), script);
  return new Map([...checksums, [SERVICE_WORKER_FILE, sha256(script)]]);
}

async function readEditionId(output: string): Promise<string> {
  const text = await readFile(join(output, EDITION_FILE), 'utf8');
  return (JSON.parse(text) as EditionRecord).id;
}

function withPlan(code: string, plan: OfflinePlan): string {
  return `self.plan=${JSON.stringify(plan)};\n${code}`;
}

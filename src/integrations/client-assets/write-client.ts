import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ClientAsset } from './bundle-client.ts';

/** Write client scripts into an output. */
export function writeClient(output: string, scripts: readonly ClientAsset[]): void {
  for (const { fileName, code } of scripts) {
    const file = join(output, fileName);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, code);
  }
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ClientAsset } from './bundle-client.ts';

/**
 * Write client scripts into an output: those that its pages name, and those that these can load.
 *
 * @param named Paths below the output, as in `fileName`.
 */
export function writeClient(
  output: string,
  scripts: readonly ClientAsset[],
  named: ReadonlySet<string>,
): void {
  const wanted = withLoaded(scripts, named);
  for (const { fileName, code } of scripts.filter((script) => wanted.has(script.fileName))) {
    const file = join(output, fileName);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, code);
  }
}

function withLoaded(scripts: readonly ClientAsset[], named: ReadonlySet<string>): Set<string> {
  const wanted = new Set(named);
  // A set goes on to what is added to it meanwhile.
  for (const path of wanted) {
    const script = scripts.find(({ fileName }) => fileName === path);
    for (const loaded of script?.loads ?? []) wanted.add(loaded);
  }
  return wanted;
}

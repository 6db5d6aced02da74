import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';
import { BROWSER_BASELINE } from '../baseline.ts';

/** One script of the site, ready to be written. */
export interface ClientAsset {
  /** Name of the entry. @example 'search-box' */
  name: string;
  /** Path below the output folder, with a digest of the code. @example 'assets/search-box.3f2a9c01.js' */
  fileName: string;
  code: string;
  /** Paths of the scripts that it can load, as in `fileName`. */
  loads: string[];
}

/**
 * Bundle every entry of a folder into a classic script: a module would not run on file://.
 *
 * @param directory See {@link findEntries}.
 * @param assets Folder below the output folder that the scripts go to.
 * @returns By name. The same sources give the same names and code.
 * @throws When an entry does not compile.
 */
export async function bundleClient(
  directory: string,
  assets: string,
): Promise<Map<string, ClientAsset>> {
  const entries = await findEntries(directory);
  const bundles = new Map<string, ClientAsset>();
  /** @param above Scripts that load this one, from the first on. */
  const bundle = async (name: string, above: readonly string[]): Promise<ClientAsset> => {
    const known = bundles.get(name);
    if (known) return known;
    const file = entries.get(name);
    if (file === undefined) throw new Error(`${directory} has no entry ${name}`);
    const path = [...above, name];
    if (above.includes(name)) throw new Error(`scripts load each other: ${path.join(' → ')}`);
    const loads: string[] = [];
    const code = await bundleEntry(name, file, async (other) => {
      const { fileName } = await bundle(other, path);
      loads.push(fileName);
      return basename(fileName);
    });
    const digest = createHash('sha256').update(code).digest('hex').slice(0, 8);
    const asset = { name, fileName: `${assets}/${name}.${digest}.js`, code, loads };
    bundles.set(name, asset);
    return asset;
  };
  for (const name of entries.keys()) await bundle(name, []);
  return bundles;
}

/** File name of another script of the site, by its name. */
type FileNameOf = (name: string) => string | Promise<string>;

/** As on the development server. */
const plainName: FileNameOf = (name) => `${name}.js`;

const TABLE = fileURLToPath(new URL('../../i18n/vi.json', import.meta.url));

/** Name of the parameter under which the code of a worker finds its scope. */
const WORKER_SCOPE = 'workerScope';

/**
 * Bundle an entry. One whose name ends in `-worker` becomes a function in `self.workers`, by its
 * name: the page gives the function's text to a worker, since file:// lets no worker load a file.
 *
 * @throws When a worker does not refer to its scope, which it would find under no other name.
 */
export async function bundleEntry(
  name: string,
  file: string,
  fileNameOf: FileNameOf = plainName,
): Promise<string> {
  const code = await bundleScript(file, fileNameOf);
  if (!name.endsWith('-worker')) return code;
  if (!code.includes(WORKER_SCOPE)) throw new Error(`${name} does not use ${WORKER_SCOPE}`);
  return `(self.workers??={})[${JSON.stringify(name)}]=function(${WORKER_SCOPE}){${code}};\n`;
}

/**
 * Bundle one TypeScript file and all it imports into one minified classic script.
 *
 * @returns Code of an immediately called function, without exports.
 */
export async function bundleScript(
  file: string,
  fileNameOf: FileNameOf = plainName,
): Promise<string> {
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [narrowMessages(), sentences(), scripts(fileNameOf)],
    build: {
      write: false,
      target: BROWSER_BASELINE,
      modulePreload: false,
      assetsInlineLimit: 0,
      rolldownOptions: { input: file, output: { format: 'iife', codeSplitting: false } },
    },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput;
  const [chunk, ...rest] = output;
  if (rest.length > 0) throw new Error(`${file}: a client script must bundle into one file`);
  return escapeMarks(chunk.code);
}

/**
 * Of the table of sentences a client script gets only those of the citation engine by itself, and
 * others by {@link sentences}: the whole table is larger than the scripts.
 */
function narrowMessages(): Plugin {
  return {
    name: 'narrow-messages',
    enforce: 'pre',
    async load(id) {
      if (!id.replaceAll('\\', '/').endsWith('/src/i18n/vi.json')) return;
      const { cite } = JSON.parse(await readFile(id, 'utf8')) as { cite: unknown };
      return JSON.stringify({ cite });
    },
  };
}

const SENTENCES = 'virtual:sentences/';

/**
 * A part of the table of sentences by its path, such as `virtual:sentences/document.cite`: what a
 * script says on every page is in the script, and not once more in each page.
 */
function sentences(): Plugin {
  return {
    name: 'sentences',
    resolveId: (id) => (id.startsWith(SENTENCES) ? `\0${id}` : undefined),
    async load(id) {
      if (!id.startsWith(`\0${SENTENCES}`)) return;
      let part: unknown = JSON.parse(await readFile(TABLE, 'utf8'));
      for (const name of id.slice(SENTENCES.length + 1).split('.')) {
        part = (part as Record<string, unknown> | undefined)?.[name];
      }
      if (part === undefined) throw new Error(`the table has no sentences ${id}`);
      return `export default ${JSON.stringify(part)};`;
    },
  };
}

const SCRIPT = 'virtual:script/';

/**
 * Address of another script, such as `virtual:script/search-ui`, for a script that loads it when it is
 * wanted: both lie in one folder, so that no page has to name it.
 */
function scripts(fileNameOf: FileNameOf): Plugin {
  return {
    name: 'scripts',
    resolveId: (id) => (id.startsWith(SCRIPT) ? `\0${id}` : undefined),
    async load(id) {
      if (!id.startsWith(`\0${SCRIPT}`)) return;
      const file = await fileNameOf(id.slice(SCRIPT.length + 1));
      return `export default new URL(${JSON.stringify(file)}, document.currentScript.src).href;`;
    },
  };
}

/**
 * The minifier writes every character as it is. An editor or a copy could join a lone mark with the
 * letter before, and put another in place of a character that is not composed.
 */
function escapeMarks(code: string): string {
  return code.replace(/[^\p{ASCII}]/gu, (character) =>
    /\p{M}/u.test(character) || character !== character.normalize('NFC')
      ? character.split('').map(escapeUnit).join('')
      : character,
  );
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * Client scripts of a folder: `<name>.ts` and `<name>/index.ts`. Tests and declarations have dots
 * in their names and are none.
 *
 * @returns File of each entry by name, sorted by name.
 * @throws When two entries bear one name.
 */
export async function findEntries(directory: string): Promise<Map<string, string>> {
  const entries = new Map<string, string>();
  for (const path of await readdir(directory, { recursive: true })) {
    const name = /^([a-z0-9-]+)(?:\.ts|[/\\]index\.ts)$/.exec(path)?.[1];
    if (name === undefined) continue;
    if (entries.has(name)) throw new Error(`${directory} has two entries named ${name}`);
    entries.set(name, join(directory, path));
  }
  return new Map([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

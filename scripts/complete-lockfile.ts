/**
 * `npm run lockfile`: complete package-lock.json after an `npm install`.
 *
 * A registry may lack the builds of a package for other platforms. npm then leaves their entries
 * out of the lockfile, and `npm ci` refuses it ("Missing: … from lock file"). The entries written
 * here say only which platform they are for, so that npm passes over them elsewhere.
 */
import { readFile, writeFile } from 'node:fs/promises';

/** An entry of `packages` in a lockfile, as far as it matters here. */
export interface LockedPackage {
  version?: string;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  resolved?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** A package-lock.json of version 3. */
export interface Lockfile {
  packages: Record<string, LockedPackage>;
}

/** A dependency without an entry. */
export interface MissingEntry {
  /** Entry that depends on it. @example 'node_modules/vite' */
  from: string;
  name: string;
  range: string;
}

/** Optional dependencies that no entry answers: those for which `npm ci` would refuse the lockfile. */
export function findMissingOptional({ packages }: Lockfile): MissingEntry[] {
  return Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isLocked(packages, from, name))
      .map(([name, range]) => ({ from, name, range })),
  );
}

/**
 * The lockfile with an entry for each missing optional dependency.
 *
 * @throws When the range of one is not a single version, or its name does not tell its platform.
 */
export function completeLockfile(lockfile: Lockfile): Lockfile {
  const stubs = findMissingOptional(lockfile).map(
    (missing) => [`node_modules/${missing.name}`, stubFor(missing)] as const,
  );
  const [root, ...rest] = Object.entries(lockfile.packages);
  const sorted = [...rest, ...stubs].sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...lockfile, packages: Object.fromEntries(root ? [root, ...sorted] : sorted) };
}

function isLocked(packages: Lockfile['packages'], from: string, name: string): boolean {
  for (
    let base = from;
    ;
    base = base.slice(0, Math.max(0, base.lastIndexOf('node_modules/') - 1))
  ) {
    if (packages[`${base === '' ? '' : `${base}/`}node_modules/${name}`]) return true;
    if (base === '') return false;
  }
}

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'windows'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'x64', 'riscv64', 'ppc64', 's390x', 'wasm32'];

function stubFor({ from, name, range }: MissingEntry): LockedPackage {
  const words = name.split(/[/-]/);
  const system = SYSTEMS.find((word) => words.includes(word))?.replace('windows', 'win32');
  const cpu = PROCESSORS.find((word) => words.includes(word));
  if (!/^\d+\.\d+\.\d+[^ ]*$/.test(range) || cpu === undefined) {
    throw new Error(`${from}: no platform can be read from ${name}@${range}`);
  }
  return {
    version: range,
    cpu: [cpu],
    ...(words.includes('gnu') ? { libc: ['glibc'] } : {}),
    ...(words.includes('musl') ? { libc: ['musl'] } : {}),
    optional: true,
    ...(system ? { os: [system] } : {}),
  };
}

if (import.meta.main) {
  const path = 'package-lock.json';
  const lockfile = JSON.parse(await readFile(path, 'utf8')) as Lockfile;
  const missing = findMissingOptional(lockfile);
  await writeFile(path, `${JSON.stringify(completeLockfile(lockfile), null, 2)}\n`);
  console.log(missing.map(({ name, range }) => `added ${name}@${range}`).join('\n') || 'complete');
}

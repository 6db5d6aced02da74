/**
 * Write the kit that is handed over on a stick:
 * `npm run usb -- <folder|file.zip> [--site <folder>] [--with <address>=<folder>] [--sign <key>]`.
 *
 * Exit code 0: written and read back; 1: not built, not copied; 2: refused, nothing was written.
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { message } from '../src/i18n/messages.ts';
import { copyKit, type Report } from '../src/integrations/kit/copy-kit.ts';
import { explainError, KitError, type KitRefusal } from '../src/integrations/kit/kit-error.ts';
import { planKit, type KitLibrary, type KitPlan } from '../src/integrations/kit/kit-files.ts';
import { lockTarget } from '../src/integrations/kit/target-lock.ts';
import {
  findWarnings,
  inspectArchive,
  inspectFolder,
  requireRoom,
  roomAt,
  stickFootprint,
  type TargetWarning,
} from '../src/integrations/kit/target.ts';
import { archiveFolder, isKitArchive, zipKit } from '../src/integrations/kit/zip-kit.ts';
import { sitePaths } from '../src/integrations/site-paths.ts';
import { UNFINISHED, RETIRED } from '../src/lib/edition/kit.ts';
import { normalizeAddress } from '../src/lib/library/other-libraries.ts';
import { buildIfStale } from './build-if-stale.ts';

const OPTIONS = {
  site: { type: 'string' },
  sign: { type: 'string' },
  with: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
} as const;

interface Usage {
  target: string;
  /** A site that is built already; null: that of this project. */
  site: string | null;
  key: string | null;
  /** Libraries that go with it. */
  others: KitLibrary[];
}

/** What goes wrong once writing has begun; all else is refused beforehand. */
const FAILURES: readonly KitRefusal[] = ['read-back', 'io', 'busy', 'no-space'];
const KIB = 1024;
const root = process.cwd();

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const usage = readArguments(args);
  if (usage === 'help') {
    console.log(message('usb.help'));
    return 0;
  }
  if ('refusal' in usage) {
    console.error(`${usage.refusal}\n\n${message('usb.help')}`);
    return 2;
  }
  try {
    const release = await lockTarget(usage.target);
    try {
      return await writeKit(usage);
    } finally {
      await release();
    }
  } catch (error) {
    const explained = explainError(error, usage.target);
    if (!(explained instanceof KitError)) throw explained;
    console.error(`\n${explained.message}`);
    return FAILURES.includes(explained.id) ? 1 : 2;
  }
}

function readArguments(args: string[]): Usage | 'help' | { refusal: string } {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    if (values.help) return 'help';
    const [target, ...others] = positionals;
    if (target === undefined || target === '' || others.length > 0)
      return { refusal: message('usb.one-target') };
    const asked = values.with ?? [];
    const libraries = asked.map(readLibrary);
    const wrong = libraries.indexOf(null);
    if (wrong >= 0) return { refusal: message('usb.with', { value: asked[wrong] ?? '' }) };
    return {
      target,
      site: values.site ?? null,
      key: values.sign ?? null,
      others: libraries.filter((library) => library !== null),
    };
  } catch {
    return { refusal: message('usb.usage', { args: args.join(' ') }) };
  }
}

/** @param value `<address>=<folder>` @returns null when it is something else. */
function readLibrary(value: string): KitLibrary | null {
  const [, written = '', folder = ''] = /^([^=]+)=(.+)$/.exec(value) ?? [];
  const address = normalizeAddress(written);
  return address === null || folder === '' ? null : { address, site: resolve(folder) };
}

async function writeKit({ target, site: given, key, others }: Usage): Promise<number> {
  const paths = sitePaths(root);
  const site = resolve(given ?? paths.out);
  const isArchive = /\.zip$/i.test(target);
  // Before the build: a wrong target should not cost a minute.
  const own = given === null ? [site, paths.content, join(root, 'src')] : [site];
  const sources = [...own, ...others.map((other) => other.site)];
  const isResumed = !isArchive && (await inspectFolder(target, sources)) === 'interrupted';
  if (isArchive) await inspectArchive(target, sources, isKitArchive);
  if (given === null && !(await buildIfStale(root, paths))) {
    console.error(message('usb.not-built'));
    return 1;
  }
  console.log(message('usb.reading', { site }));
  const plan = await planKit(site, key, others);
  await advise(plan, target, isArchive);
  if (isResumed) console.log(message('usb.warn.resumed'));
  const report = progress();
  if (isArchive) await zipKit(plan, target, report);
  else if (!(await copyKit(plan, target, report)))
    console.log(message('usb.left-over', { folder: `${UNFINISHED}, ${RETIRED}` }));
  conclude(plan, target, isArchive);
  return 0;
}

/** Say what will hinder readers; refuse what cannot fit. */
async function advise({ files, edition }: KitPlan, target: string, isArchive: boolean) {
  const unpacked = isArchive ? `${archiveFolder(edition.id)}/` : '';
  const longest = Math.max(...files.map(({ path }) => unpacked.length + path.length));
  for (const warning of findWarnings(target, longest)) console.warn(describeWarning(warning));
  console.log(message('usb.footprint', { used: showSize(stickFootprint(files)) }));
  // An archive is smaller than its files; how much smaller shows only when it is written.
  if (!isArchive) requireRoom(target, files, await roomAt(target), showSize);
}

function describeWarning(warning: TargetWarning): string {
  if (warning.kind === 'name') return message(`usb.warn.name-${warning.fault}`, { ...warning });
  return message('usb.warn.path-length', { ...warning });
}

function conclude({ files, edition }: KitPlan, target: string, isArchive: boolean): void {
  const size = showSize(files.reduce((sum, file) => sum + file.size, 0));
  const values = { target: resolve(target), id: edition.id, files: files.length, size };
  console.log(message('usb.done', values));
  if (!isArchive) console.log(message('usb.eject', { target }));
}

/** @example showSize(1_500_000) // '1,4 MiB' */
function showSize(bytes: number): string {
  const isSmall = bytes < KIB * KIB;
  const count = isSmall ? Math.ceil(bytes / KIB) : Math.ceil((bytes / KIB / KIB) * 10) / 10;
  return message(isSmall ? 'usb.unit.kib' : 'usb.unit.mib', { count: count.toLocaleString('vi') });
}

/** One line that changes, on a terminal; else one line for each tenth of the way. */
function progress(): Report {
  const isTerminal = process.stdout.isTTY;
  let shown = '';
  return (step, done, total) => {
    const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
    const tenth = percent - (percent % 10);
    const mark = step === 'switching' ? `${step} ` : `${step} ${isTerminal ? percent : tenth}`;
    if (mark === shown) return;
    const isNewStep = !shown.startsWith(`${step} `);
    shown = mark;
    const text = describeStep(step, done, total, percent);
    if (!isTerminal) console.log(text);
    else process.stdout.write(`${isNewStep ? '\n' : '\r\u001b[K'}${text}`);
    if (isTerminal && step === 'switching') process.stdout.write('\n');
  };
}

function describeStep(
  step: Parameters<Report>[0],
  done: number,
  total: number,
  percent: number,
): string {
  if (step === 'switching') return message('usb.switching');
  return message(`usb.${step}`, { done: showSize(done), total: showSize(total), percent });
}

/**
 * Check a kit or a built site against its list of digests:
 * `npm run verify -- <folder|file.zip> [--signers <file>] [--json]`.
 *
 * Exit code 0: whole; 1: differs, unfinished, or wrongly signed; 2: wrong usage, or unreadable.
 */
import { access } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { message } from '../src/i18n/messages.ts';
import { openSource } from '../src/integrations/kit/kit-source.ts';
import { isSound, verifyKit, type Verification } from '../src/integrations/kit/verify-kit.ts';

const OPTIONS = {
  signers: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

interface Usage {
  target: string;
  signers: string | null;
  json: boolean;
}

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const usage = readArguments(args);
  if (usage === 'help') {
    console.log(message('verify.help'));
    return 0;
  }
  if ('refusal' in usage) {
    console.error(`${usage.refusal}\n\n${message('verify.help')}`);
    return 2;
  }
  const found = await check(usage);
  if (found === null) return 2;
  const isGood = isSound(found, usage.signers !== null);
  if (usage.json) console.log(JSON.stringify({ ok: isGood, ...found }, null, 2));
  else print(found, usage);
  return isGood ? 0 : 1;
}

function readArguments(args: string[]): Usage | 'help' | { refusal: string } {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    if (values.help) return 'help';
    const [target, ...others] = positionals;
    if (target === undefined || others.length > 0) return { refusal: message('verify.one-target') };
    // `npm run verify --json`, without `--`: npm keeps the option for itself and says so here.
    const json = values.json ?? process.env.npm_config_json === 'true';
    return { target, signers: values.signers ?? null, json };
  } catch {
    return { refusal: message('verify.usage', { args: args.join(' ') }) };
  }
}

/** @returns Null when something cannot be read; it has said what. */
async function check({ target, signers }: Usage): Promise<Verification | null> {
  let reading = target;
  try {
    const source = await openSource(target);
    if (signers !== null) {
      reading = signers;
      await access(signers);
    }
    const found = await verifyKit(source, signers);
    source.close();
    return found;
  } catch (error) {
    console.error(message('verify.unreadable', { target: reading, reason: reasonOf(error) }));
    return null;
  }
}

function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return message('verify.no-such');
  return code ?? message('verify.not-zip');
}

function print(found: Verification, { target, signers }: Usage): void {
  if (found.state === 'unfinished') {
    console.error(message('verify.unfinished', { target }));
    return;
  }
  if (found.state === 'no-list') {
    console.error(message('verify.no-list', { target }));
    return;
  }
  if (found.interrupted) console.log(message('verify.interrupted'));
  printFiles(found);
  printSignature(found, signers !== null);
}

function printFiles({ state, difference, files, edition }: Verification): void {
  if (state === 'whole') {
    const key = edition === null ? 'verify.whole-unnamed' : 'verify.whole';
    console.log(message(key, { files, id: edition ?? '' }));
    return;
  }
  const kinds = ['changed', 'missing', 'added'] as const;
  for (const kind of kinds)
    for (const path of difference[kind]) console.log(message(`verify.${kind}`, { path }));
  const counts = kinds.map((kind) => [kind, difference[kind].length] as const);
  console.error(message('verify.differs', Object.fromEntries(counts)));
}

function printSignature({ signature }: Verification, wantsSigner: boolean): void {
  if (signature.state === 'none' && wantsSigner) {
    console.error(message('verify.missing-signature'));
    return;
  }
  const text = message(`verify.signature.${signature.state}`, { ...signature });
  if (signature.state === 'invalid') console.error(text);
  else console.log(text);
}

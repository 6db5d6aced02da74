import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inTemporaryFolder } from '../../content/temporary-folder.ts';
import { CHECKSUMS_FILE, SIGNATURE_FILE } from '../../lib/edition/checksums.ts';
import { KitError } from './kit-error.ts';

/** What a signature is for: one made for anything else does not count here. */
export const SIGNATURE_NAMESPACE = 'thu-vien-dan-van';

/** What is known of a signature. */
export type SignatureCheck =
  | { state: 'none' }
  /** By somebody whom the list of signers names. */
  | { state: 'valid'; signer: string }
  /** Fits, but nobody says whose key it is: no list of signers was given. */
  | { state: 'unknown-signer'; key: string }
  | { state: 'invalid'; reason: string }
  /** There is no `ssh-keygen` on this machine. */
  | { state: 'unchecked' };

/**
 * Sign a list of digests.
 *
 * @param key Path of a private OpenSSH key; `ssh-keygen` asks for its passphrase by itself.
 * @returns An armoured SSH signature. @see PROTOCOL.sshsig of OpenSSH
 * @throws {KitError} When there is no `ssh-keygen` or it refuses the key.
 */
export async function signChecksums(list: string, key: string): Promise<string> {
  return inTemporaryFolder('thu-vien-', async (folder) => {
    const file = join(folder, CHECKSUMS_FILE);
    await writeFile(file, list);
    const args = ['-Y', 'sign', '-f', key, '-n', SIGNATURE_NAMESPACE, file];
    const run = await keygen(args, '', true);
    if (run === null) throw new KitError('no-ssh-keygen', {});
    if (run.code !== 0) throw new KitError('sign', { key, reason: run.errors.trim() });
    return readFile(join(folder, SIGNATURE_FILE), 'utf8');
  });
}

/**
 * Check a signature with the standard tool.
 *
 * @param signature Armoured; null when there is none.
 * @param signers Path of an `allowed_signers` file; null when no keys are trusted by name.
 */
export async function checkSignature(
  list: string,
  signature: string | null,
  signers: string | null,
): Promise<SignatureCheck> {
  if (signature === null) return { state: 'none' };
  return inTemporaryFolder('thu-vien-', async (folder) => {
    const file = join(folder, SIGNATURE_FILE);
    await writeFile(file, signature);
    return signers === null ? checkUnnamed(list, file) : checkNamed(list, file, signers);
  });
}

async function checkUnnamed(list: string, file: string): Promise<SignatureCheck> {
  const args = ['-Y', 'check-novalidate', '-n', SIGNATURE_NAMESPACE, '-s', file];
  const run = await keygen(args, list);
  if (run === null) return { state: 'unchecked' };
  if (run.code !== 0) return { state: 'invalid', reason: run.errors.trim() };
  const key = /with (.+)/.exec(run.output)?.[1] ?? '';
  return { state: 'unknown-signer', key };
}

async function checkNamed(list: string, file: string, signers: string): Promise<SignatureCheck> {
  const found = await keygen(['-Y', 'find-principals', '-s', file, '-f', signers], '');
  if (found === null) return { state: 'unchecked' };
  const [signer = ''] = found.output.split('\n');
  if (found.code !== 0 || signer === '') return { state: 'invalid', reason: found.errors.trim() };
  const names = ['-I', signer, '-n', SIGNATURE_NAMESPACE];
  const run = await keygen(['-Y', 'verify', '-f', signers, ...names, '-s', file], list);
  if (run?.code !== 0) return { state: 'invalid', reason: run?.errors.trim() ?? '' };
  return { state: 'valid', signer };
}

/** Run `ssh-keygen`. @returns Null when there is none. */
function keygen(
  args: readonly string[],
  input: string,
  mayAsk = false,
): Promise<{ code: number | null; output: string; errors: string } | null> {
  const child = spawn('ssh-keygen', args, { stdio: [mayAsk ? 'inherit' : 'pipe', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout?.on('data', (bytes: Buffer) => (output += bytes.toString()));
  child.stderr?.on('data', (bytes: Buffer) => (errors += bytes.toString()));
  // A program that ends before it has read everything is no fault of ours.
  child.stdin?.on('error', () => undefined).end(input);
  return new Promise((resolve, reject) => {
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') resolve(null);
      else reject(error);
    });
    child.on('close', (code) => {
      resolve({ code, output, errors });
    });
  });
}

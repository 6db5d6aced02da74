import type { WorkerScope } from './scope.ts';

/** SHA-256 of bytes, 64 lower-case hexadecimal digits. */
export async function sha256({ crypto }: WorkerScope, bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

import { message, type MessageKey, type MessageValues } from '../../i18n/messages.ts';

/** Reasons for which no kit is written; sentences of `usb.refuse`. */
export type KitRefusal =
  Extract<MessageKey, `usb.refuse.${string}`> extends `usb.refuse.${infer R}` ? R : never;

/** Why a kit is not written or not whole, in words for the person at the keyboard. */
export class KitError extends Error {
  override name = 'KitError';
  readonly id: KitRefusal;

  constructor(id: KitRefusal, values: MessageValues) {
    super(message(`usb.refuse.${id}`, values));
    this.id = id;
  }
}

const BY_CODE: Readonly<Record<string, KitRefusal>> = {
  ENOSPC: 'no-space',
  EDQUOT: 'no-space',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EBUSY: 'busy',
  ENOTEMPTY: 'busy',
  ENOENT: 'no-parent',
  ENOTDIR: 'no-parent',
  ENAMETOOLONG: 'name-too-long',
  EIO: 'io',
  ENODEV: 'io',
  ENXIO: 'io',
};

/**
 * What an error of the file system means for a target, in words.
 *
 * @returns The error itself when it is none of the file system: our own bug.
 */
export function explainError(error: unknown, target: string): unknown {
  if (error instanceof KitError || !(error instanceof Error)) return error;
  const { code } = error as NodeJS.ErrnoException;
  const id = code === undefined ? undefined : BY_CODE[code];
  return id === undefined ? error : new KitError(id, { target, code: code ?? '' });
}

/** Paths that a sentence names; the others are only counted. */
const MAX_NAMES = 5;

/** A list for a sentence. @example 'a, b, c, d, e … (12)' */
export function listNames(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMES).join(', ');
  return names.length > MAX_NAMES ? `${shown} … (${names.length})` : shown;
}

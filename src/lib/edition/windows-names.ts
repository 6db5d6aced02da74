/** Longest path that programs on Windows take, in UTF-16 units, drive and all: MAX_PATH less its end. */
export const LONGEST_WINDOWS_PATH = 259;

const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
const FORBIDDEN = /[\u0000-\u001f<>:"|?*\\/]/;

/**
 * Why Windows could not open a file or folder of this name.
 *
 * @returns Null when it could.
 * @see “Naming Files, Paths, and Namespaces” of the Windows documentation
 */
export function windowsNameFault(name: string): 'reserved' | 'character' | 'end' | null {
  if (RESERVED.test(name)) return 'reserved';
  if (FORBIDDEN.test(name)) return 'character';
  return /[. ]$/.test(name) ? 'end' : null;
}

/** Text of a page in the encoding that it declares; UTF-8 when it declares none. */
export function decodeHtml(file: Uint8Array): string {
  if (file[0] === 0xff && file[1] === 0xfe) return new TextDecoder('utf-16le').decode(file);
  if (file[0] === 0xfe && file[1] === 0xff) return new TextDecoder('utf-16be').decode(file);
  const head = new TextDecoder('latin1').decode(file.subarray(0, 4096));
  const declared = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ?? 'utf-8';
  const text = decode(file, declared);
  // A page saved by a browser says UTF-8 by its bytes whatever its old declaration says.
  const utf8 = declared.toLowerCase() === 'utf-8' ? text : decode(file, 'utf-8');
  return utf8.includes('\uFFFD') ? text : utf8;
}

function decode(file: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(file);
  } catch {
    return new TextDecoder().decode(file);
  }
}

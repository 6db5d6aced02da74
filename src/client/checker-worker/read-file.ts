import { documentText } from '../../importers/docx-text.ts';
import { isDocxPart, readDocxParts } from '../../importers/docx/read-parts.ts';
import { decodeHtml } from '../../importers/html/decode-html.ts';
import { Refusal } from '../../importers/import-error.ts';
import { htmlText } from './html-text.ts';
import { unzip } from './unzip.ts';

/**
 * Text of a dropped file, told apart by its content and never by its name. Word files and plain
 * text read as on the command line, so that places and verdicts are the same.
 *
 * @throws {Refusal} When it cannot be read; ids are those of `checker.refusal`.
 */
export async function readFileText(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (bytes.length === 0) throw new Refusal('empty');
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (head.startsWith('PK')) return readDocxText(bytes);
  if (head.startsWith('\u00D0\u00CF\u0011\u00E0')) throw new Refusal(oleKind(bytes));
  if (head.startsWith('{\\rtf')) throw new Refusal('rtf');
  if (head.includes('%PDF-')) throw new Refusal('pdf');
  const text = decodeText(bytes);
  return isHtml(text) ? htmlText(decodeHtml(bytes)) : text;
}

async function readDocxText(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const { parts, names } = await unzip(bytes, isDocxPart);
  return documentText(readDocxParts(parts, names));
}

/** An old Word file, or a new one locked with a password: Word keeps both in the same wrapping. */
function oleKind(bytes: Uint8Array): string {
  const name = 'EncryptedPackage';
  const directory = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1));
  return directory.includes(name) ? 'zip-encrypted' : 'old-doc';
}

function decodeText(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  // The mark at the start is kept, as the command line keeps it: places count from there.
  const decoder = new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { ignoreBOM: true });
  const text = decoder.decode(bytes);
  if (/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/.test(text.slice(0, 100_000)))
    throw new Refusal('binary');
  const broken = text.slice(0, 100_000).match(/\uFFFD/g)?.length ?? 0;
  if (broken > 3) throw new Refusal('encoding');
  return text;
}

function isHtml(text: string): boolean {
  return /^\s*(?:<!--[^]*?-->\s*)*<(?:!doctype html|html|head|body|meta)[\s>]/i.test(
    text.slice(0, 4096).replace(/^\uFEFF/, ''),
  );
}

/** What a file is by its content. */
export type FileKind =
  | 'zip'
  | 'ole'
  | 'rtf'
  | 'pdf'
  | 'html'
  | 'mhtml'
  | 'word-xml'
  | 'image'
  | 'text'
  | 'empty'
  | 'unknown';

/**
 * Tell what a file is by its first bytes, never by its name: a ".doc" may be RTF or HTML.
 */
export function sniff(file: Buffer): FileKind {
  if (file.length === 0) return 'empty';
  const head = file.subarray(0, 1024).toString('latin1');
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return 'zip';
  if (head.startsWith('\u00D0\u00CF\u0011\u00E0')) return 'ole';
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (/^(?:\u0089PNG|\u00FF\u00D8\u00FF|GIF8|II\*\u0000|MM\u0000\*|BM)/.test(head)) return 'image';
  const text = decodeHead(file);
  if (/^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*?MIME-Version:/i.test(text)) return 'mhtml';
  if (
    /<\?mso-application progid="Word|<(?:\w+:)?(?:wordDocument|package)\s[^>]*schemas.microsoft/.test(
      text,
    )
  )
    return 'word-xml';
  if (/<(?:!doctype html|html|head|body|div|p|table|meta|span)[\s>]/i.test(text)) return 'html';
  return isText(text) ? 'text' : 'unknown';
}

function decodeHead(file: Buffer): string {
  const head = file.subarray(0, 4096);
  if (head[0] === 0xff && head[1] === 0xfe) return head.toString('utf16le');
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head);
  return head.toString('utf8');
}

function isText(text: string): boolean {
  return !/[\u0000-\u0008\u000E-\u001F]/.test(text);
}

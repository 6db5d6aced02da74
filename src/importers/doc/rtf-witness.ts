/**
 * Text of an RTF file by a reader of our own that shares nothing with LibreOffice: what stands
 * between control words, in the order of the file, notes at the end.
 *
 * Left out as no text of the page's body: headers, footers, printed labels of lists (`\listtext`),
 * instructions of fields, pictures, and every destination that is marked as one to ignore.
 *
 * @param file Bytes of the file.
 * @returns Raw text, paragraphs by line feeds. Never throws.
 * @see Rich Text Format specification 1.9.1
 */
export function readRtfWitness(file: Buffer): string {
  return new RtfReader(withoutBinary(file.toString('latin1'))).read();
}

/** Bytes of pictures may look like anything. */
function withoutBinary(source: string): string {
  let result = '';
  let at = 0;
  for (const match of source.matchAll(/\\bin(\d{1,9}) ?/g)) {
    if (match.index < at) continue;
    result += source.slice(at, match.index);
    at = match.index + match[0].length + Number(match[1]);
  }
  return result + source.slice(at);
}

interface Group {
  isSkipped: boolean;
  /** Where its text goes: 0 the body, 1 the notes. */
  target: 0 | 1;
  font: number;
  /** Characters that stand for one `\u` for older programs. */
  fallback: number;
  /** Inside of the table of fonts. */
  isFonts: boolean;
}

const TOKEN =
  /([{}])|\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\([^a-zA-Z])|([^\\{}\r\n]+)|[\r\n]+|\\/g;

/** Destinations that hold no text of the body. */
const SKIPPED = new Set([
  'colortbl',
  'stylesheet',
  'info',
  'pict',
  'header',
  'headerl',
  'headerr',
  'headerf',
  'footer',
  'footerl',
  'footerr',
  'footerf',
  'listtext',
  'pntext',
  'fldinst',
  'nonshppict',
  'filetbl',
  'revtbl',
  'rsidtbl',
  'listtable',
  'listoverridetable',
  'themedata',
  'colorschememapping',
  'datastore',
  'latentstyles',
  'xmlnstbl',
  'objdata',
  'objclass',
  'bkmkstart',
  'bkmkend',
  'annotation',
  'atnid',
  'atnauthor',
  'generator',
  'template',
  'ftnsep',
  'ftnsepc',
  'aftnsep',
  'aftnsepc',
  'sn',
  'sv',
  // The text of a shape once more, for older programs.
  'shprslt',
]);

const WORDS: Record<string, string> = {
  par: '\n',
  line: '\n',
  cell: '\n',
  row: '\n',
  sect: '\n',
  page: '\n',
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
};
const SIGNS: Record<string, string> = {
  '~': '\u00A0',
  '-': '\u00AD',
  _: '\u2011',
  '\\': '\\',
  '{': '{',
  '}': '}',
  '\n': '\n',
  '\r': '\n',
};

/** Code pages by the character sets of fonts; others are read as Western European. */
const CODE_PAGES: Record<number, string> = {
  0: 'windows-1252',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  238: 'windows-1250',
};

class RtfReader {
  private readonly source: string;
  private readonly out: [string[], string[]] = [[], []];
  private readonly stack: Group[] = [];
  private readonly charsets = new Map<number, number>();
  private group: Group = { isSkipped: false, target: 0, font: 0, fallback: 1, isFonts: false };
  private defaultFont = 0;
  /** Characters for older programs that are still to be passed over. */
  private passed = 0;
  private isOptional = false;

  constructor(source: string) {
    this.source = source;
  }

  read(): string {
    for (const match of this.source.matchAll(TOKEN)) {
      const [, brace, byte, word, argument, sign, text] = match;
      if (brace === '{') this.stack.push({ ...this.group });
      else if (brace === '}') this.group = this.stack.pop() ?? this.group;
      else if (byte !== undefined) this.byte(parseInt(byte, 16));
      else if (word !== undefined)
        this.word(word, argument === undefined ? null : Number(argument));
      else if (sign !== undefined) this.sign(sign);
      else if (text !== undefined) this.text(text);
      if (brace !== undefined) this.passed = 0;
      if (sign !== '*') this.isOptional &&= brace === undefined && word === undefined;
    }
    return `${this.out[0].join('')}\n${this.out[1].join('')}`;
  }

  private word(word: string, argument: number | null): void {
    const { group } = this;
    if (word === 'u' && argument !== null) {
      this.write(String.fromCharCode(argument & 0xffff));
      this.passed = group.fallback;
    } else if (word === 'uc') group.fallback = Math.max(0, argument ?? 1);
    else if (word === 'fonttbl') group.isFonts = true;
    else if (word === 'deff') this.defaultFont = group.font = argument ?? 0;
    else if (word === 'plain') group.font = this.defaultFont;
    else if (word === 'f') group.font = argument ?? 0;
    else if (word === 'fcharset' && group.isFonts) this.charsets.set(group.font, argument ?? 0);
    else if (word === 'footnote') group.target = 1;
    else if (SKIPPED.has(word) || (this.isOptional && !OPENED.has(word))) group.isSkipped = true;
    else if (WORDS[word] !== undefined) this.write(WORDS[word]);
  }

  private sign(sign: string): void {
    if (sign === '*') this.isOptional = true;
    else if (this.passed > 0) this.passed--;
    else if (SIGNS[sign] !== undefined) this.write(SIGNS[sign]);
  }

  private byte(byte: number): void {
    if (this.passed > 0) this.passed--;
    else this.write(decodeByte(byte, this.charsets.get(this.group.font) ?? 0));
  }

  private text(text: string): void {
    const skipped = Math.min(this.passed, text.length);
    this.passed -= skipped;
    this.write(text.slice(skipped));
  }

  private write(text: string): void {
    const { isSkipped, isFonts, target } = this.group;
    if (!isSkipped && !isFonts) this.out[target].push(text);
  }
}

/** Destinations that may be ignored and are text all the same. */
const OPENED = new Set(['shpinst', 'shptxt', 'footnote', 'fldrslt', 'cs']);

const decoders = new Map<number, string>();

function decodeByte(byte: number, charset: number): string {
  const key = charset * 256 + byte;
  const known = decoders.get(key);
  if (known !== undefined) return known;
  const page = CODE_PAGES[charset] ?? 'windows-1252';
  const character = new TextDecoder(page).decode(Uint8Array.of(byte));
  decoders.set(key, character);
  return character;
}

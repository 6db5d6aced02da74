import type { Witness } from '../../lib/structure/source.ts';

/** Tags that mean something to the witness; all else is looked over. */
const TOKEN =
  /<(\/?)(w:t|m:t|w:tab|w:ptab|w:br|w:cr|w:sym|w:noBreakHyphen|w:softHyphen|w:txbxContent|w:fldChar|mc:AlternateContent|mc:Choice|mc:Fallback|w:moveFrom|w:del|w:p|w:tabs|w:pPr)(?=[\s/>])((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/g;

/** Text by tag, for tags without content. */
const MARKS: Record<string, string> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
  'w:softHyphen': '\u00AD',
};

/**
 * A second reading of the text of a Word document, by tags alone and without any XML parser.
 *
 * It knows nothing of runs, styles or numbers: only where text stands, that a text box comes after
 * the paragraph it hangs on, that one drawing is stored twice, and that deleted text is not text.
 *
 * @param source Source of the main part.
 * @param notes Sources of the notes, in the order in which they are called.
 */
export function readWitness(source: string, notes: readonly string[]): Witness {
  const reader = new WitnessReader();
  reader.read(source);
  for (const note of notes) reader.read(note);
  return {
    name: 'w:t',
    text: reader.text(),
    withoutGenerated: true,
    extra: [...reader.extra].map(([reason, chars]) => ({ reason, chars })),
  };
}

class WitnessReader {
  readonly extra = new Map<string, number>();
  private readonly out: string[] = [];
  /** Text boxes waiting for the end of the paragraph that they hang on, innermost last. */
  private readonly waiting: string[][] = [];
  private readonly targets: string[][] = [];
  private source = '';
  private inProperties = 0;
  private skipped = 0;
  /** Where the instructions of open fields began to be collected; null once the result begins. */
  private readonly fields: (string[] | null)[] = [];

  text(): string {
    const unclosed = this.fields.flatMap((code) => code ?? []);
    return [...this.out, ...unclosed].join('');
  }

  read(source: string): void {
    // What looks like a tag inside a comment is none.
    this.source = source.replace(/<!--[^]*?-->|<\?[^]*?\?>/g, '');
    this.inProperties = 0;
    this.skipped = 0;
    const tokens = new RegExp(TOKEN.source, 'g');
    for (let match = tokens.exec(this.source); match; match = tokens.exec(this.source)) {
      const [all, closing, name = '', attributes = '', void_] = match;
      const end = match.index + all.length;
      if (closing === '/') this.close(name);
      else if (name === 'w:t' || name === 'm:t') {
        if (void_ !== '/') tokens.lastIndex = this.take(name, end);
      } else if (MARKS[name] !== undefined) this.write(this.inProperties > 0 ? '' : MARKS[name]);
      else if (name === 'w:sym') this.write(symbol(attributes));
      else if (name === 'w:fldChar') this.field(attributes);
      else if (void_ !== '/') tokens.lastIndex = this.open(name, end);
    }
  }

  /** The instructions of a field are no text; those of a field that is never closed stay text. */
  private field(attributes: string): void {
    const type = /w:fldCharType=["'](\w+)/.exec(attributes)?.[1];
    if (type === 'begin') {
      this.fields.push([]);
      this.targets.push(this.fields.at(-1) ?? []);
    } else if (this.fields.length > 0) {
      const code = this.fields.pop();
      if (code) {
        this.targets.splice(this.targets.lastIndexOf(code), 1);
        const chars = code.join('').replace(/\s/g, '').length;
        if (chars > 0) this.count('field-code', chars);
      }
      if (type === 'separate') this.fields.push(null);
    }
  }

  private take(name: string, start: number): number {
    const end = this.source.indexOf(`</${name}>`, start);
    if (end < 0) return this.source.length;
    this.write(decode(this.source.slice(start, end)));
    return end + name.length + 3;
  }

  private open(name: string, end: number): number {
    if (name === 'w:pPr' || name === 'w:tabs') this.inProperties++;
    else if (name === 'w:p') this.waiting.push([]);
    else if (name === 'w:moveFrom' || name === 'w:del') this.skipped++;
    else if (name === 'w:txbxContent') this.targets.push([]);
    else if (name === 'mc:Choice' || name === 'mc:Fallback') return this.alternative(name, end);
    return end;
  }

  private close(name: string): void {
    if (name === 'w:pPr' || name === 'w:tabs') this.inProperties--;
    else if (name === 'w:moveFrom' || name === 'w:del')
      this.skipped = Math.max(0, this.skipped - 1);
    else if (name === 'w:txbxContent')
      this.waiting.at(-1)?.push((this.targets.pop() ?? []).join(''));
    else if (name === 'w:p') {
      for (const box of this.waiting.pop() ?? []) this.write(box);
    }
  }

  /** Of several forms of one thing only the first that has a text is text. */
  private alternative(name: string, start: number): number {
    const end = this.endOf(name, start);
    if (end < 0) return start;
    const before = this.before(start);
    if (!before.includes('</mc:Choice>') || !/<w:t[ >]/.test(before)) return start;
    const repeated = this.source.slice(start, end).match(/<w:t(?: [^>]*)?>[^<]*/g) ?? [];
    const chars = repeated.join('').replace(/<[^>]*>|\s/g, '').length;
    if (chars > 0) this.count('textbox-fallback', chars);
    return end;
  }

  /** Where an element ends whose start tag has just been read, past those of its name inside. */
  private endOf(name: string, start: number): number {
    const tags = new RegExp(`<(/?)${name}(?=[\\s>])[^>]*>`, 'g');
    tags.lastIndex = start;
    let depth = 1;
    for (let tag = tags.exec(this.source); tag; tag = tags.exec(this.source)) {
      if (!tag[0].endsWith('/>')) depth += tag[1] === '/' ? -1 : 1;
      if (depth === 0) return tag.index;
    }
    return -1;
  }

  /** What stands in the same alternative before a place: forms inside of forms are closed there. */
  private before(place: number): string {
    let start = place;
    let depth = 0;
    while (start > 0 && depth < 1) {
      const opened = this.source.lastIndexOf('<mc:AlternateContent', start - 1);
      const closed = this.source.lastIndexOf('</mc:AlternateContent', start - 1);
      if (opened < 0) return '';
      depth += closed > opened ? -1 : 1;
      start = Math.max(opened, closed);
    }
    return this.source.slice(start, place);
  }

  private write(text: string): void {
    if (text === '') return;
    if (this.skipped > 0) this.count('tracked-deletion', text.length);
    else (this.targets.at(-1) ?? this.out).push(text);
  }

  private count(reason: string, chars: number): void {
    this.extra.set(reason, (this.extra.get(reason) ?? 0) + chars);
  }
}

function symbol(attributes: string): string {
  const code = parseInt(/w:char="([0-9A-Fa-f]{1,6})"/.exec(attributes)?.[1] ?? '', 16);
  return code >= 32 && code <= 0xffff ? String.fromCharCode(code) : '';
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(source: string): string {
  return source
    .replace(/<!\[CDATA\[([^]*?)\]\]>/g, '$1')
    .replace(
      /&(?:#x([0-9A-Fa-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/g,
      (all, hex, decimal, name) => {
        if (typeof name === 'string') return ENTITIES[name] ?? all;
        const code = typeof hex === 'string' ? parseInt(hex, 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : all;
      },
    );
}

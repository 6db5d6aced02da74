import { rawText } from '../../lib/structure/source.ts';
import type {
  SourceBlock,
  SourceDocument,
  SourceNote,
  SourceParagraph,
} from '../../lib/structure/source.ts';
import { createFindings } from '../findings.ts';
import type { FindingSink } from '../findings.ts';
import { Refusal } from '../import-error.ts';
import { createNumbering } from './numbering.ts';
import { ParagraphReader, unwrapped } from './paragraph-reader.ts';
import type { ReaderContext } from './paragraph-reader.ts';
import { readStyles, themeFonts } from './styles.ts';
import { readWitness } from './witness.ts';
import { readXml } from './xml.ts';
import type { XmlElement } from './xml.ts';

/** Unfolded parts of an archive by name. */
export type DocxParts = ReadonlyMap<string, Uint8Array>;

/** Parts that hold text or say how text looks. Relations are followed to these, to nothing else. */
const WANTED =
  /^(?:_rels\/\.rels|word\/(?:_rels\/document\d*\.xml\.rels|(?:document|styles|numbering|footnotes|endnotes|theme\/theme|header|footer)\d*\.xml))$/;

/** Whether reading needs a part, by its name. */
export function isDocxPart(name: string): boolean {
  return WANTED.test(name);
}

/**
 * Read a Word document from its unfolded parts. Needs nothing of Node: the checker runs it in the
 * browser, so that a dropped file reads exactly as it does on the command line.
 *
 * @param parts Those for which {@link isDocxPart} holds.
 * @param names All names of the archive.
 * @throws {Refusal} When the file is broken, hostile, or holds what cannot be read.
 */
export function readDocxParts(parts: DocxParts, names: readonly string[]): SourceDocument {
  const mainName = targetOf(parts, names, '_rels/.rels', 'officeDocument') ?? 'word/document.xml';
  const relations = mainName.replace(/([^/]+)$/, '_rels/$1.rels');
  const named = (type: string, usual: string): string | null =>
    partText(parts, targetOf(parts, names, relations, type) ?? `word/${usual}.xml`);
  const main = partText(parts, mainName);
  if (main === null) throw new Refusal('docx-without-document');
  const findings = createFindings();
  inspectNames(names, findings);
  inspectMain(main, findings);
  const notes = new NoteReader({
    footnote: named('footnotes', 'footnotes'),
    endnote: named('endnotes', 'endnotes'),
  });
  const theme = named('theme', 'theme/theme1');
  const context: ReaderContext = {
    styles: readStyles(named('styles', 'styles'), theme),
    numbering: createNumbering(named('numbering', 'numbering')),
    fonts: themeFonts(theme),
    findings,
    onNote: (kind, id, isCustom) => notes.call(kind, id, isCustom),
  };
  const blocks = readBlocks(main, context, 'đoạn ');
  return {
    method: 'docx',
    blocks,
    notes: notes.read(context),
    furniture: readFurniture(parts, context),
    findings: findings.list,
    changes: [],
    witness: readWitness(main, notes.witnessParts()),
  };
}

const UNITS = new Set(['w:p', 'w:tbl', 'mc:AlternateContent']);

function readBlocks(source: string, context: ReaderContext, prefix: string): SourceBlock[] {
  const reader = new ParagraphReader(context, prefix);
  const blocks: SourceBlock[] = [];
  const add = (element: XmlElement): void => {
    if (element.name === 'w:p') blocks.push(...reader.paragraph(element));
    else if (element.name === 'w:tbl') blocks.push(reader.table(element));
    else for (const item of unwrapped({ ...element, children: [element] })) add(item);
  };
  readXml(source, UNITS, add);
  reader.end();
  return blocks;
}

/** @throws {Refusal} `xml-broken` when the bytes are no text of the encoding that they claim. */
function partText(parts: DocxParts, name: string): string | null {
  const part = parts.get(name);
  if (!part) return null;
  const mark = `${part[0]} ${part[1]}`;
  const encoding = { '255 254': 'utf-16le', '254 255': 'utf-16be' }[mark] ?? 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(part);
    const declared = /^<\?xml[^>]*? encoding=["']([^"']*)/.exec(text)?.[1] ?? encoding;
    if (/^(?:utf-?(?:8|16)|us-ascii)/i.test(declared)) return withUsualPrefix(text);
  } catch {
    // Told below: the text would be read with signs that the document does not have.
  }
  throw new Refusal('xml-broken', { cause: 'xml-encoding', detail: name });
}

const MAIN_NAMESPACE =
  /\sxmlns(?::(\w+))?=["'](?:http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main)["']/;

/** Some programs write `ns0:p` or `p` for `w:p`; inside of tags the prefix becomes the usual one. */
function withUsualPrefix(source: string): string {
  const found = MAIN_NAMESPACE.exec(source.slice(0, 20_000));
  const prefix = found?.[1];
  if (!found || prefix === 'w' || source.includes('<w:')) return source;
  const names =
    prefix === undefined
      ? /(<\/?|\s)(?=[A-Za-z]\w*(?:[\s/>=]|$))(?!xmlns=)/g
      : new RegExp(`(</?|\\s)${prefix}:(?=[A-Za-z])`, 'g');
  return source.replace(/<[A-Za-z/](?:[^<>"']|"[^"]*"|'[^']*')*>/g, (tag) =>
    tag
      .split(/("[^"]*"|'[^']*')/)
      .map((piece, index) => (index % 2 === 0 ? piece.replace(names, '$1w:') : piece))
      .join(''),
  );
}

/**
 * Name of the part that a part of relations names for a role; null when it names none that is there.
 *
 * @throws {Refusal} `docx-part-elsewhere`: it is there, but not where programs put it, so what would
 *   be read is not what Word shows.
 */
function targetOf(
  parts: DocxParts,
  names: readonly string[],
  relations: string,
  role: string,
): string | null {
  const tags = partText(parts, relations)?.match(/<Relationship\s[^>]*>/g) ?? [];
  const tag = tags.find((one) => new RegExp(`Type=["'][^"']*/${role}["']`).test(one));
  const target = /Target=["']\/?([^"']+)["']/.exec(tag ?? '')?.[1];
  if (target === undefined) return null;
  const name = target.startsWith('word/') ? target : `word/${target}`;
  if (parts.has(name)) return name;
  const elsewhere = names.find((one) => one === name || one === target);
  if (elsewhere !== undefined) throw new Refusal('docx-part-elsewhere', { part: elsewhere });
  return null;
}

function inspectNames(names: readonly string[], findings: FindingSink): void {
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) findings.add('macros', 'warning', '');
  if (names.includes('EncryptedPackage')) throw new Refusal('zip-encrypted');
}

/** Footnotes that do not count 1, 2, 3 from the first to the last. */
const OWN_COUNT =
  /<w:numFmt w:val="(?!decimal")|<w:numStart w:val="(?![01]")|<w:numRestart w:val="(?!continuous")/;

/** What the main part calls that is not read, or is printed by rules that are not followed. */
function inspectMain(main: string, findings: FindingSink): void {
  if (/<w:(?:altChunk|subDoc)[\s/>]/.test(main)) findings.add('alt-chunk', 'blocker', 'đoạn ');
  const count = main.match(/<w:commentReference[\s/>]/g)?.length ?? 0;
  if (count > 0) findings.list.push({ id: 'comments', severity: 'warning', count, place: '' });
  const rules = main.match(/<w:footnotePr>[^]*?<\/w:footnotePr>/g) ?? [];
  if (main.includes('<w:footnoteReference') && rules.some((rule) => OWN_COUNT.test(rule)))
    findings.add('note-numbers', 'warning', '');
}

/** Header and footer texts, once each, without page numbers. */
function readFurniture(parts: DocxParts, context: ReaderContext): string[] {
  const texts = new Set<string>();
  const quiet: ReaderContext = { ...context, findings: createFindings(), onNote: () => '' };
  for (const name of [...parts.keys()].sort()) {
    if (!/^word\/(?:header|footer)\d*\.xml$/.test(name)) continue;
    const blocks = readBlocks(partText(parts, name) ?? '', quiet, '');
    const text = blocks
      .filter((block) => block.type === 'paragraph')
      .map(({ runs }) => runs.map((run) => run.text).join(''))
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
    if (text !== '' && !/^[-–\s]*\d*[-–\s]*$/.test(text)) texts.add(text);
  }
  return [...texts];
}

/** Footnotes and endnotes in the order in which the text calls them. */
class NoteReader {
  private readonly called: { kind: 'footnote' | 'endnote'; id: string; label: string }[] = [];
  private readonly sources: Record<'footnote' | 'endnote', string | null>;
  private readonly counts = { footnote: 0, endnote: 0 };

  constructor(sources: Record<'footnote' | 'endnote', string | null>) {
    this.sources = sources;
  }

  /** A note with a mark of its own is printed with that mark, which is text already. */
  call(kind: 'footnote' | 'endnote', id: string, isCustom: boolean): string {
    const known = this.called.find((note) => note.kind === kind && note.id === id);
    if (known) return known.label;
    const count = isCustom ? 0 : ++this.counts[kind];
    const label = `${kind === 'endnote' ? 'e' : ''}${isCustom ? `x${this.called.length + 1}` : count}`;
    this.called.push({ kind, id, label });
    return label;
  }

  read(context: ReaderContext): SourceNote[] {
    const bodies = {
      footnote: this.bodies('footnote', context),
      endnote: this.bodies('endnote', context),
    };
    this.tellUncalled(bodies, context.findings);
    return this.called.map(({ kind, id, label }) => ({
      label,
      paragraphs: bodies[kind].get(id) ?? [],
    }));
  }

  /** Notes whose call was deleted stay in the file, and Word does not show them. */
  private tellUncalled(
    bodies: Record<'footnote' | 'endnote', Map<string, SourceParagraph[]>>,
    findings: FindingSink,
  ): void {
    for (const kind of ['footnote', 'endnote'] as const)
      for (const [id, paragraphs] of bodies[kind]) {
        const isCalled = this.called.some((note) => note.kind === kind && note.id === id);
        const text = paragraphs.map(rawText).join(' ').trim();
        if (!isCalled && text !== '') findings.add('note-uncalled', 'warning', text.slice(0, 60));
      }
  }

  /** Sources of the notes that are called, in order, for the witness. */
  witnessParts(): string[] {
    const cut = (kind: 'footnote' | 'endnote'): Map<string, string> => {
      const pattern = new RegExp(`<w:${kind} [^>]*?w:id="(-?\\d+)"[^>]*>([^]*?)</w:${kind}>`, 'g');
      return new Map(
        [...(this.sources[kind] ?? '').matchAll(pattern)].map(([, id = '', body = '']) => [
          id,
          body,
        ]),
      );
    };
    const bodies = { footnote: cut('footnote'), endnote: cut('endnote') };
    return this.called.map(({ kind, id }) => bodies[kind].get(id) ?? '');
  }

  private bodies(
    kind: 'footnote' | 'endnote',
    context: ReaderContext,
  ): Map<string, SourceParagraph[]> {
    const bodies = new Map<string, SourceParagraph[]>();
    const source = this.sources[kind];
    if (source === null) return bodies;
    const reader = new ParagraphReader({ ...context, onNote: () => '' }, 'chú thích, đoạn ');
    readXml(source, new Set([`w:${kind}`]), (element) => {
      const paragraphs = unwrapped(element).flatMap((item) =>
        item.name === 'w:p'
          ? reader.paragraph(item)
          : reader.table(item).rows.flatMap((row) => row.flatMap((cell) => cell.paragraphs)),
      );
      bodies.set(element.attributes['w:id'] ?? '', paragraphs);
    });
    return bodies;
  }
}

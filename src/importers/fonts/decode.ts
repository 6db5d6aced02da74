import type {
  SourceBlock,
  SourceDocument,
  SourceParagraph,
  SourceRun,
} from '../../lib/structure/source.ts';
import { paragraphsOf, rawText, shownRuns } from '../../lib/structure/source.ts';
import { readableShare, syllableShare } from '../../lib/text/syllable.ts';
import { hasLookAlike, replaceLookAlikes } from '../../lib/validation/look-alikes.ts';
import { decodeSymbol, isSymbolFont } from './symbols.ts';
import { decodeTcvn3, isCapitalFont, isTcvn3Font } from './tcvn3.ts';
import { decodeVni, isVniFont } from './vni.ts';

/** A reason for which decoded text differs from what the file stores. */
export type DecodeReason =
  | 'hidden-text'
  | 'legacy-font'
  | 'caps-font'
  | 'symbol-font'
  | 'confusable'
  | 'unreadable-character';

/** Where text was decoded, for the record. */
export interface DecodeChange {
  reason: DecodeReason;
  locator: string;
  /** As stored, and as decoded. */
  from: string;
  to: string;
}

/** How text without telling font names is encoded. */
export type LegacyEncoding = 'tcvn3' | 'vni';

export interface DecodedSource {
  /** The same document with its text in Unicode, composed, without invisible characters. */
  source: SourceDocument;
  changes: DecodeChange[];
  /** An encoding that was recognised by its syllables, not by font names. */
  guessed: LegacyEncoding | null;
}

/**
 * Decode every run by its font, before anything else touches the text.
 *
 * @param encoding What the clerk says text in ordinary fonts is; by default it is recognised where
 *   it is plain: few Vietnamese syllables as stored, many when decoded.
 */
export function decodeSource(
  source: SourceDocument,
  encoding?: LegacyEncoding | 'unicode',
): DecodedSource {
  const guessed =
    encoding === undefined ? guessEncoding(source) : encoding === 'unicode' ? null : encoding;
  const changes: DecodeChange[] = [];
  const decoder = new Decoder(changes, guessed, mixesUnicode(source));
  const blocks = source.blocks.map((block) => decoder.block(block));
  const notes = source.notes.map(({ label, paragraphs }) => ({
    label,
    paragraphs: paragraphs.map((paragraph) => decoder.paragraph(paragraph)),
  }));
  return { source: { ...source, blocks, notes }, changes, guessed };
}

class Decoder {
  private readonly changes: DecodeChange[];
  private readonly fallback: LegacyEncoding | null;
  /** Text in Unicode stands in legacy fonts somewhere in the document. */
  private readonly isMixed: boolean;
  /** Text of the paragraph at hand in legacy fonts. */
  private legacy = '';

  constructor(changes: DecodeChange[], fallback: LegacyEncoding | null, isMixed: boolean) {
    this.changes = changes;
    this.fallback = fallback;
    this.isMixed = isMixed;
  }

  block(block: SourceBlock): SourceBlock {
    if (block.type === 'paragraph') return this.paragraph(block);
    const rows = block.rows.map((row) =>
      row.map((cell) => ({
        ...cell,
        paragraphs: cell.paragraphs.map((paragraph) => this.paragraph(paragraph)),
      })),
    );
    return { ...block, rows };
  }

  paragraph(paragraph: SourceParagraph): SourceParagraph {
    const { locator } = paragraph;
    for (const { text, hidden } of paragraph.runs)
      if (hidden === true) this.change('hidden-text', locator, text, '');
    this.legacy = this.isMixed ? legacyText(paragraph) : '';
    const runs = joinVniRuns(shownRuns(paragraph)).map((run) => this.run(run, locator));
    const label = paragraph.generated;
    const generated =
      label === null ? null : { ...label, text: this.label(label.text, label.font) };
    return { ...paragraph, runs: composeRuns(runs), generated };
  }

  private run(run: SourceRun, locator: string): SourceRun {
    if (run.text === '') return run;
    let text = this.byFont(run, locator);
    if (run.caps) text = this.change('caps-font', locator, text, text.toLocaleUpperCase('vi'));
    text = this.lookAlikes(text, locator);
    text = text.replace(/[\u200B-\u200F\u2060\uFEFF\u00AD\u202A-\u202E]/g, '');
    const readable = text.replace(UNREADABLE, '\uFFFD');
    return { ...run, text: this.change('unreadable-character', locator, text, readable) };
  }

  private byFont({ text, font }: SourceRun, locator: string): string {
    if (font !== null && isSymbolFont(font)) {
      const shown = Array.from(text, (character) => decodeSymbol(character, font) ?? character);
      return this.change('symbol-font', locator, text, shown.join(''));
    }
    if (font !== null && this.isMixed && this.isUnicode(text)) return text;
    if (font !== null && isTcvn3Font(font)) {
      const decoded = this.change('legacy-font', locator, text, decodeTcvn3(text));
      if (!isCapitalFont(font)) return decoded;
      return this.change('caps-font', locator, decoded, decoded.toLocaleUpperCase('vi'));
    }
    if (font !== null && isVniFont(font))
      return this.change('legacy-font', locator, text, decodeVni(text));
    if (this.fallback === null) return text;
    const decoded = this.fallback === 'vni' ? decodeVni(text) : decodeTcvn3(text);
    return this.change('legacy-font', locator, text, decoded);
  }

  /** The whole paragraph decides; where it holds both, the letters of the run. */
  private isUnicode(text: string): boolean {
    if (LEGACY_ONLY.test(this.legacy)) return isPlainUnicode(text);
    return isPlainUnicode(this.legacy) || readableShare(this.legacy).share === 1;
  }

  private label(text: string, font: string | null): string {
    const run = { text, font, bold: false, italic: false, caps: false };
    const shown = this.byFont(run, '').replace(UNREADABLE, '•');
    return shown.normalize('NFC');
  }

  /** Letters that pass for others: Ð for Đ, a Cyrillic с in a Latin word. */
  private lookAlikes(text: string, locator: string): string {
    if (!SUSPECT.test(text)) return text;
    return text.replace(/[\p{L}\p{M}\p{N}\uFF01-\uFF5E]+/gu, (word) =>
      hasLookAlike(word) ? this.change('confusable', locator, word, replaceLookAlikes(word)) : word,
    );
  }

  private change(reason: DecodeReason, locator: string, from: string, to: string): string {
    if (from.normalize('NFC') !== to.normalize('NFC'))
      this.changes.push({ reason, locator, from, to });
    return to;
  }
}

/** Controls, private use, lone surrogates: nothing that can be shown. */
const UNREADABLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uE000-\uF8FF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const SUSPECT = /[ÐƉðɖ\u0370-\u03FF\u0400-\u04FF\uFF01-\uFF5E]/;

/** Compose over the borders of runs: a mark may be bold while its letter is not. */
function composeRuns(runs: readonly SourceRun[]): SourceRun[] {
  const composed: SourceRun[] = [];
  for (const run of runs) {
    const marks = /^\p{M}+/u.exec(run.text)?.[0] ?? '';
    const last = composed.findLast((candidate) => candidate.text !== '');
    if (marks !== '' && last) last.text = (last.text + marks).normalize('NFC');
    const text = (last ? run.text.slice(marks.length) : run.text).normalize('NFC');
    if (text !== '' || run.note !== undefined) composed.push({ ...run, text });
  }
  return composed;
}

/** In VNI a letter and its mark can be cut apart by a change of look. */
function joinVniRuns(runs: readonly SourceRun[]): SourceRun[] {
  const joined: SourceRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const isVni = run.font !== null && isVniFont(run.font) && last?.font === run.font;
    const marks = isVni ? (/^[ùøûõïâáàåãäêéèúüë]/i.exec(run.text)?.[0] ?? '') : '';
    if (marks !== '' && last && /[aeouyôö]$/i.test(last.text)) {
      last.text += marks;
      joined.push({ ...run, text: run.text.slice(1) });
    } else joined.push({ ...run });
  }
  return joined.filter((run) => run.text !== '' || run.note !== undefined);
}

/** Letters that are no single byte in any Vietnamese code page: ạ … ỹ, ĩ, ũ. */
const UNICODE_ONLY = /[\u1EA0-\u1EF9\u0128\u0129\u0168\u0169]/;

/**
 * Where the fonts are not installed, Word shows Unicode in a `.VnTime` left from an older text, and
 * people go on typing in it.
 */
function mixesUnicode(source: SourceDocument): boolean {
  const notes = source.notes.flatMap(({ paragraphs }) => paragraphs);
  return [...paragraphsOf(source.blocks), ...notes].some((paragraph) =>
    isPlainUnicode(legacyText(paragraph)),
  );
}

/** Text in legacy fonts. */
function legacyText({ runs }: SourceParagraph): string {
  return runs
    .filter(({ font }) => font !== null && (isTcvn3Font(font) || isVniFont(font)))
    .map(({ text }) => text)
    .join('');
}

/** Signs and letters of legacy encodings that no Vietnamese word has. */
const LEGACY_ONLY = /[\u00A1-\u00BF\u00ADäåæëïîñöøûüÿ×÷]/i;

function isPlainUnicode(text: string): boolean {
  return UNICODE_ONLY.test(text) && !LEGACY_ONLY.test(text);
}

/** Only a plain case is decided: the text is no Vietnamese as stored and nearly all is, decoded. */
function guessEncoding(source: SourceDocument): LegacyEncoding | null {
  const runs = paragraphsOf(source.blocks).flatMap((paragraph) => paragraph.runs);
  const plain = runs
    .filter(
      ({ font }) => font === null || !(isTcvn3Font(font) || isVniFont(font) || isSymbolFont(font)),
    )
    .map(({ text }) => text)
    .join('');
  const sample = plain.slice(0, 20_000);
  if (!/[\u00A1-\u00FF]/.test(sample)) return null;
  const stored = syllableShare(sample);
  if (stored.words < 20 || stored.share > 0.75) return null;
  const scores = [
    { encoding: 'tcvn3' as const, share: syllableShare(decodeTcvn3(sample)).share },
    { encoding: 'vni' as const, share: syllableShare(decodeVni(sample)).share },
  ].sort((a, b) => b.share - a.share);
  const [best, next] = scores;
  return best && next && best.share > 0.9 && best.share - next.share > 0.1 ? best.encoding : null;
}

/** Text of a document, for measuring. */
export function sourceText(source: SourceDocument): string {
  return [...paragraphsOf(source.blocks), ...source.notes.flatMap((note) => note.paragraphs)]
    .map(rawText)
    .join('\n');
}

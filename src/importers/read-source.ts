import { paragraphsOf, rawText } from '../lib/structure/source.ts';
import type { SourceDocument } from '../lib/structure/source.ts';
import { readDoc } from './doc/read-doc.ts';
import { compareLabels } from './docx/label-witness.ts';
import { readDocx } from './docx/read-docx.ts';
import { readZip } from './docx/read-zip.ts';
import { readHtml } from './html/read-html.ts';
import { Refusal } from './import-error.ts';
import { readImage } from './ocr/read-scan.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { LARGEST_FILE } from './read-original.ts';
import { sniff } from './sniff.ts';

export interface ReadOptions {
  /** Id or class of the part of a web page that holds the document. */
  selector?: string | undefined;
  /** Seconds that recognising a scan may take; {@link USUAL_SECONDS} unless the clerk says so. */
  ocrSeconds?: number | undefined;
  /** Told after each page of a scan. */
  onPage?: ((done: number, pages: number) => void) | undefined;
}

/** Seconds that a file may take unasked. */
export const USUAL_SECONDS = 30;
/** Milliseconds of them for what goes before and comes after reading. */
const AROUND = 4000;

/** The library that reads a PDF holds it several times over; black and white, this is 1,000 pages. */
const LARGEST_PDF = 60 * 2 ** 20;
/** More than any document of the library could have. */
const MOST_PARAGRAPHS = 30_000;
const MOST_CHARACTERS = 3_000_000;

/**
 * Read an official file, whatever it is called.
 *
 * @throws {Refusal} When it cannot be read; the clerk is told why and what to ask for.
 */
export async function readSource(file: Buffer, options: ReadOptions = {}): Promise<SourceDocument> {
  const source = await readByKind(file, options);
  const paragraphs = paragraphsOf(source.blocks);
  if (paragraphs.length > MOST_PARAGRAPHS) throw new Refusal('too-many-paragraphs');
  const chars = paragraphs.reduce((sum, paragraph) => sum + rawText(paragraph).length, 0);
  if (chars > MOST_CHARACTERS) throw new Refusal('too-long');
  return source;
}

async function readByKind(file: Buffer, options: ReadOptions): Promise<SourceDocument> {
  if (file.length > LARGEST_FILE) throw new Refusal('file-too-large');
  const { ocrSeconds: seconds = USUAL_SECONDS, onPage } = options;
  const limits = { until: performance.now() + seconds * 1000 - AROUND, seconds, onPage };
  switch (sniff(file)) {
    case 'empty':
      throw new Refusal('file-empty');
    case 'zip':
      return (await isOpenDocument(file)) ? readDoc(file, 'odt') : readWord(file);
    case 'ole':
      // A .docx with a password is wrapped into an old compound file.
      if (file.includes(Buffer.from('EncryptedPackage', 'utf16le')))
        throw new Refusal('zip-encrypted');
      return readDoc(file, 'doc');
    case 'rtf':
      return readDoc(file, 'rtf');
    case 'pdf':
      if (file.length > LARGEST_PDF) throw new Refusal('pdf-too-large');
      return readPdf(file, limits);
    case 'html':
      return readHtml(file, options.selector);
    case 'word-xml':
      throw new Refusal('file-kind-word-xml');
    case 'mhtml':
      throw new Refusal('file-kind-mhtml');
    case 'image':
      return readImage(file, limits);
    case 'text':
      throw new Refusal('file-kind-text');
    case 'unknown':
      throw new Refusal('file-kind-unknown');
  }
}

/** Numbers that Word prints by itself are compared with those that LibreOffice prints, if it is there. */
async function readWord(file: Buffer): Promise<SourceDocument> {
  const source = await readDocx(file);
  const differing = await compareLabels(file, source);
  return { ...source, findings: [...source.findings, ...differing] };
}

async function isOpenDocument(file: Buffer): Promise<boolean> {
  const { parts } = await readZip(file, (name) => name === 'mimetype');
  return (parts.get('mimetype')?.toString('latin1') ?? '').includes('opendocument.text');
}

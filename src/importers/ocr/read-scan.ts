import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SourceDocument, SourceParagraph } from '../../lib/structure/source.ts';
import { createFindings } from '../findings.ts';
import { findHelper, helperVersion, requireHelper, runHelper } from '../helper-programs.ts';
import { Refusal } from '../import-error.ts';
import { parseTsv, toOcrParagraphs } from './paragraphs.ts';
import type { OcrWord } from './paragraphs.ts';

const MOST_PAGES = 100;
const PAGE_TIMEOUT = 300_000;
/** Words that the program is less sure of than this are doubtful. */
const SURE = 90;

/** Read a picture of a page. Never verified: the text is a guess, word by word. */
export async function readImage(file: Buffer): Promise<SourceDocument> {
  return inFolder(async (folder) => {
    await writeFile(join(folder, 'trang-001.png'), file);
    return recognise(folder);
  });
}

/**
 * Read a PDF of pictures.
 *
 * @throws {Refusal} When a helper program is missing.
 */
export async function readScannedPdf(file: Buffer, pages: number): Promise<SourceDocument> {
  if (pages > MOST_PAGES) throw new Refusal('pdf-too-many-pages', { limit: String(MOST_PAGES) });
  await requireHelper('tesseract');
  const program = await requireHelper('pdftoppm');
  return inFolder(async (folder) => {
    const input = join(folder, 'goc.pdf');
    await writeFile(input, file);
    await runHelper(program, ['-r', '300', '-gray', '-png', input, join(folder, 'trang')], {
      timeout: PAGE_TIMEOUT * 2,
    });
    return recognise(folder);
  });
}

async function recognise(folder: string): Promise<SourceDocument> {
  const tesseract = await requireHelper('tesseract');
  await requireVietnamese(tesseract);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort();
  const blocks: SourceParagraph[] = [];
  const findings = createFindings();
  for (const [index, name] of names.entries()) {
    const path = join(folder, name);
    const [first, second] = await Promise.all([
      readPage(tesseract, path, '6'),
      readPage(tesseract, path, '4'),
    ]);
    if (first === null) throw new Refusal('ocr-failed');
    for (const word of doubtful(first, second ?? []))
      findings.add('ocr-doubtful', 'warning', `trang ${index + 1}: ${word}`);
    blocks.push(...toOcrParagraphs(first, index + 1));
  }
  if (blocks.length === 0) throw new Refusal('no-text');
  findings.add('ocr', 'warning', await helperVersion(tesseract, '--version'));
  return {
    method: 'ocr',
    blocks,
    notes: [],
    furniture: [],
    findings: findings.list,
    changes: [],
    witness: null,
  };
}

async function requireVietnamese(tesseract: string): Promise<void> {
  const languages = await runHelper(tesseract, ['--list-langs'], { timeout: 20_000 });
  if (!/^vie$/m.test(languages?.toString('utf8') ?? ''))
    throw new Refusal('helper-missing-tesseract-vie');
}

async function readPage(tesseract: string, path: string, mode: string): Promise<OcrWord[] | null> {
  const output = await runHelper(
    tesseract,
    [path, 'stdout', '-l', 'vie', '--psm', mode, '--dpi', '300', 'tsv'],
    { timeout: PAGE_TIMEOUT, env: { OMP_THREAD_LIMIT: '1' } },
  );
  return output === null ? null : parseTsv(output.toString('utf8'));
}

/** Words of which the program is not sure, or that a second run reads otherwise. */
function doubtful(first: readonly OcrWord[], second: readonly OcrWord[]): string[] {
  const known = new Set(second.map(({ text }) => text));
  return first
    .filter(({ text, confidence }) => confidence < SURE || !known.has(text))
    .map(({ text }) => text);
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  if ((await findHelper('tesseract')) === null) throw new Refusal('helper-missing-tesseract');
  const folder = await mkdtemp(join(tmpdir(), 'nhap-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

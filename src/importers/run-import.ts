import { existsSync, readFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readContent } from '../content/read-content.ts';
import { buildLibrary } from '../lib/library/build-library.ts';
import { readableShare } from '../lib/text/syllable.ts';
import { fileDigest } from './compare-original.ts';
import { describeFinding, describeNotes, describeReason, importMessage } from './describe.ts';
import { sourceText } from './fonts/decode.ts';
import { importDocument } from './import-document.ts';
import type { Corpus, ImportOptions, ImportResult } from './import-document.ts';
import { Refusal } from './import-error.ts';
import { readOriginal } from './read-original.ts';
import { readSource } from './read-source.ts';
import { formatReport } from './report.ts';
import { writeFiles } from './write-files.ts';

export interface RunOptions extends ImportOptions {
  /** Content folder that is written to. */
  out: string;
  /** Folder of the reports; null: none are written. */
  report: string | null;
  /** Asks the clerk for fields that the original does not tell; absent where nobody can answer. */
  ask?: (fields: readonly string[]) => Promise<Partial<ImportOptions>>;
  /** Seconds that recognising a scan may take. */
  ocrSeconds?: number | undefined;
  /** Told after each page of a scan. */
  onPage?: (done: number, pages: number) => void;
}

/** What became of one file; the fields stay, more may come. */
export interface FileOutcome {
  file: string;
  status: ImportResult['status'] | 'failed';
  slug: string | null;
  /** Path of the MDX below the content folder. */
  path: string | null;
  method: string | null;
  symbol: string | null;
  issuedDate: string | null;
  chars: number;
  unexplained: number;
  /** Why it was refused. */
  reasons: { id: string; message: string }[];
  /** What the clerk should look at. */
  notes: string[];
  counts: Record<string, number>;
  gaps: { form: string; before: number; after: number }[];
  explained: { reason: string; count: number; chars: number }[];
  witness: string | null;
  /** Share of syllables among the words that can be such, 0–1; null where nothing was read. */
  syllables: number | null;
  report: string | null;
}

/** Files of a folder that could be originals, sorted; the file itself when it is one. */
export async function findOriginals(path: string): Promise<string[]> {
  const info = await stat(path);
  if (!info.isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter(
      (entry) =>
        entry.isFile() && !/^[.~]|^README|\.(?:json|mdx?|txt|csv|lock|dang-ghi)$/i.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * Import one file: read it, prove it, write it.
 *
 * @returns Always an outcome: a bad file never stops the run.
 */
export async function importFile(path: string, options: RunOptions): Promise<FileOutcome> {
  const outcome = emptyOutcome(path);
  try {
    const file = await readOriginal(path);
    const { selector, ocrSeconds, onPage } = options;
    const source = await readSource(file, { selector, ocrSeconds, onPage });
    const original = { name: originalName(path), sha256: fileDigest(file) };
    const corpus = await readCorpus(options.out);
    let result = importDocument(source, original, corpus, options);
    const missing = missingOf(result);
    if (missing.length > 0 && options.ask) {
      const answers = await options.ask(missing);
      result = importDocument(source, original, corpus, { ...options, ...answers });
    }
    if (result.status === 'written') await writeFiles(options.out, result.files);
    return {
      ...describeResult(outcome, result),
      report: await writeReport(result, original.name, options),
    };
  } catch (error) {
    if (error instanceof Refusal) {
      const reason = { id: `refusal.${error.id}`, values: error.values };
      return {
        ...outcome,
        status: 'refused',
        reasons: [{ id: error.id, message: describeReason(reason) }],
      };
    }
    const message = error instanceof Error ? error.message : String(error);
    return { ...outcome, status: 'failed', reasons: [{ id: 'failed', message }] };
  }
}

/** Name of a file without its folder, and without signs that nobody sees. */
export function originalName(path: string): string {
  return basename(path)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
}

/** The corpus as it is on disk; an empty one where the folder does not exist yet. */
export async function readCorpus(folder: string): Promise<Corpus> {
  const files = existsSync(folder) ? await readContent(folder) : [];
  return {
    library: buildLibrary(files).library,
    files,
    readSidecar: (path) => {
      const full = join(folder, path);
      return existsSync(full) ? readFileSync(full, 'utf8') : null;
    },
  };
}

export function emptyOutcome(path: string): FileOutcome {
  return {
    file: path,
    status: 'refused',
    slug: null,
    path: null,
    method: null,
    symbol: null,
    issuedDate: null,
    chars: 0,
    unexplained: 0,
    reasons: [],
    notes: [],
    counts: {},
    gaps: [],
    explained: [],
    witness: null,
    syllables: null,
    report: null,
  };
}

/** An outcome in words. */
export function describeResult(outcome: FileOutcome, result: ImportResult): FileOutcome {
  const { built, metadata, target } = result;
  return {
    ...outcome,
    status: result.status,
    slug: target?.slug ?? null,
    path: target?.path ?? null,
    method: built.raw.method,
    symbol: metadata.symbol,
    issuedDate: metadata.issuedDate,
    chars: built.proof.chars,
    unexplained: result.unexplained,
    reasons: result.reasons.map((reason) => ({
      id: reason.id.replace(/^refusal\./, ''),
      message: describeReason(reason),
    })),
    notes: describeNotes(result),
    counts: built.counts,
    gaps: built.structure.gaps.map(({ form, before, after }) => ({ form, before, after })),
    explained: built.proof.reasons,
    witness: built.raw.witness?.name ?? null,
    syllables: readableShare(sourceText(built.decoded.source)).share,
  };
}

function missingOf({ reasons }: ImportResult): string[] {
  const missing = reasons.find(({ id }) => id === 'refusal.metadata-missing');
  return missing?.values.fields?.split(', ') ?? [];
}

async function writeReport(
  result: ImportResult,
  name: string,
  { report }: RunOptions,
): Promise<string | null> {
  if (report === null) return null;
  const file = `${result.target?.slug ?? name}.report.html`;
  const html = formatReport(result, name, {
    sentence: importMessage,
    reasons: result.reasons.map(describeReason),
    notes: [
      ...describeNotes(result),
      ...result.findings.filter(({ severity }) => severity === 'note').map(describeFinding),
    ],
  });
  await writeFiles(report, new Map([[file, html]]));
  return join(report, file);
}

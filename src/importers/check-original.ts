import { basename } from 'node:path';
import { message } from '../i18n/messages.ts';
import { parseProvenance } from '../lib/fidelity/provenance.ts';
import type { TextChange } from '../lib/fidelity/provenance.ts';
import { buildLibrary } from '../lib/library/build-library.ts';
import { parseFrontMatter } from '../lib/library/front-matter.ts';
import type { ContentFile, LibraryDocument } from '../lib/library/types.ts';
import type { Problem } from '../lib/validation/problem.ts';
import type { Report } from '../lib/validation/validate.ts';
import { compareWithOriginal, findImported } from './compare-original.ts';
import type { OriginalComparison } from './compare-original.ts';
import { describeReason } from './describe.ts';
import { Refusal } from './import-error.ts';

/** The corpus in which the text of an original is looked for. */
export interface OriginalCorpus {
  files: readonly ContentFile[];
  /** Sidecars by path below the content folder. */
  provenance: ReadonlyMap<string, string>;
  /** The text to compare, where neither bytes nor name of the file tell. */
  slug?: string | undefined;
}

const MOST_PLACES = 50;

/**
 * Read an original again, and add to a report where its text says something else.
 *
 * @returns A sentence for the clerk when there is nothing to compare.
 */
export async function checkOriginal(
  path: string,
  { files, provenance, slug }: OriginalCorpus,
  report: Report,
): Promise<string | { report: Report; summary: string }> {
  const { documents, bySlug } = buildLibrary(files).library;
  try {
    const document =
      slug === undefined ? await findImported(path, documents) : (bySlug.get(slug) ?? null);
    const file = files.find((one) => one.path === document?.path);
    if (!document || !file) return message('validate.against-unknown', { file: basename(path) });
    const sidecar = parseProvenance(
      provenance.get(document.path.replace(/\.mdx$/, '.provenance.json')) ?? '',
    );
    const { bodyLine } = parseFrontMatter(file.text);
    const compared = await compareWithOriginal(path, document, bodyLine, sidecar);
    return addProblems(path, document, compared, report);
  } catch (error) {
    if (error instanceof Refusal)
      return describeReason({ id: `refusal.${error.id}`, values: error.values });
    if (error instanceof Error && 'code' in error)
      return message('import.unreadable', { file: path });
    throw error;
  }
}

function addProblems(
  original: string,
  { path }: LibraryDocument,
  { changes, unexplained, isSameFile }: OriginalComparison,
  report: Report,
): { report: Report; summary: string } {
  const file = basename(original);
  const found = changes.slice(0, MOST_PLACES).map((change) => changeProblem(path, file, change));
  const more = [
    ...(isSameFile ? [] : [problemAt(path, 'warning', 'original-other', { file })]),
    ...(unexplained > 0
      ? [problemAt(path, 'error', 'original-unsure', { file, count: String(unexplained) })]
      : []),
  ];
  // What the sidecar says of the same text, the original itself says better.
  const others = report.problems.filter(
    (problem) => problem.path !== path || !problem.id.startsWith('text-changed'),
  );
  const problems = [...others, ...found, ...more];
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const counts = { ...report.counts, errors, warnings: problems.length - errors };
  const summary =
    changes.length === 0 ? message('import.fidelity.against-equal', { path, file }) : '';
  return { report: { problems, counts }, summary };
}

function changeProblem(path: string, file: string, change: TextChange): Problem {
  const { label, line, expected, found } = change;
  const count = String(Math.max(expected.length, found.length));
  const values = {
    file,
    label: label || '–',
    count,
    expected: shown(expected),
    found: shown(found),
  };
  return { ...problemAt(path, 'error', 'original-differs', values), line };
}

function problemAt(
  path: string,
  severity: Problem['severity'],
  id: string,
  values: Record<string, string>,
): Problem {
  return { id, severity, path, line: 1, column: 1, values };
}

/** A stretch of text, or a sign that there is none. */
function shown(text: string): string {
  if (text === '') return '∅';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

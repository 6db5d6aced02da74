import { describeProblem } from '../i18n/describe-problem.ts';
import { hasMessage, message } from '../i18n/messages.ts';
import type { Problem } from '../lib/validation/problem.ts';
import type { Finding } from '../lib/structure/source.ts';
import type { StructureGap } from '../lib/structure/parse-structure.ts';
import type { BuiltDocument } from './build-document.ts';
import type { ImportResult, Reason } from './import-document.ts';

/** A sentence of the section `import`; the id where the table has none. */
export function importMessage(id: string, values: Record<string, string> = {}): string {
  const key = `import.${id}`;
  if (!hasMessage(key)) return id;
  try {
    return message(key, values);
  } catch {
    return id;
  }
}

/** Why nothing was written, as a clerk reads it. */
export function describeReason({ id, values }: Reason): string {
  if (id === 'refusal.blocked') {
    const text = importMessage(`finding.${values.id ?? ''}`, values);
    return importMessage(id, { ...values, text });
  }
  if (id === 'refusal.metadata-missing') return describeMissing(values.fields ?? '');
  if (id === 'refusal.html-incomplete')
    return importMessage(id, {
      reason: importMessage(`note.${values.reason ?? ''}`, values).replace(/\.$/, ''),
    });
  if (id === 'refusal.result-invalid') return describeInvalid(values.problem ?? '');
  if (id === 'refusal.anchors') return describeAnchor(values.problem ?? '');
  const cause = importMessage(`cause.${values.cause ?? ''}`, values);
  const text = importMessage(id, { ...values, cause });
  const { detail = '' } = values;
  return detail === '' ? text : `${text} ${importMessage('detail', { detail })}`;
}

export function describeFinding({ id, count, place }: Finding): string {
  return importMessage(`finding.${id}`, { count: String(count), place });
}

/** Everything the clerk should look at, short of a refusal. */
export function describeNotes(result: ImportResult): string[] {
  const { built, findings, differences, target, newIssuer, handEdits, changes, metadata } = result;
  const { structure, written, lines } = built;
  const notes = findings.filter(({ severity }) => severity !== 'note').map(describeFinding);
  for (const gap of structure.gaps) notes.push(describeGap(gap, gapPlace(gap, result.built)));
  const counted = (id: string, count: number): void => {
    if (count > 0) notes.push(importMessage(`note.${id}`, { count: String(count) }));
  };
  counted('leftovers', structure.leftovers.length);
  counted('demoted', written.demoted.length);
  counted('without-dd', structure.withoutDd.length);
  const named = (id: string, at: number): void => {
    const { text = '', locator: place = '' } = lines[at] ?? {};
    notes.push(importMessage(`note.${id}`, { text, place }));
  };
  for (const at of structure.unlabelled) named('unlabelled', at);
  for (const at of structure.bare) named('bare', at);
  const main = structure.scopes[0];
  if (main && main.closing >= main.to) notes.push(importMessage('note.no-end'));
  for (const { field, record, original } of differences)
    notes.push(
      importMessage('note.difference', {
        field: importMessage(`field.${field}`),
        record,
        original,
      }),
    );
  notes.push(...describeKept(result));
  if (metadata.issuer?.slug === 'chua-ro-co-quan-ban-hanh')
    notes.push(importMessage('note.unknown-issuer'));
  if (newIssuer) notes.push(importMessage('note.issuer-new', newIssuer));
  if (!target?.record && metadata.title !== null && /^[^\p{Ll}]+$/u.test(metadata.title))
    notes.push(importMessage('note.title-capitals'));
  for (const { label, expected, found } of handEdits.slice(0, 50))
    notes.push(
      importMessage('note.hand-edit', {
        label,
        count: String(Math.max(expected.length, found.length)),
      }),
    );
  for (const { label, expected, found } of changes.slice(0, 50))
    notes.push(
      importMessage('note.unit-changed', {
        label,
        count: String(Math.max(expected.length, found.length)),
      }),
    );
  const blanks = findBlanks(lines.map(({ text }) => text));
  if (blanks.length > 0) notes.push(importMessage('note.blank', { text: blanks.join('; ') }));
  return notes;
}

/** What becomes of the record's own words and of the ids that it has published. */
function describeKept({ target, files, gists, anchors }: ImportResult): string[] {
  if (!target?.record || files.size === 0) return [];
  const notes: string[] = [];
  const { slug, path, record } = target;
  const sidecar = path.replace(/\.mdx$/, '.provenance.json');
  if (gists.placed > 0)
    notes.push(
      importMessage('note.gists-placed', {
        count: String(gists.placed),
        path: `tom-luoc/${slug}.mdx`,
      }),
    );
  for (const { id, label, reason } of gists.kept)
    notes.push(
      importMessage(`note.gist-${reason}`, { id, label: label || '–', path: sidecar, slug }),
    );
  if (record.data.text.state === 'outline') {
    notes.push(importMessage('note.outline-kept', { path: sidecar }));
    if (record.data.text.note !== undefined) notes.push(importMessage('note.text-note'));
  }
  if (anchors && (anchors.changed > 0 || anchors.added > 0)) {
    const { same, changed, added } = anchors;
    const values = { same: String(same), changed: String(changed), added: String(added) };
    notes.push(importMessage('note.anchors', values));
  }
  return notes;
}

/** "Điều 28, đoạn 231": the article or part in which a number is left out, and the paragraph. */
function gapPlace({ line }: StructureGap, { lines, structure }: BuiltDocument): string {
  const locator = lines[line]?.locator ?? '';
  for (let at = line - 1; at >= 0; at--) {
    const role = structure.roles[at];
    if (role?.kind === 'unit' && /^(?:article|roman|chapter|part)$/.test(role.label.form))
      return `${role.label.printed.replace(/[.:]$/, '')}, ${locator}`;
  }
  return locator;
}

/** "Có Điều 1, 3: thiếu Điều 2, hãy xem bản gốc.", "Có điểm a, c: thiếu điểm b …" */
export function describeGap(
  { form: unit, printed }: Omit<StructureGap, 'line'>,
  place: string,
): string {
  const form = importMessage(`form.${unit}`);
  const { from, to, after } = printed;
  const missing =
    from === to
      ? importMessage('note.missing-one', { form, number: from })
      : importMessage('note.missing-range', { form, from, to });
  const values = { form, before: printed.before ?? '', after, missing, place };
  return importMessage(printed.before === null ? 'note.gap-start' : 'note.gap', values);
}

/** `Số: /QĐ-…`, `ngày … tháng 8 năm 2025`: what was left open to be filled in by hand. */
function findBlanks(texts: readonly string[]): string[] {
  return texts
    .slice(0, 15)
    .flatMap((text) => text.split('\n'))
    .filter((text) => /^Số\s*:?\s*(?:[-/…._]|$)/.test(text) || /ngày\s*[…._]*\s*tháng/i.test(text))
    .filter((text) => !/ngày\s*\d+\s*tháng\s*\d+\s*năm\s*\d{4}/.test(text))
    .slice(0, 3);
}

function describeMissing(fields: string): string {
  const names = fields.split(', ').filter((field) => field !== '');
  return importMessage('refusal.metadata-missing', {
    fields: names.map((field) => importMessage(`field.${field}`)).join(', '),
    flags: names.map((field) => importMessage(`flag.${field}`)).join(', '),
  });
}

function describeInvalid(problem: string): string {
  const { message: sentence } = describeProblem(JSON.parse(problem) as Problem);
  return importMessage('refusal.result-invalid', { text: sentence });
}

/** A published id that the new text would lose: the remedies are options of the import. */
function describeAnchor(problem: string): string {
  const read = JSON.parse(problem) as Problem;
  const { message: text } = describeProblem(read);
  const { id = '', to = '' } = read.values;
  const target = to === '' ? importMessage('note.new-id') : to;
  return importMessage(`refusal.anchors-${read.id === 'anchor-reused' ? 'reused' : 'lost'}`, {
    ...{ text, id, target },
  });
}

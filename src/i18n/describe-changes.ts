import { formatDay } from '../lib/document/dates.ts';
import type {
  DocumentChange,
  EditionChanges,
  RelationChange,
  UnitChange,
} from '../lib/edition/compare-editions.ts';
import { message, type MessageKey } from './messages.ts';

/**
 * What an edition brought, for the console: one line a document, indented lines for what changed in
 * it.
 */
export function describeChanges(changes: EditionChanges): string {
  const head = message('changes.head', { before: day(changes.before), now: day(changes.now) });
  const documents = changes.documents.flatMap((change) => [
    message(`changes.line.${change.change}`, { name: change.name, slug: change.slug }),
    ...describeDocument(change).map((line) => `    ${line}`),
  ]);
  return [head, countChanges(changes), ...documents].join('\n');
}

/** How many documents are new, changed and gone, in a sentence. */
export function countChanges({ documents }: EditionChanges): string {
  if (documents.length === 0) return message('changes.nothing');
  const count = (kind: DocumentChange['change']): number =>
    documents.filter(({ change }) => change === kind).length;
  return message('changes.counts', {
    added: count('added'),
    changed: count('changed'),
    removed: count('removed'),
  });
}

/** What changed in a document, a sentence each; the units apart from these. */
export function describeFacts({ note, facts, status, text, relations }: DocumentChange): string[] {
  const change = (field: string, before: string, now: string): string =>
    message('changes.value', { field, before, now });
  return [
    ...(note === '' ? [] : [note]),
    ...(status === null
      ? []
      : [
          change(
            message('document.field.status'),
            message(`site.status.${status.before}`),
            message(`site.status.${status.now}`),
          ),
        ]),
    ...(text === null
      ? []
      : [
          change(
            message('document.field.text'),
            message(`changes.text.${text.before}`),
            message(`changes.text.${text.now}`),
          ),
        ]),
    ...facts.map(({ fact, before, now }) =>
      change(message(`changes.fact.${fact}`), shown(before), shown(now)),
    ),
    ...relations.map(describeRelation),
  ];
}

/** A unit that changed, in a phrase. @example 'Điều 5: lời tóm lược' */
export function describeUnit({ change, label, to, note }: UnitChange): string {
  return message(`changes.unit.${change}`, { label, to, note }).trimEnd();
}

function describeDocument(change: DocumentChange): string[] {
  return [...describeFacts(change), ...change.units.map(describeUnit)];
}

function describeRelation({ change, kind, name }: RelationChange): string {
  const relation = message(`document.relation.${kind}` as MessageKey);
  return message(`changes.relation.${change}`, { relation, name });
}

/** A value as a person reads it; a sign for none. */
function shown(value: string | null): string {
  if (value === null) return '–';
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value) : value;
}

function day(date: string | null): string {
  return date === null ? message('site.edition.undated') : formatDay(date);
}

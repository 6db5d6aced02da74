import { errorIn, nameField, warningIn, type CheckedDocument, type Rule } from '../context.ts';
import type { Problem } from '../problem.ts';

/** Kinds by which a document ends another as a whole. */
const ENDING = new Set(['replaces', 'repeals']);
/** Kinds that can leave a document in force in part. */
const TOUCHING = new Set([...ENDING, 'amends']);
const ENDED = new Set(['superseded', 'expired']);

/** A statement that another document makes about this one. */
interface Incoming {
  kind: string;
  from: CheckedDocument;
  index: number;
}

/** The status of a document agrees with what other documents state about it. */
export const checkStatusAgainstRelations: Rule = ({ documents, today }) => {
  const incoming = groupIncoming(documents);
  return documents.flatMap((document) => {
    const statements = incoming.get(document.slug) ?? [];
    return [
      ...checkEnded(document, statements, today),
      ...checkSuccessor(document, statements),
      ...checkReplacedOnce(document, statements),
    ];
  });
};

function groupIncoming(documents: readonly CheckedDocument[]): Map<string, Incoming[]> {
  const incoming = new Map<string, Incoming[]>();
  for (const from of documents) {
    for (const [index, { kind = '', target }] of from.record.relations.entries()) {
      if (target === undefined || target === from.slug) continue;
      incoming.set(target, [...(incoming.get(target) ?? []), { kind, from, index }]);
    }
  }
  return incoming;
}

/** What another document has ended is neither in force nor of unknown force. */
function checkEnded(
  document: CheckedDocument,
  statements: readonly Incoming[],
  today: string | null,
): Problem[] {
  const { value } = document.record.status;
  if (value === undefined || ENDED.has(value)) return [];
  const ending = statements.find(
    ({ kind, from }) => ENDING.has(kind) && !isStillToCome(from, document, today),
  );
  if (!ending) return [];
  const values = { status: value, ...describe(ending) };
  return [errorIn(document, 'status-contradicts-relation', { field: ['status', 'value'] }, values)];
}

/** True while the ending document has not taken effect on the day for which the status stands. */
function isStillToCome(
  ending: CheckedDocument,
  document: CheckedDocument,
  today: string | null,
): boolean {
  const start = ending.record.effectiveFrom ?? ending.record.issuedDate;
  const day = today ?? document.record.status.checkedOn;
  return start !== undefined && day !== undefined && start > day;
}

/** Who says that a document was superseded should be able to say by which. */
function checkSuccessor(document: CheckedDocument, statements: readonly Incoming[]): Problem[] {
  const { value } = document.record.status;
  const kinds = value === 'superseded' ? ENDING : value === 'partly-superseded' ? TOUCHING : null;
  if (kinds === null || statements.some(({ kind }) => kinds.has(kind))) return [];
  const where = { field: ['status', 'value'] };
  const id = value === 'superseded' ? 'successor-missing' : 'amendment-missing';
  return [warningIn(document, id, where, { slug: document.slug })];
}

function checkReplacedOnce(document: CheckedDocument, statements: readonly Incoming[]): Problem[] {
  const replacing = statements.filter(({ kind }) => kind === 'replaces');
  const [first, ...others] = replacing;
  if (!first) return [];
  return others
    .filter(({ from }) => from !== first.from)
    .map((second) =>
      warningIn(
        second.from,
        'replaced-twice',
        { field: ['relations', second.index] },
        { target: document.slug, ...describe(first) },
      ),
    );
}

function describe({ kind, from, index }: Incoming): Record<string, string> {
  return { did: kind, from: from.slug, place: nameField(from, ['relations', index]) };
}

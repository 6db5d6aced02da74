import { documentSchema } from '../../document/schema.ts';
import { nearest } from '../../text/nearest.ts';
import { errorIn, warningIn, type CheckedDocument, type Rule } from '../context.ts';
import type { Problem } from '../problem.ts';

/** Fields that can be seen in a source; `outline` is the structure and what the gists tell. */
const VERIFIABLE: readonly string[] = [...Object.keys(documentSchema.shape), 'outline'];

/** Facts of a record of which a reader may ask where they were seen. */
const FACTS = [
  'symbol',
  'title',
  'issuer',
  'issuedDate',
  'effectiveFrom',
  'effectiveTo',
  'signer',
] as const;

/** Verification speaks of fields that exist, and of every fact that the record states. */
export const checkVerification: Rule = ({ documents }) =>
  documents.flatMap((document) => [
    ...checkFields(document),
    ...checkSeen(document),
    ...checkFacts(document),
  ]);

function checkFields(document: CheckedDocument): Problem[] {
  return Object.keys(document.record.verification)
    .filter((name) => !VERIFIABLE.includes(name))
    .map((name) =>
      errorIn(
        document,
        'verification-field-unknown',
        { key: ['verification', name] },
        namesLike(name),
      ),
    );
}

function checkSeen(document: CheckedDocument): Problem[] {
  return document.record.sources.flatMap(({ seen }, index) =>
    seen.flatMap((name, place) => {
      if (name === undefined || VERIFIABLE.includes(name)) return [];
      const where = { field: ['sources', index, 'seen', place] };
      return [errorIn(document, 'seen-field-unknown', where, namesLike(name))];
    }),
  );
}

function namesLike(field: string): Record<string, string> {
  return { field, nearest: nearest(field, VERIFIABLE).join(', '), known: VERIFIABLE.join(', ') };
}

function checkFacts(document: CheckedDocument): Problem[] {
  const { verification, sources } = document.record;
  const seen = new Set(sources.flatMap((source) => source.seen));
  const fields = FACTS.filter((field) => isStated(document, field)).filter(
    (field) => !Object.hasOwn(verification, field) && !seen.has(field),
  );
  const [first] = fields;
  if (first === undefined) return [];
  const values = { fields: fields.join(', ') };
  return [warningIn(document, 'fact-without-source', { key: [first] }, values)];
}

function isStated({ front }: CheckedDocument, field: string): boolean {
  return (front.data as Record<string, unknown>)[field] != null;
}

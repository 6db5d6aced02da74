import { checkAnchors, findUnlocked, type AnchorFinding } from '../../anchors/check-anchors.ts';
import { LOCK_FILE, type AnchorLock } from '../../anchors/lock.ts';
import { errorIn, FILE_START, warningIn, type CheckedDocument, type Rule } from '../context.ts';
import type { Problem } from '../problem.ts';

/**
 * What was published under an id stays under it, or was given up with an alias or a tombstone.
 * A corpus without a lock has published nothing.
 */
export const checkPublishedAnchors: Rule = ({ library, documents, bySlug }) => {
  const lock = library.anchorLock;
  if (lock === null) return [];
  return [
    ...documents.flatMap((document) => checkDocument(document, lock)),
    ...Object.keys(lock.documents)
      .filter((slug) => !bySlug.has(slug))
      .map((slug) => lostDocument(slug, lock)),
  ];
};

function checkDocument(document: CheckedDocument, lock: AnchorLock): Problem[] {
  const { slug, tree } = document;
  if (!tree) return [];
  const locked = lock.documents[slug];
  const problems = locked
    ? checkAnchors(locked, tree).map((finding) => describe(document, finding))
    : [];
  const unlocked = findUnlocked(locked, tree);
  const [first] = unlocked;
  if (first === undefined || problems.some(({ severity }) => severity === 'error')) return problems;
  const values = { count: String(unlocked.length), first };
  return [...problems, warningIn(document, 'anchor-unlocked', FILE_START, values)];
}

function describe(document: CheckedDocument, finding: AnchorFinding): Problem {
  const { kind, id, label, before, now, to, line } = finding;
  const where = line === null ? FILE_START : { line, column: 1 };
  const values = { slug: document.slug, id, label, to, before: before || '…', now: now || '…' };
  const report = kind === 'changed' ? warningIn : errorIn;
  return report(document, `anchor-${kind}`, where, values);
}

function lostDocument(slug: string, lock: AnchorLock): Problem {
  const count = String(Object.keys(lock.documents[slug]?.units ?? {}).length);
  const values = { slug, count };
  const id = 'anchor-document-lost';
  return { id, severity: 'error', path: LOCK_FILE, ...FILE_START, values };
}

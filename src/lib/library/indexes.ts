import { DOCUMENT_TYPE_SLUGS, DOCUMENT_TYPES, type DocumentSystem } from '../document/types.ts';
import { SYSTEMS } from '../document/types.ts';
import type { Library, LibraryDocument } from './types.ts';

/** One heading of an index with the documents under it, namesakes left out. */
export interface IndexGroup {
  slug: string;
  name: string;
  documents: readonly LibraryDocument[];
}

/** Documents of the library's subject: all but the namesakes. */
export function subjectDocuments(library: Library): LibraryDocument[] {
  return library.documents.filter(({ data }) => !data.namesake);
}

/** By type, in the order of the table of types; only types that occur. */
export function indexByType(library: Library): IndexGroup[] {
  const documents = subjectDocuments(library);
  return DOCUMENT_TYPE_SLUGS.map((slug) => ({
    slug,
    name: DOCUMENT_TYPES[slug].name,
    documents: documents.filter(({ data }) => data.type === slug),
  })).filter((group) => group.documents.length > 0);
}

/** By topic, in the topics' own order; topics without a document stay, since they have a page. */
export function indexByTopic(library: Library): IndexGroup[] {
  const documents = subjectDocuments(library);
  return [...library.topics.values()]
    .sort((a, b) => a.data.order - b.data.order || compareNames(a.data.name, b.data.name))
    .map(({ slug, data }) => ({
      slug,
      name: data.name,
      documents: documents.filter((document) => document.data.topics.includes(slug)),
    }));
}

/** By issuer: the Party's bodies first, then the State's, then the Front's; by name within each. */
export function indexByIssuer(library: Library): (IndexGroup & { system: DocumentSystem })[] {
  const documents = subjectDocuments(library);
  return [...library.issuers.values()]
    .map(({ slug, data }) => ({
      slug,
      name: data.name,
      system: data.system,
      documents: documents.filter((document) => document.data.issuer.includes(slug)),
    }))
    .sort(
      (a, b) =>
        SYSTEMS.indexOf(a.system) - SYSTEMS.indexOf(b.system) || compareNames(a.name, b.name),
    );
}

/** Whether a document no longer applies as a whole. */
export function isEnded({ data }: LibraryDocument): boolean {
  return data.status.value === 'superseded' || data.status.value === 'expired';
}

/** Alphabetical order of Vietnamese, which does not depend on the machine's language. */
export function compareNames(a: string, b: string): number {
  return a.localeCompare(b, 'vi');
}

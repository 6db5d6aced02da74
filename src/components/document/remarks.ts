import type { Library, LibraryDocument } from '../../lib/library/types.ts';

/** Every remark that a document's page shows and reads for citations, see `linkRemark`. */
export function remarksOf(library: Library, { slug, data }: LibraryDocument): string[] {
  return [
    data.status.note,
    data.text.note,
    ...data.unplaced.map(({ gist }) => gist),
    ...data.openQuestions,
    ...(library.relations.get(slug) ?? []).map(({ note }) => note),
  ].filter((text) => text !== undefined);
}

import type { TimelineData } from '../document/schema.ts';
import type { Entry, Library } from './types.ts';

/** Every line of time, in the order that its file asks for. */
export function sortTimelines({ timelines }: Pick<Library, 'timelines'>): Entry<TimelineData>[] {
  return [...timelines.values()].sort(
    (a, b) => a.data.order - b.data.order || (a.slug < b.slug ? -1 : 1),
  );
}

/**
 * Blocks that a page in our own words may hold: what they show is made from the library when the
 * site is built, so it cannot go stale. Written alone on a line, `<Standing of="23-qd-tw-2021" />`.
 */
export const PROSE_BLOCKS = {
  /** What applies, by subject and level, with what it replaced, continues and implements. */
  DocumentMap: { required: [], optional: [] },
  /** A document's standing: whether it applies, since when, and what changed it. */
  Standing: { required: ['of'], optional: [] },
  /** A citation by the library's own formatter; `as` is a style, or the document's own. */
  Citation: { required: ['of'], optional: ['as'] },
  /** Bodies that have ended or merged, with what is recorded of them. */
  FormerBodies: { required: [], optional: [] },
  /** A new record as the command for it writes one, to be copied. */
  RecordTemplate: { required: [], optional: [] },
  /** Every finding of the checks with what to do about it. */
  CheckList: { required: [], optional: [] },
} as const satisfies Record<string, { required: readonly string[]; optional: readonly string[] }>;

export type ProseBlock = keyof typeof PROSE_BLOCKS;

export function isProseBlock(name: string): name is ProseBlock {
  return Object.hasOwn(PROSE_BLOCKS, name);
}

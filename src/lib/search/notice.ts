/** What a reader must know about an answer, because it is not what the query names. */
export type Notice =
  /** No document bears the number; `near`: those that come first bear a similar one. */
  | { kind: 'number'; number: string; near: boolean }
  /** Documents bear the number, but none is of the year, day, term or congress named. */
  | { kind: 'time'; number: string; time: string }
  /** The document that the query names has no such place in the library. */
  | { kind: 'place'; place: string; document: string };

/** Names of the sentences that notices are told in, in the string table's section `search-ui`. */
const SENTENCES = {
  number: { key: 'no-number' },
  near: { key: 'near-number' },
  time: { key: 'no-time' },
  place: { key: 'no-place' },
} as const;

/**
 * What to say for a notice.
 *
 * @returns `key` of the string table's section `search-ui`, and the values of its slots.
 */
export function noticeWords(
  notice: Notice,
): (typeof SENTENCES)[keyof typeof SENTENCES] & { values: Record<string, string> } {
  switch (notice.kind) {
    case 'number':
      return { ...SENTENCES[notice.near ? 'near' : 'number'], values: { number: notice.number } };
    case 'time':
      return { ...SENTENCES.time, values: { number: notice.number, time: notice.time } };
    case 'place':
      return { ...SENTENCES.place, values: { place: notice.place, document: notice.document } };
  }
}

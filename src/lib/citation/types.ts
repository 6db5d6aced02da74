/** What the engine says of a citation. One verdict each; errors come first. */
export type Verdict =
  | 'ok'
  | 'ambiguous'
  | 'unknown-document'
  | 'wrong-date'
  | 'wrong-type'
  | 'wrong-issuer'
  | 'wrong-number-form'
  | 'unknown-provision'
  | 'superseded'
  | 'expired';

/** One citation of a text, judged: what the CLI prints and the checker shows. */
export interface CitationItem {
  /** UTF-16 offsets into the text exactly as given; `end` is exclusive. */
  start: number;
  end: number;
  /** `text.slice(start, end)` */
  quote: string;
  kind: 'document' | 'provision';
  /** Slug; null when the document is not known, not settled, or the text itself. */
  doc: string | null;
  /** Anchor of the unit in the document; null for a document. */
  provision: string | null;
  verdict: Verdict;
  /** Slugs that fit equally well, when the verdict is `ambiguous`. */
  candidates: string[];
  /** Explanation for the reader, in Vietnamese. */
  message: string;
}

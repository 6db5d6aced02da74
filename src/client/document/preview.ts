import type { DocumentStatus } from '../../lib/document/types.ts';

/** What a reader sees of a cited place before following the link. */
export interface Preview {
  /** @example 'Điều 5 Luật 10/2022/QH15' */
  name: string;
  date: string | null;
  status: DocumentStatus;
  /** Title, or the first words of the unit. */
  text: string;
  /** True when `text` is our summary and not official words. */
  gist: boolean;
}

/** Previews of one file, by the key of the target: `10-2022-qh15`, `10-2022-qh15#d5`. */
export type PreviewPart = Record<string, PackedPreview>;

export type PackedPreview = [
  name: string,
  date: string,
  status: DocumentStatus,
  text: string,
  gist?: 1,
];

export function packPreview({ name, date, status, text, gist }: Preview): PackedPreview {
  const packed = [name, date ?? '', status, text] as const;
  return gist ? [...packed, 1] : [...packed];
}

export function unpackPreview([name, date, status, text, gist]: PackedPreview): Preview {
  return { name, date: date === '' ? null : date, status, text, gist: gist === 1 };
}

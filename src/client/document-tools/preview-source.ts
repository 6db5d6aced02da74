import { previewPartOf } from '../../lib/citation/preview-parts.ts';
import { loadScript } from '../shared/load-script.ts';
import { unpackPreview, type Preview, type PreviewPart } from '../document/preview.ts';

declare global {
  interface Window {
    /** Filled by the files of previews as they load. */
    xemTruoc?: PreviewPart[];
  }
}

/** Previews of the library, loaded when one of them is wanted. */
export class PreviewSource {
  /** Absolute address of the first file; the others differ in the number. */
  readonly #first: string;
  readonly #parts: number;
  readonly #loading = new Map<number, Promise<void>>();

  constructor(first: string, parts: number) {
    this.#first = first;
    this.#parts = parts;
  }

  /** @param keys As in {@link PreviewPart}. @returns Without those that are not there. */
  async find(keys: readonly string[]): Promise<{ key: string; preview: Preview }[]> {
    const parts = new Set(keys.map((key) => previewPartOf(key.replace(/#.*/, ''), this.#parts)));
    await Promise.all([...parts].map((part) => this.#load(part)));
    return keys.flatMap((key) => {
      const packed = window.xemTruoc?.find((part) => key in part)?.[key];
      return packed ? [{ key, preview: unpackPreview(packed) }] : [];
    });
  }

  /** A file that does not load is asked for again the next time. */
  #load(part: number): Promise<void> {
    const loading =
      this.#loading.get(part) ??
      loadScript(this.#first.replace(/0(?=\.js)/, String(part))).catch(() => {
        this.#loading.delete(part);
      });
    this.#loading.set(part, loading);
    return loading;
  }
}
